"""What is claimed of each design of the transition: one file each, and what all of them share."""
