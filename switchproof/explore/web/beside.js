"use strict";
// Two flows side by side: the run in both, what differs now, and what can come next in which.

class Beside {
  constructor(centre) {
    this.centre = centre;
    this.session = centre.session;
    this.pair = new Paired(this.session);
    this.other = this.pair.world.data.name;
    this.mine = this.session.data.name + (this.session.isChanged ? ", as changed" : "");
  }

  draw() {
    return [
      h("p", {}, `On the right is ${this.pair.world.data.title} (${this.other}). `, this.pairing()),
      this.run(),
      this.differing(),
      this.possible(),
      this.partnerless(),
    ];
  }

  pairing() {
    const { both, here, there } = this.pair.names();
    return (
      `Events of one name are paired, ${both.length} of them: such a step is taken in both. ` +
      `${here.length} of ${this.session.data.name} and ${there.length} of ${this.other} have no partner ` +
      "(listed below): such a step is taken in one, and the other stays as it is."
    );
  }

  table(caption, heads, ...bodies) {
    return h(
      "table",
      {},
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          heads.map((head) => h("th", { scope: "col" }, head)),
        ),
      ),
      bodies,
    );
  }

  run() {
    const { rows } = this.pair;
    const none = h("tr", {}, h("td", { colspan: 4 }, "Nothing has happened yet: take a step."));
    return this.table(
      "The run in both",
      ["No.", "Event", `In ${this.mine}`, `In ${this.other}`],
      h("tbody", {}, rows.length ? rows.map((row) => this.step(row)) : none, this.left(rows.length)),
    );
  }

  // What stands on paper in the place of the steps that have no room there.
  left(count) {
    const said = `the last 10 steps; the ${count - 10} before are in the page`;
    return count > 10 ? h("tr", { class: "cut" }, h("td", { colspan: 4 }, said)) : "";
  }

  step({ here, there }) {
    const { telling } = this.session;
    const event = here ? telling.event(here.move) : this.pair.telling.event(there.move);
    return h(
      "tr",
      {},
      h("td", {}, here ? String(here.number) : "–"),
      h("th", { scope: "row" }, telling.capital(event)),
      h("td", { class: here ? "" : "soft" }, here ? telling.changes(here.before, here.after) : "stays as it is"),
      h("td", { class: there?.after ? "" : "soft" }, this.said(there)),
    );
  }

  said(there) {
    if (!there) return "no such event: stays as it is";
    if (there.after) return this.pair.telling.changes(there.before, there.after);
    return `refused: ${this.why(there.refusals)}`;
  }

  why(refusals) {
    return refusals
      .map((one) => this.pair.telling.refusal(one))
      .map(({ whose, state, ways }) => {
        const failing = (way) => way.filter(({ holds }) => !holds).map(({ words }) => words);
        const fails = [...new Set(ways.map((way) => failing(way).join(", and ")))].join(", or else ");
        return state ? fails : `${whose} needs: ${fails}`;
      })
      .join("; ");
  }

  differing() {
    const groups = [
      ["Machines of one name", this.pair.states()],
      ["Duties in force", this.pair.duties()],
      ["Claims of one name, here", this.pair.standings()],
    ];
    const body = ([head, rows]) =>
      h(
        "tbody",
        {},
        h("tr", {}, h("th", { scope: "rowgroup", colspan: 3, class: "group" }, head)),
        rows.length
          ? rows.map(([what, here, there]) =>
              h("tr", {}, h("th", { scope: "row" }, what), h("td", {}, here), h("td", {}, there)),
            )
          : h("tr", {}, h("td", { colspan: 3, class: "soft" }, "No difference.")),
      );
    return this.table(
      "What differs now",
      ["What", `In ${this.mine}`, `In ${this.other}`],
      groups.map(body),
    );
  }

  possible() {
    const { both, here, there } = this.pair.possible(),
      { telling } = this.session;
    const mine = (one) => [telling.event(one), (session) => session.take(one)],
      other = (one) => [this.pair.telling.event(one), (session) => session.takeThere(one)];
    const last = this.session.there.findLast(({ at }) => at === this.session.at);
    const back = last
      ? [[`take back: ${this.pair.telling.event(last)}`, (session) => session.takeBackThere()]]
      : [];
    return [
      h("h3", {}, "What can come next"),
      h(
        "div",
        { class: "pair" },
        this.list(`In ${this.mine} only`, here.map(mine)),
        this.list(`In ${this.other} only`, [...back, ...there.map(other)]),
        this.list("In both", both.map(mine)),
      ),
    ];
  }

  list(words, every) {
    const row = ([name, what]) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", class: "link", "data-key": `${words}: ${name}`, click: () => this.centre.do(what) },
          name,
        ),
      );
    const none = h("p", {}, "Nothing.");
    return h("div", {}, h("h4", {}, words), every.length ? h("ul", {}, every.map(row)) : none);
  }

  partnerless() {
    const { here, there } = this.pair.names();
    const listed = (flow, names) =>
      fold(
        `without ${flow}`,
        `Events of ${flow} without a partner (${names.length})`,
        {},
        h(
          "ul",
          {},
          [...names].sort().map((name) => h("li", {}, name)),
        ),
      );
    return [listed(this.session.data.name, here), listed(this.other, there)];
  }
}
