"""`dossier order`: all safe orders of the steps of the change, and whether one order is."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from model.steps.flow import STEPS
from properties.engine.budget import Budget, Spent
from switchproof.dossier.order.asked import order_of
from switchproof.dossier.order.picture import picture
from switchproof.dossier.order.report import report
from switchproof.dossier.order.text import text
from switchproof.draw.run import draw
from switchproof.terminal.exits import UNDECIDED
from switchproof.terminal.progress import Progress


def run(asked: Namespace) -> int:
    """Print what is said of the orders, and return the exit status."""
    order = None if asked.order is None else order_of(asked.order, STEPS)
    try:
        with Progress("taking the steps in every order"):
            rows = report(order, Budget(seconds=asked.timeout))
    except Spent as why:
        print(f"switchproof: undecided: {why}; give it more with --timeout", file=sys.stderr)
        return UNDECIDED
    if asked.out is not None:
        draw([("steps-order.svg", picture(rows))], Path(asked.out))
    print(json.dumps(rows, indent=2) if asked.format == "json" else text(rows))
    return rows["exit"]
