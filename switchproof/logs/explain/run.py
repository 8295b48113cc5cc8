"""`switchproof logs explain`: tell one case of a log."""

from argparse import Namespace

from switchproof.logs.extra import need_extra


def run(asked: Namespace) -> int:
    """Print the story of a case, and return the exit status; raises BadInput."""
    need_extra()
    from switchproof.logs.explain.telling import explained

    return explained(asked)
