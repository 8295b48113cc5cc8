"""`switchproof logs bucket`: a log dealt out by case."""

from argparse import Namespace

from switchproof.logs.extra import need_extra


def run(asked: Namespace) -> int:
    """Write the folder, and return the exit status; raises BadInput."""
    need_extra()
    from switchproof.logs.bucket.dealing import bucketed

    return bucketed(asked)
