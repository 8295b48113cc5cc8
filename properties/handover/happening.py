"""What some run of the handover gets to: that it goes through, falls back, and what it costs."""

from model.css.entry import CssEntry, css_entry
from model.css.sources import accepts_css
from model.current.authority import copy
from model.current.duties import NETWORKS_OWE
from model.current.store import accepts_rdp
from model.handover.change import DONE, FALLEN_BACK, IN_EFFECT, MAY_NOT, change
from model.handover.paths import SEND_FILE, SENT, file, file_due, message_due, of_record
from model.language import Claim, Sometimes, all_of, happens
from model.parties import Supplier

HAPPENING: tuple[Claim, ...] = (
    Sometimes(
        "the-change-goes-through",
        "The change is done, and the DSP's copy names a supplier that the point has moved to.",
        all_of(change.is_(DONE), of_record.is_(Supplier.B), copy.is_(Supplier.B)),
        cites="1-a 1-b",
    ),
    Sometimes(
        "the-change-falls-back",
        "After a fallback the DSP accepts RDPs again, and its copy follows a switch.",
        all_of(
            change.is_(FALLEN_BACK),
            accepts_rdp,
            of_record.is_(Supplier.B),
            copy.is_(Supplier.B),
        ),
        cites="A-fallback",
    ),
    Sometimes(
        "none-is-accepted",
        "For a while the DSP accepts registration data from no source.",
        ~accepts_rdp & ~accepts_css,
        cites="A-source-switch",
    ),
    Sometimes(
        "owed-and-not-accepted",
        "Networks owe the sending, data is due, and the DSP accepts no source: the price of the "
        "order.",
        all_of(NETWORKS_OWE, file_due, ~accepts_rdp, ~accepts_css),
        cites="2.2-a A-source-switch A-deadline",
    ),
    Sometimes(
        "a-file-is-in-flight-at-the-change",
        "A file that was sent before the change is on its way after it.",
        file.is_(SENT) & change.is_(IN_EFFECT),
        cites="D1.unread A-refused-in-flight",
    ),
    Sometimes(
        "an-rdp-sends-without-the-right",
        "An RDP sends a file after its right was withdrawn, which is a breach.",
        happens(SEND_FILE) & MAY_NOT,
        cites="2.3-d A-withdrawal-by-DCC",
    ),
    Sometimes(
        "the-css-is-suspended-in-between",
        "The change is in effect, a message is due, and the CSS is suspended.",
        all_of(change.is_(IN_EFFECT), message_due, css_entry.is_(CssEntry.SUSPENDED)),
        cites="5-H2 5-E1",
    ),
)
