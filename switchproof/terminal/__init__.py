"""What every command shares with the terminal: errors, progress, streams, whole files."""
