"""The statements on sending registration data, told apart by who owes what to whom.

What each requires of the data, and whether somebody is to ensure it, is read off the qualifiers
of its sentences. A recipient or a verb that its sentences do not give is left empty.
"""

from model.register.sending import THEN, TODAY, Sending

SENDINGS = (
    Sending("1-a", TODAY, "Network Party", "send", "DSP"),
    Sending("2.2-a", TODAY, "Network Party", "send", "DSP"),
    Sending("2.3-a", TODAY, "Network Party", "send", "DSP"),
    Sending("5-E2", TODAY, "Network Party", "issue", "DSP"),
    Sending("1-b", THEN, "CRS", "send", "DSP"),
    Sending("2.1-a", THEN, "CRS", "provide"),
    Sending("2.2-b", THEN, "CRS", "send", "DSP"),
    Sending("5-E1", THEN, "CRS", "send", "DCC"),
    Sending("5-X2", THEN, "CSS", "send", "DCC"),
    Sending("5-Y2", THEN, "CSS", "send", "DSP"),
)
