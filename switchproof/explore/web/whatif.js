"use strict";
// What is otherwise: an event or a rule switched off, a reading or a variant; and what that leaves open.

class WhatIf {
  constructor(centre) {
    this.centre = centre;
    this.session = centre.session;
  }

  draw() {
    const { session } = this,
      { data } = session;
    const change = (what) => this.centre.do((one) => one.change(what));
    const versions = (kind) =>
      data.versions.flatMap((one, n) =>
        one.kind === kind ? [option(n, one.name, n === session.version)] : [],
      );
    const choose = (words, kind, none) =>
      versions(kind).length
        ? h(
            "label",
            {},
            words,
            h(
              "select",
              {
                "data-key": kind,
                change: (event) => change({ version: Number(event.target.value), off: [] }),
              },
              option(0, none, session.version === 0),
              versions(kind),
            ),
          )
        : "";
    const names = session.world.events.map((event) => data.events[event].name).sort();
    const rules = session.world.machines[session.machine].rules.map((rule) => rule.called);
    const off = (words, every) =>
      h(
        "label",
        {},
        words,
        h(
          "select",
          {
            "data-key": words,
            change: (event) => change({ off: [...new Set([...session.off, event.target.value])] }),
          },
          option("", "none", true),
          every.map((name) => option(name, name)),
        ),
      );
    return h(
      "div",
      { class: "whatif" },
      h(
        "p",
        {},
        "Take something away, or read the text otherwise, and step through what is then possible. The run is taken again as far as it goes.",
      ),
      choose("Another reading of the text ", "reading", "as the flow has it"),
      choose("A variant that must break a claim ", "variant", "the flow as it stands"),
      off("Switch an event off ", names),
      off(`Switch off a rule of ${session.world.machines[session.machine].called} `, rules),
      session.isChanged
        ? this.consequences()
        : h("p", { class: "none" }, "Nothing is otherwise: this is the flow as it stands."),
    );
  }

  // The rules of the flow as it stands that are not there, or not as they were.
  touched() {
    const { session } = this,
      { data } = session;
    const there = new Set(
      session.world.machines.flatMap((m) => m.rules.filter((r) => !r.off).map((r) => r.number)),
    );
    const base = data.versions[0].machines.flatMap((n) => data.machines[n].rules);
    return new Set(base.filter((n) => !there.has(n)).map((n) => data.rules[n].called));
  }

  consequences() {
    const { session } = this,
      touched = this.touched(),
      { rests } = session.page;
    const every = session.data.claims.map((claim, n) => ({
      claim,
      n,
      by: (rests[n] ?? []).filter((rule) => touched.has(rule)),
    }));
    const broken = session.page.runs
      .map((run, n) => ({ run, n }))
      .filter(({ run }) => run.breaks && run.version === session.version && !session.off.length);
    const isBroken = ({ claim }) => broken.some(({ run }) => run.claim === claim.id);
    const open = every.filter((one) => !isBroken(one));
    const resting = open.filter(({ by }) => by.length),
      others = open.filter(({ by }) => !by.length);
    const row = ({ claim, by }) =>
      h(
        "li",
        {},
        h("b", {}, claim.id),
        `: ${claim.sentence}`,
        by.length ? h("small", {}, `rests on: ${by.join("; ")}`) : "",
      );
    return [
      broken.length
        ? [
            h("h3", {}, "What breaks here"),
            h(
              "ul",
              {},
              broken.map(({ run, n }) =>
                h(
                  "li",
                  {},
                  h(
                    "button",
                    { type: "button", click: () => this.centre.do((one) => one.load(session.page.runs[n])) },
                    `Load the run that breaks ${run.claim}`,
                  ),
                ),
              ),
            ),
          ]
        : "",
      h(
        "h3",
        {},
        `Not decided here: ${counted(resting.length, "claim")} whose proof rests on what is otherwise`,
      ),
      resting.length
        ? h("ul", { class: "undecided" }, resting.map(row))
        : h("p", {}, "Of no claim is it kept that its proof rests on this."),
      fold(
        "others",
        `Not decided here either: the other ${counted(others.length, "claim")}`,
        {},
        h(
          "p",
          {},
          "It was looked into what a proof rests on one thing at a time, and not for every claim: these may fail as well.",
        ),
        h("ul", { class: "undecided" }, others.map(row)),
      ),
      h("h3", {}, "What decides them"),
      h(
        "pre",
        { tabindex: 0, "aria-label": "commands" },
        this.commands(resting.length ? resting : open).join("\n"),
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
