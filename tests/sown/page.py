"""Faults of the page that `switchproof explore` writes."""

from tests.sown.fault import sown_in

WEB = "switchproof/explore/web"
AGREES = "tests/browser/test_explorer_agrees.py"
OPERATORS = (f"{AGREES}::test_each_operator_computes_the_same -m browser",)
MEANING = (
    f"{AGREES}::test_on_random_flows {AGREES}::test_on_random_walks -m browser",
    f"{AGREES} -m browser -k variant",
)
EXPLORER = ("tests/browser/test_explorer.py -m browser",)
RUNS = ("tests/browser/test_explorer_runs.py -m browser",)
NEAR = ("tests/browser/test_explorer_near.py -m browser",)
SIDES = ("tests/browser/test_side_by_side.py -m browser",)
WHAT_IF = ("tests/browser/test_what_if.py -m browser",)
ADDRESS = (f"{RUNS[0]} -k address", f"{RUNS[0]} -k not(address)", *SIDES)

Rows = tuple[tuple[str, str, str], ...]

IN_PAGE: tuple[tuple[str, tuple[str, ...], Rows], ...] = (
    (
        "meaning.js",
        OPERATORS,
        (
            ("page: what implies", "!x || y", "!x && y"),
            ("page: exactly one", ".length === 1,", ".length >= 1,"),
            ("page: at most", "x <= y", "x < y"),
            ("page: if", "c ? x : y", "c ? y : x"),
        ),
    ),
    (
        "meaning.js",
        MEANING,
        (
            ("page: every provider is the first", "this.providerOf[number] : 0", "0 : 0"),
            ("page: others with oneself", "all.filter((one) => one !== owner)", "all"),
            ("page: all points are mine", "? this.pointsOf(owner)\n          : all", "? all : all"),
            (
                "page: an effect reads the state after",
                "const value = this.meaning(node, machine.scope)(state, owner);",
                "const value = this.meaning(node, machine.scope)(after, owner);",
            ),
            ("page: nothing leaves its sort upwards", " || value > sort.to)", ")"),
            ("page: a follower refuses", "else if (!follows && !why)", "else if (!why)"),
        ),
    ),
    (
        "meaning.js",
        (f"{RUNS[0]} -k reading",),
        (
            (
                "page: a move of a variant is anybody's",
                "=== name && home === move.home);",
                "=== name);",
            ),
        ),
    ),
    (
        "claims.js",
        MEANING,
        (
            ("page: a claim reads the state before", "(later ? after : before)", "before"),
            (
                "page: what happens concerns everybody",
                "return scope === INDUSTRY ||",
                "return true ||",
            ),
            ("page: another is oneself", "filter((one) => one !== me)", "filter(() => true)"),
            (
                "page: a claim of some places",
                "return places.every(at(node))",
                "return places.some(at(node))",
            ),
            (
                "page: the other provider is one's own",
                "return here.otherProvider;",
                "return here.provider;",
            ),
            ("page: a goal is never met", "supposed(here) && !goal(here)", "supposed(here)"),
            (
                "page: a thing is shown everywhere",
                "step && places.some(byStep)",
                "step && places.every(byStep)",
            ),
            ("page: what can be is so", "places.some(at(node))\n", "!places.some(at(node))\n"),
        ),
    ),
    (
        "address.js",
        ADDRESS,
        (
            ("address: every home is the first", '(home ? `_${home + 1}` : "")', '""'),
            (
                "address: nothing is switched off",
                "...session.off.map((name) => offId(data, name))",
                "",
            ),
            ("address: nothing is chosen at first", 'starts.join(".") || "-"', '"-"'),
            ("address: every model is this one", "isSame = model === page.model", "isSame = true"),
            ("address: the last step is shown", "Number(at) || 0", "1000"),
            (
                "address: nothing is done beside it",
                'const [at, id = ""] = text',
                'const [at, id = ""] = ""',
            ),
            (
                "address: a rule of another model is taken",
                "return isSame ? data.rules",
                "return true ? data.rules",
            ),
        ),
    ),
    (
        "nearest.js",
        NEAR,
        (
            ("near: a path lacks its last step", "path: [...at.path, move]", "path: [...at.path]"),
            (
                "near: not the nearest",
                "this.queue[this.next++]",
                "this.queue[this.queue.length - ++this.next]",
            ),
            ("near: not looked is never", '? "all" : "most"', '? "all" : "all"'),
            ("near: the last path, not the first", "if (!this.found.has(number)) ", ""),
        ),
    ),
    (
        "session.js",
        RUNS,
        (
            ("run: a fork is not kept", "if (next) this.keep(this.moves);", ""),
            ("run: the start of a fork is one too", "!key(moves).startsWith(key(one))", "true"),
            (
                "run: what was turned from is lost",
                "if (this.moves.length) this.keep(this.moves);",
                "",
            ),
            ("run: the same step is another", "if (next && same(next, move))", "if (false)"),
            (
                "run: a loaded one keeps what was off",
                "version: run.version, off: [], shape",
                "version: run.version, shape",
            ),
            ("run: a turn begins at its end", "parts < 0 ? chosen.length : parts", "chosen.length"),
        ),
    ),
    (
        "consequences.js",
        WHAT_IF,
        (
            ("what if: what is off is there", ".filter((r) => !r.off)", ""),
            ("what if: every claim rests on it", ".filter((one) => touched.has(one))", ""),
            (
                "what if: a run that breaks breaks all",
                "=== version && !off.length)",
                "=== version)",
            ),
            ("what if: runs take nothing", "state = after;", ""),
            ("what if: duties are as they were", "!version.duties.includes(n)", "false"),
            ("what if: all is looked into", "isKnown: every !== null", "isKnown: true"),
            ("what if: one change of several", "if (many || rules.length > 1)", "if (false)"),
        ),
    ),
    (
        "whatif.js",
        WHAT_IF,
        (
            (
                "what if: one thing off at a time",
                "[...session.off, event.target.value]",
                "[event.target.value]",
            ),
        ),
    ),
    (
        "paired.js",
        SIDES,
        (
            (
                "beside: what is alike differs",
                "return isTold && here.sign !== there.sign ?",
                "return isTold ?",
            ),
            ("beside: it stays at its start", "if (outcome.after) this.state = outcome.after;", ""),
            ("beside: what is here only is in both", "both: here.filter(isTaken)", "both: here"),
            ("beside: chosen here alone", "new Map(this.starts())", "new Map()"),
            (
                "beside: no such duty",
                '? "not in force"\n      : "no such duty"',
                '? "no such duty" : "not in force"',
            ),
            ("beside: what it did alone later", "({ at }) => at === n", "({ at }) => at >= n"),
        ),
    ),
    (
        "machine.js",
        (f"{EXPLORER[0]} -k lit",),
        (
            ("picture: nowhere was it before", "range(session.at).flatMap", "range(0).flatMap"),
            ("picture: all is possible", "if (taken) can.add", "if (true) can.add"),
            (
                "picture: it is where it was",
                "now: at(session.state())",
                "now: at(session.state(0))",
            ),
        ),
    ),
    (
        "next.js",
        NEAR,
        (("why not: the farthest first", "one.far - two.far", "two.far - one.far"),),
    ),
    (
        "telling.js",
        NEAR,
        (("why not: what lacks most counts", "Math.min(...ways.map(", "Math.max(...ways.map("),),
    ),
    (
        "telling.js",
        (f"{AGREES}::test_on_random_walks -m browser", *EXPLORER),
        (
            ("page: a duty is owed for nobody", "if (!mine.length) return [];", ""),
            (
                "page: a breach is told twice",
                "new Set(taken.map(({ rule }) => rule.breaches)",
                "Array(taken.map(({ rule }) => rule.breaches)",
            ),
        ),
    ),
    (
        "sequence.js",
        (f"{AGREES} -m browser -k arrows", f"{AGREES} -m browser -k written_about"),
        (
            ("sequence: nobody is named", "to: acted?.rule.to ||", "to:"),
            ("sequence: to whom it is known", "rule.moves && !machine.observer", "rule.moves"),
            ("sequence: who acts last on it", "later.find((one)", "later.findLast((one)"),
        ),
    ),
)

FAULTS = tuple(
    one for file, tests, rows in IN_PAGE for one in sown_in(f"{WEB}/{file}", tests, *rows)
)
