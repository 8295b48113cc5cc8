"""What `--format json` prints is told in help from the type of the report alone."""

from typing import Annotated, TypedDict

from switchproof.terminal.schema import described


class Part(TypedDict):
    name: str
    at: int | None


class Run(TypedDict):
    shape: Annotated[list[int], "how many points each", "provider has"]
    parts: Annotated[list[Part], "in order"]


class Report(TypedDict):
    title: str
    run: Run | None
    runs: dict[str, Run]
    exit: Annotated[int, "the exit status"]


TOLD = """\
--format json prints one object:
{
  "title"
  "run":   null or {
    "shape": how many points each provider has
    "parts": [{"name", "at"}], in order
  }
  "runs":  {NAME: {
    "shape": how many points each provider has
    "parts": [{"name", "at"}], in order
  }}
  "exit":  the exit status
}"""


def test_each_field_is_told_with_what_its_type_says_of_it() -> None:
    assert described(Report) == TOLD
