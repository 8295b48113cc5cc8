"""What a notebook works with: a flow opened by its name, and what it answers, tells and draws."""
