"use strict";
// What is not decided of a flow that is otherwise: of which claims it is known that they rest on
// what is otherwise, and what decides them.

const NOT_ASKED = {
  ahead: "what happens at last",
  tables: "what tables of rules have in common",
};

class Consequences {
  constructor(centre) {
    this.centre = centre;
    this.session = centre.session;
    this.data = this.session.data;
  }

  // The rules and duties of the flow as it stands that are not there, or not as they were.
  touched() {
    const { session, data } = this,
      { machines, version } = session.world;
    const there = new Set(machines.flatMap((m) => m.rules.filter((r) => !r.off).map((r) => r.number)));
    const [base] = data.versions,
      rules = base.machines.flatMap((n) => data.machines[n].rules);
    const duties = base.duties.filter((n) => !version.duties.includes(n));
    return new Set([
      ...rules.filter((n) => !there.has(n)).map((n) => data.rules[n].called),
      ...duties.map((n) => `duty '${data.duties[n].name}'`),
    ]);
  }

  // What a claim rests on, as far as that is known: of one that something can happen, what its run takes.
  rests(n) {
    const { page } = this.session,
      { id } = this.data.claims[n];
    const run = page.runs.find((one) => one.claim === id && !one.breaks && one.version === 0);
    return run ? { words: "its run takes", every: this.taken(run) } : { words: "rests on", every: page.rests[n] };
  }

  taken({ shape, first, moves }) {
    const world = new World(this.data, 0, shape);
    let state = world.first(new Map(first.map(([field, owner, value]) => [world.slot(field, owner), value])));
    return moves.flatMap(([event, home]) => {
      const { taken, after } = world.outcome(state, world.known({ event, home }));
      state = after;
      return taken.map(({ rule }) => rule.called);
    });
  }

  // Of each claim what is otherwise that it rests on; null where it is not known what it rests on.
  known() {
    const { session, data } = this,
      touched = this.touched(),
      was = data.versions[0].claimed,
      is = session.world.version.claimed;
    return data.claims.map((claim, n) => {
      const { words, every } = this.rests(n);
      const by = [...new Set(every ?? [])].filter((one) => touched.has(one));
      const said = [
        ...(by.length ? [`${words}: ${by.join("; ")}`] : []),
        ...(was[n] === is[n] ? [] : ["what it says is otherwise here"]),
      ];
      return { claim, said, isKnown: every !== null };
    });
  }

  draw() {
    const { runs } = this.session.page,
      { version, off } = this.session;
    const broken = runs.filter((run) => run.breaks && run.version === version && !off.length);
    const open = this.known().filter(({ claim }) => !broken.some((run) => run.claim === claim.id)),
      resting = open.filter(({ said }) => said.length),
      others = open.filter(({ said, isKnown }) => !said.length && isKnown),
      unknown = open.filter(({ said, isKnown }) => !said.length && !isKnown);
    return [
      broken.length ? this.breaking(broken) : "",
      h("h3", {}, `Not decided here: ${counted(resting.length, "claim")} known to rest on what is otherwise`),
      resting.length ? this.list(resting) : h("p", {}, "Of no claim is it known that it rests on this."),
      this.fold("others", `Not decided here either: ${counted(others.length, "other claim")}`, others, [
        "What each rests on was looked for one thing at a time, and this was not found: it may fail as well.",
      ]),
      this.fold("unknown", this.unlooked(unknown), unknown, [
        `What a claim rests on is asked of states and steps only, and not of ${this.kinds(unknown)}.`,
      ]),
      h("h3", {}, "What decides them"),
      h(
        "pre",
        { tabindex: 0, "aria-label": "commands" },
        this.lines(this.commands(resting.length ? resting : open)),
      ),
    ];
  }

  lines(commands) {
    const more = commands.length - 10;
    return [
      commands.map((line) => h("span", { class: "line" }, `${line}\n`)),
      more > 0 ? h("span", { class: "cut" }, `and ${more} more, in the page`) : "",
    ];
  }

  unlooked(unknown) {
    return `Not decided here, and not looked into: ${counted(unknown.length, "claim")}`;
  }

  kinds(unknown) {
    const said = unknown.map(({ claim }) => NOT_ASKED[claim.of] ?? "those that nobody has asked yet");
    return [...new Set(said)].join(", or ");
  }

  fold(name, title, claims, words) {
    return claims.length ? fold(name, title, {}, h("p", {}, words), this.list(claims)) : "";
  }

  list(claims) {
    const row = ({ claim, said }) =>
      h(
        "li",
        {},
        h("b", {}, claim.id),
        `: ${claim.sentence}`,
        said.map((words) => h("small", {}, words)),
      );
    return h("ul", { class: "undecided" }, claims.map(row), cut(claims.length, 10));
  }

  breaking(broken) {
    const button = (run) =>
      h(
        "button",
        { type: "button", click: () => this.centre.do((one) => one.load(run)) },
        `Load the run that breaks ${run.claim}`,
      );
    return [
      h("h3", {}, "What breaks here"),
      h(
        "ul",
        {},
        broken.map((run) => h("li", {}, button(run))),
      ),
    ];
  }

  commands(claims) {
    const { session } = this,
      { source } = session.data,
      one = session.data.versions[session.version];
    const isEvent = (name) => session.data.events.some((event) => event.name === name);
    const events = session.off.filter(isEvent),
      rules = session.off.filter((name) => !isEvent(name));
    const found = [];
    const ofSteps = ({ claim }) => ["state", "step"].includes(claim.of);
    if (events.length)
      found.push(
        `switchproof verify ${source} ${events.map((name) => `--without ${quoted(name)}`).join(" ")}`,
      );
    if (one.kind === "reading") found.push(`switchproof verify ${source} --reading ${quoted(one.name)}`);
    const many =
      [one.kind === "variant", events.length, one.kind === "reading", rules.length].filter((is) => is)
        .length > 1;
    if (one.kind === "variant")
      found.push(
        ...claims.map(
          ({ claim }) => `switchproof explain ${claim.id} --flow ${source} --variant ${quoted(one.name)}`,
        ),
      );
    if (rules.length)
      found.push(
        `switchproof why ${claims
          .filter(ofSteps)
          .map(({ claim }) => claim.id)
          .join(" ")} --flow ${source}`,
      );
    if (many || rules.length > 1)
      found.push("# each decides one change by itself; for all at once write a flow file with FLOW.but(...)");
    return found;
  }
}
