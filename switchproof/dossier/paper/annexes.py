"""The annexes: the other findings, assumptions, glossary, rules, and how to check all of it."""

from collections.abc import Iterator, Sequence
from importlib import metadata

from diagrams.rules import families
from diagrams.table import cells_told
from model.flows import FLOWS
from model.language.flow import Flow
from model.language.sources import TAGS, Assumption
from model.register import REGISTER
from model.register.glossary import WORDS
from switchproof.deciding.decide import digest_of, loaded
from switchproof.dossier.document import ANNEX, ON_THE_ANNEX
from switchproof.dossier.findings.writers import places
from switchproof.dossier.paper.certainty import texts, verdicts
from switchproof.dossier.paper.front import for_decision
from switchproof.dossier.paper.gathered import Gathered
from switchproof.dossier.paper.handover import state_by_state
from switchproof.dossier.paper.telling import in_full, of_finding
from switchproof.dossier.paper.tree import (
    Block,
    Break,
    Bullets,
    Head,
    Heading,
    PaperTable,
    Paragraph,
    Text,
    bold,
)
from switchproof.dossier.questions.run import unsettled
from switchproof.telling.sentences import capital


def annexes(found: Gathered) -> Iterator[Block]:
    """Yield all annexes."""
    yield Break()
    yield from _findings(found)
    yield from _assumptions(found)
    yield from _glossary()
    yield from _rules()
    yield from state_by_state(found.caught)
    yield from _checking(found)


def _findings(found: Gathered) -> Iterator[Block]:
    decided, numbers = for_decision(found), found.findings.numbers
    rec = next((name for name in numbers if name in ANNEX), None)
    yield Heading("The other findings")
    written = places(list(numbers), found.findings.on_text)
    yield PaperTable(
        "Who writes the words that cure, and where, for all findings.",
        (Head("Who", 46), Head("Where", 88), Head("Findings", 26)),
        [
            [capital(w.value), capital(place), ", ".join(map(str, n))]
            for (w, place), n in written.items()
        ],
    )
    for name, number in numbers.items():
        if name == rec:
            yield Paragraph([bold("On switches under the REC. "), ON_THE_ANNEX])
        if name not in decided:
            yield from in_full(of_finding(found, name), number, with_run=False)


def _assumptions(found: Gathered) -> Iterator[Block]:
    yield Heading("Assumptions, and what hangs on each")
    yield Paragraph(
        "What is taken to hold though no text that was read says it. Beside each stands of how "
        "many sentences the proof or the example uses it, and which text would settle it."
    )
    settling = {id_: one.text.name for one in unsettled().hanging() for id_ in one.assumed}
    rows = []
    for one in REGISTER.values():
        if isinstance(one, Assumption):
            hanging = sum(one.id in row["rests_on"] for row in found.claims)
            rows.append([one.id, one.says, str(hanging), capital(settling.get(one.id, ""))])
    yield PaperTable(
        "The assumptions.",
        (
            Head("Id", 31),
            Head("What is assumed", 68),
            Head("Sentences", 20),
            Head("What would settle it", 41),
        ),
        rows,
    )
    yield texts()


def _glossary() -> Iterator[Block]:
    yield Heading("What abbreviations stand for")
    rows = [[bold_of(word.name), f"{word.long}. {word.says}", word.tag] for word in WORDS]
    yield PaperTable(
        f"Glossary. Known: {'; '.join(f'{tag}, {says}' for tag, says in TAGS.items())}.",
        (Head("Term", 26), Head("What it stands for", 120), Head("Known", 14)),
        rows,
    )


def bold_of(words: str) -> Text:
    """Return a text of which all is bold."""
    return [bold(words)]


def _rules() -> Iterator[Block]:
    yield Heading("The rules")
    yield Paragraph(
        "All rules of the model: each says what happens, from where it leads to where, under "
        "which condition and with which effect, who does it, and which sentence, fact or "
        "assumption it comes from. A fact has behind its id how well it is known (annex C)."
    )
    for name in FLOWS:
        flow = loaded(name).flow
        for machine in families(flow):
            yield from _table_of(flow, machine)


def _table_of(flow: Flow, machine: str) -> Iterator[Block]:
    rows = [_rule(cells) for cells in cells_told(flow, families(flow)[machine])]
    columns = (
        Head("No.", 8),
        Head("What happens, by whom", 38),
        Head("From, to", 32),
    )
    if rows:
        yield PaperTable(
            f"{flow.title}. Rules of {machine}.",
            (*columns, Head("When, and what else then", 42), Head("Source", 40)),
            rows,
        )


def _rule(cells: Sequence[str]) -> Sequence[Text]:
    number, event, origin, to, when, then, by, source = cells
    what = f"{event}, {by}" if by else event
    leads = f"{origin} stays" if to == "stays" else f"{origin} → {to}"
    return [number, what, leads, capital("; ".join(filter(None, (when, then)))), source]


def _checking(found: Gathered) -> Iterator[Block]:
    yield Heading("How to check this oneself")
    version = metadata.version("switchproof")
    yield Paragraph(
        f"All of this was made by switchproof {version}, which is a program and the model in one. "
        "Nobody need trust it:"
    )
    yield Bullets(
        [
            [
                bold("switchproof verify --packets packets"),
                " decides every sentence anew and writes the evidence for each;",
            ],
            [
                bold("switchproof check packets"),
                (
                    " has that evidence checked by a program that "
                    "shares nothing with the first, and then by two others;"
                ),
            ],
            [bold("switchproof dossier findings"), " tells every finding with its whole run;"],
            [bold("switchproof walk current"), " takes the rules step by step, by hand;"],
            [
                bold("switchproof dossier paper"),
                " makes this paper again: from the same model it is the same, byte by byte.",
            ],
        ]
    )
    yield verdicts(found)
    yield PaperTable(
        "The rules by which this was made, by fingerprint: another fingerprint is another model.",
        (Head("Rules", 100), Head("Fingerprint", 60)),
        [[flow["title"], digest_of(flow["flow"], None)[:24]] for flow in found.flows],
    )
