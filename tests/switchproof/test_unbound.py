"""A duty that nobody bound can owe is said in the verdict, the story and the picture."""

import json
import re
from pathlib import Path

import pytest

from diagrams.duties import change, picture
from switchproof.cli import main
from switchproof.deciding.load import load

TIED = 'SHOP = Party("shop", (Tie("terms of sale", Via.ACCESSION, "T2"),))'
SAID = "'the shop's duty to deliver': shop is not bound by the terms of sale"
STORY = ("explain", "delivered-at-last", "--variant", "nothing sent again", "--flow", "shop.py")


@pytest.fixture(autouse=True)
def _shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    main(["new", "shop"])


def untie(tie: str) -> None:
    text = Path("shop.py").read_text(encoding="utf-8")
    assert TIED in text
    Path("shop.py").write_text(text.replace(TIED, f'SHOP = Party("shop", {tie})'), encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str], *asked: str, status: int = 0) -> str:
    capsys.readouterr()
    assert main(asked) == status
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("tie", ["()", '(Tie("terms of sale", Via.CONTRACT, "T2"),)'])
def test_where_nothing_binds_its_obligor_it_is_said(
    tie: str, capsys: pytest.CaptureFixture[str]
) -> None:
    untie(tie)
    assert f"nobody bound can owe {SAID}" in told(
        capsys, "verify", "shop.py", "--jobs", "1", status=1
    )
    assert f"nobody bound can owe {SAID}" in told(capsys, "verify", "shop.py", "--quiet", status=1)
    report = json.loads(
        told(capsys, "verify", "shop.py", "--format", "json", "--jobs", "1", status=1)
    )
    assert report["flows"][0]["unbound"] == [SAID]
    assert f"Nobody bound can owe {SAID}." in told(capsys, *STORY)
    walked = told(capsys, "walk", "shop.py", "--take", "pack")
    assert "bound" not in walked  # no duty begins there
    drawn = picture(load("shop.py").flow)
    assert drawn is not None
    assert re.search(r"Nobody bound can owe delivery: shop is not\s+bound", drawn)


def test_where_it_is_bound_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    said = [
        told(capsys, "verify", "shop.py", "--jobs", "1"),
        told(capsys, *STORY),
        picture(load("shop.py").flow) or "",
    ]
    assert not any("obody bound" in one or "not bound" in one for one in said)


def test_in_a_story_it_is_said_of_the_moment(capsys: pytest.CaptureFixture[str]) -> None:
    """Bound only while the order is packed, and so not yet when the duty is told of."""
    untie('(Tie("terms of sale", Via.ACCESSION, "T2", while_=order.is_(Order.SHIPPED)),)')
    text = Path("shop.py").read_text(encoding="utf-8")
    line = next(one for one in text.splitlines() if one.startswith("SHOP = "))
    text = text.replace(f"{line}\n", "", 1)
    text = text.replace("\nPACK = ", f"\n{line}\nPACK = ", 1)
    text = text.replace("CARRIER, CUSTOMER", "CARRIER, CUSTOMER", 1)
    begins = "in_force=order.is_not(Order.FULFILLED) & ~is_carried"
    assert begins in text
    text = text.replace(begins, "in_force=packed & order.is_not(Order.FULFILLED) & ~is_carried")
    Path("shop.py").write_text(text, encoding="utf-8")
    said = told(capsys, "walk", "shop.py", "--take", "pack")
    assert "duty begins: shop to customer" in said
    assert "though shop is not bound by the terms of sale" in said
    assert "obody bound" not in told(capsys, "verify", "shop.py", "--jobs", "1", status=1)


def test_side_by_side_it_is_said_under_both() -> None:
    bound = load("shop.py").flow
    untie("()")
    drawn = change(bound, load("shop.py").flow)
    assert drawn is not None
    assert "Nobody bound can owe delivery" in drawn
