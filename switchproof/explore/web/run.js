"use strict";
// The left side: the run so far, other runs that were kept, and the state that it is in.

class RunSide {
  constructor(session, show) {
    this.session = session;
    this.show = show;
  }

  draw() {
    this.drawRun();
    this.drawState();
  }

  do(what) {
    what(this.session);
    this.show();
  }

  drawRun() {
    const { session } = this,
      { telling } = session;
    const start = session.chosen.size || this.choices().length ? this.choices() : [];
    const first = this.item(
      0,
      "Start",
      session.world.shape.length > 1 || session.shape[0] > 1 ? this.pointsSaid() : "",
    );
    const steps = session.steps.map((step) =>
      this.item(
        step.number,
        telling.sentence(step),
        [telling.cites(step.taken).join(", "), telling.changes(step.before, step.after)]
          .filter((x) => x)
          .join(": "),
        telling.breaches(step.taken),
      ),
    );
    find("run").classList.toggle("long", steps.length > 12);
    put(find("run"), first, ...steps);
    find("run").children[session.at].scrollIntoView({ block: "nearest" });
    put(find("forks"), ...(session.at === 0 ? start : []), ...this.forks());
  }

  pointsSaid() {
    return this.session.shape.map((n, p) => `${counted(n, "point")} at provider ${p + 1}`).join(", ");
  }

  item(number, sentence, more, breaches = []) {
    const { session } = this,
      here = number === session.at;
    return h(
      "li",
      { class: here ? "here" : number > session.at ? "later" : "" },
      h(
        "button",
        {
          type: "button",
          "data-key": `run${number}`,
          "aria-current": here ? "step" : null,
          click: () => this.do((one) => one.go(number)),
        },
        h("span", { class: "number" }, String(number)),
        h(
          "span",
          {},
          sentence,
          more ? h("small", {}, more) : "",
          breaches.map((duty) => h("small", { class: "bad" }, `✗ a breach of '${duty}'`)),
        ),
      ),
    );
  }

  // What may be chosen at the start.
  choices() {
    const { session } = this,
      { world, telling } = session;
    return world.slots.flatMap(([field, owner], slot) => {
      const first = world.starts(field);
      if (first.length < 2) return [];
      const at =
        world.count(world.scopeOf.get(field)) > 1
          ? ` of ${telling.scope(world.scopeOf.get(field))} ${owner + 1}`
          : "";
      const chosen = (event) =>
        this.do((one) =>
          one.change({
            chosen: new Map([...one.chosen, [slot, first[Number(event.target.value)]]]),
          }),
        );
      return h(
        "label",
        {},
        `${telling.capital(telling.data.fields[field].name)}${at} at first `,
        h(
          "select",
          { change: chosen, "data-key": `start${slot}` },
          first.map((value, n) => option(n, telling.words(field, value), session.start[slot] === value)),
        ),
      );
    });
  }

  forks() {
    const { session } = this;
    if (!session.forks.length) return [];
    return [
      h("h2", {}, "Other runs"),
      h(
        "ul",
        { class: "forks" },
        session.forks.map((moves, n) => {
          const apart = moves.findIndex((move, i) => !session.moves[i] || !same(move, session.moves[i]));
          const said =
            apart < 0 ? "the same so far" : `from step ${apart + 1}: ${session.telling.event(moves[apart])}`;
          return h(
            "li",
            {},
            h(
              "button",
              { type: "button", click: () => this.do((one) => one.turn(n)) },
              `${counted(moves.length, "step")}, ${said}`,
            ),
          );
        }),
      ),
    ];
  }

  drawState() {
    const { session } = this,
      { world, telling } = session,
      { step } = session;
    const rows = world.machines.flatMap((machine, n) =>
      range(world.count(machine.scope)).map((owner) => {
        const held = machine.fields.map((field) => ({ field, slot: world.slot(field, owner) }));
        const is = (slot) => session.state()[slot];
        const changed = (slot) => step && step.before[slot] !== step.after[slot];
        const [state, ...others] = held,
          some = others.filter(({ slot }) => changed(slot));
        const isTold = n === session.machine || changed(state.slot) || some.length;
        return h(
          "tr",
          { class: `${n === session.machine ? "chosen" : ""} ${isTold ? "told" : ""}` },
          h(
            "th",
            { scope: "row" },
            h(
              "button",
              {
                type: "button",
                class: "link",
                "data-key": `m${n}.${owner}`,
                click: () => this.do((one) => Object.assign(one, { machine: n, view: "picture" })),
              },
              telling.machine(machine, owner),
            ),
          ),
          h(
            "td",
            { class: changed(state.slot) ? "changed" : "" },
            telling.words(state.field, is(state.slot)),
            changed(state.slot) ? h("small", {}, " changed") : "",
            some.map(({ field, slot }) =>
              h(
                "small",
                { class: "changed" },
                `${telling.data.fields[field].name}: ${telling.words(field, is(slot))}, changed`,
              ),
            ),
          ),
        );
      }),
    );
    const duties = telling.owed(session.state());
    put(
      find("state"),
      h(
        "table",
        {},
        h(
          "thead",
          { class: "unseen" },
          h("tr", {}, h("th", { scope: "col" }, "Machine"), h("th", { scope: "col" }, "State")),
        ),
        h("tbody", {}, rows),
      ),
      fold(
        "duties",
        `Duties in force here (${duties.length})`,
        { class: "duties" },
        h(
          "ul",
          {},
          duties.map(({ says, bound }) => h("li", { class: bound ? "" : "bad" }, says)),
        ),
      ),
    );
  }
}
