"use strict";
// What is shown: a run with the steps after the one looked at, and what is otherwise.

class Session {
  constructor(page) {
    this.page = page;
    this.data = page.flow;
    this.follows = true;
    this.reset();
  }

  reset() {
    Object.assign(this, {
      version: 0,
      off: [],
      shape: [1],
      chosen: new Map(),
      moves: [],
      at: 0,
      forks: [],
      there: [], // what only the flow beside this one does, each after so many steps here
      machine: 0,
      view: "picture",
      notice: "",
      loaded: null, // the run that was loaded, until another step or change
    });
    this.rebuild();
  }

  // Take the run again from its start, as far as it is possible.
  rebuild() {
    this.world = new World(this.data, this.version, this.shape, new Set(this.off));
    this.telling = new Telling(this.world);
    this.claims = new Claims(this.world);
    this.start = this.world.first(this.chosen);
    this.steps = [];
    this.stopped = null;
    for (const asked of this.moves) {
      const move = this.world.known(asked),
        before = this.state(this.steps.length);
      const step = { move, before, ...(move ? this.world.outcome(before, move) : REFUSED) };
      if (step.after === null) {
        const { name } = this.data.events[asked.event];
        this.stopped = { name, number: this.steps.length + 1, refusals: step.refusals };
        break;
      }
      this.steps.push({ ...step, number: this.steps.length + 1 });
    }
    this.moves = this.steps.map(({ move }) => move);
    this.at = Math.min(this.at, this.moves.length);
    this.there = this.there.filter(({ at }) => at <= this.moves.length);
  }

  state(number = this.at) {
    return number ? this.steps[number - 1].after : this.start;
  }

  get step() {
    return this.at ? this.steps[this.at - 1] : null;
  }

  get isChanged() {
    return this.version !== 0 || this.off.length > 0;
  }

  take(move) {
    this.notice = "";
    const next = this.moves[this.at];
    if (next && same(next, move)) return this.go(this.at + 1);
    this.loaded = null;
    if (next) this.keep(this.moves);
    this.thereUntil(this.at);
    this.moves = [...this.moves.slice(0, this.at), move];
    this.rebuild();
    this.go(this.moves.length);
  }

  go(number) {
    this.at = Math.max(0, Math.min(number, this.moves.length));
    if (this.follows && this.step) this.follow();
  }

  // Show a machine that the step moved, unless the one that is shown moved.
  follow() {
    const moved = this.step.taken.filter(
      ({ machine, rule }) => rule.moves && this.page.pictures[machine.name],
    );
    const numbers = moved.map(({ machine }) =>
      this.world.machines.findIndex((one) => one.number === machine.number),
    );
    if (numbers.length && !numbers.includes(this.machine)) [this.machine] = numbers;
  }

  keep(moves) {
    const key = (run) => run.map(({ event, home }) => `${event}_${home}`).join(".");
    const known = this.forks.filter((one) => !key(moves).startsWith(key(one)));
    this.forks = known.some((one) => key(one).startsWith(key(moves))) ? known : [...known, moves];
  }

  // Show another run that was kept, and keep this one.
  turn(number) {
    const [chosen] = this.forks.splice(number, 1);
    if (this.moves.length) this.keep(this.moves);
    const parts = chosen.findIndex((move, n) => !this.moves[n] || !same(move, this.moves[n]));
    this.moves = chosen;
    this.loaded = null;
    this.at = parts < 0 ? chosen.length : parts;
    this.thereUntil(this.at);
    this.rebuild();
  }

  change({ version = this.version, off = this.off, shape = this.shape, chosen = this.chosen }) {
    if (this.shape.join() !== shape.join()) {
      this.moves = [];
      this.forks = [];
      this.there = [];
      chosen = new Map();
    }
    Object.assign(this, { version, off, shape, chosen, loaded: null });
    this.rebuild();
  }

  takeThere({ event, home }) {
    this.there = [...this.there, { event, home, at: this.at }];
  }

  takeBackThere() {
    const last = this.there.findLastIndex(({ at }) => at === this.at);
    this.there = this.there.filter((_, n) => n !== last);
  }

  thereUntil(number) {
    this.there = this.there.filter(({ at }) => at <= number);
  }

  load(run) {
    this.forks = [];
    this.there = [];
    this.notice = "";
    Object.assign(this, { loaded: run, version: run.version, off: [], shape: run.shape, at: 0 });
    this.world = new World(this.data, run.version, run.shape);
    this.chosen = new Map(run.first.map(([field, owner, value]) => [this.world.slot(field, owner), value]));
    this.moves = run.moves.map(([event, home]) => ({ event, home }));
    this.rebuild();
    this.go(this.moves.length); // the machine that the last step moves is shown from the start
    this.at = 0;
  }
}

const SHAPES = [[1], [2], [1, 1], [3]];
const VIEWS = ["picture", "machines", "sequence", "claims", "whatif", "beside"];
const same = (one, two) => one.event === two.event && one.home === two.home;
