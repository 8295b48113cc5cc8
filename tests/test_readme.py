"""What README and GUIDE say is so: the flow works, the commands parse, the files are there."""

import inspect
import io
import json
import re
import shlex
import sys
from pathlib import Path

import pytest

import switchproof
from model.current import registration
from model.flows import COMPOSED, FLOWS, WRITTEN
from model.language.expressions import quantifiers
from model.transition.change import TAKE_EFFECT
from model.transition.fallback import FALL_BACK
from switchproof.cli import main
from switchproof.commands import COMMANDS, PARTS, parsed
from switchproof.deciding.load import load
from tests.readme_commands import left_out, prepare, shown

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
GUIDE = (ROOT / "GUIDE.md").read_text()
CHANGELOG = (ROOT / "CHANGELOG.md").read_text()
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text()
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text()
MADE = (
    "out/",
    ".switchproof/",
    "their_flow.py",
    ".venv",
    "model/NAME/",
    "properties/NAME/",
    "flow.py",
)
ANY = ("model/FLOW/", "properties/FLOW/", "__init__.py")
EVERY = (README, GUIDE, CHANGELOG, CONTRIBUTING, ARCHITECTURE)
KINDS = (".py", ".md", ".ipynb", ".lock", ".svg")
KEPT = json.loads((ROOT / "properties/analyses/mutation/last.json").read_text(encoding="utf-8"))
LONG = [  # or rests on what another that it shows has written
    *(["verify", *more] for more in (["current"], ["css"], ["handover"], ["--packets"])),
    *(["check"], ["idle"], ["mutants"], ["export"]),
    *(["dossier", one] for one in ("doubts", "hazards", "who-must-fail", "atlas", "findings")),
    ["dossier", "trace", "--against", "outcome"],
]
SECONDS = re.compile(r"\d+\.\d\d s")


def blocks(language: str) -> list[str]:
    every = re.findall(r"^```(\w*)\n(.*?)^```$", README + GUIDE, re.DOTALL | re.MULTILINE)
    return [text for of, text in every if of == language]


def commands(program: str) -> list[list[str]]:
    listed = [line for block in blocks("") for line in block.splitlines()]
    quoted = re.findall(r"`([^`\n]+)`", README + GUIDE)
    found = [one for one in (*listed, *quoted) if one.startswith(f"{program} ")]
    return [shlex.split(one, comments=True)[1:] for one in found]


def files() -> list[str]:
    words = re.findall(
        r"`([\w./-]+)`|\]\(([\w./-]+)\)", README + GUIDE + CONTRIBUTING + ARCHITECTURE
    )
    named = [one or other for one, other in words]
    return [name for name in named if "/" in name or Path(name).suffix in KINDS]


def plain(line: str) -> str:
    return " ".join(SECONDS.sub("", line).split())


def test_its_flow_works_and_is_about_twenty_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = next(block for block in blocks("python") if "FLOW = Flow(" in block)
    path = tmp_path / "their_flow.py"
    path.write_text(text)
    status = main(["verify", str(path), "--jobs", "1"])

    assert status == 0, capsys.readouterr()
    assert len(text.splitlines()) <= 26
    assert "fails as it should, in 1 step" in capsys.readouterr().out


def test_its_commands_can_be_typed() -> None:
    asked = [found[0] for arguments in commands("switchproof") if (found := parsed(arguments))]

    assert set(asked) == {f"{folder}.run" for folder in (*COMMANDS.values(), *PARTS.values())}


def is_short(command: list[str]) -> bool:
    whole = command in (["verify"], ["dossier", "trace"])
    return not (whole or left_out(command) or any(command[: len(one)] == one for one in LONG))


@pytest.mark.parametrize("command", [one for one in shown() if is_short(one)], ids=shlex.join)
def test_what_it_shows_ends_as_it_says(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that take long are run by `python -m tests.readme_commands`."""
    prepare(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO("?\nquit\n"))
    assert main(command) == 0


def test_its_targets_are_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert {arguments[0] for arguments in commands("make")} <= targets


def test_its_flows_are_the_flows() -> None:
    sentence = README[README.index("A FLOW is") :].split("\n\n")[0]

    assert re.findall(r"`([\w-]+)`", sentence) == list(FLOWS)


@pytest.mark.parametrize("name", sorted(set(files())))
def test_a_file_that_is_named_is_there(name: str) -> None:
    there = (ROOT / name, ROOT / "properties/engine" / name)
    assert name.startswith((*MADE, *ANY)) or any(path.exists() for path in there)


def test_the_family_that_is_worked_out_is_what_list_prints(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rules = inspect.getsource(registration)
    shown = re.findall(r"^```python\n(.*?)^```$", ARCHITECTURE, re.DOTALL | re.MULTILINE)[0]
    assert all(line in rules for line in shown.splitlines())
    main(["list", "rules", "current", "--expanded"])
    printed = capsys.readouterr().out.splitlines()
    expanded = [line for line in printed if line.startswith("registration (supplier")]
    told = [line for line in ARCHITECTURE.splitlines() if line.startswith("registration (supplier")]
    assert told == [line for line in expanded if "): " in line]


def test_the_output_that_it_shows_is_what_verify_prints(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["verify", "drafting", "linked", "--jobs", "1"])
    printed = {plain(line) for line in capsys.readouterr().out.splitlines()}
    shown = next(block for block in blocks("") if "claims proved for" in block)
    of_these = [
        plain(line) for line in shown.splitlines() if "drafting" in line or "linked" in line
    ]

    assert len(of_these) == 2
    assert set(of_these) <= printed


def test_what_it_shows_of_a_sentence_of_the_paper_is_what_trace_prints(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["dossier", "trace", "2.3-b"])
    printed = capsys.readouterr().out
    shown = next(block for block in blocks("") if block.startswith("clause 2.3-b"))

    assert len(shown.splitlines()) > 5
    assert [one for one in shown.splitlines() if one.removesuffix("...") not in printed] == []


def test_the_words_of_a_flow_file_are_all_told() -> None:
    section = GUIDE[GUIDE.index("## The words of a flow file") :].split("\n## ")[0]
    table = [line for line in section.splitlines() if line.startswith("| ")]
    told = re.findall(r"`([A-Za-z_]+)`", "\n".join(table))

    assert sorted(told) == sorted(set(told)) == dir(switchproof)


def test_it_is_a_front_page() -> None:
    assert len(README.splitlines()) <= 160


@pytest.mark.parametrize("name", WRITTEN)
def test_points_do_not_interact_in_the_flows_of_the_project(name: str) -> None:
    """GUIDE.md and SOUNDNESS.md call this the easy case; where it is no more, they must not."""
    flow = load(name).flow
    asked = [rule for _, rule in flow.rules() if list(quantifiers(rule.when))]
    moved = [rule for m, rule in flow.rules() if m.scope > rule.event.scope and rule.moves]

    assert "In the first six flows this is the easy case" in GUIDE
    assert len(WRITTEN) == 6
    assert not asked
    assert not moved


@pytest.mark.parametrize("name", COMPOSED)
def test_a_design_asks_of_all_points_or_providers_only_for_its_change(name: str) -> None:
    flow = load(name).flow
    asked = {rule.event for _, rule in flow.rules() if list(quantifiers(rule.when))}

    assert asked - {FALL_BACK} == {TAKE_EFFECT}
    assert flow.obstacles == ()


def test_what_is_quoted_of_mutants_is_what_claims_noticed_when_they_were_last_run() -> None:
    quoted = re.findall(r"claims\s+notice\s+(\d+)\s+of\s+(\d+)", GUIDE)
    found = (
        [
            (n["noticed_by_a_claim"], n["mutants"] - n["equivalent"])
            for n in [KEPT["figures"]["all"]]
        ]
        if "figures" in KEPT
        else []
    )

    assert [(int(noticed), int(of)) for noticed, of in quoted] == found
