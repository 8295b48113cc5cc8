"""What a statement on sending registration data says: who owes what to whom, and when."""

from dataclasses import dataclass

TODAY, THEN = "today", "then"


@dataclass(frozen=True, slots=True)
class Sending:
    """A statement on sending: in which regime, by whom it is owed, the verb, and to whom."""

    id: str
    when: str
    owed_by: str
    verb: str
    to: str = ""
