"""Faults of the commands."""

from tests.sown.fault import sown_in
from tests.sown.watching import DIFF, FOLDER, NOTHING, STRESS

FAULTS = (
    *sown_in(
        "switchproof/check/known.py",
        FOLDER,
        (
            "check: a flow of the project is any of that name",
            'if digest_of(source, variant) != packet["sha256"]:',
            "if False:",
        ),
        (
            "check: what looks alike is another",
            "other = looks_like(name, self.sources)",
            'other = ""',
        ),
    ),
    *sown_in(
        "switchproof/verify/run.py",
        FOLDER,
        ("packets: no run is under way", "            begin(store)\n", "            pass\n"),
    ),
    *sown_in(
        "switchproof/deciding/running.py",
        ("tests/switchproof/test_several_files.py",),
        (
            "load: what was compiled before an edit is taken",
            "raise OSError(path)",
            "return dict(super().path_stats(path))",
        ),
        ("load: what was loaded beside a flow is taken again", "del sys.modules[old]", "pass"),
    ),
    *sown_in(
        "switchproof/telling/story.py",
        ("tests/switchproof/test_unbound.py",),
        (
            "story: who is not bound owes as any other",
            'but = "" if bound else',
            'but = "" if True else',
        ),
    ),
    *sown_in(
        "switchproof/verify/status.py",
        NOTHING,
        (
            "verify: what comes free counts as theirs",
            "return WRONG if unchecked and found != SURPRISE else found",
            "return found",
        ),
    ),
    *sown_in(
        "switchproof/verify/run.py",
        NOTHING,
        (
            "verify: none of theirs is enough",
            "if not only and not one.claims and not one.variants:",
            "if False:",
        ),
    ),
    *sown_in(
        "switchproof/check/run.py",
        FOLDER,
        ("solvers: their no is not heard", 'if answer == "sat":', "if False:"),
    ),
    *sown_in(
        "switchproof/deciding/spread.py",
        STRESS,
        (
            "processes: what was open is lost",
            "else list(_ended(work, [item], 1))",
            "else [future]",
        ),
        (
            "processes: one outlives the one that started it",
            "    os._exit(1)",
            "    del parent",
        ),
        (
            "processes: a signal ends the first only",
            "                child.terminate()",
            "                continue",
        ),
        (
            "processes: that nobody reads is not seen",
            "if any(event & select.POLLERR",
            "if any(event & 0",
        ),
    ),
    *sown_in(
        "switchproof/verify/run.py",
        STRESS,
        (
            "interrupt: what was reached is lost",
            "if len(left) == len(tasks):",
            "if left:",
        ),
        (
            "packets: that none is kept is not said",
            "return _unkept(store, reasons[0]) if store and reasons else None",
            "return None",
        ),
    ),
    *sown_in(
        "switchproof/diff/duties.py",
        DIFF,
        ("diff: what has ended is owed", "if not d.ends]", "]"),
        ("diff: nothing succeeds", "if (old.name, new.name) in heirs:", "if False:"),
        (
            "diff: an heir in both flows",
            "[duty for duty in there if duty.name not in mine]",
            "[*there]",
        ),
        (
            "diff: a matter is guessed",
            "if len(of(old, one)) == len(of(new, one)) == 1",
            "if of(new, one)",
        ),
        ("diff: who owes is no move", "MOVED if OBLIGOR in changed else", ""),
        ("diff: kept is all the same", "told in WHEN.items()", "told in {}.items()"),
    ),
    *sown_in(
        "switchproof/diff/recourse.py",
        DIFF,
        ("diff: remedies of before alone", "in (*was, *now))", "in was)"),
        ("diff: what holds meanwhile", "None if while_ is TRUE else words(while_)", "None"),
    ),
    *sown_in(
        "switchproof/diff/rules.py",
        DIFF,
        ("diff: an event is the same rule", "lambda data: data)", 'lambda data: data["event"])'),
        ("diff: one rule for two", "left.remove(other)", "pass"),
        ("diff: fields are the same", "fields[0].get(field) != fields[1].get(field)", "False"),
    ),
    *sown_in(
        "switchproof/diff/claims.py",
        DIFF,
        ("diff: a claim says the same", "bodies[0] != bodies[1]", "False"),
        (
            "diff: a verdict of the other flow",
            '_verdict(after, row["id"]',
            '_verdict(before, row["id"]',
        ),
    ),
    *sown_in(
        "switchproof/diff/sentences.py",
        DIFF,
        (
            "diff: undecided as the same",
            'if row["before"] and row["after"]]',
            'if row["before"] or row["after"]]',
        ),
    ),
    *sown_in(
        "switchproof/diff/behaviours.py",
        DIFF,
        ("diff: whatever the scope", "if was[name].scope is now[name].scope", ""),
        ("diff: some events unseen", "if event not in met", "if event in met"),
    ),
    *sown_in(
        "switchproof/diff/run.py",
        DIFF,
        ("diff: undecided as compared", "UNDECIDED if undecided else AS_EXPECTED", "AS_EXPECTED"),
        ("diff: a flow with itself", "asked.before == asked.after or _same_file", "_same_file"),
    ),
    *sown_in(
        "switchproof/dossier/trace/impacts.py",
        DIFF,
        (
            "impacts: what is cited explains",
            "EXPLAINED if by else ELSEWHERE if flows",
            "EXPLAINED if flows",
        ),
        ("impacts: all of it is lacking", "if of_table.isdisjoint(one.cites)", ""),
        (
            "impacts: what is kept differs",
            'if row["verdict"] != KEPT or row["otherwise"]:',
            "if 1:",
        ),
    ),
)
