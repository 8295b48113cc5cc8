"""The doubts of this paper, and what each reading costs."""
