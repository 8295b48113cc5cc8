"use strict";
// The meaning of a flow: what a step does. It reads the same definition as Python's World does,
// and is written apart from it; the operators have the keys of model/language/operators.py.

const POINT = 0,
  PROVIDER = 1,
  INDUSTRY = 2;

const OPERATORS = {
  "not": (x) => !x,
  "and": (...xs) => xs.every((x) => x),
  "or": (...xs) => xs.some((x) => x),
  "implies": (x, y) => !x || y,
  "exactly one": (...xs) => xs.filter((x) => x).length === 1,
  "at most one": (...xs) => xs.filter((x) => x).length <= 1,
  "is": (x, y) => x === y,
  "in": (x, ...ys) => ys.includes(x),
  "if": (c, x, y) => (c ? x : y),
  "plus": (x, y) => x + y,
  "minus": (x, y) => x - y,
  "less": (x, y) => x < y,
  "at most": (x, y) => x <= y,
};

const REFUSED = { taken: [], after: null, refusals: [] };
const range = (n) => [...Array(n).keys()];

class World {
  // A flow in one version, with so many points at each provider; `off` names rules left out.
  constructor(data, version, shape, off = new Set()) {
    this.data = data;
    this.version = { ...data.versions[0], ...data.versions[version] };
    this.shape = shape;
    this.providerOf = shape.flatMap((size, provider) => Array(size).fill(provider));
    this.machines = this.version.machines.map((number) => ({ number, ...data.machines[number] }));
    for (const machine of this.machines) machine.rules = machine.rules.map((n) => this.rule(n, off));
    this.scopeOf = new Map(this.machines.flatMap((m) => m.fields.map((f) => [f, m.scope])));
    this.slots = this.slotted();
    this.at = new Map(this.slots.map(([field, owner], n) => [field * 1000 + owner, n]));
    this.events = [...new Set(this.machines.flatMap((m) => m.rules.map((r) => r.event)))];
    this.takers = new Map(this.events.map((e) => [e, this.taking(e)]));
    this.moves = this.events.flatMap((event) =>
      range(this.count(data.events[event].scope)).map((home) => ({ event, home })),
    );
    this.compiled = new Map();
  }

  rule(number, off) {
    const rule = { number, ...this.data.rules[number] };
    const never = off.has(rule.called) || off.has(this.data.events[rule.event].name);
    return never ? { ...rule, off: true } : rule;
  }

  slotted() {
    const at = (scope) => this.machines.filter((m) => m.scope === scope).flatMap((m) => m.fields);
    return [
      ...at(INDUSTRY).map((f) => [f, 0]),
      ...this.shape.flatMap((_, provider) => [
        ...at(PROVIDER).map((f) => [f, provider]),
        ...this.pointsOf(provider).flatMap((point) => at(POINT).map((f) => [f, point])),
      ]),
    ];
  }

  taking(event) {
    const scope = this.data.events[event].scope;
    const mine = this.machines
      .map((machine) => ({
        machine,
        follows: machine.scope < scope,
        rules: machine.rules.filter((r) => r.event === event),
      }))
      .filter(({ rules }) => rules.length);
    return [...mine.filter((one) => !one.follows), ...mine.filter((one) => one.follows)];
  }

  // The move as this version has it: an event done by another is another event of the same name.
  known(move) {
    if (this.takers.has(move.event)) return move;
    const { name } = this.data.events[move.event];
    return this.moves.find(({ event, home }) => this.data.events[event].name === name && home === move.home);
  }

  pointsOf(provider) {
    return range(this.providerOf.length).filter((point) => this.providerOf[point] === provider);
  }

  count(scope) {
    return scope === POINT ? this.providerOf.length : scope === PROVIDER ? this.shape.length : 1;
  }

  owner(scope, narrow, number) {
    if (scope === narrow) return number;
    return narrow === POINT && scope === PROVIDER ? this.providerOf[number] : 0;
  }

  slot(field, owner) {
    return this.at.get(field * 1000 + owner);
  }

  starts(field) {
    return this.version.starts[field];
  }

  first(chosen = new Map()) {
    return this.slots.map(([field], n) => (chosen.has(n) ? chosen.get(n) : this.starts(field)[0]));
  }

  // An expression as a function of a state and of the owner who sees it.
  meaning(node, scope) {
    const key = node * 4 + scope;
    if (!this.compiled.has(key)) this.compiled.set(key, this.compile(node, scope));
    return this.compiled.get(key);
  }

  compile(node, scope) {
    const [kind, ...parts] = this.data.nodes[node];
    if (kind === "value") return () => parts[0];
    if (kind === "read") return this.reading(parts[0], scope);
    if (kind === "quantified") return this.quantified(parts[0], parts[1]);
    const operator = OPERATORS[kind],
      inner = parts.map((part) => this.meaning(part, scope));
    if (inner.length === 1) return (s, o) => operator(inner[0](s, o));
    if (inner.length === 2) return (s, o) => operator(inner[0](s, o), inner[1](s, o));
    return (s, o) => operator(...inner.map((each) => each(s, o)));
  }

  reading(field, scope) {
    const wide = this.scopeOf.get(field);
    return (state, owner) => state[this.slot(field, this.owner(wide, scope, owner))];
  }

  quantified(kind, body) {
    const whom = kind.endsWith("PROVIDER") || kind.endsWith("PROVIDERS") ? PROVIDER : POINT;
    const holds = this.meaning(body, whom);
    const all = range(this.count(whom));
    const whose = (owner) =>
      kind === "ALL_OTHER_POINTS"
        ? all.filter((one) => one !== owner)
        : kind === "ALL_MY_POINTS"
          ? this.pointsOf(owner)
          : all;
    if (kind.startsWith("SOME")) return (s, o) => whose(o).some((one) => holds(s, one));
    return (s, o) => whose(o).every((one) => holds(s, one));
  }

  fits(machine, owner, rule, state) {
    return (
      !rule.off &&
      rule.source.includes(state[this.slot(machine.fields[0], owner)]) &&
      this.meaning(rule.when, machine.scope)(state, owner)
    );
  }

  // What a move does: the rules taken and the state after, or who refuses and why (if asked).
  outcome(state, move, why = true) {
    const scope = this.data.events[move.event].scope,
      taken = [],
      refusals = [];
    for (const { machine, follows, rules } of this.takers.get(move.event)) {
      const owners = follows
        ? scope === PROVIDER
          ? this.pointsOf(move.home)
          : range(this.count(machine.scope))
        : [this.owner(machine.scope, scope, move.home)];
      for (const owner of owners) {
        const rule = rules.find((one) => this.fits(machine, owner, one, state));
        if (rule) taken.push({ machine, owner, rule });
        else if (!follows && !why) return REFUSED;
        else if (!follows) refusals.push(this.refusal(machine, owner, rules, state));
      }
    }
    return refusals.length ? { taken: [], after: null, refusals } : this.after(state, taken);
  }

  // Every machine reads the state before the step.
  after(state, taken) {
    const after = [...state],
      refusals = [];
    for (const { machine, owner, rule } of taken) {
      if (rule.target !== null) after[this.slot(machine.fields[0], owner)] = rule.target;
      for (const [field, node] of rule.then) {
        const value = this.meaning(node, machine.scope)(state, owner);
        after[this.slot(field, owner)] = value;
        const sort = this.data.sorts[this.data.fields[field].sort];
        if ("from" in sort && (value < sort.from || value > sort.to)) {
          refusals.push({ machine, owner, left: { field, value, sort } });
        }
      }
    }
    return refusals.length ? { taken: [], after: null, refusals } : { taken, after, refusals };
  }

  // The ways that a machine has to take part, each with its conditions and whether they hold.
  refusal(machine, owner, rules, state) {
    const at = state[this.slot(machine.fields[0], owner)];
    const here = rules.filter((rule) => rule.source.includes(at));
    const ways = here.map((rule) => ({
      rule,
      needs: rule.needs.map(([node, words, cites]) => ({
        words,
        cites,
        holds: this.meaning(node, machine.scope)(state, owner),
      })),
    }));
    return { machine, owner, at, ways, sources: [...new Set(rules.flatMap((r) => r.source))] };
  }

  possible(state) {
    return this.moves.filter((move) => this.outcome(state, move, false).after !== null);
  }
}
