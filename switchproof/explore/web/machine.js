"use strict";
// One machine: its picture with what is and was lit, its other fields, and its rules.

class MachineView {
  constructor(centre) {
    this.centre = centre;
    this.session = centre.session;
  }

  draw() {
    const { session } = this,
      { world, telling } = session,
      machine = world.machines[session.machine];
    const choose = h(
      "select",
      {
        change: (event) =>
          this.centre.do((one) => {
            one.machine = Number(event.target.value);
          }),
        "data-key": "machine",
      },
      world.machines.map(({ called }, n) => option(n, telling.capital(called), n === session.machine)),
    );
    const owners = range(world.count(machine.scope));
    const follows = h("input", {
      type: "checkbox",
      checked: session.follows,
      "data-key": "follow",
      change: (event) => {
        session.follows = event.target.checked;
      },
    });
    return [
      h(
        "div",
        { class: "choose" },
        h("label", {}, "Machine ", choose, " ", h("kbd", {}, "m")),
        " ",
        h("label", {}, follows, " follow what moves"),
      ),
      this.drawn(machine, owners),
      h(
        "p",
        { class: "legend soft" },
        h("span", { class: "key now" }, "now"),
        h("span", { class: "key was" }, "been there"),
        h("span", { class: "key can" }, "possible now"),
        h("span", { class: "key cannot" }, "not possible now"),
      ),
      this.fields(machine, owners),
      this.rules(machine),
    ];
  }

  drawn(machine, owners) {
    const { session } = this,
      said = session.page.pictures[machine.name];
    if (!said)
      return h(
        "p",
        { class: "none" },
        "Where a rule leads does not depend on the state of this machine: the table says all.",
      );
    const box = h("div", { class: "drawing" });
    box.innerHTML = said;
    const picture = box.firstElementChild;
    picture.setAttribute(
      "aria-label",
      `${machine.called}: ${owners.map((o) => this.now(machine, o)).join(", ")}`,
    );
    picture.removeAttribute("aria-labelledby");
    lit(picture, this.lights(machine, owners));
    return box;
  }

  now(machine, owner, state = this.session.state()) {
    return this.session.telling.words(
      machine.fields[0],
      state[this.session.world.slot(machine.fields[0], owner)],
    );
  }

  // The states that it is in and was in, and the numbers of its rules that are and are not possible.
  lights(machine, owners) {
    const { session } = this,
      { world } = session,
      [field] = machine.fields;
    const { names } = world.data.sorts[world.data.fields[field].sort];
    const at = (state) => owners.map((owner) => state[world.slot(field, owner)]);
    const can = new Set(),
      cannot = new Set();
    machine.rules.forEach((rule, n) => {
      const homes = world.moves.filter(({ event }) => event === rule.event);
      const taken = homes.some((move) =>
        world.outcome(session.state(), move).taken.some((one) => one.rule === rule),
      );
      if (taken) can.add(String(n + 1));
      else if (rule.source.some((source) => at(session.state()).includes(source))) cannot.add(String(n + 1));
    });
    const been = range(session.at).flatMap((n) => at(session.state(n)));
    return { now: at(session.state()).map((v) => names[v]), been: been.map((v) => names[v]), can, cannot };
  }

  fields(machine, owners) {
    const { session } = this,
      { world, telling } = session,
      state = session.state();
    const rows = owners.flatMap((owner) =>
      machine.fields
        .slice(1)
        .map((field) =>
          h(
            "tr",
            {},
            h(
              "th",
              { scope: "row" },
              telling.data.fields[field].name,
              owners.length > 1 ? ` (${owner + 1})` : "",
            ),
            h("td", {}, telling.words(field, state[world.slot(field, owner)])),
          ),
        ),
    );
    return rows.length
      ? h("table", { class: "fields" }, h("caption", {}, "Its other fields here"), h("tbody", {}, rows))
      : "";
  }

  rules(machine) {
    const { session } = this,
      { telling } = session,
      { can } = this.lights(machine, range(session.world.count(machine.scope)));
    const states = (rule) => rule.source.map((s) => telling.words(machine.fields[0], s)).join(" or ");
    return h(
      "table",
      { class: "rules" },
      h("caption", {}, `Rules of ${machine.called}`),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ["No.", "Event", "From", "To", "When", "Cites"].map((head) => h("th", { scope: "col" }, head)),
        ),
      ),
      h(
        "tbody",
        {},
        machine.rules.map((rule, n) =>
          h(
            "tr",
            { class: can.has(String(n + 1)) ? "can" : "" },
            h("td", {}, String(n + 1)),
            h(
              "td",
              {},
              telling.data.events[rule.event].name,
              can.has(String(n + 1)) ? h("small", {}, "possible now") : "",
              rule.off ? h("small", { class: "bad" }, "switched off") : "",
            ),
            h("td", {}, states(rule)),
            h("td", {}, rule.target === null ? "stays" : telling.words(machine.fields[0], rule.target)),
            h("td", {}, rule.needs.map(([, words]) => words).join(", ") || "always"),
            h("td", {}, rule.cites.join(", ")),
          ),
        ),
      ),
    );
  }
}

// Mark in a picture where a machine is and was, and what can happen.
function lit(picture, { now, been, can, cannot }) {
  for (const group of picture.querySelectorAll("g.node, g.edge")) {
    const title = group.querySelector("title");
    if (title) {
      group.dataset.name = title.textContent;
      title.remove();
    }
  }
  const labels = new Map();
  for (const label of picture.querySelectorAll("[data-t]")) {
    const numbers = label.dataset.t.split(" "),
      kind = numbers.some((n) => can.has(n)) ? "can" : numbers.some((n) => cannot.has(n)) ? "cannot" : "";
    if (kind) label.classList.add(kind);
    labels.set(label.dataset.name, kind);
  }
  for (const edge of picture.querySelectorAll("g.edge")) {
    const kinds = (edge.dataset.name ?? "")
      .split("->")
      .map((end) => labels.get(end))
      .filter((kind) => kind);
    if (kinds.length) edge.classList.add(kinds[0]);
  }
  for (const box of picture.querySelectorAll("[data-s]")) {
    if (now.includes(box.dataset.s)) box.classList.add("now");
    else if (been.includes(box.dataset.s)) box.classList.add("was");
  }
}
