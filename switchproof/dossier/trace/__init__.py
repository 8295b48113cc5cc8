"""From a statement to what rests on it, and back; and whether every statement is answered."""
