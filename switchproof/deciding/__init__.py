"""From a flow's name or path to a row for each of its claims."""
