"""The table as a picture: a row for each machine, a column for each of the drafter's options."""

from collections.abc import Sequence

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.type import fitted, width
from switchproof.dossier.table.format import DesignRow, MachineRow, OptionRow, TableReport
from switchproof.dossier.table.sentences import caught, others

HEAD, ROW, SIZE = 24.0, 17.0, 8.0
COLUMNS = (("Machine", 2.0), ("It can be found", 122.0), ("Who says so", 218.0))
FIRST, OPTION = 303.0, 50.0  # where the options begin, and how wide each is
BASE = 11.0  # of the text in a row
SMALL = 7.5
LEGEND = (
    "as the design has it",
    "–: the model has no such option",
    "?: not all claims are decided",
)


def picture(report: TableReport) -> str:
    """Return the picture of the first design."""
    design = report["designs"][0]
    rows = [machine for machine in design["machines"] if caught(machine)]
    asked = [option for machine in rows for option in machine["options"]]
    canvas = Canvas()
    _head(canvas, with_options=bool(asked))
    for number, machine in enumerate(rows):
        _row(canvas, machine, HEAD + number * ROW)
    down = HEAD + len(rows) * ROW
    _legend(canvas, down + 14, asked)
    title = f"{design['title']}. What '{design['step']}' finds under way"
    return canvas.svg(title, _about(design, rows), (palette.WIDTH, down + 24))


def _head(canvas: Canvas, *, with_options: bool) -> None:
    options = ("continues", "carried over", "ends") if with_options else ()
    heads = (*COLUMNS, *((name, FIRST + n * OPTION) for n, name in enumerate(options)))
    for words, left in heads:
        canvas.text((left, HEAD - 7), words, SIZE, bold=True)
    canvas.line([(0, HEAD), (palette.WIDTH, HEAD)], stroke=palette.INK, weight=0.9)


def _row(canvas: Canvas, machine: MachineRow, top: float) -> None:
    at = top + BASE
    canvas.text((COLUMNS[0][1], at), machine["machine"], SIZE)
    canvas.text((COLUMNS[1][1], at), _found(machine), SIZE)
    says = _says(machine)
    cited = fitted(says, FIRST - COLUMNS[2][1] - 4, SIZE)
    more = "" if len(cited) == 1 else ", ..."
    silent = says.startswith("the text")
    fill = palette.VERMILION if silent else palette.INK
    canvas.text((COLUMNS[2][1], at), cited[0].rstrip(",") + more, SIZE, bold=silent, fill=fill)
    for number, option in enumerate(machine["options"]):
        _option(canvas, option, (FIRST + number * OPTION, top))
    below = top + ROW
    canvas.line([(0, below), (palette.WIDTH, below)], stroke=palette.HAIR, weight=0.4)


def _option(canvas: Canvas, option: OptionRow, at: tuple[float, float]) -> None:
    left, top = at
    if option["as_it_stands"]:
        canvas.box((left - 3, top + 1), (OPTION - 3, ROW - 2), fill=palette.GREY_TINT)
    said = _cell(option)
    fill = palette.VERMILION if option["breaks"] else palette.INK
    canvas.text((left, top + BASE), said, SIZE, bold=bool(option["breaks"]), fill=fill)


def _cell(option: OptionRow) -> str:
    if not option["decided"]:
        return "–"
    if option["breaks"]:
        return f"breaks {len(option['breaks'])}{'?' if option['undecided'] else ''}"
    return "undecided" if option["undecided"] else "keeps all"


def _found(machine: MachineRow) -> str:
    counts = (
        (len(caught(machine)), "state" if len(caught(machine)) == 1 else "states"),
        (len(others(machine, "never")), "never"),
        (len(others(machine, "undecided")), "undecided"),
    )
    return ", ".join(f"{n} {what}" for n, what in counts if n)


def _says(machine: MachineRow) -> str:
    silent = [state for state in caught(machine) if state["silent"]]
    if silent:
        return "the text is silent"
    return ", ".join(dict.fromkeys(one for s in caught(machine) for one in s["clauses"]))


def _legend(canvas: Canvas, y: float, asked: Sequence[OptionRow]) -> None:
    """Write what the signs mean; where no option was decided, how to have them decided."""
    if not asked:
        canvas.text((2, y), "What each option keeps and breaks is decided with --options.", SMALL)
        return
    canvas.box((2, y - 8), (14, 10), fill=palette.GREY_TINT)
    left = 20.0
    for words in LEGEND:
        canvas.text((left, y), words, SMALL)
        left += width(words, SMALL) + 14


def _about(design: DesignRow, rows: list[MachineRow]) -> str:
    said = []
    for machine in rows:
        options = (f"{o['option']}: {_cell(o)}" for o in machine["options"])
        said.append(", ".join([machine["machine"], _found(machine), _says(machine), *options]))
    return f"What '{design['step']}' finds, and what each option keeps. {'; '.join(said)}."
