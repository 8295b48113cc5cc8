"""`switchproof new`: write a flow file that verifies, to be changed into one's own."""

import re
from argparse import Namespace
from pathlib import Path

from model.flows import FLOWS
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED
from switchproof.terminal.writing import write_whole

TEMPLATE = Path(__file__).with_name("template.py")
NAMED = re.compile(r"[^\W\d][\w-]*")
NEXT = """\
{path} is written. Next:
  switchproof verify {path}
  switchproof explain delivered-at-last --flow {path} --variant 'nothing sent again'
  switchproof walk {path}
  switchproof draw {path}"""


def run(asked: Namespace) -> int:
    """Write the file and say what to do next; raises BadInput where something stands there."""
    path = Path(asked.name if asked.name.endswith(".py") else f"{asked.name}.py")
    name = path.stem
    if not NAMED.fullmatch(name) or name in FLOWS:
        cure = "take a word of letters, digits, - and _, such as shop"
        raise BadInput(f"'{name}' cannot be the name of a flow of your own; {cure}")
    if path.exists():
        raise BadInput(f"{path} is there already; take another name, or move it away")
    text = TEMPLATE.read_text(encoding="utf-8")
    write_whole(path, text.replace('FLOW = Flow(\n    "template"', f'FLOW = Flow(\n    "{name}"'))
    print(NEXT.format(path=path))
    return AS_EXPECTED
