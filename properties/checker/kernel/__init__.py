"""What `always`, `step`, `sometimes` and runs rest on; it imports nothing but itself."""
