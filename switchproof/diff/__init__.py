"""`switchproof diff`: what is otherwise in one flow than in another."""
