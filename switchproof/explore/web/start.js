"use strict";
// The page as a whole: what is drawn when, the tools over it, keys, and the address.

const PAGE = JSON.parse(find("data").textContent);
const session = new Session(PAGE);
const past = new RunSide(session, show),
  next = new NextSide(session, show),
  centre = new Centre(session, show);
let nearest = null,
  shownAt = "";

function show() {
  const state = session.state(),
    world = session.world;
  if (nearest?.world !== world || nearest.of !== state.join()) {
    nearest = Object.assign(new Nearest(world, state), { of: state.join() });
    setTimeout(look, 150, nearest);
  }
  past.draw();
  next.draw(nearest);
  centre.draw();
  document.body.dataset.view = session.view;
  drawHead();
  say();
  history.replaceState(null, "", addressOf(session));
  shownAt = location.hash;
  find("address").textContent = `This state is at ${addressOf(session)} in the file of this page.`;
}

// Look for how near things are while nothing else is to be done.
function look(mine) {
  if (mine !== nearest) return;
  if (mine.run()) setTimeout(look, 4, mine);
  else next.drawImpossible(mine);
}

function drawHead() {
  const one = session.data.versions[session.version],
    said = session.off.map((name) => `without ${quoted(name)}`);
  if (session.version) said.unshift(`${one.kind} ${quoted(one.name)}: ${one.says.replace(/\.$/, "")}`);
  find("changed").hidden = !session.isChanged;
  find("changed").replaceChildren(
    h("b", {}, "What if: "),
    `${said.join("; ")}. The verdicts on the flow as it stands are not of this. `,
    h(
      "button",
      {
        type: "button",
        click: () => {
          session.change({ version: 0, off: [] });
          show();
        },
      },
      "As the flow stands",
    ),
  );
  drawLoaded();
  const stopped = session.stopped
    ? `Step ${session.stopped.number}, ${session.stopped.name}, is not possible here: the run ends before it.`
    : "";
  find("notice").textContent = [session.notice, session.notice ? "" : stopped].join("");
  find("notice").hidden = !find("notice").textContent;
  find("shown").textContent =
    `${counted(session.world.count(POINT), "metering point")}, ${counted(session.shape.length, "provider")}`;
  const counts = { holds: 0, fails: 0 };
  const fails = session.data.claims.flatMap((claim, n) => {
    const { sign } = session.claims.standing(n, session.state(), session.step);
    counts[sign] = (counts[sign] ?? 0) + 1;
    return sign === "fails" ? [claim.id] : [];
  });
  find("claims").replaceChildren(
    h("b", {}, "Claims here: "),
    `${counts.holds} hold, `,
    h(
      "span",
      { class: counts.fails ? "bad" : "" },
      counts.fails ? `✗ ${fails.join(", ")} ${counts.fails > 1 ? "do" : "does"} not` : "none fails",
    ),
    counts.open ? `, ${counts.open} begun` : "",
    " ",
    h(
      "button",
      {
        type: "button",
        class: "link",
        click: () => {
          session.view = "claims";
          show();
        },
      },
      "each claim",
    ),
  );
  const shapes = SHAPES.some((one) => one.join() === session.shape.join())
    ? SHAPES
    : [...SHAPES, session.shape];
  put(
    find("shape"),
    shapes.map((shape) =>
      option(
        shape.join("."),
        shape.length > 1 ? `${shape.join(" + ")}, a provider each` : String(shape[0]),
        shape.join() === session.shape.join(),
      ),
    ),
  );
}

function drawLoaded() {
  const run = session.loaded,
    claim = run && session.data.claims.find(({ id }) => id === run.claim);
  find("loaded").hidden = !run;
  if (!run) return;
  find("loaded").replaceChildren(
    h("b", {}, `A run that ${run.breaks ? "breaks" : "shows"} ${run.claim}: `),
    `${claim ? claim.sentence : ""} `,
    run.moves.length ? `It has ${counted(run.moves.length, "step")}. ` : "It is so at the start. ",
    run.round === null ? "" : roundOf(run),
    run.moves.length ? h("span", { class: "screen" }, "→ goes on, End goes to the last.") : "",
  );
}

// What goes on for ever after the way in of a run that never comes to an end.
function roundOf({ round, moves }) {
  if (round === moves.length) return "Then nothing happens any more. ";
  const was = round ? `after step ${round}` : "at the start";
  return `Then all is as it was ${was}, and so on for ever. `;
}

function say() {
  const { step } = session,
    where = session.at
      ? `Step ${session.at} of ${session.moves.length}: ${session.telling.sentence(step)}: ${session.telling.changes(step.before, step.after)}.`
      : "At the start.";
  const text = `${where} ${counted(next.possible.length, "step")} possible.`;
  if (find("said").textContent !== text) find("said").textContent = text;
}

function tools() {
  const groups = [
    ["breaks", "Runs that break a claim"],
    ["shows", "Runs that show something"],
  ];
  find("runs").append(
    option("", PAGE.runs.length ? "choose" : "none", true),
    ...groups.flatMap(([kind, label]) => {
      const mine = PAGE.runs
        .map((run, n) => ({ run, n }))
        .filter(({ run }) => run.breaks === (kind === "breaks"));
      const named = ({ version }) => (version ? `, ${PAGE.flow.versions[version].name}` : "");
      return mine.length
        ? [
            h(
              "optgroup",
              { label },
              mine.map(({ run, n }) =>
                option(n, `${run.claim}${named(run)} (${counted(run.moves.length, "step")})`),
              ),
            ),
          ]
        : [];
    }),
  );
  find("runs").addEventListener("change", (event) => {
    if (event.target.value !== "") {
      session.load(PAGE.runs[Number(event.target.value)]);
      show();
    }
  });
  find("shape").addEventListener("change", (event) => {
    session.change({ shape: event.target.value.split(".").map(Number) });
    show();
  });
  find("find").addEventListener("input", () => next.drawImpossible(nearest));
  find("copy").addEventListener("click", copy);
  find("print").addEventListener("click", () => window.print());
  find("help").addEventListener("click", () => find("keys").showModal());
}

async function copy() {
  try {
    await navigator.clipboard.writeText(location.href);
    find("said").textContent = "The address was copied.";
  } catch {
    find("said").textContent = "Copy the address from the browser's address bar.";
  }
}

function begin() {
  openAddress(session, location.hash);
  const broken = PAGE.runs.find((run) => run.breaks && run.version === 0);
  if (!location.hash && broken) session.load(broken);
  if (!location.hash && !session.page.pictures[session.world.machines[session.machine].name]) {
    session.machine = Math.max(
      0,
      session.world.machines.findIndex((one) => session.page.pictures[one.name]),
    );
  }
  show();
}

tools();
document.addEventListener("keydown", pressed);
window.addEventListener("hashchange", () => {
  if (location.hash !== shownAt) begin();
});
begin();
