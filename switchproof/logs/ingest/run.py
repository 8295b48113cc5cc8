"""`switchproof logs ingest`: CSV once, and Parquet from then on."""

from argparse import Namespace

from switchproof.logs.extra import need_extra


def run(asked: Namespace) -> int:
    """Write the file, and return the exit status; raises BadInput."""
    need_extra()
    from switchproof.logs.ingest.writing import ingest

    return ingest(asked)
