"use strict";
// The same run in another flow. An event has a partner there where one of its name and scope is;
// what only the other flow has can be taken there alone, after a step of the run here.

class Paired {
  constructor(session) {
    this.session = session;
    this.world = new World(session.page.beside, 0, session.shape);
    this.telling = new Telling(this.world);
    this.claims = new Claims(this.world);
    this.state = this.world.first(new Map(this.starts()));
    this.step = null;
    this.rows = range(session.at + 1).flatMap((n) => [
      ...(n ? [this.shared(session.steps[n - 1])] : []),
      ...session.there.filter(({ at }) => at === n).map((move) => this.alone(move)),
    ]);
  }

  // What was chosen at the start here, where the other flow lets it be chosen too.
  starts() {
    const { session, world, telling } = this;
    return [...session.chosen].flatMap(([slot, value]) => {
      const [field, owner] = session.world.slots[slot];
      const other = world.slots.find(
        ([one, whose]) => whose === owner && world.data.fields[one].name === session.data.fields[field].name,
      );
      const words = session.telling.words(field, value);
      const given = other && world.starts(other[0]).find((one) => telling.words(other[0], one) === words);
      return given === undefined ? [] : [[world.slot(...other), given]];
    });
  }

  partner(move) {
    return this.world.moves.find((one) => one.home === move.home && this.isPair(move, one));
  }

  isPair(here, there) {
    const [one, other] = [this.session.data.events[here.event], this.world.data.events[there.event]];
    return one.name === other.name && one.scope === other.scope;
  }

  // The names of events: those of both flows, those of this one only, those of the other one only.
  names() {
    const named = (world) => new Map(world.events.map((event) => [world.data.events[event].name, event]));
    const [here, there] = [named(this.session.world), named(this.world)];
    const isShared = (name) =>
      here.has(name) &&
      there.has(name) &&
      this.isPair({ event: here.get(name) }, { event: there.get(name) });
    return {
      both: [...here.keys()].filter(isShared),
      here: [...here.keys()].filter((name) => !isShared(name)),
      there: [...there.keys()].filter((name) => !isShared(name)),
    };
  }

  shared(step) {
    const move = this.partner(step.move);
    return { here: step, there: move ? this.taken(move) : null };
  }

  alone(move) {
    return { here: null, there: this.taken(move) };
  }

  taken(move) {
    const before = this.state,
      outcome = this.world.outcome(before, move);
    if (outcome.after) this.state = outcome.after;
    this.step = outcome.after ? { move, before, ...outcome } : this.step;
    return { move, before, ...outcome };
  }

  possible() {
    const { session } = this;
    const here = session.world.possible(session.state()),
      there = this.world.possible(this.state);
    const isTaken = (move) => there.some((one) => one.home === move.home && this.isPair(move, one));
    const isMine = (move) => here.some((one) => one.home === move.home && this.isPair(one, move));
    return {
      both: here.filter(isTaken),
      here: here.filter((move) => !isTaken(move)),
      there: there.filter((move) => !isMine(move)),
    };
  }

  // What machines of one name hold that is otherwise in the two: what, here, there.
  states() {
    const { session, world } = this;
    return world.machines.flatMap((machine) => {
      const mine = session.world.machines.find(
        ({ name, scope }) => name === machine.name && scope === machine.scope,
      );
      if (!mine) return [];
      return range(world.count(machine.scope)).flatMap((owner) => this.fields(mine, machine, owner));
    });
  }

  fields(mine, machine, owner) {
    const { session, world, telling } = this;
    const { fields } = session.data;
    return mine.fields.flatMap((field) => {
      const other = machine.fields.find((one) => world.data.fields[one].name === fields[field].name);
      if (other === undefined) return [];
      const here = session.telling.words(field, session.state()[session.world.slot(field, owner)]),
        there = telling.words(other, this.state[world.slot(other, owner)]);
      const part = field === mine.fields[0] ? "" : `: ${fields[field].name}`;
      return here === there ? [] : [[telling.machine(machine, owner) + part, here, there]];
    });
  }

  duties() {
    const owed = (telling, state) =>
      new Map(telling.owed(state).map(({ name, says }) => [name, says.replace(`, '${name}'`, "")]));
    const here = owed(this.session.telling, this.session.state()),
      there = owed(this.telling, this.state);
    return [...new Set([...here.keys(), ...there.keys()])]
      .filter((name) => here.get(name) !== there.get(name))
      .map((name) => [
        name,
        here.get(name) ?? this.notOwed(this.session.world, name),
        there.get(name) ?? this.notOwed(this.world, name),
      ]);
  }

  notOwed(world, name) {
    return world.version.duties.some((n) => world.data.duties[n].name === name)
      ? "not in force"
      : "no such duty";
  }

  // Claims of one id that fail, are begun or are shown in one of the two, and not in the other.
  standings() {
    const { session } = this;
    return session.data.claims.flatMap(({ id }, n) => {
      const other = this.world.data.claims.findIndex((claim) => claim.id === id);
      if (other < 0) return [];
      const here = session.claims.standing(n, session.state(), session.step),
        there = this.claims.standing(other, this.state, this.step);
      const isTold = [here, there].some(({ sign }) => ["fails", "open", "there"].includes(sign));
      return isTold && here.sign !== there.sign ? [[id, here.words, there.words]] : [];
    });
  }
}
