"""`switchproof logs conform`: judge a log, print totals and digests, write the verdicts."""

from argparse import Namespace

from switchproof.logs.extra import need_extra


def run(asked: Namespace) -> int:
    """Print what is said of a log, and return the exit status; raises BadInput."""
    need_extra()
    from switchproof.logs.conform.telling import judged

    return judged(asked)
