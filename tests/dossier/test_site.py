"""The site: no dead link, nothing undecided that looks proved, written whole or not at all."""

import re
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from switchproof.cli import main
from switchproof.deciding.decide import Task
from switchproof.dossier.site.build import site
from switchproof.dossier.site.context import verdict
from switchproof.dossier.site.html import all_of, e, link
from switchproof.dossier.site.markdown import blocks
from switchproof.dossier.site.pages import Pages
from switchproof.dossier.site.run import is_ours, status_of
from switchproof.dossier.site.told import VerdictTold
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.folders import place_for_folder, write_folder
from tests import site as small

CLAIM = "both-secured-or-both-ended"
PAGE = f"claims/{small.FLOW}/{CLAIM}.html"


def test_every_link_leads_to_a_file_of_the_site_and_to_a_place_that_is_on_it() -> None:
    read = {name: small.Read(text) for name, text in small.pages().items()}
    dead = []
    for name, page in read.items():
        for to in page.links:
            file, _, place = to.partition("#")
            at = normpath(join(dirname(name), unquote(file))) if file else name
            if at not in small.files() or (place and place not in read[at].ids):
                dead.append(f"{name}: {to}")
    assert len(read) > 300
    assert dead == []


def test_every_page_can_be_come_to_from_the_first() -> None:
    seen, new = {"index.html"}, ["index.html"]
    while new:
        name = new.pop()
        for to in small.Read(small.pages()[name]).links:
            at = normpath(join(dirname(name), to.partition("#")[0])) if to[0] != "#" else name
            if at in small.pages() and at not in seen:
                seen.add(at)
                new.append(at)
    assert {*small.pages()} - seen == set()


def test_nothing_is_loaded_from_elsewhere_and_no_script_is_needed() -> None:
    for name, text in small.pages().items():
        assert not re.search(r'(?:href|src)="(?:[a-z]+:|/)', text), name
        assert "<script" not in text, name


def test_pages_are_well_formed_with_one_title_and_headings_in_order() -> None:
    for name, text in small.pages().items():
        page = small.Read(text)
        assert page.open == [], name
        assert page.headings.count(1) == 1, name
        steps = zip(page.headings, page.headings[1:], strict=False)
        assert all(to <= at + 1 for at, to in steps), name
        assert len(page.ids) == len(set(page.ids)), name


def test_a_dead_link_is_noticed_as_pages_are_linked() -> None:
    pages = Pages("a test")
    pages.put("/style.css", "")
    for to in ("/index.html", "/flows.html", "/diagrams.html", "/claims.html", "/statements.html"):
        pages.add(to, "A page")
    for to in ("/findings.html", "/handover.html", "/glossary.html", "/checking.html"):
        pages.add(to, "A page")
    assert '<a href="flows.html">' in str(pages.linked()["index.html"])
    pages.add("/a/page.html", "Another", link("/glossary.html#DSP", "DSP"))
    with pytest.raises(AssertionError, match=r"/a/page.html leads to /glossary.html#DSP"):
        pages.linked()


def test_no_two_files_have_one_path_whatever_the_case() -> None:
    pages = Pages("a test")
    pages.put("/runs/A.svg", "")
    with pytest.raises(AssertionError, match="two files"):
        pages.put("/runs/a.svg", "")


def part(text: str, heading: str) -> str:
    """Return what stands on a page under a heading, up to the next of its level."""
    under = re.search(rf"<h2[^>]*>{heading}(?: \(\d+\))?</h2>(.*?)(?=<h2|</main>)", text, re.DOTALL)
    return under[1] if under else ""


def cited_by_claims() -> set[tuple[str, str]]:
    """Return which claim leads to which statement, as its page says under its own heading."""
    found = set()
    for task in (one for one in small.material().told if one.variant is None):
        page = f"claims/{task.source}/{task.claim}.html"
        cites = part(small.pages()[page], "What it rests on").partition("</p>")[0]
        links = re.findall(r'href="../../statements/([^"]+)"', cites)
        found |= {(page, f"statements/{unquote(to)}") for to in links}
    return found


def test_each_claim_leads_to_each_statement_that_it_cites_under_its_own_heading() -> None:
    told = {t: one.row for t, one in small.material().told.items() if t.variant is None}
    pages = {
        (f"claims/{task.source}/{task.claim}.html", f"statements/{cited}.html")
        for task, row in told.items()
        for cited in row["cites"]
    }

    assert len(pages) > 20
    assert pages <= cited_by_claims()


def test_each_statement_leads_back_to_just_the_claims_that_cite_it() -> None:
    back = set()
    for name in (one for one in small.pages() if one.startswith("statements/")):
        links = re.findall(r'href="../(claims/[^"#]+)"', part(small.pages()[name], "Claims"))
        back |= {(unquote(to), name) for to in links}

    assert back == cited_by_claims()


def test_a_rule_and_its_statements_lead_to_each_other() -> None:
    flow = small.pages()[f"flows/{small.FLOW}.html"]
    row = re.search(r'<tr id="(leg-1)">.*?statements/([^"]+)\.html', flow)
    assert row
    back = small.Read(small.pages()[f"statements/{row[2]}.html"]).links
    assert f"../flows/{small.FLOW}.html#{row[1]}" in back


def test_a_finding_and_its_statements_lead_to_each_other() -> None:
    (finding,) = [one for one in small.material().findings if one.id == "nothing-is-saved"]
    page = small.Read(small.pages()["findings/nothing-is-saved.html"])
    for cited in finding.cites:
        assert f"../statements/{cited}.html" in page.links
        back = small.Read(small.pages()[f"statements/{cited}.html"]).links
        assert "../findings/nothing-is-saved.html" in back


def test_every_variant_has_its_run_in_words_and_drawn_on_the_page_of_its_claim() -> None:
    variants = {task: told for task, told in small.material().told.items() if task.variant}
    assert len(variants) > 10
    for task, told in variants.items():
        page = small.pages()[f"claims/{task.source}/{task.claim}.html"]
        assert "fails as it should" in small.Read(page).text
        if told.row["run"] is not None:
            assert told.story
            assert told.figures
            assert all(f'src="../../runs/{name}"' in page for name, _ in told.figures)


def undecided() -> VerdictTold:
    told = small.material().told[Task(small.FLOW, CLAIM)]
    row = {**told.row, "verdict": "undecided", "reason": "a limit was reached", "points": None}
    return VerdictTold(row, ("Undecided. We do not know: a limit was reached.",))  # type: ignore[arg-type]


def test_what_is_undecided_is_never_shown_as_proved() -> None:
    told = {**small.material().told, Task(small.FLOW, CLAIM): undecided()}
    changed = replace(small.material(), told=told)
    made = site(changed)
    claim, front = (small.Read(str(made[name])).text for name in (PAGE, "index.html"))
    assert "undecided" in verdict(undecided())
    assert "proved" not in verdict(undecided())
    assert "? undecided" in claim
    assert "proved" not in claim.partition("Variants")[0]
    assert "What needs a look" in front
    assert "No verdict is other than expected" not in front
    assert status_of(changed) == UNDECIDED


def test_what_is_pending_is_said_on_the_first_page() -> None:
    row = {**undecided().row, "verdict": None}
    told = {**small.material().told, Task(small.FLOW, CLAIM): VerdictTold(row, ())}  # type: ignore[arg-type]
    made = site(replace(small.material(), told=told))
    front = small.Read(str(made["index.html"])).text
    assert "pending, and so not known" in front
    assert "none is unknown" not in front


def test_a_verdict_that_surprises_is_said_to_and_counts() -> None:
    told = small.material().told[Task(small.FLOW, CLAIM)]
    odd = replace(told, row={**told.row, "surprise": "it should hold"})
    every = {**small.material().told, Task(small.FLOW, CLAIM): odd}
    changed = replace(small.material(), told=every)
    assert "! proved" in verdict(odd)
    assert "This is a surprise: it should hold." in small.Read(str(site(changed)[PAGE])).text
    assert status_of(changed) == SURPRISE


def test_a_finding_that_stands_no_more_is_said_and_counts() -> None:
    changed = replace(small.material(), open=["an-old-finding"], status_of_findings=SURPRISE)
    text = small.Read(str(site(changed)["findings.html"])).text
    assert "Not shown any more, or not known An old finding" in text
    assert (status_of(small.material()), status_of(changed)) == (AS_EXPECTED, SURPRISE)


def test_what_is_not_known_of_findings_designs_or_orders_counts() -> None:
    whole = small.material()
    assert status_of(replace(whole, status_of_findings=UNDECIDED)) == UNDECIDED
    assert status_of(replace(whole, order=None)) == UNDECIDED
    assert status_of(replace(whole, designs=[small.compared("not known", "holds")])) == UNDECIDED


def test_the_same_material_gives_the_same_bytes() -> None:
    assert site(small.material()) == small.files()


def test_the_front_says_version_edition_and_model() -> None:
    text = small.Read(small.pages()["index.html"]).text
    assert "undated; it expects the interface design by the end of June 2019" in text
    assert f"model {small.material().digest[:12]}" in text


def test_the_handover_is_told_by_design_order_and_what_is_found() -> None:
    page = small.Read(small.pages()["handover.html"])
    assert "A claim on the design. holds fails (3)" in page.text
    assert "No way back after" in page.text
    assert "What it finds under way A design" in page.text
    found = small.Read(small.pages()["handover/frozen.html"])
    assert "the file is sent 4 steps it stays; then possible: load the file 1-a" in found.text


def test_text_is_escaped_once_and_elements_are_not() -> None:
    assert e("p", "a < b & ", e("b", '"c"')) == "<p>a &lt; b &amp; <b>&quot;c&quot;</b></p>"
    assert e("a", "x", href='"&', class_="y", title=None) == '<a href="&quot;&amp;" class="y">x</a>'


@pytest.mark.parametrize(
    ("lines", "made"),
    [
        (["# A *title*"], "<h2>A *title*</h2>"),
        (["one", "two **bold** `x<y`"], "<p>one two <b>bold</b> <code>x&lt;y</code></p>"),
        (["> a", "> b"], "<blockquote><p>a b</p></blockquote>"),
        (["- a", "  b", "- c"], "<ul><li>a b</li><li>c</li></ul>"),
        (["- a", "  - b"], "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ([r"a \*b\* \| c"], "<p>a *b* | c</p>"),
        (["so:", "- a"], "<p>so:</p><ul><li>a</li></ul>"),
    ],
)
def test_markdown_becomes_elements(lines: list[str], made: str) -> None:
    assert blocks(lines, all_of, 1) == made


def test_a_table_in_markdown_keeps_its_cells() -> None:
    lines = ["# One", "", "| a | b |", "|---|---|", r"| c \| d | **e** |"]
    assert small.Read(blocks(lines, all_of)).said == ["One", "One", "a", "b", "c | d", "e"]


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "site"
    write_folder(folder, {"index.html": "first", "a/b.txt": b"x"}, lambda _: True)
    write_folder(folder, {"index.html": "second"}, lambda _: True)
    assert [one.name for one in folder.iterdir()] == ["index.html"]
    assert (folder / "index.html").read_text() == "second"
    assert [one.name for one in folder.parent.iterdir()] == ["site"]


def test_a_folder_that_holds_other_things_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(BadInput, match="holds other things; name a new folder"):
        write_folder(tmp_path, {"index.html": "new"}, is_ours)
    assert (tmp_path / "index.html").read_text() == "mine"


def test_what_cannot_be_written_leaves_the_old_folder(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_folder(folder, {"index.html": "first"}, lambda _: True)
    with pytest.raises(BadInput, match="cannot be written"):
        write_folder(folder, {"a": "", "a/b": "a file is no folder"}, lambda _: True)
    assert (folder / "index.html").read_text() == "first"
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_a_folder_in_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(BadInput, match=r"nothing can be made in .*letter\.txt; name another"):
        place_for_folder(str(tmp_path / "letter.txt" / "site"), is_ours)


def test_a_site_may_be_replaced_and_is_known_by_its_first_page(tmp_path: Path) -> None:
    folder = small.written(tmp_path / "site")
    assert is_ours(folder)
    assert not is_ours(tmp_path)


def test_the_command_refuses_a_folder_of_other_things_before_it_decides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert main(["dossier", "site", "--out", str(tmp_path)]) == 2
    assert "holds other things" in capsys.readouterr().err
