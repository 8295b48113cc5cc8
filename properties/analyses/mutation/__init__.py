"""The mutation gate: flows with one thing wrong, and whether any claim notices."""
