"""What is said of this one paper, each part with its command beside it."""
