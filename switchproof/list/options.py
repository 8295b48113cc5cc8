"""What `switchproof list` may be asked."""

import argparse

HELP = "list rules, events, claims, variants or readings"
KINDS = ("rules", "events", "claims", "variants", "readings")


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "List what a flow holds, a line each, in the order of its definition."
    parser.epilog = (
        "A rule or an event that is written once for each supplier, fuel or committee is a line; "
        "with --expanded it is a line for each of them, as the engine sees it."
    )
    parser.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("flow", metavar="FLOW")
    each = "of a family each member, and not the family once: rules and events"
    parser.add_argument("--expanded", action="store_true", help=each)
