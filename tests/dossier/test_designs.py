"""`dossier designs`: each claim asked of each design; pictures of the designs and of a night."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from diagrams import palette
from diagrams.night import Bar, Night, NightRow, about
from diagrams.night import picture as timeline
from model.flows import COMPOSED
from switchproof.cli import main
from switchproof.deciding.decide import loaded
from switchproof.dossier.designs import run
from switchproof.dossier.designs.compared import AskedOfDesign, _cell, _claims, _decided, compared
from switchproof.dossier.designs.format import ComparedRow, InDesignRow
from switchproof.dossier.designs.night import night
from switchproof.dossier.designs.picture import picture
from switchproof.dossier.designs.run import status
from switchproof.dossier.designs.text import text
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from tests.drawing.lint import faint_texts, hits, overlaps, strange_colours
from tests.drawing.seen import read

SECONDS = 60.0


def row(name: str, *says: str, claimed: bool = False) -> ComparedRow:
    cells: Iterator[InDesignRow] = (
        {"says": one, "steps": 12 if one in ("fails", "happens") else None, "claimed": claimed}
        for one in says
    )
    return {"id": name, "sentence": name, "designs": dict(zip(COMPOSED, cells, strict=True))}


ROWS = [
    row("none-left-behind", "holds", "fails", "holds", "not asked", "holds"),
    row("one-bound-obligor", *["holds"] * 5),
    row("an-rdp-takes-a-flag", *["happens"] * 5),
    row("under-way", "never", "happens", "never", "happens", "never"),
]


def claim(name: str, design: str) -> InDesignRow | None:
    (found,) = (c for c in _claims() if c.id == name)
    cell = _cell(found, design, SECONDS, None)
    return _decided(cell) if cell else None


class TestCompared:
    def test_a_claim_of_one_design_is_asked_of_another_and_can_fail_there(self) -> None:
        assert claim("none-left-behind", "drained-after") == {
            "says": "fails",
            "steps": 12,
            "claimed": False,
        }

    def test_what_a_design_claims_itself_is_said_to_be_claimed(self) -> None:
        found = claim("under-way-as-the-change-takes-effect", "carried-over")

        assert found == {"says": "happens", "steps": 14, "claimed": True}

    def test_what_can_never_come_about_is_said_to_be_never(self) -> None:
        found = claim("under-way-as-the-change-takes-effect", "frozen")

        assert found == {"says": "never", "steps": None, "claimed": False}

    def test_a_claim_on_what_a_design_has_not_is_not_asked_of_it(self) -> None:
        assert [d for d in COMPOSED if claim("a-date-is-kept", d) is None] == [
            "drained-before",
            "drained-after",
            "frozen",
            "with-fallback",
        ]

    def test_no_two_claims_of_a_design_are_kept_by_one_name(self) -> None:
        cells = [_cell(claim, design, SECONDS, None) for claim in _claims() for design in COMPOSED]
        asked = [cell.asked() for cell in cells if cell]
        told = {(one.flow.name, one.variant, one.claim.id): one.claim.sentence for one in asked}

        assert len({(one.flow.name, one.claim.id) for one in asked}) < len(asked)
        assert len(told) == len(asked)

    def test_each_claim_of_each_design_has_one_row(self) -> None:
        mine = {(c.id, c.sentence) for name in COMPOSED for c in loaded(name).claims}

        assert {(c.id, c.sentence) for c in _claims()} == mine
        assert len(_claims()) == len(mine)

    def test_what_is_lost_with_its_process_is_not_known(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        where = "switchproof.dossier.designs.compared"

        def lost(
            _: object, cells: list[AskedOfDesign], __: int, give_up: object
        ) -> Iterator[InDesignRow]:
            assert callable(give_up)
            return (give_up(cell) for cell in cells)

        monkeypatch.setattr(f"{where}.spread", lost)
        rows = compared(SECONDS, None)

        assert {c["says"] for r in rows for c in r["designs"].values()} == {
            "not known",
            "not asked",
        }
        assert status(rows) == UNDECIDED


class TestStatus:
    def test_what_fails_where_it_is_not_claimed_is_no_surprise(self) -> None:
        assert status(ROWS) == AS_EXPECTED

    @pytest.mark.parametrize("says", ["fails", "never"])
    def test_what_a_design_claims_and_is_not_so_is_a_surprise(self, says: str) -> None:
        assert status([*ROWS, row("x", says, *["holds"] * 4, claimed=True)]) == SURPRISE

    def test_what_is_not_known_is_undecided(self) -> None:
        assert status([*ROWS, row("x", "not known", *["holds"] * 4)]) == UNDECIDED


class TestTold:
    def test_the_table_has_what_differs_and_what_is_alike_in_words(self) -> None:
        said = text(ROWS)

        assert "none-left-behind  holds           fails (12)     holds   not asked" in said
        assert "1 more hold in each design: one bound obligor." in said
        assert "1 more can come about in each: an RDP takes a flag." in said

    def test_the_command_prints_rows_and_draws_both_pictures(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(run, "compared", lambda *_: ROWS)
        asked = ["dossier", "designs", "--format", "json", "--no-cache", "--out", str(tmp_path)]

        assert main(asked) == AS_EXPECTED
        printed = capsys.readouterr().out
        assert json.loads(printed[printed.index("{") :]) == {"claims": ROWS, "exit": AS_EXPECTED}
        assert sorted(path.name for path in tmp_path.iterdir()) == list(run.FILES)


class TestNight:
    def test_networks_and_then_the_crs_owe_what_the_dsp_does_not_accept(self) -> None:
        shown = night()
        shut = {
            row.name: [n for n, bar in enumerate(row.bars) if bar is Bar.SHUT] for row in shown.rows
        }
        stop = next(n for n, step in enumerate(shown.steps, 1) if "stop accepting RDPs" in step)

        assert shut["The Networks' duty to send"] == [stop]
        assert shut["The CRS's duty to have the DSP reconciled"] == [stop + 1]

    def test_at_each_moment_one_duty_to_send_is_in_force(self) -> None:
        rows = [r for r in night().rows if r.name.endswith("duty to send")]
        moments = zip(*(r.bars for r in rows), strict=True)

        assert len(rows) == 2
        assert all(sum(bar is not Bar.NONE for bar in bars) == 1 for bars in moments)

    def test_a_row_that_never_changes_is_not_shown(self) -> None:
        assert all(len(set(row.bars)) > 1 for row in night().rows)

    def test_in_words_each_stretch_has_the_steps_between_which_it_lies(self) -> None:
        bars = (Bar.FORCE, Bar.OWED, Bar.OWED, Bar.NONE, Bar.FORCE)
        shown = Night(
            "A night", ["one", "two", "three", "four"], [NightRow("To send", "CRS", bars)]
        )

        assert about(shown).endswith(
            "To send, CRS: in force at first until step 1; in force, and something is outstanding "
            "from step 1 to step 3; in force from step 4."
        )


@pytest.mark.parametrize("drawn", [picture(ROWS), timeline(night())], ids=["designs", "night"])
def test_a_picture_keeps_the_house_style(drawn: str) -> None:
    seen = read(drawn)

    assert seen.width <= palette.WIDTH
    assert seen.height <= palette.HEIGHT
    assert min(one.size for one in seen.texts) >= palette.SMALLEST
    assert list(overlaps(seen)) == []
    assert list(hits(seen)) == []
    assert list(faint_texts(seen)) == []
    assert list(strange_colours(seen)) == []
