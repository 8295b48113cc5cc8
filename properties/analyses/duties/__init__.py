"""What is claimed of every duty, whatever it says, and of the duties of two regimes together.

`questions.py`: what any duty must answer.
`pattern.py`: who answers for whom. `transfer.py`: who holds a duty of today afterwards.
`conflicts.py`: which two cannot both be obeyed. `stops.py`: what stops an actor, and how.
"""
