"use strict";
// What is shown: a run with the steps after the one looked at, what is otherwise, and the address.

class Session {
  constructor(page) {
    this.page = page;
    this.data = page.flow;
    this.reset();
  }

  reset() {
    Object.assign(this, {
      version: 0, off: [], shape: [1], chosen: new Map(), moves: [], at: 0, forks: [],
      machine: 0, view: "picture", notice: "",
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
      const move = this.world.known(asked), before = this.state(this.steps.length);
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
  }

  state(number = this.at) { return number ? this.steps[number - 1].after : this.start; }

  get step() { return this.at ? this.steps[this.at - 1] : null; }

  get isChanged() { return this.version !== 0 || this.off.length > 0; }

  take(move) {
    const next = this.moves[this.at];
    if (next && same(next, move)) return this.go(this.at + 1);
    if (next) this.keep(this.moves);
    this.moves = [...this.moves.slice(0, this.at), move];
    this.rebuild();
    this.at = this.moves.length;
  }

  go(number) { this.at = Math.max(0, Math.min(number, this.moves.length)); }

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
    this.at = parts < 0 ? chosen.length : parts;
    this.rebuild();
  }

  change({ version = this.version, off = this.off, shape = this.shape, chosen = this.chosen }) {
    if (this.shape.join() !== shape.join()) { this.moves = []; this.forks = []; chosen = new Map(); }
    Object.assign(this, { version, off, shape, chosen });
    this.rebuild();
  }

  load(run) {
    this.forks = [];
    Object.assign(this, { version: run.version, off: [], shape: run.shape, at: 0 });
    this.world = new World(this.data, run.version, run.shape);
    this.chosen = new Map(run.first.map(([field, owner, value]) => [this.world.slot(field, owner), value]));
    this.moves = run.moves.map(([event, home]) => ({ event, home }));
    this.rebuild();
    this.at = 0;
  }

  // The address: flow@model/version/points/starts/steps/at/machine/view
  get address() {
    const id = ({ event, home }) => this.data.events[event].id + (home ? `_${home + 1}` : "");
    const version = [this.data.versions[this.version].id, ...this.off.map((name) => this.offId(name))];
    const starts = [...this.chosen].map(([slot, value]) => `${slot}_${Number(value)}`);
    return "#" + [
      `${this.data.name}@${this.page.model}`, this.version || this.off.length ? version.join("~") : "-",
      this.shape.join("."), starts.join(".") || "-", this.moves.map(id).join(".") || "-",
      this.at, this.machine, this.view,
    ].join("/");
  }

  offId(name) {
    const event = this.data.events.find((one) => one.name === name);
    return event ? `e${event.id}` : `r${this.data.rules.findIndex((one) => one.called === name)}`;
  }

  offName(id) {
    if (id[0] === "r") return this.data.rules[Number(id.slice(1))]?.called;
    return this.data.events.find((event) => event.id === id.slice(1))?.name;
  }

  // Go to an address; what of it is not of this model is said, and the rest is taken.
  open(fragment) {
    const [flow, version, shape, starts, steps, at, machine, view] = fragment.replace(/^#/, "").split("/");
    const [name, model] = (flow ?? "").split("@");
    this.reset();
    if (name !== this.data.name || !shape) return;
    const [id, ...off] = version.split("~");
    const number = this.data.versions.findIndex((one) => one.id === id);
    this.version = Math.max(0, number);
    this.off = off.map((one) => this.offName(one)).filter((one) => one);
    const sizes = shape.split(".").map(Number);
    this.shape = SHAPES.some((one) => one.join(".") === shape) || this.page.runs.some((r) => r.shape.join(".") === shape)
      ? sizes : [1];
    this.rebuild();
    this.chosen = new Map(starts === "-" ? [] : starts.split(".").flatMap((one) => this.startOf(one)));
    const moves = steps === "-" ? [] : steps.split(".").map((one) => this.moveOf(one));
    const known = moves.findIndex((move) => !move);
    this.moves = known < 0 ? moves : moves.slice(0, known);
    this.at = Number(at) || 0;
    this.machine = this.world.machines[Number(machine)] ? Number(machine) : 0;
    this.view = VIEWS.includes(view) ? view : "picture";
    this.rebuild();
    this.notice = this.noticed(model, known, number < 0 && id !== "-");
  }

  startOf(text) {
    const [slot, value] = text.split("_").map(Number), [field] = this.world.slots[slot] ?? [];
    const given = this.world.starts(field)?.find((one) => Number(one) === value);
    return given === undefined ? [] : [[slot, given]];
  }

  moveOf(text) {
    const [id, home] = text.split("_");
    return this.world.moves.find((move) =>
      this.data.events[move.event].id === id && move.home === (Number(home) || 1) - 1);
  }

  noticed(model, unknown, noVersion) {
    if (model === this.page.model && !this.stopped) return "";
    const said = [`This address was made with another version of the model (${model}; this is ${this.page.model}).`];
    if (noVersion) said.push("What it had otherwise is not known here: this is the flow as it stands.");
    if (this.stopped) said.push(`Step ${this.stopped.number} is no longer possible.`);
    else if (unknown >= 0) said.push(`Step ${unknown + 1} is of an event that is not here.`);
    return said.join(" ");
  }
}

const SHAPES = [[1], [2], [1, 1], [3]];
const VIEWS = ["picture", "machines", "sequence", "claims", "whatif", "beside"];
const same = (one, two) => one.event === two.event && one.home === two.home;
