"""What `switchproof logs ingest` may be asked."""

import argparse

HELP = "write a log that is CSV as Parquet, all columns as text but the instants"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        "Write CSV files as one Parquet file, once, since to read CSV takes longer than to judge "
        "it. Every column stays the text that it is, so that ids keep their zeros; instants are "
        "read as ISO 8601, and those without a zone as of the one in the map."
    )
    parser.add_argument("csv", nargs="+", metavar="CSV", help="files with one line of names each")
    parser.add_argument(
        "--map", metavar="FILE", help="which column has the instants, and their zone"
    )
    parser.add_argument("--out", required=True, metavar="FILE", help="ends in .parquet")
