"""Hubs come and go wherever their pairs are: what some run gets to."""

from model.css.hub import (
    DUE,
    EXCHANGE_HUB,
    IN_VAIN,
    LEARN_PAIR,
    NONE,
    OUTDATED,
    RECEIVE_PAIR,
    REMOVE_HUB,
    SENT,
    WITH_CSS,
    pair,
)
from model.language import Claim, Sometimes, after, all_of, happens

HUBS: tuple[Claim, ...] = (
    Sometimes(
        "a-hub-is-exchanged-that-the-css-knows",
        "A hub is exchanged of which the CSS holds the pair.",
        happens(EXCHANGE_HUB) & pair.in_(*WITH_CSS),
        cites="A-every-pair",
    ),
    Sometimes(
        "a-hub-is-exchanged-before-its-pair-is-sent",
        "A hub is exchanged before its pair has been sent.",
        happens(EXCHANGE_HUB) & pair.is_(DUE),
        cites="A-every-pair",
    ),
    Sometimes(
        "a-hub-is-exchanged-while-its-pair-is-on-its-way",
        "A hub is exchanged while its pair is on its way.",
        happens(EXCHANGE_HUB) & pair.is_(SENT),
        cites="A-every-pair",
    ),
    Sometimes(
        "a-hub-is-removed-that-the-css-knows",
        "A hub is removed of which the CSS holds the pair, and nothing is due.",
        all_of(happens(REMOVE_HUB), pair.in_(*WITH_CSS), after(pair).is_(NONE)),
        cites="A-no-duty-on-removal",
    ),
    Sometimes(
        "a-new-hub-while-an-old-pair-is-on-its-way",
        "A hub becomes known while the pair of one that was removed is still on its way.",
        all_of(happens(LEARN_PAIR), pair.is_(IN_VAIN), after(pair).is_(OUTDATED)),
        cites="2.2-d A-no-duty-on-removal",
    ),
    Sometimes(
        "a-pair-of-an-exchanged-hub-arrives",
        "The CSS receives the pair of a hub that was exchanged, and the new one is still due.",
        all_of(happens(RECEIVE_PAIR), pair.is_(OUTDATED), after(pair).is_(DUE)),
        cites="2.2-d A-every-pair",
    ),
)
