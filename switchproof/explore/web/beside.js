"use strict";
// The same events in another flow: those that it has, where it lets them happen.
class Beside {
  constructor(session) {
    this.session = session;
    this.world = new World(session.page.beside, 0, session.shape);
    this.telling = new Telling(this.world);
    const ours = new Set(session.world.events.map((event) => session.data.events[event].name));
    this.shared = this.world.moves.filter((move) => ours.has(this.name(move)));
  }

  name(move) {
    return this.world.data.events[move.event].name;
  }

  other(move) {
    const { name } = this.session.data.events[move.event];
    return this.world.moves.find((one) => this.name(one) === name && one.home === move.home);
  }

  draw() {
    const { session } = this;
    let state = this.world.first();
    const rows = session.steps.slice(0, session.at).map((step) => {
      const move = this.other(step.move),
        there = move ? this.world.outcome(state, move) : null;
      const said = !move
        ? "no such event"
        : there.after
          ? this.telling.changes(state, there.after)
          : `refused: ${this.why(there.refusals)}`;
      if (there?.after) state = there.after;
      return h(
        "tr",
        {},
        h("td", {}, String(step.number)),
        h("th", { scope: "row" }, session.telling.capital(session.telling.event(step.move))),
        h("td", {}, session.telling.changes(step.before, step.after)),
        h("td", { class: there?.after ? "" : "soft" }, said),
      );
    });
    return [
      h(
        "table",
        {},
        h("caption", {}, `The same events in ${this.world.data.title}: what it does not have is passed over`),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ["No.", "Event", `In ${session.data.name}`, `In ${this.world.data.name}`].map((head) =>
              h("th", { scope: "col" }, head),
            ),
          ),
        ),
        h(
          "tbody",
          {},
          rows.length ? rows : h("tr", {}, h("td", { colspan: 4 }, "Nothing has happened yet: take a step.")),
        ),
      ),
      this.possible(state),
    ];
  }

  why(refusals) {
    return refusals
      .map((one) => this.telling.refusal(one))
      .map(({ whose, state, ways }) => {
        const fails = [
          ...new Set(
            ways.map((way) =>
              way
                .filter(({ holds }) => !holds)
                .map(({ words }) => words)
                .join(", and "),
            ),
          ),
        ].join(", or else ");
        return state ? fails : `${whose} needs: ${fails}`;
      })
      .join("; ");
  }

  // Of the events that both have, what is possible in one of them only.
  possible(state) {
    const { session } = this,
      { world } = session;
    const here = new Set(world.possible(session.state()).map((move) => session.telling.event(move)));
    const there = new Set(this.world.possible(state).map((move) => this.telling.event(move)));
    const both = this.shared.map((move) => this.telling.event(move));
    const list = (words, names) => [
      h("h3", {}, words),
      names.length
        ? h(
            "ul",
            {},
            names.map((name) => h("li", {}, name)),
          )
        : h("p", {}, "None."),
    ];
    return h(
      "div",
      { class: "pair" },
      h(
        "div",
        {},
        list(
          `Possible now in ${session.data.name} only`,
          both.filter((name) => here.has(name) && !there.has(name)),
        ),
      ),
      h(
        "div",
        {},
        list(
          `Possible now in ${this.world.data.name} only`,
          both.filter((name) => there.has(name) && !here.has(name)),
        ),
      ),
      h(
        "div",
        {},
        list(
          "Possible now in both",
          both.filter((name) => here.has(name) && there.has(name)),
        ),
      ),
    );
  }
}
