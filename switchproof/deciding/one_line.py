"""What is wrong with a flow file, in one line: where in the user's files it is, and what to do."""

import difflib
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from inspect import signature
from pathlib import Path

from model import language
from model.language.errors import IllFormed
from model.language.given import a
from switchproof.deciding.running import PREFIX
from switchproof.terminal.errors import BadInput, unknown

CALLED = re.compile(r"(\w+)\.__init__\(\) (missing|got|takes)[^']*(?:'(\w+)')?")


@contextmanager
def in_one_line(source: str) -> Iterator[None]:
    """Make one complaint of all that can go wrong when a flow is loaded."""
    try:
        yield
    except BadInput:
        raise
    except IllFormed as wrong:
        raise BadInput(f"{near(wrong.place.file)}:{wrong.place.line}: {wrong.message}") from wrong
    except SyntaxError as wrong:
        at = f"{near(wrong.filename or source)}:{wrong.lineno or 1}"
        raise BadInput(f"{at}: {wrong.msg}; correct the Python there") from wrong
    except (Exception, SystemExit) as wrong:
        raise BadInput(f"{_line(wrong, source)}: {_said(wrong, source)}") from wrong


def near(file: str) -> str:
    """Return a path as it is written from here, with slashes."""
    path = Path(file)
    return (path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path).as_posix()


def _said(wrong: BaseException, source: str) -> str:
    if isinstance(wrong, ModuleNotFoundError):
        return _not_found(wrong.name or "", source)
    if isinstance(wrong, ImportError):
        return _not_imported(wrong)
    if isinstance(wrong, NameError) and wrong.name:
        return str(unknown("thing", wrong.name, language.__all__)).partition("; choose")[0]
    if isinstance(wrong, AttributeError) and wrong.name:
        return _not_there(wrong.obj, wrong.name)
    if isinstance(wrong, TypeError) and (called := CALLED.match(str(wrong))):
        return _not_so_called(called)
    said = f"{type(wrong).__name__}: {' '.join(str(wrong).split())}"
    return f"{said}; correct it so that it loads"


def _not_found(name: str, source: str) -> str:
    """Say that a module is not there, and how to write what stands beside the flow file."""
    if name.startswith(PREFIX):
        return f"there is no file '{name.partition('.')[2]}.py' beside this one; correct its name"
    folder = Path(source) if Path(source).is_dir() else Path(source).parent
    if (folder / f"{name.partition('.')[0]}.py").is_file():
        return f"no module '{name}'; it stands beside this file: write from .{name} import ..."
    beside = f"write it into a file beside this one, and from .{name} import ..."
    return f"no module '{name}'; install it, or {beside}"


def _not_imported(wrong: ImportError) -> str:
    if not wrong.name:
        return "it imports from above its folder; keep the files of a flow in one folder"
    what = re.findall(r"cannot import name '(\w+)'", str(wrong))
    held = wrong.name.partition(".")[2] or "__init__"
    file = f"{held}.py" if wrong.name.startswith(PREFIX) else wrong.name
    return f"'{file}' does not have '{', '.join(what)}', or not yet; correct the name"


def _not_there(thing: object, name: str) -> str:
    if isinstance(thing, type) and issubclass(thing, Enum):
        return f"{thing.__name__}: {unknown('member', name, thing.__members__)}"
    kind = thing if isinstance(thing, type) else type(thing)
    near = difflib.get_close_matches(name, [one for one in dir(thing) if one[0] != "_"], n=1)
    cure = f"did you mean '{near[0]}'?" if near else "see its names in help()"
    return f"{a(kind.__name__)} has no '{name}'; {cure}"


def _not_so_called(called: re.Match[str]) -> str:
    name, how, what = called.groups()
    made = getattr(language, name, None)
    takes = ", ".join(_taken(made)) if made else ""
    told = {"missing": f"lacks '{what}'", "got": f"takes no '{what}'"}
    return f"{name}(...) {told.get(how, 'is given too much')}; it takes {takes or 'other things'}"


def _taken(made: type) -> list[str]:
    hidden = ("place", "member")
    return [name for name in signature(made).parameters if name not in hidden]


def _line(wrong: BaseException, source: str) -> str:
    """Return the last line of the user's files on the way to what went wrong, or the source."""
    frames = [
        (frame.f_code.co_filename, line, str(frame.f_globals.get("__name__")))
        for frame, line in traceback.walk_tb(wrong.__traceback__)
    ]
    front, house = Path(__file__).parents[1], Path(__file__).parents[2]
    mine = [one for one in frames if one[2].startswith(PREFIX)]
    ours = [one for one in frames if Path(one[0]).is_relative_to(house)]
    chosen = mine or [one for one in ours if not Path(one[0]).is_relative_to(front)]
    return f"{near(chosen[-1][0])}:{chosen[-1][1]}" if chosen else source
