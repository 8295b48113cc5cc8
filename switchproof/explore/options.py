"""What `switchproof explore` may be asked."""

import argparse

from switchproof.terminal.options import add_cache, add_jobs, add_timeout

HELP = "one page to step through a flow in a browser"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        "Write one HTML file in which a flow is stepped through in a browser, offline: what is "
        "possible and what is not and why, the runs that break a claim, and what if."
    )
    parser.add_argument("flow", metavar="FLOW")
    out = "where to write it (default: FLOW.html)"
    parser.add_argument("--out", metavar="FILE", help=out)
    other = "another flow, shown beside it on the same events (of current and css: the other)"
    parser.add_argument("--beside", metavar="FLOW", help=other)
    add_timeout(parser)
    add_jobs(parser)
    add_cache(parser)
