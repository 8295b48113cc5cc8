"""The report of `duties` as text: the duties side by side, then what was asked of each."""

from collections import Counter
from collections.abc import Iterator

from switchproof.dossier.duties.format import (
    AnswerRow,
    ConflictRow,
    DutiesReport,
    DutyRow,
    RegimeRow,
    RemedyRow,
)

Asked = tuple[RegimeRow, DutyRow, AnswerRow]


def text(report: DutiesReport) -> str:
    """Return the report as text."""
    today, then = report["regimes"]
    return "\n".join(
        [
            *_table(today, then),
            *_transfer(report, today),
            *_remedies(report),
            *_questions(report["regimes"]),
            *_answering(report["regimes"]),
            *_self_owed(report, then),
            *_conflicts(report),
            *_stops(report["regimes"]),
            *_total(report),
        ]
    )


def _table(today: RegimeRow, then: RegimeRow) -> Iterator[str]:
    yield f"Who owes what to whom: {_count(today)} duties today, {_count(then)} then"
    pairs = [(d["matter"], d["about"]) for d in (*today["duties"], *then["duties"])]
    for matter, about in dict.fromkeys(pairs):
        yield f"\n{matter[0].upper()}{matter[1:]}, {about}"
        was, is_ = (
            [_who(d) for d in _in_force(r) if (d["matter"], d["about"]) == (matter, about)]
            for r in (today, then)
        )
        if was == is_:
            yield from (f"  both   {told}" for told in was)
        else:
            yield from (f"  today  {told}" for told in was or ["nobody"])
            yield from (f"  then   {told}" for told in is_ or ["nobody"])


def _in_force(regime: RegimeRow) -> list[DutyRow]:
    return [duty for duty in regime["duties"] if not duty["ends"]]


def _count(regime: RegimeRow) -> int:
    return len(_in_force(regime))


def _who(duty: DutyRow) -> str:
    how = duty["how"]
    through = f" through {duty['performer']}" if duty["performer"] != duty["obligor"] else ""
    to = f", delivered to {duty['delivered_to']}" if duty["delivered_to"] else ""
    self_owed = "; the same licensee is on both sides" if duty["self_owed"] else ""
    cites = ", ".join(duty["cites"])
    under = f"({duty['instrument']}; {cites})"
    return f"{duty['obligor']} to {duty['beneficiary']}: {how}{through}{to} {under}{self_owed}"


def _transfer(report: DutiesReport, today: RegimeRow) -> Iterator[str]:
    moved = [d for d in today["duties"] if d["held_then_by"] and d["held_then_by"] != [d["name"]]]
    kept = sum(d["held_then_by"] == [d["name"]] for d in today["duties"])
    gone = f"{len(report['removed'])} are removed with nothing in their place"
    yield f"\nToday's duties then: {kept} stay, {len(moved)} go on as another, {gone}"
    yield from (f"  {d['name']} goes on as {d['held_then_by'][0]}" for d in moved)
    yield from (f"  wrong: {fault}" for fault in report["transfer"])


def _remedies(report: DutiesReport) -> Iterator[str]:
    yield "\nWho may act on a breach"
    told: dict[tuple[str, str], dict[str, list[str]]] = {}
    for regime, when in zip(report["regimes"], ("today", "then"), strict=True):
        for duty in _in_force(regime):
            for one in duty["remedies"]:
                whose = told.setdefault((duty["obligor"], duty["instrument"]), {})
                times = whose.setdefault(_remedy(one), [])
                times += [] if when in times else [when]
    for (obligor, instrument), remedies in told.items():
        yield f"  of a duty of {obligor} under {instrument}"
        yield from (f"    {says} ({', '.join(when)})" for says, when in remedies.items())
    yield "\nWhat the change of duties takes and gives"
    moved = [row for row in report["remedies"] if row["lost"] or row["gained"] or row["unclear"]]
    for row in moved:
        yield f"  {row['duty']} goes on as {row['goes_on_as']}"
        for what, names in (
            ("lost", row["lost"]),
            ("gained", row["gained"]),
            ("open on one side, and not known on the other", row["unclear"]),
        ):
            yield f"    {what}: {', '.join(names) or 'nothing'}"
    yield f"  {len(report['remedies']) - len(moved)} duties keep what they had"


def _remedy(one: RemedyRow) -> str:
    meanwhile = f" while {one['while_']}" if one["while_"] else ""
    why = f", since {one['why']}" if one["why"] else ""
    cites = ", ".join(one["cites"])
    return f"{one['name']}, by {one['by']}: {one['availability']}{meanwhile}{why} [{cites}]"


def _questions(regimes: list[RegimeRow]) -> Iterator[str]:
    yield "\nWhat every duty must answer"
    rows = [(r, d, a) for r in regimes for d in r["duties"] for a in d["answers"]]
    for question in dict.fromkeys(a["question"] for _, _, a in rows):
        asked = [(r, d, a) for r, d, a in rows if a["question"] == question]
        bad = [one for one in asked if not one[2]["good"]]
        yield f"  {question}? {_counted(asked)}"
        for (said, why), told in _by_reason(bad).items():
            yield f"    {said}: {why}"
            yield from (f"      {name} ({', '.join(where)})" for name, where in told.items())


def _counted(asked: list[Asked]) -> str:
    """Return how many answers are which, the most frequent first."""
    counts = Counter(answer["answer"] or "not known" for _, _, answer in asked).most_common()
    return "; ".join(f"{said.capitalize()}, {count} of {len(asked)}" for said, count in counts)


def _by_reason(bad: list[Asked]) -> dict[tuple[str, str], dict[str, list[str]]]:
    """Return, for each bad answer and its reason, the duties and the flows where it is given."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for regime, duty, answer in bad:
        surprise = f"A SURPRISE: {answer['surprise']}" if answer["surprise"] else ""
        why = surprise or answer["why"] or "no reason is listed"
        steps = f", in {answer['steps']} steps" if answer["steps"] else ""
        told = found.setdefault((answer["answer"] or "not known", why), {})
        told.setdefault(f"{duty['name']}{steps}", []).append(regime["flow"])
    return found


def _answering(regimes: list[RegimeRow]) -> Iterator[str]:
    yield "\nWho answers for whom"
    yield f"  {regimes[0]['pattern']['sentence']}"
    for regime in regimes:
        pattern = regime["pattern"]
        yield f"  {regime['flow']}: {pattern['verdict']}"
        for one in pattern["answers"]:
            who = f"{one['principal']} for {one['agent']} ({', '.join(one['cites'])})"
            yield f"    {who}: {'; '.join(one['matters'])}"
        yield from (f"    wrong: {end}" for end in pattern["loose_ends"])


def _self_owed(report: DutiesReport, then: RegimeRow) -> Iterator[str]:
    owed = [d for d in _in_force(then) if d["self_owed"]]
    yield (
        f"\nThe same licensee is on both sides of {len(owed)} duties while one licence covers both"
    )
    yield from (f"  {d['name']} ({d['obligor']} to {d['beneficiary']})" for d in owed)
    yield f"  with two licensees, none: {report['none_self_owed_after_a_split']}"


def _conflicts(report: DutiesReport) -> Iterator[str]:
    yield "\nDuties that cannot both be obeyed"
    for regime in report["regimes"]:
        found = [*_clashing(regime["conflicts"])]
        yield from found or [f"  {regime['flow']}: none"]
    yield "  if receiving only (2.3-d) is read to forbid the answers to flags as well:"
    yield from _clashing(report["conflicts_to_the_letter"])


def _clashing(found: list[ConflictRow]) -> Iterator[str]:
    for one in found:
        yield f"    {one['owed']}, against {one['forbidden_by']}, in {one['steps']} steps"


def _stops(regimes: list[RegimeRow]) -> Iterator[str]:
    yield "\nWhat stops an actor, in numbers of events"
    yield "  flow      cannot (refused)  may not (a breach)  to no effect"
    for regime in regimes:
        counts = (len(regime["cannot"]), len(regime["may_not"]), len(regime["to_no_effect"]))
        yield f"  {regime['flow']:10}{counts[0]:<18}{counts[1]:<20}{counts[2]}"


def _total(report: DutiesReport) -> Iterator[str]:
    rows = [a for r in report["regimes"] for d in r["duties"] for a in d["answers"]]
    surprises = sum(bool(a["surprise"]) for a in rows)
    unknown = sum(a["answer"] is None for a in rows)
    unread = sum(a["unread"] for a in rows)
    bad = sum(not a["good"] for a in rows) - unknown
    good = len(rows) - bad - unknown
    each = f"{surprises} of them a surprise" if surprises else "each explained above"
    told = f"{bad} unsatisfactory, {each}; {unknown} not known"
    told += f", {unread} of them for want of a text"
    yield f"\n{len(rows)} answers: {good} satisfactory; {told}"
