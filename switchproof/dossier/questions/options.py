"""What `dossier questions` may be asked."""

import argparse

from switchproof.dossier.questions.format import QuestionsReport
from switchproof.terminal.options import add_format
from switchproof.terminal.schema import described

HELP = "which text, asked of whom, would settle what"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Say which text that was not read, asked of whom, would settle which assumptions, facts,\n"
        "claims, doubts and findings, and answer which questions: that on which most hangs first."
    )
    parser.epilog = described(QuestionsReport)
    add_format(parser)
