"""What the document gets wrong or leaves open, each with what shows it."""
