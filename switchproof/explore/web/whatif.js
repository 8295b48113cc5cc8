"use strict";
// What is otherwise: an event or a rule switched off, a reading or a variant.

class WhatIf {
  constructor(centre) {
    this.centre = centre;
    this.session = centre.session;
  }

  draw() {
    const { session } = this,
      { data } = session;
    const change = (what) => this.centre.do((one) => one.change(what));
    const versions = (kind) =>
      data.versions.flatMap((one, n) =>
        one.kind === kind ? [option(n, one.name, n === session.version)] : [],
      );
    const choose = (words, kind, none) =>
      versions(kind).length
        ? h(
            "label",
            {},
            words,
            h(
              "select",
              {
                "data-key": kind,
                change: (event) => change({ version: Number(event.target.value), off: [] }),
              },
              option(0, none, session.version === 0),
              versions(kind),
            ),
          )
        : "";
    const names = session.world.events.map((event) => data.events[event].name).sort();
    const rules = session.world.machines[session.machine].rules.map((rule) => rule.called);
    const off = (words, every) =>
      h(
        "label",
        {},
        words,
        h(
          "select",
          {
            "data-key": words,
            change: (event) => change({ off: [...new Set([...session.off, event.target.value])] }),
          },
          option("", "none", true),
          every.map((name) => option(name, name)),
        ),
      );
    return h(
      "div",
      { class: "whatif" },
      h(
        "p",
        {},
        "Take something away, or read the text otherwise, and step through what is then possible. The run is taken again as far as it goes.",
      ),
      choose("Another reading of the text ", "reading", "as the flow has it"),
      choose("A variant that must break a claim ", "variant", "the flow as it stands"),
      off("Switch an event off ", names),
      off(`Switch off a rule of ${session.world.machines[session.machine].called} `, rules),
      session.isChanged
        ? new Consequences(this.centre).draw()
        : h("p", { class: "none" }, "Nothing is otherwise: this is the flow as it stands."),
    );
  }
}
