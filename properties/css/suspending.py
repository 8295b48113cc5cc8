"""What the CRS has to be told while its CSS is suspended."""

from model.css.entry import CssEntry, css_entry
from model.css.suspension import NOTHING, TOLD, told
from model.language import Always, Claim, Sometimes

SUSPENDED = css_entry.is_(CssEntry.SUSPENDED)

SUSPENDING: tuple[Claim, ...] = (
    Always(
        "told-of-suspensions-alone",
        "While the CSS is suspended the CRS is told of it or is still to be told, and at no other "
        "time is there anything to tell it.",
        told.is_not(NOTHING).is_(SUSPENDED),
        cites="5-H2 A-suspension A-recognised",
    ),
    Sometimes(
        "the-crs-is-told",
        "The CRS is told that its CSS is suspended.",
        told.is_(TOLD),
        cites="5-H2 A-recognised",
    ),
)
