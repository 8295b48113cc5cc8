"""Claims with exactly so many points, searched whole: what holds there is proved of no other."""
