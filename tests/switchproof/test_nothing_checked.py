"""What checked nothing of what it was given ends with 2, and says what it was and what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from properties.engine.free import free_claims
from switchproof.deciding.load import RESERVED
from tests.switchproof.test_cli import FLOW, TAP, Said, Written, one_line, said, written

__all__ = ["said", "written"]
HELD = 'Always("either", "E.", IS_OPEN | IS_SHUT)'
BROKEN = 'Always("shut", "S.", IS_SHUT)'
PENDING = 'Always("later", "L.", IS_SHUT, pending="too hard")'
VARIANT = 'Variant("loose", "W.", FLOW, {"shut": 1})'
MEANT = {
    "one letter is missing": f"CLAIM = ({HELD},)",
    "small letters": f"claims = [{HELD}]",
    "a claim alone": f"EITHER = {HELD}",
    "variants without claims": f"VARIANT = ({VARIANT.replace('shut', 'no-two-compete')},)",
    "variants beside claims": f"CLAIMS = ({BROKEN},)\nVariants = ({VARIANT},)",
}
QUIET = ("--jobs", "1")
ROOT = Path(__file__).parents[2]
ASKED = ("verify $F --jobs 1 --no-cache", "explain shüt --flow $F", "walk $F --take turn")


def test_the_claims_that_come_free_are_those_reserved() -> None:
    assert tuple(claim.id for claim in free_claims()) == RESERVED


@pytest.mark.parametrize("what", MEANT)
def test_claims_under_another_name_are_pointed_out(what: str, said: Said, written: Written) -> None:
    status, out, err = said("verify", written(MEANT[what]), *QUIET)
    name = MEANT[what].split("\n")[-1].split(" =")[0]

    assert (status, out) == (2, "")
    assert f"{name} is not looked at; write " in one_line(err)


def test_what_has_no_claims_of_its_own_is_not_checked(said: Said, written: Written) -> None:
    status, out, err = said("verify", written(""), *QUIET, "--points", "1")

    assert (status, out) == (2, "")
    assert "nothing of yours was checked: it has no claims; write CLAIMS =" in one_line(err)


def test_that_all_is_pending_is_no_success(said: Said, written: Written) -> None:
    status, out, err = said("verify", written(f"CLAIMS = ({PENDING},)"), *QUIET, "--points", "1")

    assert status == 2
    assert "because: too hard" in out
    assert "taps: nothing of yours was checked: every claim is pending" in one_line(err)


def test_a_search_makes_no_pending_claim_a_success(said: Said, written: Written) -> None:
    path = written(f"CLAIMS = ({PENDING},)")
    status, _, err = said("verify", path, *QUIET, "--claim", "later", "--points", "1")

    assert (status, "nothing of yours was checked" in one_line(err)) == (2, True)


def test_why_says_where_it_has_nothing_to_ask_about(said: Said, written: Written) -> None:
    status, out, err = said("why", "--flow", written(""))

    assert (status, out) == (2, "")
    assert "nothing was checked: it has no claim on states or steps" in one_line(err)


def test_a_claim_that_comes_free_is_checked_where_it_is_asked_for(
    said: Said, written: Written
) -> None:
    status, out, _ = said("verify", written(f"CLAIMS = ({PENDING},)"), "--claim", RESERVED[0])

    assert (status, "1 of 1 as expected" in out) == (0, True)


def test_one_flow_of_which_nothing_is_checked_is_not_hidden_by_another(
    said: Said, written: Written
) -> None:
    path = written(f"CLAIMS = ({PENDING},)")
    status, _, err = said("verify", FLOW, path, *QUIET)

    assert (status, "taps: nothing of yours was checked" in one_line(err)) == (2, True)


def test_a_surprise_is_told_though_of_another_flow_nothing_is_checked(
    said: Said, written: Written, tmp_path: Path
) -> None:
    other = tmp_path / "other.py"
    text = TAP.replace('"taps"', '"others"') + f"CLAIMS = ({BROKEN},)"
    other.write_text(text, encoding="utf-8")

    assert said("verify", str(other), written(f"CLAIMS = ({PENDING},)"), *QUIET)[0] == 1


@pytest.mark.parametrize("name", ["taps", "TAPS"])
def test_two_flows_that_share_a_name_are_refused(
    name: str, said: Said, written: Written, tmp_path: Path
) -> None:
    other, packets = tmp_path / "other.py", tmp_path / "packets"
    text = TAP.replace('"taps"', f'"{name}"') + f"CLAIMS = ({HELD},)"
    other.write_text(text, encoding="utf-8")
    asked = ("verify", written(f"CLAIMS = ({HELD},)"), str(other), "--packets", str(packets))
    status, out, err = said(*asked, *QUIET)

    assert (status, out, packets.exists()) == (2, "", False)
    assert f"two flows are called '{name}'; give one another name" in one_line(err)


def test_a_hint_names_what_was_given_and_not_the_flow_of_that_name(
    said: Said, tmp_path: Path
) -> None:
    path = tmp_path / "my css.py"
    text = TAP.replace('"taps"', '"css"') + f"CLAIMS = ({BROKEN},)"
    path.write_text(text, encoding="utf-8")
    _, out, _ = said("verify", str(path), *QUIET)

    assert f"switchproof explain shut --flow '{path}'" in out


def test_a_search_of_so_many_points_says_that_it_proves_no_other_number(
    said: Said, written: Written
) -> None:
    path = written(f"CLAIMS = ({HELD},)")
    _, out, _ = said("verify", path, *QUIET, "--points", "2")

    assert "with just 2 points, which proves nothing of other numbers:" in out


@pytest.mark.parametrize("option", ["--packets", "--claim"])
def test_an_option_without_a_word_is_refused(option: str, said: Said, written: Written) -> None:
    status, out, err = said("verify", written(f"CLAIMS = ({HELD},)"), option, "")

    assert (status, out) == (2, "")
    assert "an empty word was given" in one_line(err)


def test_a_pipe_is_no_flow_file(said: Said, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    status, _, err = said("verify", str(tmp_path / "pipe.py"))

    assert status == 2
    assert "is no file that can be read again, such as a pipe; save what it gives" in one_line(err)


def ran(command: str, path: str, **more: str) -> tuple[int, str, str]:
    """Run a command of the shell with `$S` for the tool and `$F` for a flow file."""
    variables = {**os.environ, "S": f"{sys.executable} -m switchproof", "F": path, **more}
    done = subprocess.run(  # noqa: S602  # only a shell closes a stream
        command, shell=True, env=variables, cwd=ROOT, capture_output=True, check=False, timeout=120
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


UMLAUT = """
kuche = Field("Küche ↯", bool, (False, True))
TAP = Machine("tap", POINT, state=tap, fields=(kuche,), transitions=RULES)
FLOW = Flow("taps", "Küche", (TAP,), parties=(HAND,))
CLAIMS = (Always("shüt", "In the Küche ↯.", IS_SHUT | IS_OPEN | kuche),)
"""


@pytest.mark.parametrize("encoding", ["ascii", "ascii:strict", "utf-8"])
@pytest.mark.parametrize("command", ASKED)
def test_a_word_that_the_output_cannot_write_is_written_otherwise(
    encoding: str, command: str, written: Written
) -> None:
    told = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    status, out, err = ran(f"$S {command}", written(UMLAUT), **told)

    assert (status, err) == (0, "")
    assert {"utf-8": "Küche", "ascii": "K\\xfcche"}[encoding.partition(":")[0]] in out


@pytest.mark.parametrize(
    "command", ["verify $F --jobs 1 --no-cache", "walk $F --take turn", "--help"]
)
def test_a_closed_output_is_said_in_one_line(command: str, written: Written) -> None:
    status, out, err = ran(f"$S {command} >&-", written(f"CLAIMS = ({HELD},)"))

    assert (status, out) == (2, "")
    assert "there is no output to write to" in one_line(err)


def test_what_is_wrong_is_said_nowhere_where_nobody_listens(written: Written) -> None:
    status, out, err = ran("$S verify no-such.py 2>&-", written(""))

    assert (status, out, err) == (2, "", "")


def test_a_complaint_is_one_line_whatever_it_speaks_of(said: Said) -> None:
    status, _, err = said("verify", "a\nb\x1b[2J.py")

    assert status == 2
    assert "a\\nb\\x1b[2J.py: there is no such file" in one_line(err)
