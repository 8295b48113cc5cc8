"""What is claimed of two suppliers holds of three: no claim rests on there being two."""

import json
import subprocess
import sys

import pytest

# Where one of the others is at hand, a variant breaks its claim sooner; with two it cannot.
SOONER = {
    ("a second request is made pending", "one-open-request"): 4,
    ("an erroneous switch is returned past an open request", "one-open-request"): 3,
    ("a return is spared more than the standstill", "one-open-request"): 9,
    (
        "a rejection that leaves the request open",
        "pending-only-if-nothing-stands-against-it",
    ): 4,
    ("a switch that overtakes a message", "an-earlier-message-stays-behind"): 16,
}


def asked(*arguments: str) -> str:
    """Return what a command prints where there are three suppliers."""
    command = [sys.executable, "-m", "tests.three_suppliers", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@pytest.mark.parametrize("name", ["current", "css", "handover"])
def test_each_family_has_a_third_member(name: str) -> None:
    lines = asked("list", "rules", name, "--expanded").splitlines()
    second = [line for line in lines if "(supplier B)" in line]

    assert len(second) == len([line for line in lines if "(supplier C)" in line]) > 0


@pytest.mark.soak
def test_all_that_is_claimed_of_two_suppliers_holds_of_three() -> None:
    limits = (
        "--jobs",
        "1",
        "--timeout",
        "600",
        "--no-cache",
    )  # an outer limit: the machine may be busy
    flows = json.loads(asked("verify", "current", "css", *limits, "--format", "json"))
    rows = [row for flow in flows["flows"] for row in flow["claims"]]
    other = {(row["variant"], row["id"]): row["steps"] for row in rows if row["surprise"]}

    assert len(rows) > 500
    assert other == SOONER
