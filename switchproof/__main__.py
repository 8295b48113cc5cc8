"""`python -m switchproof` is the command `switchproof`."""

from switchproof.cli import program

program()
