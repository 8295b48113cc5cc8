"""Findings: their data, the runs as they are told, and what is taken for a cure.

That the whole text is as kept is checked when it is written anew: `make soak` does it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from functools import cache
from pathlib import Path

import pytest

from model.css.entry import CSS_ENTRY, REINSTATE, SUSPEND
from model.css.flow import FLOW as CSS
from model.css.gateway import PASSES
from model.css.licence import CRS
from model.current.authority import AUTHORITY, COMMAND_ACCEPTED
from model.drafting.flow import FLOW as DRAFTING
from model.drafting.text import TEXT, Text
from model.flows import FLOWS
from model.language import (
    INDUSTRY,
    POINT,
    Always,
    Assumption,
    Claim,
    Clause,
    Event,
    Expression,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Sometimes,
    Tie,
    Transition,
    Via,
)
from model.parties import DCC, NETWORK_PARTY, Supplier
from model.register import REGISTER
from properties.analyses.cures import Footing, decided_anew, footings, grounds_in, grounds_of, lost
from properties.css import CLAIMS as OF_CSS
from properties.engine.budget import Budget
from properties.engine.packets.checked import Asked, settle_and_keep, take
from properties.engine.packets.kept import Kept
from properties.engine.packets.store import Store
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict
from properties.handover import VARIANTS as VARIANTS_OF_HANDOVER
from switchproof.cli import main
from switchproof.deciding.load import load
from switchproof.dossier.findings import deciding, tasks
from switchproof.dossier.findings.changes import as_it_stands, in_turn, of_rules, without
from switchproof.dossier.findings.cured import CureTold
from switchproof.dossier.findings.deciding import Deciding
from switchproof.dossier.findings.kinds import Finding, Pair
from switchproof.dossier.findings.run import drawn
from switchproof.dossier.findings.stories import common_in
from switchproof.dossier.findings.tasks import At, CureTask, advised, is_cured
from switchproof.dossier.findings.text import document
from switchproof.dossier.findings.together import Together, together_told
from switchproof.dossier.findings.told import FindingTold, finding_told
from switchproof.dossier.findings.words import Drafter, Instruction
from switchproof.dossier.findings.writers import who_writes
from switchproof.dossier.secas_2019.doubts import parts_of_the_table
from switchproof.dossier.secas_2019.findings import ANNEX, DISMISSED, FINDINGS, ON_TEXT, ORDER
from switchproof.dossier.secas_2019.on_remedies import taken, with_crs_apart
from switchproof.dossier.secas_2019.on_requests import ON_REQUESTS
from switchproof.dossier.secas_2019.on_silence import (
    networks_unheard,
    saves_nothing,
    suspended_in_silence,
)
from switchproof.dossier.secas_2019.on_terms import (
    meanings_of_crs,
    one_of_two,
    rdp_not_met,
    standards,
)
from switchproof.dossier.secas_2019.on_text import (
    SAID,
    codes_not_replaced,
    networks_touched,
    steps_that_nobody_owes,
)
from switchproof.dossier.secas_2019.on_the_night import ON_THE_NIGHT
from switchproof.dossier.secas_2019.on_what_moves import ON_WHAT_MOVES
from switchproof.telling.common import Stretch
from switchproof.telling.folding import folded, story_of
from switchproof.telling.sentences import capital
from switchproof.terminal.progress import Progress

KEPT = (Path(__file__).parents[2] / "FINDINGS.md").read_text()
BY_ID = {finding.id: finding for finding in FINDINGS}
NAMES = [finding.id for finding in FINDINGS] + [text.id for text in ON_TEXT]
QUICK = (
    "owed-to-oneself",
    "orphan-duty",
    "a-split-that-binds-nobody",
    "not-at-one-instant",
    "owed-in-the-gap",
    "owed-while-shut-out",
    "keys-that-still-sign",
    "a-removed-hub-stays",
    "the-tie",
    "secured-and-not-applied",
    "two-dates-for-good",
    *(
        one.id
        for one in (*ON_THE_NIGHT, *ON_WHAT_MOVES, *ON_REQUESTS)
        if one.base != "with-fallback"  # among so few runs its own would cut a stretch shorter
    ),
)


def decided(finding: Finding) -> Result:
    return decide(finding.shown_in, finding.outcome)


def shown(finding: Finding) -> FindingTold:
    story = decide(finding.shown_in, finding.story) if finding.story else None
    return FindingTold(finding, decided(finding), (), None, story)


class TestData:
    def test_every_finding_has_a_name_of_its_own(self) -> None:
        assert len(NAMES) == len(set(NAMES))

    def test_there_are_more_than_ten(self) -> None:
        assert len(names_in(KEPT)) > 10  # candidates that were expected to stand

    def test_what_is_kept_has_every_finding_in_its_order(self) -> None:
        assert sorted((*ORDER, *ANNEX)) == sorted(NAMES)
        assert names_in(KEPT) == [title(name) for name in (*ORDER, *ANNEX)]
        annex = KEPT.index("## Annex for those who draft the REC")
        assert names_in(KEPT[annex:]) == [title(name) for name in ANNEX]

    @pytest.mark.parametrize("one", [*FINDINGS, *ON_TEXT], ids=lambda one: one.id)
    def test_it_opens_with_one_sentence_of_at_most_25_words(self, one: Finding) -> None:
        assert len(one.sentence.split(". ")[0].split()) <= 25

    @pytest.mark.parametrize("name", ANNEX)
    def test_what_is_in_the_annex_cites_no_clause_of_the_paper(self, name: str) -> None:
        assert [c for c in BY_ID[name].clauses.split() if isinstance(REGISTER[c], Clause)] == []

    def test_two_owe_the_sending_where_the_new_duty_begins_before_the_old_one_ends(self) -> None:
        overlap = next(v for v in VARIANTS_OF_HANDOVER if v.name == "overlap")
        outcome = BY_ID["not-at-one-instant"].outcome

        assert decide(overlap.flow, outcome).verdict is Verdict.PROVED

    @pytest.mark.parametrize("one", [*FINDINGS, *ON_TEXT, *DISMISSED])
    def test_its_clauses_are_in_the_register(self, one: Finding) -> None:
        assert [name for name in one.clauses.split() if name not in REGISTER] == []

    @pytest.mark.parametrize("finding", FINDINGS, ids=lambda one: one.id)
    def test_it_is_on_a_flow_that_is_there_and_has_a_cure_or_says_why_not(
        self, finding: Finding
    ) -> None:
        assert finding.base in FLOWS
        assert bool(finding.cures) != bool(finding.uncured)

    @pytest.mark.parametrize("finding", FINDINGS, ids=lambda one: one.id)
    def test_what_speaks_besides_for_or_against_it_is_in_the_register(
        self, finding: Finding
    ) -> None:
        named = re.findall(r"\b(?:[A-Z]\d\.[\w-]+|\d\.\d-\w)", finding.besides)

        assert bool(named) == bool(finding.besides)
        assert set(named) <= set(REGISTER)

    def test_what_is_dismissed_names_claims_that_are_there(self) -> None:
        for one in DISMISSED:
            known = {claim.id for claim in load(one.base).claims} if one.base else set()

            assert set(one.claims) <= known

    def test_the_register_shows_what_its_findings_say(self) -> None:
        assert codes_not_replaced().endswith("speaks of UNC.")
        assert "under 7 duties: that RDPs send no file, to answer flags, " in networks_touched()
        assert "the DCC and the CSS provider, SECAS" in steps_that_nobody_owes()
        assert meanings_of_crs().startswith("The CRS is a service in 1-b, 2.1-i; a body in ")
        assert meanings_of_crs().endswith("told by the CSS, and the CSS by it (2.1-a, C6, 2.1-g).")
        assert "relevant in 2.1-a, 2.2-b" in standards()
        assert one_of_two().startswith("CRS/CSS stands as one body in 5-F")
        assert "is appointed by a Network Party" in rdp_not_met()

    def test_the_transfer_takes_a_remedy_in_two_duties_and_the_cure_keeps_it(self) -> None:
        assert taken().startswith("In 2 duties of today what is lost is the event of default")
        assert with_crs_apart() == ""
        assert "M" not in parts_of_the_table()

    def test_a_finding_that_its_cure_does_not_cure_does_not_stand(self) -> None:
        (remedy,) = (one for one in ON_TEXT if one.id == "the-remedy-is-lost")

        assert remedy.stands
        assert not replace(remedy, cured=remedy.shows).stands
        assert not replace(remedy, shows=with_crs_apart).stands

    def test_an_instruction_says_where_in_place_of_what_and_whether_around_it_was_read(
        self,
    ) -> None:
        assert Instruction("Section M8.1", "save the CRS", "'the DCC'").where == (
            "in Section M8.1, in place of 'the DCC'; surrounding text not read"
        )
        assert Instruction("section 3", "so", read=True).where == "in section 3, to be added"


def title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def names_in(text: str) -> list[str]:
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    return [head.split(". ", 1)[1] for head in heads if head[3].isdigit()]


@cache
def quickly() -> dict[str, FindingTold]:
    return {name: shown(BY_ID[name]) for name in QUICK}


@cache
def in_common() -> tuple[Stretch, ...]:
    return common_in([run for told in quickly().values() for run in told.runs])


@pytest.mark.parametrize("name", QUICK)
def test_the_run_that_is_kept_is_the_run_that_is_found(name: str) -> None:
    told = quickly()[name]
    lines = list(finding_told(told, in_common()))
    before_the_cure = lines[: next(n for n, x in enumerate(lines) if x.startswith("**No cure"))]

    assert told.stands
    assert "\n".join(before_the_cure) in KEPT


def test_what_runs_have_in_common_is_told_before_them_and_named_in_them() -> None:
    before, *_ = KEPT.partition("\n## 1. ")
    flowing = " ".join(before.split())

    told = [f"**{one.letter}**, until " in before for one in in_common()]
    assert len(told) > 3
    assert all(told)
    for stretch in in_common():
        assert all(f"{capital(step.act)}" in flowing for step in stretch.steps)
        assert KEPT.count(f" As in {stretch.letter}, until ") > 1


def test_a_finding_that_is_not_shown_any_more_drops_out() -> None:
    finding = BY_ID["the-tie"]
    cured = decide(load("css").flow, finding.outcome)
    text = document([FindingTold(finding, cured, (), None)], (), (), ())

    assert names_in(text) == []
    assert "## Not shown any more, or not known\n\n- the-tie\n" in text


def test_a_cure_that_does_not_cure_keeps_a_finding_from_standing() -> None:
    finding = BY_ID["a-removed-hub-stays"]
    told = CureTold(finding.cures[0], cures=False, costs=())

    assert not FindingTold(finding, decided(finding), (told,), None).stands


class TestSilence:
    def test_what_passes_to_another_is_named_until_a_statement_speaks_of_a_breach(self) -> None:
        assert "the Networks' duty to send" in saves_nothing()
        assert saves_nothing({"2.3-h": "A breach of before is not affected."}) == ""

    def test_a_suspension_is_silent_until_a_reason_a_duty_or_a_notice_is_there(self) -> None:
        rule, *_ = CSS_ENTRY.rules_of(SUSPEND)
        hears = Transition(Event("hear of it", INDUSTRY, CRS), rule.source, None, cites="5-H2")
        asking = CSS.but(CSS_ENTRY.instead(SUSPEND, replace(rule, when=PASSES)))
        by_crs = CSS.but(CSS_ENTRY.also(hears))
        some = next(duty for duty in CSS.duties if duty.obligor is DCC).bare()
        owing = replace(some, name="to reinstate", scope=INDUSTRY, performed_by=(REINSTATE,))

        assert suspended_in_silence().startswith("No reason is asked for; no duty asks")
        assert suspended_in_silence(asking) == ""
        assert suspended_in_silence(by_crs) == ""
        assert suspended_in_silence(replace(CSS, duties=(*CSS.duties, owing))) == ""
        assert suspended_in_silence(CSS, {"5-H4": "The DCC gives notice of it."}) == ""

    def test_networks_are_unheard_until_a_step_or_a_statement_is_theirs(self) -> None:
        comment = Event("Networks comment", INDUSTRY, NETWORK_PARTY)
        theirs = TEXT.also(Transition(comment, Text.PRESENTED, None, cites="6-f"))
        heard = DRAFTING.but(theirs, parties=(*DRAFTING.parties, NETWORK_PARTY))

        assert networks_unheard().endswith(
            "the DCC and the CSS provider, SECAS, whoever drafts the REC, TABASC, "
            "somebody not named, SMKI PMA, SSC and the SEC Panel."
        )
        assert networks_unheard(heard) == ""
        assert networks_unheard(DRAFTING, {**SAID, "6-g": "Network Parties comment."}) == ""


class TestInstructions:
    @pytest.mark.parametrize("finding", FINDINGS, ids=lambda one: one.id)
    def test_each_cure_says_where_what_and_what_it_does_not_model(self, finding: Finding) -> None:
        for cure in finding.cures:
            assert cure.words.place
            assert not cure.words.words.endswith(".")
            assert cure.beyond
            assert not cure.words.read  # the SEC, licences and the REC were not read

    def test_the_table_has_every_finding_with_a_cure_once_and_by_who_writes(self) -> None:
        names = [*ORDER, *ANNEX]
        rows = list(who_writes(names, ON_TEXT))[5:]
        numbers = [int(n) for row in rows for n in row.split("|")[3].split(",")]
        uncured = [names.index(f.id) + 1 for f in FINDINGS if not f.cures]

        assert sorted([*numbers, *uncured]) == list(range(1, len(names) + 1))
        writers = list(dict.fromkeys(row.split("|")[1].strip() for row in rows))
        assert writers == [writer.value for writer in Drafter]

    def test_what_no_longer_stands_is_in_no_row(self) -> None:
        (row,) = list(who_writes(["the-tie"], ()))[5:]

        assert row.endswith("| 1 |")


def cured_by(at: At, cures: tuple[At, ...]) -> bool | None:
    """Tell whether a cure of the css flow does what it is for, with all these made in turn."""
    return is_cured(CureTask("css", at, cures, 60))


def claim_of_the_tie() -> Claim:
    return load("css").claim(BY_ID["the-tie"].outcome.id)


class TestTogether:
    @pytest.mark.parametrize("at", advised("css"), ids=lambda at: at[0])
    def test_each_cure_of_the_css_still_cures_with_all_others(self, at: At) -> None:
        assert cured_by(at, advised("css"))

    def test_where_a_later_change_overwrites_an_earlier_one_that_is_found(self) -> None:
        last = ("no-trigger", 0)  # it puts whole machines in place
        wrong = (*(at for at in advised("css") if at != last), last)

        assert [at[0] for at in wrong if not cured_by(at, wrong)] == [
            "no-heartbeat",
            "accepted-then-suspended",
        ]

    def test_no_two_advised_cures_are_of_one_finding(self) -> None:
        for base in dict.fromkeys(one.base for one in FINDINGS):
            assert len(dict(advised(base))) == len(advised(base))

    def test_words_that_collide_with_a_cure_are_found_and_told(self) -> None:
        told = Deciding(60, Progress("")).finding(BY_ID["owed-in-the-gap"])
        chosen, other = told.cures

        assert (chosen.colliding, chosen.as_meant) == ((), True)
        assert other.colliding == (
            Pair("not-at-one-instant", "owed-in-the-gap", "not-at-one-instant", cured=False),
        )
        assert told.stands
        said = " ".join(finding_told(told))
        assert "they undo the cure of 'Not at one instant'." in " ".join(said.split())

    def test_words_that_are_not_advised_and_collide_with_nothing_are_a_surprise(self) -> None:
        cure = BY_ID["owed-in-the-gap"].cures[1]

        assert not CureTold(cure, cures=True, costs=()).as_meant
        assert not CureTold(cure, cures=None, costs=()).as_meant

    def test_the_set_of_the_handover_holds_and_a_set_with_the_other_words_does_not(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert Deciding(60, Progress("")).together("handover").holds
        both = (("not-at-one-instant", 0), ("owed-in-the-gap", 1))
        monkeypatch.setattr(deciding, "advised", lambda _: both)
        wrong = Deciding(60, Progress("")).together("handover")

        assert not wrong.holds
        assert "'Not at one instant' is not cured with all." in " ".join(together_told(wrong))

    def test_what_is_kept_of_a_pair_and_not_accepted_is_counted_whoever_decides_it(
        self, tmp_path: Path
    ) -> None:
        both = ("not-at-one-instant", 0), ("owed-in-the-gap", 1)
        kept = Kept(Store(tmp_path))
        before = Deciding(60, Progress(""), kept)._pairs("handover", [both])
        entries = [path for path in tmp_path.iterdir() if path.is_file()]
        for path in entries:
            path.write_text("spoilt")
        after = Deciding(60, Progress(""), kept)._pairs("handover", [both])

        assert entries
        assert after == before
        assert kept.refused.total() == len(entries)

    def test_what_is_not_known_is_never_told_as_proved(self) -> None:
        cure = BY_ID["owed-in-the-gap"].cures[1]
        pair = Pair("the-tie", "no-order", "the-tie", cured=None)
        tie = BY_ID["the-tie"]

        for one in (Together("css", {tie: None}), Together("css", {tie: True}, pairs=(pair,))):
            assert one.undecided
            assert not one.holds
            assert "'The tie' is not known to be cured" in " ".join(together_told(one))
            assert "proved" not in " ".join(together_told(one))
        assert CureTold(cure, cures=True, costs=(), pairs=(pair,)).undecided
        assert CureTold(cure, cures=None, costs=()).undecided

    def test_what_is_not_decided_is_not_known_to_be_cured(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        unknown = replace(decided(BY_ID["the-tie"]), verdict=Verdict.UNDECIDED)
        monkeypatch.setattr(tasks, "take_or_settle", lambda *_: unknown)
        monkeypatch.setattr(tasks, "settle_and_keep", lambda *_: unknown)
        changed, had = ("a-removed-hub-stays", 0), ("the-tie", 0)
        deciding_it = Deciding(60, Progress(""))
        deciding_it._standing["css"] = standing_of(CSS, [claim_of_the_tie()])
        of_the_tie = replace(unknown, claim=claim_of_the_tie())
        monkeypatch.setattr(deciding_it, "_lost", lambda *_: (of_the_tie,))

        assert cured_by(changed, (changed,)) is None
        assert [p.cured for p in deciding_it._pairs("css", [(changed, had)])] == [None, None]

    def test_what_is_lost_by_all_and_by_none_alone_is_told(self) -> None:
        lost_one = replace(decided(BY_ID["the-tie"]), verdict=Verdict.REFUTED)
        one = Together("css", {BY_ID["the-tie"]: True}, (lost_one,))

        assert f"alone: {lost_one.claim.sentence}" in " ".join(together_told(one))


class TestChanges:
    def test_one_change_follows_another(self) -> None:
        shut = of_rules(DOOR, OPEN, lambda rule: replace(rule, when=rule.when & lit))
        both = in_turn(shut, of_rules(DOOR, OPEN, lambda rule: replace(rule, target=Door.FORCED)))
        (rule,) = both(HOUSE).machines[0].rules_of(OPEN)

        assert rule.target is Door.FORCED
        assert "was lit" in str(rule.when)
        assert as_it_stands(HOUSE) is HOUSE

    def test_what_is_left_out_is_left_out_of_the_machine_as_it_is_then(self) -> None:
        both = in_turn(without(FORCE, DOOR), without(OPEN, DOOR))

        assert {str(event) for event in both(HOUSE).machines[0].events} == {"light"}


class Door(Enum):
    """What the door is."""

    SHUT = "shut"
    OPEN = "open"
    FORCED = "forced"


class Lamp(Enum):
    """What the lamp is."""

    OFF = "off"
    ON = "on"


door, lamp = Field("door", Door, Door.SHUT), Field("lamp", Lamp, Lamp.OFF)
lit = Field("it was lit", bool, initial=False)
guard = Party("guard", (Tie("rules", Via.ACCESSION, "A-1"),))
OPEN, FORCE = Event("open", POINT, by=guard), Event("force", POINT, by=guard)
LIGHT = Event("light", POINT, by=guard)
DOOR = Machine(
    "door",
    POINT,
    state=door,
    transitions=(
        Transition(LIGHT, Door, None),
        Transition(OPEN, Door.SHUT, Door.OPEN),
        Transition(FORCE, Door.OPEN, Door.FORCED),
    ),
)
LAMP = Machine(
    "lamp",
    POINT,
    state=lamp,
    fields=(lit,),
    transitions=(Transition(LIGHT, Lamp.OFF, Lamp.ON, then={lit: True}),),
)
HOUSE = Flow("house", "A house", (DOOR, LAMP), (guard,), (Assumption("A-1", "It is a house."),))
CLAIMS: tuple[Claim, ...] = (
    Always("lit-when-on", "A lamp that is on was lit.", lamp.is_(Lamp.ON).implies(lit)),
    Sometimes("opens", "The door opens.", door.is_(Door.OPEN)),
    Sometimes("is-forced", "The door is forced.", door.is_(Door.FORCED)),
    Sometimes("is-lit", "The lamp is lit.", lamp.is_(Lamp.ON)),
)


def standing_of(flow: Flow, claims: Sequence[Claim]) -> tuple[Footing, ...]:
    """Return the claims that hold of a flow, on their grounds."""
    return tuple(footings(claims, lambda asked: [grounds_of(flow, one, 30) for one in asked]))


def lost_by(
    base: Flow, cured: Flow, standing: tuple[Footing, ...], asked: list[str] | None = None
) -> list[str]:
    """Return the claims that are not found to hold of the changed flow; note which were asked."""

    def decided(left: list[Footing]) -> list[Result]:
        if asked is not None:
            asked.extend(one.claim.id for one in left)
        asking = [Asked(cured, "cured", one.claim) for one in left]
        both = zip(asking, left, strict=True)
        return [decided_anew(None, at, one.grounds, Budget(600)) for at, one in both]

    return [one.claim.id for one in lost(base, cured, standing, decided)]


STANDING = standing_of(HOUSE, CLAIMS)


def test_the_grounds_of_a_verdict_that_is_kept_are_those_that_were_found(tmp_path: Path) -> None:
    kept = Kept(Store(tmp_path))
    for one in STANDING:
        asked = Asked(HOUSE, None, one.claim)
        found = settle_and_keep(kept, asked, Budget(600))
        again = take(kept, asked, Budget(600))

        assert grounds_in(found) == one.grounds
        assert again is None or grounds_in(again.result) == one.grounds
    assert len(list(tmp_path.glob("*.json"))) > len(STANDING) // 2


class TestCures:
    def test_a_change_that_costs_nothing_loses_nothing(self) -> None:
        assert lost_by(HOUSE, HOUSE.but(DOOR.also()), STANDING) == []

    def test_what_can_no_longer_happen_is_a_cost(self) -> None:
        without = HOUSE.but(DOOR.without(FORCE))

        assert lost_by(HOUSE, without, STANDING) == ["is-forced"]

    def test_a_change_to_a_machine_that_a_proof_keeps_has_it_decided_anew(self) -> None:
        unmarked = HOUSE.but(LAMP.instead(LIGHT, Transition(LIGHT, Lamp.OFF, Lamp.ON)))

        assert lost_by(HOUSE, unmarked, STANDING) == ["lit-when-on"]

    def test_a_claim_whose_situation_no_longer_arises_is_lost_as_well(self) -> None:
        dark = HOUSE.but(DOOR.instead(LIGHT, Transition(LIGHT, Door.FORCED, None)).without(OPEN))

        assert lost_by(HOUSE, dark, STANDING) == [
            "lit-when-on",
            "opens",
            "is-forced",
            "is-lit",
        ]

    def test_a_machine_of_which_a_proof_keeps_nothing_can_still_bear_it(self) -> None:
        named = "the DSP's copy names the supplier"
        cured = CSS.but(AUTHORITY.lacking(COMMAND_ACCEPTED[Supplier.B], named))
        claim = next(one for one in OF_CSS if one.id == "authority-follows-copy")
        standing = standing_of(CSS, [claim])

        assert lost_by(CSS, cured, standing) == [claim.id]

    def test_what_a_function_says_is_carried_over_only_where_it_says_the_same(self) -> None:
        def of_the_lamp(flow: Flow) -> Expression:
            forced = any(rule.event is FORCE for _, rule in flow.rules())
            return lamp.is_(Lamp.ON).implies(lit if forced else ~lit)

        claim = Always("of-the-lamp", "A lamp that is on was lit.", of_the_lamp)
        asked: list[str] = []
        standing = standing_of(HOUSE, [claim])

        assert lost_by(HOUSE, HOUSE.but(DOOR.without(OPEN)), standing, asked) == []
        assert asked == []
        assert lost_by(HOUSE, HOUSE.but(DOOR.without(FORCE)), standing) == [claim.id]

    def test_what_must_come_is_carried_over_where_its_fair_events_have_the_same_rules(self) -> None:
        shut = door.is_(Door.SHUT)
        claim = LeadsTo("opened", "A shut door is opened.", shut, to=~shut, weak=(OPEN,))
        standing = standing_of(HOUSE, [claim])
        asked: list[str] = []
        held = Transition(OPEN, Lamp.OFF, None)  # keeps nothing of the door, and can refuse

        assert lost_by(HOUSE, HOUSE.but(LAMP.without(LIGHT)), standing, asked) == []
        assert asked == []
        assert lost_by(HOUSE, HOUSE.but(DOOR.without(FORCE)), standing, asked) == []
        assert asked == [claim.id]
        assert lost_by(HOUSE, HOUSE.but(LAMP.also(held)), standing) == [claim.id]

    def test_a_run_that_still_shows_it_carries_what_happens_sometimes(self) -> None:
        asked: list[str] = []
        standing = standing_of(HOUSE, CLAIMS[1:])
        twice = HOUSE.but(DOOR.also(Transition(OPEN, Door.FORCED, Door.OPEN)))

        assert lost_by(HOUSE, twice, standing, asked) == []
        assert asked == []

    @pytest.mark.parametrize("event", [OPEN, FORCE])
    def test_it_is_the_same_as_to_decide_every_claim_anew(self, event: Event) -> None:
        changed = HOUSE.but(DOOR.without(event))
        anew = [decide(changed, claim) for claim in CLAIMS]
        fallen = [r.claim.id for r in anew if r.verdict is not Verdict.PROVED or r.marks]

        assert lost_by(HOUSE, changed, STANDING) == fallen


def test_steps_that_change_nothing_of_the_sentence_are_told_together() -> None:
    forced = door.is_(Door.FORCED)
    run = decide(HOUSE, Sometimes("forced", "It is forced.", forced & lit)).run
    assert run is not None
    lines = list(folded(story_of(HOUSE, forced, run)))

    assert re.fullmatch(r"Steps 1 and 2\. Guard: \w+\. Guard: \w+\.", lines[0])
    assert lines[1:] == ["Step 3. Guard: force: door is now forced."]


def test_a_file_in_no_folder_is_refused_before_anything_is_decided(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["dossier", "findings", "--write", "/nowhere/FINDINGS.md"]) == 2  # wrong usage
    assert "its folder is not there" in capsys.readouterr().err


@pytest.mark.soak
def test_the_whole_text_is_as_it_is_kept(tmp_path: Path) -> None:
    status = main(["dossier", "findings", "--write", str(tmp_path / "new.md"), "--timeout", "600"])

    assert status == 0
    assert (tmp_path / "new.md").read_text() == KEPT


def test_the_runs_of_findings_are_drawn_and_a_safeguard_that_fails_is_not_told_as_so() -> None:
    order, silent = BY_ID["no-order"], BY_ID["no-heartbeat"]
    never = replace(BY_ID["no-trigger"], reading="nothing triggers it")
    fails, comes = (FindingTold(one, decided(one), ()) for one in (order, silent))
    assert never.story is not None
    story = decide(never.shown_in, never.story)
    instead = FindingTold(never, decided(never), (), story=story)
    pictures = dict(drawn([fails, comes, instead]))

    assert list(pictures) == [f"{one.id}-run.svg" for one in (order, silent, never)]
    assert re.search(r">Step \d+ breaks what is claimed:<", pictures["no-order-run.svg"])
    assert "if the text is read so that" in pictures["no-order-run.svg"]
    for name in ("no-heartbeat-run.svg", "no-trigger-run.svg"):
        assert re.search(r">In step \d+ this comes about:<", pictures[name])
        assert " breaks " not in pictures[name]
    assert drawn([replace(fails, shown=replace(fails.shown, runs=()))]) == []
