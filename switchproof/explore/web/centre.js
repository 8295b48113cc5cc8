"use strict";
// What stands in the middle, tab by tab: all machines, the sequence, the claims, and the rest.

const NAMES = {
  picture: "Machine",
  machines: "All machines",
  sequence: "Sequence",
  claims: "Claims",
  whatif: "What if",
  beside: "Side by side",
};

class Centre {
  constructor(session, show) {
    this.session = session;
    this.show = show;
  }

  do(what) {
    what(this.session);
    this.show();
  }

  draw() {
    const { session } = this,
      views = VIEWS.filter((view) => view !== "beside" || session.page.beside);
    put(
      find("tabs"),
      views.map((view) =>
        h(
          "button",
          {
            type: "button",
            role: "tab",
            id: `tab-${view}`,
            "data-key": view,
            "aria-controls": "panel",
            "aria-selected": String(view === session.view),
            tabindex: view === session.view ? 0 : -1,
            click: () =>
              this.do((one) => {
                one.view = view;
              }),
          },
          NAMES[view],
        ),
      ),
    );
    find("panel").setAttribute("aria-labelledby", `tab-${session.view}`);
    put(find("panel"), this[session.view]());
  }

  picture() {
    return new MachineView(this).draw();
  }

  machines() {
    const { session } = this,
      { world } = session;
    const rows = world.machines.flatMap((machine) =>
      range(world.count(machine.scope)).map((owner) => {
        const held = machine.fields.map((field) =>
          h(
            "td",
            {},
            session.telling.data.fields[field].name,
            ": ",
            h("b", {}, session.telling.words(field, session.state()[world.slot(field, owner)])),
          ),
        );
        return h(
          "tr",
          {},
          h("th", { scope: "row" }, session.telling.machine(machine, owner)),
          h(
            "td",
            {},
            h(
              "ul",
              { class: "plain" },
              held.map((cell) => h("li", {}, ...cell.childNodes)),
            ),
          ),
        );
      }),
    );
    return h(
      "table",
      {},
      h("caption", {}, "Every machine and field in the state shown"),
      h(
        "thead",
        {},
        h("tr", {}, h("th", { scope: "col" }, "Machine"), h("th", { scope: "col" }, "What it holds")),
      ),
      h("tbody", {}, rows),
    );
  }

  sequence() {
    const { session } = this;
    if (!session.at) return h("p", { class: "none" }, "Nothing has happened yet: take a step.");
    const before = session.at - ON_PAPER;
    if (before <= 0) return h("div", { class: "drawing" }, sequenceOf(session));
    return [
      h("div", { class: "drawing screen" }, sequenceOf(session)),
      h("p", { class: "cut" }, `Steps ${before + 1} to ${session.at}; those before are in the page.`),
      h("div", { class: "drawing paper" }, sequenceOf(session, before)),
    ];
  }

  claims() {
    const { session } = this,
      { step } = session,
      order = { fails: 0, open: 1, there: 2, holds: 3, none: 4 };
    const every = session.data.claims.map((claim, n) => ({
      claim,
      n,
      ...session.claims.standing(n, session.state(), step),
    }));
    every.sort((one, two) => order[one.sign] - order[two.sign]);
    return h(
      "table",
      { class: "claims" },
      h("caption", {}, "Each claim in the state shown, or of the step that led to it. That is no verdict."),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ["Claim", "Here", "Verdict when this page was made"].map((head) => h("th", { scope: "col" }, head)),
        ),
      ),
      h(
        "tbody",
        {},
        every.map(({ claim, n, sign, words }) =>
          h(
            "tr",
            { class: sign },
            h("th", { scope: "row" }, claim.id, h("small", {}, claim.sentence)),
            h("td", {}, sign === "fails" ? "✗ " : "", words),
            h("td", {}, session.isChanged ? "not decided here" : session.page.verdicts[n]),
          ),
        ),
        every.length > 19
          ? h("tr", { class: "cut" }, h("td", { colspan: 3 }, `and ${every.length - 19} more, in the page`))
          : "",
      ),
    );
  }

  whatif() {
    return new WhatIf(this).draw();
  }

  beside() {
    return new Beside(this).draw();
  }
}
