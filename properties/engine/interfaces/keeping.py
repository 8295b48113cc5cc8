"""What was found of an interface, kept from one run to the next; the checker is asked anew."""

from contextlib import suppress

from properties.checker import Rejected
from properties.checker.folder import content, parsed
from properties.checker.kinds import MALFORMED
from properties.engine.interfaces.accepting import Witnessed
from properties.engine.packets.made_with import made_with
from properties.engine.packets.store import Store, Unkept, canonical, digest


def name_of(claim: bytes) -> str:
    """Return the name of an entry: by the flow and the letters, and by what found it."""
    return f"{digest(claim + canonical({'made with': made_with()}))[:32]}.monitor"


def taken(store: Store, claim: bytes) -> Witnessed | None:
    """Return what is kept of a claim, or None where there is nothing that can be read."""
    try:
        told = parsed(content(store.folder / name_of(claim)))
        return Witnessed(dict(told["packet"]), str(told["more"]))
    except (Rejected, OSError, *MALFORMED):
        return None


def keep(store: Store, claim: bytes, found: Witnessed) -> None:
    """Keep what was found; in a folder in which nothing can be written nothing is kept."""
    with suppress(Unkept):
        entry = canonical({"packet": found.packet, "more": found.more})
        store.write(name_of(claim), entry, lasting=False)
