"""Faults of logs."""

from tests.sown.fault import sown_in
from tests.sown.watching import JUDGED_LOGS, SIMULATED, WHOLE_LOGS

FAULTS = (
    *sown_in(
        "switchproof/logs/simulate/lives.py",
        SIMULATED,
        (
            "simulated: a wide step reaches no point",
            "self._take(step.move.event, own, points, around)",
            "pass",
        ),
        (
            "simulated: a guard is forgotten",
            "return (state if holds is True else state & holds)",
            "return state",
        ),
    ),
    *sown_in(
        "switchproof/logs/simulate/rows.py",
        SIMULATED,
        ("simulated: lives differ in any order", " | place.astype(np.uint64)", ""),
    ),
    *sown_in(
        "switchproof/logs/simulate/surroundings.py",
        SIMULATED,
        ("simulated: points may ask of others", "if has_quantifier(rule.when):", "if False:"),
    ),
    *sown_in(
        "switchproof/logs/simulate/silence.py",
        SIMULATED,
        ("simulated: silence takes its event, too", "<= last[case]", "< last[case]"),
    ),
    *sown_in(
        "switchproof/logs/flat.py",
        JUDGED_LOGS,
        ("logs: order is assumed", "if not last and at < before:", "if 0:"),
        (
            "logs: late at the very instant",
            "if by < min(at, due[case]):",
            "if by <= min(at, due[case]):",
        ),
    ),
    *sown_in(
        "switchproof/logs/sweep.py",
        JUDGED_LOGS,
        ("logs: order is assumed where all is well", "back |= at < before", "back |= False"),
        (
            "logs: what names nobody is of the second",
            "column = NOBODYS if mine < 0 else column",
            "column = min(column, TOO_MANY)",
        ),
        ("logs: a third member is the second", "(two < 0) & other", "other"),
    ),
    *sown_in(
        "switchproof/logs/spilled.py",
        ("tests/logs/test_spilled.py",),
        ("logs: a case is in many parts", 'hash("case") %', 'hash("time") %'),
        ("logs: a new word is the first", "- 1, {FEW})", "- 1, 0)"),
    ),
    *sown_in(
        "switchproof/logs/ties.py",
        JUDGED_LOGS,
        ("logs: one order of a tie", "if done >> number & 1:", "if done >> number:"),
    ),
    *sown_in(
        "switchproof/logs/stepper.py",
        JUDGED_LOGS,
        (
            "logs: a breach goes on",
            "tuple(sorted(ends)) if not monitor.breaches[letter] else ()",
            "tuple(sorted(ends))",
        ),
    ),
    *sown_in(
        "switchproof/logs/kinds.py",
        JUDGED_LOGS,
        (
            "logs: a fact holds at its end",
            "time[rows] < ends[latest]",
            "time[rows] <= ends[latest]",
        ),
        (
            "logs: of one party's facts those of all count",
            "    spans = sorted(spans, key=lambda one: one.start)",
            "    spans = [s for s in spans if not s.party or all(t.party for t in spans)]",
        ),
    ),
    *sown_in(
        "switchproof/logs/native.py",
        JUDGED_LOGS,
        (
            "logs: a fact holds at its end, made native",
            "time[row] < ends[low - 1]",
            "time[row] <= ends[low - 1]",
        ),
        ("logs: of one instant is late", "if time[row] < at:", "if time[row] <= at:"),
    ),
    *sown_in(
        "switchproof/logs/need/trying.py",
        ("tests/switchproof/test_need.py",),
        ("logs: a word that nothing maps is let be", "not in known]", "not in words]"),
    ),
    *sown_in(
        "switchproof/logs/rows.py",
        JUDGED_LOGS,
        ("logs: equal rows count twice", "keep[places] = False", "keep[places] = True"),
    ),
    *sown_in(
        "switchproof/logs/since.py",
        WHOLE_LOGS,
        ("logs: what was left out stays so", "if earlier.as_of is not None:", "if 0:"),
        ("logs: what is open is never late", "if setting.basis.deadlines:", "if 0:"),
    ),
    *sown_in(
        "switchproof/logs/outcome.py",
        WHOLE_LOGS,
        ("logs: a digest of duplicates", 'OF_FILES = {"duplicates", "late"}', "OF_FILES = {}"),
    ),
    *sown_in(
        "switchproof/logs/survey.py",
        WHOLE_LOGS,
        ("logs: what is amiss is let be", "if table.num_rows > allow:", "if 0:"),
        ("logs: a clock that is not named is let be", "systems - told.ahead.keys()", "set()"),
        ("logs: facts of nobody are let be", "if none := sorted(told - known):", "if none := []:"),
    ),
    *sown_in(
        "switchproof/logs/reading.py",
        WHOLE_LOGS,
        (
            "logs: a case departs for want of a row kept apart",
            'f\'WHERE "case" IS NOT NULL AND',
            "f'WHERE {whole} AND",
        ),
    ),
    *sown_in(
        "switchproof/logs/mapping.py",
        WHOLE_LOGS,
        (
            "logs: an order is of any events",
            "(*told.events.values(), *told.order)",
            "told.events.values()",
        ),
        ("logs: the last of two deadlines counts", "if late.count(one) > 1]", "if 0]"),
    ),
    *sown_in(
        "switchproof/logs/setting.py",
        WHOLE_LOGS,
        ("logs: need names a deadline that no map may give", "if one.deadline}", "if one.certain}"),
    ),
    *sown_in(
        "switchproof/logs/reasons.py",
        WHOLE_LOGS,
        ("logs: nobody is one too many", "and not all(whose)", "and not whose"),
    ),
    *sown_in(
        "switchproof/logs/explain/telling.py",
        ("tests/logs/test_logs_commands.py",),
        (
            "logs: what is ambiguous departs",
            '"it departs" if said["verdict"] == DEPARTS',
            '"it departs" if said["verdict"] != OPEN',
        ),
    ),
    *sown_in(
        "switchproof/logs/place.py",
        WHOLE_LOGS,
        ("logs: half a file is left", "beside.unlink(missing_ok=True)", "pass"),
    ),
)
