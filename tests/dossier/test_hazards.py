"""Hazards and tensions: each row names what is there, or says why nothing can show it."""

import json
from dataclasses import replace

import pytest

from model.flows import FLOWS
from model.register import REGISTER
from switchproof.cli import main
from switchproof.deciding.decide import loaded
from switchproof.deciding.load import Loaded
from switchproof.dossier.hazards.every import HAZARDS, Hazard
from switchproof.dossier.hazards.run import shown
from switchproof.dossier.hazards.tensions import ITEMS, TENSIONS, WITHOUT_A_SOURCE
from switchproof.terminal.errors import BadInput


@pytest.fixture(scope="module")
def flows() -> dict[str, Loaded]:
    return {name: loaded(name) for name in FLOWS}


def test_no_hazard_and_no_tension_is_dropped() -> None:
    assert [row.number for row in HAZARDS] == list(range(1, 23))
    assert [row.number for row in TENSIONS] == list(range(1, 7))


@pytest.mark.parametrize("row", [*HAZARDS, *TENSIONS], ids=lambda row: row.says[:40])
def test_a_row_names_what_is_there(row: Hazard, flows: dict[str, Loaded]) -> None:
    told = shown(row, flows)

    assert any(told[kind] for kind in ("claims", "variants", "doubts", "unsaid"))


def test_a_row_that_names_what_is_not_there_is_refused(flows: dict[str, Loaded]) -> None:
    row = HAZARDS[0]

    with pytest.raises(BadInput, match="no claim is called 'a-tyre'"):
        shown(replace(row, claims=(("css", "a-tyre"),)), flows)
    with pytest.raises(BadInput, match="no variant is called 'a tyre'"):
        shown(replace(row, variants=(("css", "a tyre"),)), flows)
    with pytest.raises(BadInput, match="no doubt is called 'the-tyre'"):
        shown(replace(row, doubts=("the-tyre",)), flows)


def test_a_row_that_nothing_shows_must_say_why(flows: dict[str, Loaded]) -> None:
    with pytest.raises(BadInput, match="say why"):
        shown(Hazard(1, "Something may happen."), flows)


def test_a_pending_claim_shows_nothing(flows: dict[str, Loaded]) -> None:
    css = flows["css"]
    waiting = replace(css.claims[0], pending="not yet")
    changed = {**flows, "css": replace(css, claims=(waiting, *css.claims[1:]))}

    with pytest.raises(BadInput, match="is pending"):
        shown(Hazard(1, "Something.", claims=(("css", waiting.id),)), changed)


def test_each_item_of_data_is_said_somewhere() -> None:
    cited = {source for item in ITEMS for source in f"{item.today} {item.then}".split()}

    assert cited <= set(REGISTER)
    assert "meter operator" in WITHOUT_A_SOURCE
    assert "current and pending supplier, with dates" not in WITHOUT_A_SOURCE


def test_the_command_prints_both_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "hazards"]) == 0
    told = capsys.readouterr().out

    assert "17:00" in told
    assert "tensions:" in told


def test_the_command_gives_both_tables_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "hazards", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)

    assert len(told["hazards"]) == len(HAZARDS)
    assert told["tensions"][4]["doubts"][0].startswith("parts-that-change")
