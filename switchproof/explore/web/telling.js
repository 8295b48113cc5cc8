"use strict";
// Steps, states and refusals in the words of the definitions, as `switchproof walk` has them.

class Telling {
  constructor(world) {
    this.world = world;
    this.data = world.data;
  }

  words(field, value) {
    const sort = this.data.sorts[this.data.fields[field].sort];
    return "from" in sort ? String(value) : sort.words[Number(value)];
  }

  event(move) {
    return this.data.events[move.event].name + this.home(move);
  }

  home(move) {
    const scope = this.data.events[move.event].scope;
    return this.world.count(scope) === 1 ? "" : ` at ${this.scope(scope)} ${move.home + 1}`;
  }

  scope(scope) {
    return ["point", "provider", "industry"][scope];
  }

  machine(machine, owner) {
    if (this.world.count(machine.scope) === 1) return machine.called;
    return `${machine.called} at ${this.scope(machine.scope)} ${owner + 1}`;
  }

  // Who did it: of the rules that were taken the first that says so, or else the event.
  acted({ taken }) {
    return taken.find(({ rule }) => rule.actor !== null) ?? taken[0];
  }

  actor(step) {
    const by = this.acted(step)?.rule.actor ?? this.data.events[step.move.event].actor;
    return by === null ? null : this.data.parties[by];
  }

  actors(move) {
    const rules = this.world.takers.get(move.event).flatMap((one) => one.rules);
    const names = rules.filter((r) => r.actor !== null).map((r) => this.data.parties[r.actor].name);
    return [...new Set(names)].sort().join(" or ");
  }

  happening(move, actor) {
    const { name, told } = this.data.events[move.event];
    if (!told) return actor ? `${actor.name}: ${name}` : name;
    return told.replaceAll("{by}", actor ? actor.the : "somebody");
  }

  act(move, actor) {
    const { name, told } = this.data.events[move.event];
    const said = told ? told.replace(/^\{by\} /, "") : name;
    return this.capital(said).replaceAll("{by}", actor ? actor.name : "None");
  }

  cites(taken) {
    return [...new Set(taken.flatMap(({ rule }) => rule.cites))];
  }

  breaches(taken) {
    return [...new Set(taken.map(({ rule }) => rule.breaches).filter((duty) => duty))];
  }

  capital(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  }

  sentence(step) {
    return this.capital(this.happening(step.move, this.actor(step))) + this.home(step.move);
  }

  changes(before, after) {
    const changed = this.world.slots
      .map(([field, owner], n) => ({ field, owner, n, value: after[n] }))
      .filter(({ n }) => before[n] !== after[n]);
    const telling = changed.filter((one) => !this.silent(one.field, one.value));
    return this.grouped(telling.length ? telling : changed, " now") || "nothing changes";
  }

  told(field, value) {
    const { told, sort } = this.data.fields[field];
    if (!told.length) return "";
    const { from } = this.data.sorts[sort];
    const number = Number(value) - (from ?? 0);
    return told[Math.min(number, told.length - 1)].replaceAll("{value}", this.words(field, value));
  }

  silent(field, value) {
    return this.data.fields[field].told.length > 0 && !this.told(field, value);
  }

  holds(field, value, now) {
    const { name, sort } = this.data.fields[field],
      told = this.told(field, value);
    if (told) return told;
    const isTruth = this.data.sorts[sort].kind === "truth";
    return isTruth
      ? `${name}:${now} ${this.words(field, value)}`
      : `${name} is${now} ${this.words(field, value)}`;
  }

  // By whose they are, the industry's first, each once.
  grouped(held, now) {
    const groups = new Map();
    for (const { field, owner, value } of held) {
      const scope = this.world.scopeOf.get(field),
        alone = this.world.count(scope) === 1;
      const key = alone ? `0 ${-INDUSTRY} 0` : `1 ${-scope} ${String(owner).padStart(4, "0")}`;
      const place = alone ? "" : `at ${this.scope(scope)} ${owner + 1}: `;
      if (!groups.has(key))
        groups.set(key, {
          place,
          order: alone ? -INDUSTRY : -scope,
          owner: alone ? 0 : owner,
          said: new Set(),
        });
      groups.get(key).said.add(this.holds(field, value, now));
    }
    return [...groups.values()]
      .sort((one, two) => one.order - two.order || one.owner - two.owner)
      .map(({ place, said }) => place + [...said].join("; "))
      .join("; ");
  }

  // The duties in force, each with the points for which it is.
  owed(state) {
    const points = range(this.world.count(POINT));
    return this.world.version.duties
      .map((n) => this.data.duties[n])
      .flatMap((duty) => {
        const mine = points.filter((point) => this.world.meaning(duty.force, POINT)(state, point));
        if (!mine.length) return [];
        const at = mine.length === points.length ? "" : ` for point ${mine.map((p) => p + 1).join(", ")}`;
        const bound = this.world.meaning(duty.bound, POINT)(state, mine[0]);
        const but = bound ? "" : `, though ${duty.obligor} is not bound by the ${duty.instrument}`;
        return [{ name: duty.name, says: duty.says + at + but, bound }];
      });
  }

  // Lines that say what stops a machine: each has `holds` where it is a condition.
  refusal(one) {
    const whose = this.machine(one.machine, one.owner);
    if (one.left) {
      const { field, value, sort } = one.left,
        name = this.data.fields[field].name;
      return {
        whose,
        ways: [[{ holds: false, words: `'${name}' would be ${value}, not ${sort.from} to ${sort.to}` }]],
      };
    }
    const state = (value) => `'${this.words(one.machine.fields[0], value)}'`;
    if (!one.ways.length) {
      const said = `${whose} is ${state(one.at)}, not ${one.sources.map(state).join(" or ")}`;
      return { whose, state: true, ways: [[{ holds: false, words: said }]] };
    }
    const off = { holds: false, words: "this rule is switched off" };
    const never = { holds: false, words: "what no state allows" };
    return {
      whose,
      ways: one.ways.map(({ rule, needs }) =>
        rule.off ? [off, ...needs] : needs.every((need) => need.holds) ? [...needs, never] : needs,
      ),
    };
  }

  // How much stands in the way: the fewest conditions that fail, over all who refuse.
  distance(refusals) {
    return refusals
      .map((one) => this.refusal(one))
      .reduce(
        (sum, { ways }) => sum + Math.min(...ways.map((way) => way.filter(({ holds }) => !holds).length)),
        0,
      );
  }
}
