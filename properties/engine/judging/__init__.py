"""Z3 judges: the encoding, what is asked, and the boxes that make an invariant of it."""
