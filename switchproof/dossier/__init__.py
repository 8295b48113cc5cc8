"""What is said of one paper, each part with its command beside it; `paper.py` says which."""
