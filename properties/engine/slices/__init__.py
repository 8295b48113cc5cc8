"""What can be reached on a few kept fields: the steps, the closure, and the runs that replay."""
