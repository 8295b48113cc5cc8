"use strict";
// The right side: what can come next, and of what cannot why not and how near it is.

class NextSide {
  constructor(session, show) {
    this.session = session;
    this.show = show;
  }

  draw(nearest) {
    this.possible = this.session.world.possible(this.session.state());
    this.drawPossible();
    this.drawImpossible(nearest);
  }

  do(what) {
    what(this.session);
    this.show();
  }

  drawPossible() {
    const { session } = this,
      { telling } = session;
    find("possible-head").replaceChildren(
      `Possible here (${this.possible.length}) `,
      ...["↑", "↓", "Enter"].map((key) => h("kbd", {}, key)),
    );
    put(
      find("possible"),
      this.possible.map((move, n) => {
        const { taken, after } = session.world.outcome(session.state(), move);
        const breaches = telling.breaches(taken),
          actor = telling.actors(move);
        const more = [actor, telling.cites(taken).join(", ")].filter((x) => x).join("; ");
        const idle = after.join() === session.state().join();
        return h(
          "li",
          { class: idle ? "idle" : "" },
          h(
            "button",
            {
              type: "button",
              "data-key": `take${n}`,
              tabindex: n ? -1 : 0,
              click: () => this.do((one) => one.take(move)),
            },
            h("span", { class: "number" }, String(n + 1)),
            h(
              "span",
              {},
              telling.capital(telling.event(move)),
              h(
                "small",
                {},
                more,
                h("span", { class: "leads" }, more ? " → " : "", telling.changes(session.state(), after)),
              ),
              breaches.map((duty) => h("small", { class: "bad" }, `✗ a breach of '${duty}'`)),
            ),
          ),
        );
      }),
      cut(this.possible.length, 10),
      this.possible.length ? "" : h("li", {}, "Nothing: this run ends here."),
    );
  }

  drawImpossible(nearest) {
    const { session } = this,
      { world, telling } = session,
      part = find("find").value.trim().toLowerCase();
    const every = world.moves
      .map((move, number) => ({ move, number, ...world.outcome(session.state(), move) }))
      .filter(({ after, move }) => after === null && telling.event(move).toLowerCase().includes(part))
      .map((one) => ({
        ...one,
        far: nearest?.found.get(one.number)?.length ?? 99,
        stops: telling.distance(one.refusals),
      }))
      .sort((one, two) => one.far - two.far || one.stops - two.stops);
    const [elsewhere, here] = [true, false].map((is) =>
      every.filter(({ refusals }) => is === refusals.every((one) => !one.left && !one.ways.length)),
    );
    find("impossible-head").textContent = `Not possible here, and why (${every.length})`;
    put(
      find("impossible"),
      this.list(here, nearest),
      elsewhere.length
        ? fold(
            "elsewhere",
            `From another state only (${elsewhere.length})`,
            { open: part !== "" },
            this.list(elsewhere, nearest),
          )
        : "",
      every.length ? "" : h("p", {}, part ? "No such event is impossible here." : "Everything is possible."),
    );
  }

  list(every, nearest) {
    const { telling } = this.session;
    return h(
      "ul",
      { class: "reasons" },
      every.map(({ move, number, refusals }) =>
        h(
          "li",
          {},
          h("b", {}, telling.capital(telling.event(move))),
          h("small", {}, telling.actors(move)),
          refusals.map((one) => this.reasons(telling.refusal(one))),
          h("small", { class: "near" }, nearest?.words(number, telling) ?? ""),
        ),
      ),
      cut(every.length, 3),
    );
  }

  reasons({ whose, ways, state }) {
    const marked = ({ holds, words, cites }) =>
      h(
        "li",
        { class: holds ? "ok" : "bad" },
        h("span", { "aria-hidden": "true" }, holds ? "✓ " : "✗ "),
        h("span", { class: "unseen" }, holds ? "holds: " : "fails: "),
        words,
        cites ? h("small", {}, ` ${cites.split(" ").join(", ")}`) : "",
      );
    return [
      state ? "" : h("small", {}, ways.length > 1 ? `${whose}, one of ${ways.length} ways:` : `${whose}:`),
      ...ways.map((way) => h("ul", { class: "needs" }, way.map(marked))),
    ];
  }
}

// What stands on paper in the place of what has no room there.
const cut = (count, most) =>
  count > most ? h("li", { class: "cut" }, `and ${count - most} more, in the page`) : "";
