"""How a command ends: the one table of exit codes."""

AS_EXPECTED, SURPRISE, WRONG, UNDECIDED = 0, 1, 2, 3
INTERRUPTED, SIGNALLED = 130, 128  # as shells have it; the number of the signal is added

STATUS = f"""\
exit status: {AS_EXPECTED} all as expected; {SURPRISE} a surprise (an unexpected verdict, \
an empty or a suspect one,
or what fails with so many --points);
{WRONG} wrong usage, or nothing was checked; {UNDECIDED} something undecided, and nothing worse.
"""
