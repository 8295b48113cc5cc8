"use strict";
// What is otherwise: an event or a rule switched off, or a reading or variant; and another flow.

class WhatIf {
  constructor(centre) { this.centre = centre; this.session = centre.session; }

  draw() {
    const { session } = this, { data } = session;
    const change = (what) => this.centre.do((one) => one.change(what));
    const versions = (kind) => data.versions.flatMap((one, n) => (one.kind === kind ? [option(n, one.name, n === session.version)] : []));
    const choose = (words, kind, none) => versions(kind).length ? h("label", {}, words, h("select", {
      "data-key": kind, change: (event) => change({ version: Number(event.target.value), off: [] }) }, option(0, none, session.version === 0), versions(kind))) : "";
    const names = session.world.events.map((event) => data.events[event].name).sort();
    const rules = session.world.machines[session.machine].rules.map((rule) => rule.called);
    const off = (words, every) => h("label", {}, words, h("select", { "data-key": words, change: (event) =>
      change({ off: [...new Set([...session.off, event.target.value])] }) }, option("", "none", true), every.map((name) => option(name, name))));
    return h("div", { class: "whatif" },
      h("p", {}, "Take something away, or read the text otherwise, and step through what is then possible. The run is taken again as far as it goes."),
      choose("Another reading of the text ", "reading", "as the flow has it"),
      choose("A variant that must break a claim ", "variant", "the flow as it stands"),
      off("Switch an event off ", names), off(`Switch off a rule of ${session.world.machines[session.machine].called} `, rules),
      session.isChanged ? this.consequences() : h("p", { class: "none" }, "Nothing is otherwise: this is the flow as it stands."));
  }

  // The rules of the flow as it stands that are not there, or not as they were.
  touched() {
    const { session } = this, { data } = session;
    const there = new Set(session.world.machines.flatMap((m) => m.rules.filter((r) => !r.off).map((r) => r.number)));
    const base = data.versions[0].machines.flatMap((n) => data.machines[n].rules);
    return new Set(base.filter((n) => !there.has(n)).map((n) => data.rules[n].called));
  }

  consequences() {
    const { session } = this, touched = this.touched(), { rests } = session.page;
    const every = session.data.claims.map((claim, n) => ({ claim, n, by: (rests[n] ?? []).filter((rule) => touched.has(rule)) }));
    const resting = every.filter(({ by }) => by.length), known = new Set(resting);
    const others = every.filter((one) => !known.has(one));
    const row = ({ claim, by }) => h("li", {}, h("b", {}, claim.id), `: ${claim.sentence}`, by.length ? h("small", {}, `rests on: ${by.join("; ")}`) : "");
    const broken = session.page.runs.map((run, n) => ({ run, n })).filter(({ run }) => run.breaks && run.version === session.version && !session.off.length);
    return [
      broken.length ? [h("h3", {}, "What breaks here"), h("ul", {}, broken.map(({ run, n }) => h("li", {}, h("button", { type: "button", click: () => this.centre.do((one) => one.load(session.page.runs[n])) }, `Load the run that breaks ${run.claim}`))))] : "",
      h("h3", {}, `Not decided here: ${counted(resting.length, "claim")} whose proof rests on what is otherwise`),
      resting.length ? h("ul", { class: "undecided" }, resting.map(row)) : h("p", {}, "Of no claim is it kept that its proof rests on this."),
      h("details", {}, h("summary", {}, `Not decided here either: the other ${counted(others.length, "claim")}`),
        h("p", {}, "It was looked into what a proof rests on one thing at a time, and not for every claim: these may fail as well."),
        h("ul", { class: "undecided" }, others.map(row))),
      h("h3", {}, "What decides them"), h("pre", { tabindex: 0, "aria-label": "commands" }, this.commands(resting.length ? resting : every).join("\n")),
    ];
  }

  commands(claims) {
    const { session } = this, { source } = session.data, one = session.data.versions[session.version];
    const isEvent = (name) => session.data.events.some((event) => event.name === name);
    const events = session.off.filter(isEvent), rules = session.off.filter((name) => !isEvent(name));
    const found = [];
    if (events.length) found.push(`switchproof verify ${source} ${events.map((name) => `--without ${quoted(name)}`).join(" ")}`);
    if (one.kind === "reading") found.push(`switchproof verify ${source} --reading ${quoted(one.name)}`);
    if (one.kind === "variant") found.push(...claims.slice(0, 5).map(({ claim }) => `switchproof explain ${claim.id} --flow ${source} --variant ${quoted(one.name)}`));
    if (rules.length) found.push(`switchproof why ${claims.slice(0, 20).map(({ claim }) => claim.id).join(" ")} --flow ${source}`);
    if (found.length > 1 && (session.version || (events.length && rules.length))) found.push("# each of these decides one change; of both at once, write them in a flow file of your own");
    return found;
  }
}

// The same events in another flow: those that it has, where it lets them happen.
class Beside {
  constructor(session) {
    this.session = session;
    this.world = new World(session.page.beside, 0, session.shape);
    this.telling = new Telling(this.world);
    const ours = new Set(session.world.events.map((event) => session.data.events[event].name));
    this.shared = this.world.moves.filter((move) => ours.has(this.name(move)));
  }

  name(move) { return this.world.data.events[move.event].name; }

  other(move) {
    const { name } = this.session.data.events[move.event];
    return this.world.moves.find((one) => this.name(one) === name && one.home === move.home);
  }

  draw() {
    const { session } = this;
    let state = this.world.first();
    const rows = session.steps.slice(0, session.at).map((step) => {
      const move = this.other(step.move), there = move ? this.world.outcome(state, move) : null;
      const said = !move ? "no such event" : there.after ? this.telling.changes(state, there.after) : `refused: ${this.why(there.refusals)}`;
      if (there?.after) state = there.after;
      return h("tr", {}, h("td", {}, String(step.number)), h("th", { scope: "row" }, session.telling.capital(session.telling.event(step.move))),
        h("td", {}, session.telling.changes(step.before, step.after)), h("td", { class: there?.after ? "" : "soft" }, said));
    });
    return [h("table", {}, h("caption", {}, `The same events in ${this.world.data.title}: what it does not have is passed over`),
      h("thead", {}, h("tr", {}, ["No.", "Event", `In ${session.data.name}`, `In ${this.world.data.name}`].map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, rows.length ? rows : h("tr", {}, h("td", { colspan: 4 }, "Nothing has happened yet: take a step.")))),
    this.possible(state)];
  }

  why(refusals) {
    return refusals.map((one) => this.telling.refusal(one)).map(({ whose, state, ways }) => {
      const fails = [...new Set(ways.map((way) => way.filter(({ holds }) => !holds).map(({ words }) => words).join(", and ")))].join(", or else ");
      return state ? fails : `${whose} needs: ${fails}`;
    }).join("; ");
  }

  // Of the events that both have, what is possible in one of them only.
  possible(state) {
    const { session } = this, { world } = session;
    const here = new Set(world.possible(session.state()).map((move) => session.telling.event(move)));
    const there = new Set(this.world.possible(state).map((move) => this.telling.event(move)));
    const both = this.shared.map((move) => this.telling.event(move));
    const list = (words, names) => [h("h3", {}, words), names.length ? h("ul", {}, names.map((name) => h("li", {}, name))) : h("p", {}, "None.")];
    return h("div", { class: "pair" },
      h("div", {}, list(`Possible now in ${session.data.name} only`, both.filter((name) => here.has(name) && !there.has(name)))),
      h("div", {}, list(`Possible now in ${this.world.data.name} only`, both.filter((name) => there.has(name) && !here.has(name)))),
      h("div", {}, list("Possible now in both", both.filter((name) => here.has(name) && there.has(name)))));
  }
}
