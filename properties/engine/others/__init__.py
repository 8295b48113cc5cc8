"""What is needed only where points interact: what others, whom no view tracks, may do."""
