from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from model.css.flow import FLOW as CSS
from model.css.hub import HUB
from model.css.late import LATE
from model.css.messages import MESSAGES
from model.css.reconciliation import RECONCILIATION
from model.flows import FLOWS
from model.language import Always, Clause, Flow, Party, Tie, Variant, Via
from model.language.doubts import Doubt, Reading
from model.language.sources import Document, Force, Sentence
from model.register.placing import resting
from model.register.secas_2019.clauses import CLAUSES
from model.register.secas_2019.sentences import SENTENCES
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from switchproof.deciding.decide import loaded
from switchproof.deciding.load import Loaded
from switchproof.deciding.rows import surprise
from switchproof.dossier.trace.coverage import Coverage
from switchproof.dossier.trace.project import covered_by_all
from tests import flows_for_tests as small

PAPER = Document("A made-up paper", 2020, "nobody", "first")
KEPT = (
    Sentence("f1", "1, sentence 1", "1-a", normative=True),
    Sentence("f2", "1, sentence 2", "1-b", normative=True),
    Sentence("f3", "1, heading", skipped="a heading"),
)
RULE, DATA = small.CODE, small.DATA


def reviewed(*clauses: Clause, sentences: Sequence[Sentence] = KEPT) -> tuple[Clause, ...]:
    """Return clauses that rest on the sentences, each reviewed as it stands."""
    made = resting(clauses, PAPER, tuple(sentences))
    return tuple(replace(clause, reviewed=clause.fingerprint) for clause in made)


def loaded_with(
    flow: Flow = small.SWITCH,
    claims: Sequence[Always] = (),
    variants: Sequence[Variant] = small.VARIANTS,
) -> Loaded:
    return Loaded("small", flow, (*small.CLAIMS, *claims), tuple(variants))


def covered(
    *clauses: Clause,
    sentences: Sequence[Sentence] = KEPT,
    one: Loaded | None = None,
    doubts: Sequence[Doubt] = (),
    held: Mapping[str, str] | None = None,
) -> Coverage:
    mine = reviewed(*(clauses or (RULE, DATA)), sentences=sentences)
    return Coverage(mine, sentences, [one or loaded_with()], doubts, held or {})


def told(coverage: Coverage) -> list[tuple[int, str]]:
    return [(fault.rule, str(fault)) for fault in coverage.faults]


def only(coverage: Coverage) -> tuple[int, str]:
    (fault,) = told(coverage)
    return fault


class TestTheProject:
    def test_every_rule_of_coverage_is_kept(self) -> None:
        assert told(covered_by_all()) == []

    def test_the_figures_are_pinned(self) -> None:
        figures = covered_by_all().figures()

        assert (figures["clauses"], figures["without_treatment"], figures["suspect"]) == (67, 0, 0)
        assert (figures["sentences"], figures["normative"], figures["skipped"]) == (100, 77, 14)
        treated = ("modelled", "claimed", "recorded", "assumed")
        assert [figures[one] for one in treated] == [30, 37, 19, 2]
        assert figures["excepted"] == sum(1 for clause in CLAUSES if clause.exempt)

    def test_every_fingerprint_is_of_a_sentence_of_its_own(self) -> None:
        assert len({sentence.fingerprint for sentence in SENTENCES}) == len(SENTENCES)

    def test_no_party_acts_at_the_interface_of_dsp_and_css(self) -> None:
        """Statement 3-d: nobody who acceded to the SEC performs an event of that interface."""
        machines = (MESSAGES, LATE, RECONCILIATION, HUB)
        actors = {rule.actor for machine in machines for rule in machine.transitions}

        assert {str(actor) for actor in actors} >= {"CSS", "DSP"}
        assert not [p for p in actors if p and any(t.via is Via.ACCESSION for t in p.ties)]

    def test_what_the_list_of_parts_leaves_out_are_its_tensions(self) -> None:
        """Statement 2.3-f names E, X, Y and AG; the table of section 5 names more."""
        of_list = next(clause for clause in CLAUSES if clause.id == "2.3-f")
        table = [clause.id for clause in CLAUSES if clause.id.startswith("5-")]
        left_out = [id_ for id_ in table if id_[2:].rstrip("01234") not in {"E", "X", "Y", "AG"}]

        assert of_list.tensions.split() == left_out

    @pytest.mark.parametrize("name", FLOWS)
    def test_no_variant_is_without_a_claim_that_cites(self, name: str) -> None:
        one = loaded(name)
        for variant in one.variants:
            free = {claim.id for claim in one.all_claims} - {claim.id for claim in one.claims}
            assert all(id_ in free or one.claim(id_).cites for id_ in variant.breaks), variant.name

    def test_a_statement_is_without_treatment_once_its_claims_are_gone(self) -> None:
        one = loaded("css")
        left = tuple(claim for claim in one.claims if "5-H3" not in claim.cites.split())
        variants = tuple(v for v in one.variants if set(v.breaks) <= {c.id for c in left})
        less = Coverage(CLAUSES, SENTENCES, [replace(one, claims=left, variants=variants)])

        assert any(fault.culprit == "5-H3" for fault in less.faults)
        assert CSS is one.flow


class TestSentences:
    def test_a_made_up_register_that_keeps_every_rule_has_no_fault(self) -> None:
        assert told(covered()) == []

    @pytest.mark.parametrize(
        ("sentence", "says"),
        [
            (Sentence("f4", "2, sentence 1"), "has neither clauses nor a reason for skipping it"),
            (
                Sentence("f4", "2, sentence 1", "1-a", skipped="none"),
                "has clauses, and a reason for having none",
            ),
            (Sentence("f4", "2, sentence 1", "9-z"), "names '9-z', which is not in the register"),
            (Sentence("f1", "2, sentence 1", "1-a"), "has the fingerprint of another"),
        ],
    )
    def test_a_sentence_at_fault_is_named(self, sentence: Sentence, says: str) -> None:
        assert only(covered(sentences=(*KEPT, sentence))) == (
            1,
            f"sentence at 2, sentence 1: {says}",
        )

    def test_a_clause_without_a_sentence_is_named(self) -> None:
        sentences = (KEPT[0], replace(KEPT[1], ids="", skipped="lost"))

        assert (1, "1-b: rests on no sentence") in told(covered(sentences=sentences))


class TestClauses:
    @pytest.mark.parametrize(
        ("clause", "says"),
        [
            (
                replace(DATA, id="1-c"),
                "a rule; no transition, duty or tie; no claim that is decided; no variant",
            ),
            (replace(DATA, id="1-c", force=Force.REASON, treat="assumed"), "nothing rests on it"),
            (
                replace(DATA, id="1-c", force=Force.REASON, treat="modelled"),
                "no transition, duty or tie; no claim that is decided; no variant",
            ),
            (
                replace(DATA, id="1-c", force=Force.PLAN, treat="assumed"),
                "a plan; no step of the drafting",
            ),
            (
                replace(DATA, id="1-c", force=Force.DEFINITION, treat="recorded"),
                "a definition; no term",
            ),
            (
                replace(DATA, id="1-c", force=Force.DEFINITION, treat="recorded", terms="ECOES"),
                "no party or instrument is called ECOES",
            ),
            (
                replace(DATA, id="1-c", force=Force.REFERENCE, treat="recorded", retired="code"),
                "the retired code is still named in 'code'",
            ),
            (replace(DATA, id="1-c", force=Force.REFERENCE, treat="recorded"), "neither a term"),
            (
                replace(DATA, id="1-c", treat="recorded", tried="small:none"),
                "'small:none' was tried, and there is no such claim",
            ),
            (replace(DATA, tried="small:x"), "claims that were tried, and is not only recorded"),
            (replace(DATA, tensions="9-z"), "names a tension with '9-z', which is not there"),
            (replace(DATA, exempt="none"), "states an exception that it does not need"),
        ],
    )
    def test_a_clause_without_what_its_force_needs_is_named(
        self, clause: Clause, says: str
    ) -> None:
        sentences = (*KEPT, Sentence("f4", "2", clause.id)) if clause.id == "1-c" else KEPT
        clauses = (RULE, DATA, clause) if clause.id == "1-c" else (RULE, clause)
        found = [f for rule, f in told(covered(*clauses, sentences=sentences)) if rule == 2]

        assert found
        assert all(f.startswith(f"{clause.id}: ") for f in found)
        assert says in found[0]

    def test_a_stated_exception_excuses(self) -> None:
        lone = replace(DATA, id="1-c", exempt="A reason.")
        mine = covered(RULE, DATA, lone, sentences=(*KEPT, Sentence("f4", "2", "1-c")))

        assert told(mine) == []
        assert (mine.figures()["excepted"], mine.figures()["without_treatment"]) == (1, 0)

    def test_what_is_only_recorded_needs_nothing_that_bears_it(self) -> None:
        lone = replace(DATA, id="1-c", treat="recorded", tried=f"small:{small.CLAIMS[0].id}")

        assert told(covered(RULE, DATA, lone, sentences=(*KEPT, Sentence("f4", "2", "1-c")))) == []

    def test_a_pending_claim_shows_nothing(self) -> None:
        waiting = replace(small.CLAIMS[0], pending="later")
        one = replace(loaded_with(), claims=(waiting, *small.CLAIMS[1:]))

        assert only(covered(one=one)) == (
            2,
            "1-a: a rule; no claim that is decided; no variant in which its claim fails",
        )


NARROWED = (*KEPT[:2], Sentence("f4", "2, sentence 1", "1-b", qualifiers=("only", "will")))


class TestCaptions:
    def test_a_caption_that_drops_a_qualifier_is_named_with_it(self) -> None:
        mine = replace(DATA, says="The sender alone has data.")

        assert only(covered(RULE, mine, sentences=NARROWED)) == (
            8,
            "1-b: no caption keeps 'will' of the sentence at 2, sentence 1",
        )

    def test_one_of_several_captions_may_keep_it(self) -> None:
        sentences = (*NARROWED[:2], replace(NARROWED[2], ids="1-a 1-b"))
        whose = replace(RULE, says="It will be."), replace(DATA, says="Only the sender has it.")

        assert told(covered(*whose, sentences=sentences)) == []

    @pytest.mark.parametrize(
        ("drops", "says"),
        [
            ("will: the change is told as done", ""),
            ("will", "1-b: does not say why it drops a qualifier"),
            ("will, only: both are clear", "1-b: says that it drops 'only', and does not"),
            ("will, bold: both are clear", "1-b: drops 'bold', which are no qualifiers"),
        ],
    )
    def test_a_caption_may_say_what_it_drops_and_why(self, drops: str, says: str) -> None:
        mine = replace(DATA, says="The sender alone has data.", drops=drops)
        found = [fault for _, fault in told(covered(RULE, mine, sentences=NARROWED))]

        assert found == ([says] if says else [])


class TestCitations:
    def test_a_rule_that_cites_nothing_is_named(self) -> None:
        bare = replace(small.SERVICE.transitions[0], cites="")
        flow = small.SWITCH.but(small.SERVICE.instead(small.midnight, bare))

        assert only(covered(one=loaded_with(flow))) == (
            3,
            "rule 'midnight' of small (service): cites no clause, fact or assumption",
        )

    def test_a_claim_that_cites_nothing_is_named(self) -> None:
        bare = Always("bare", "It holds.", small.gate_closed | ~small.gate_closed)

        assert only(covered(one=loaded_with(claims=(bare,)))) == (
            3,
            "claim 'bare' of small (always): cites no clause, fact or assumption",
        )

    def test_a_tie_that_cites_nothing_is_named(self) -> None:
        tied = Party("guest", (Tie("code", Via.ACCESSION),))
        flow = small.SWITCH.but(parties=(*small.SWITCH.parties, tied))

        assert only(covered(one=loaded_with(flow)))[1].startswith("tie 'guest' of small (code)")

    @pytest.mark.parametrize("treat", ["recorded", "recorded, claimed"])
    def test_what_is_only_recorded_is_cited_by_no_rule_duty_or_claim(self, treat: str) -> None:
        found = [f for f in covered(replace(RULE, treat=treat), DATA).faults if f.rule == 3]

        assert {f.culprit for f in found} == {"1-a"}
        for citing in ("rule 'close gate'", "duty 'keep hands off'", "claim '"):
            assert any(f.says.startswith(f"is only recorded, and {citing}") for f in found)


UNCLAIMED = replace(loaded_with(), claims=small.CLAIMS[1:], variants=small.VARIANTS[1:])
WHY = "the claim would restate the rule"
IS_LISTED = "is listed as held by the table only, and"


class TestHeldByTheTable:
    def test_a_listed_clause_needs_no_claim_and_no_variant(self) -> None:
        assert only(covered(one=UNCLAIMED))[1].startswith("1-a: a rule; no claim that is decided")

        mine = covered(one=UNCLAIMED, held={"1-a": WHY})

        assert told(mine) == []
        assert (mine.figures()["held_by_table"], mine.figures()["without_treatment"]) == (1, 0)

    def test_a_listed_clause_still_needs_its_rule(self) -> None:
        lone = replace(DATA, id="1-c")
        sentences = (*KEPT, Sentence("f4", "2", "1-c"))
        found = told(covered(RULE, DATA, lone, sentences=sentences, held={"1-c": WHY}))

        assert (2, "1-c: a rule; no transition, duty or tie") in found

    @pytest.mark.parametrize(
        ("held", "fault"),
        [
            ({"1-a": WHY}, f"1-a: {IS_LISTED} a claim with a variant holds it"),
            ({"9-z": WHY}, f"9-z: {IS_LISTED} is not in the register"),
        ],
    )
    def test_an_entry_that_nothing_needs_or_knows_is_named(
        self, held: Mapping[str, str], fault: str
    ) -> None:
        assert only(covered(held=held)) == (2, fault)

    def test_an_entry_without_a_reason_is_named(self) -> None:
        fault = f"1-a: {IS_LISTED} no reason is given"
        assert only(covered(one=UNCLAIMED, held={"1-a": " "})) == (2, fault)

    def test_what_no_rule_cites_is_not_held_by_the_table(self) -> None:
        rules = small.SENDING.transitions
        machine = replace(small.SENDING, transitions=[replace(r, cites="1-b") for r in rules])
        one = loaded_with(small.SWITCH.but(machine))

        assert only(covered(one=one, held={"A-once": WHY})) == (
            2,
            f"A-once: {IS_LISTED} no rule cites it",
        )

    def test_an_assumption_may_be_held_until_a_claim_and_its_variant_are_there(self) -> None:
        assert told(covered(held={"A-once": WHY})) == []

        cited = replace(small.CLAIMS[0], cites="1-a A-once")
        one = replace(loaded_with(), claims=(cited, *small.CLAIMS[1:]))

        assert only(covered(one=one, held={"A-once": WHY}))[1].endswith("a variant holds it")

    def test_a_pending_claim_makes_no_entry_needless(self) -> None:
        waiting = replace(small.CLAIMS[0], pending="later")
        one = replace(loaded_with(), claims=(waiting, *small.CLAIMS[1:]))

        assert told(covered(one=one, held={"1-a": WHY})) == []


class TestDoubts:
    @pytest.mark.parametrize(
        ("clauses", "says"),
        [
            ("", "is about no clause, fact or assumption"),
            ("1-a 9-z", "names '9-z', which is not in the register"),
        ],
    )
    def test_a_doubt_at_fault_is_named(self, clauses: str, says: str) -> None:
        readings = (Reading("one", "One.", small.SWITCH), Reading("two", "Two.", small.SWITCH))
        doubt = Doubt("which", "Which?", clauses, readings, "It is plain.")

        assert only(covered(doubts=[doubt])) == (7, f"doubt 'which': {says}")


class TestSuspicion:
    @pytest.mark.parametrize(
        "changed",
        [
            {"force": Force.REASON},
            {"treat": "recorded"},
            {"sentences": (Sentence("f9", "1, sentence 1", "1-a"),)},
        ],
    )
    def test_a_changed_text_force_or_treatment_makes_an_entry_suspect(
        self, changed: dict[str, object]
    ) -> None:
        (clause, _) = reviewed(RULE, DATA)
        assert not clause.suspect

        after = replace(clause, **changed)  # type: ignore[arg-type]

        assert after.suspect
        found = Coverage([after], KEPT, [loaded_with()]).faults
        assert any(f.rule == 4 and f.culprit == "1-a" for f in found)

    def test_a_verdict_that_rests_on_a_suspect_clause_is_marked_and_a_surprise(self) -> None:
        code, data = reviewed(RULE, DATA)
        flow = small.SWITCH.but(sources=(replace(code, reviewed="old"), data, small.GUESS))
        cited = decide(flow, small.CLAIMS[0])

        assert (cited.verdict, cited.marks) == (Verdict.PROVED, ("suspect",))
        assert surprise(None, cited) == "it is suspect"

    def test_a_verdict_is_suspect_through_a_rule_that_its_proof_uses(self) -> None:
        code, data = reviewed(RULE, DATA)
        flow = small.SWITCH.but(sources=(replace(code, reviewed="old"), data, small.GUESS))
        apart, through_its_run = decide(flow, small.CLAIMS[2]), decide(flow, small.CLAIMS[3])

        assert "1-a" not in f"{apart.claim.cites} {through_its_run.claim.cites}"
        assert (apart.verdict, apart.marks) == (Verdict.PROVED, ())
        assert (through_its_run.verdict, through_its_run.marks) == (Verdict.PROVED, ("suspect",))

    def test_where_nothing_has_changed_nothing_is_suspect(self) -> None:
        flow = small.SWITCH.but(sources=(*reviewed(RULE, DATA), small.GUESS))

        assert [decide(flow, claim).marks for claim in small.CLAIMS] == [()] * len(small.CLAIMS)
