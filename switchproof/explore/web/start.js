"use strict";
// The page as a whole: what is drawn when, the tools over it, keys, and the address.

const PAGE = JSON.parse(find("data").textContent);
const session = new Session(PAGE);
const sides = new Sides(session, show), centre = new Centre(session, show);
let nearest = null, shownAt = "";

function show() {
  const state = session.state(), world = session.world;
  if (nearest?.world !== world || nearest.of !== state.join()) {
    nearest = Object.assign(new Nearest(world, state), { of: state.join() });
    setTimeout(look, 150, nearest);
  }
  sides.draw(nearest);
  centre.draw();
  drawHead();
  say();
  history.replaceState(null, "", session.address);
  shownAt = location.hash;
}

// Look for how near things are while nothing else is to be done.
function look(mine) {
  if (mine !== nearest) return;
  if (mine.run()) setTimeout(look, 4, mine);
  else sides.drawImpossible(mine);
}

function drawHead() {
  const one = session.data.versions[session.version], said = session.off.map((name) => `without ${quoted(name)}`);
  if (session.version) said.unshift(`${one.kind} ${quoted(one.name)}: ${one.says}`);
  find("changed").hidden = !session.isChanged;
  find("changed").replaceChildren(h("b", {}, "What if: "), `${said.join("; ")}. No verdict is known of this. `,
    h("button", { type: "button", click: () => { session.change({ version: 0, off: [] }); show(); } }, "As the flow stands"));
  const stopped = session.stopped ? `Step ${session.stopped.number}, ${session.stopped.name}, is not possible here: the run ends before it.` : "";
  find("notice").textContent = [session.notice, session.notice ? "" : stopped].join("");
  find("notice").hidden = !find("notice").textContent;
  find("shown").textContent = `${counted(session.world.count(POINT), "metering point")}, ${counted(session.shape.length, "provider")}`;
  const counts = { holds: 0, fails: 0 };
  const fails = session.data.claims.flatMap((claim, n) => {
    const { sign } = session.claims.standing(n, session.state(), session.step);
    counts[sign] = (counts[sign] ?? 0) + 1;
    return sign === "fails" ? [claim.id] : [];
  });
  find("claims").replaceChildren(h("b", {}, "Claims here: "), `${counts.holds} hold, `,
    h("span", { class: counts.fails ? "bad" : "" }, counts.fails ? `✗ ${fails.join(", ")} ${counts.fails > 1 ? "do" : "does"} not` : "none fails"),
    counts.open ? `, ${counts.open} begun` : "", " ", h("button", { type: "button", class: "link", click: () => { session.view = "claims"; show(); } }, "each claim"));
  const shapes = SHAPES.some((one) => one.join() === session.shape.join()) ? SHAPES : [...SHAPES, session.shape];
  put(find("shape"), shapes.map((shape) => option(shape.join("."), shape.length > 1 ? `${shape.join(" + ")}, a provider each` : String(shape[0]), shape.join() === session.shape.join())));
}

function say() {
  const { step } = session, where = session.at ? `Step ${session.at} of ${session.moves.length}: ${session.telling.sentence(step)}: ${session.telling.changes(step.before, step.after)}.` : "At the start.";
  find("said").textContent = `${where} ${counted(sides.possible.length, "step")} possible.`;
}

function tools() {
  const groups = [["breaks", "Runs that break a claim"], ["shows", "Runs that show something"]];
  find("runs").append(option("", PAGE.runs.length ? "choose" : "none", true), ...groups.flatMap(([kind, label]) => {
    const mine = PAGE.runs.map((run, n) => ({ run, n })).filter(({ run }) => run.breaks === (kind === "breaks"));
    const named = ({ version }) => (version ? `, ${PAGE.flow.versions[version].name}` : "");
    return mine.length ? [h("optgroup", { label }, mine.map(({ run, n }) => option(n, `${run.claim}${named(run)} (${counted(run.moves.length, "step")})`)))] : [];
  }));
  find("runs").addEventListener("change", (event) => {
    if (event.target.value !== "") { session.load(PAGE.runs[Number(event.target.value)]); show(); }
  });
  find("shape").addEventListener("change", (event) => { session.change({ shape: event.target.value.split(".").map(Number) }); show(); });
  find("find").addEventListener("input", () => sides.drawImpossible(nearest));
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

// The next machine with a picture that the last step changed; else the next machine.
function nextMachine() {
  const { world, step } = session, count = world.machines.length;
  const changed = (m) => step && step.taken.some(({ machine, rule }) => machine.number === m.number && rule.moves);
  const order = range(count).map((n) => (session.machine + 1 + n) % count);
  session.machine = order.find((n) => changed(world.machines[n])) ?? order[0];
  session.view = "picture";
}

function along(buttons, by) {
  const at = buttons.indexOf(document.activeElement);
  buttons[at < 0 ? 0 : Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
}

function moved(event) {
  const inTabs = find("tabs").contains(event.target), inPanel = event.target.closest?.("#panel pre, .drawing");
  const possible = [...find("possible").querySelectorAll("button")];
  if (inTabs && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
    const tabs = [...find("tabs").children], at = tabs.indexOf(event.target), next = (at + (event.key === "ArrowRight" ? 1 : -1) + tabs.length) % tabs.length;
    tabs[next].click();
    find("tabs").children[next].focus();
    return true;
  }
  if (inPanel) return false;
  const go = { ArrowLeft: session.at - 1, ArrowRight: session.at + 1, Home: 0, End: session.moves.length }[event.key];
  if (go !== undefined) { session.go(go); show(); return true; }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { along(possible, event.key === "ArrowDown" ? 1 : -1); return true; }
  return false;
}

const LETTERS_DO = {
  c: copy, p: () => window.print(), "?": () => find("keys").showModal(), "/": () => find("find").focus(),
  m: () => { nextMachine(); show(); },
  w: () => { find("impossible-head").tabIndex = -1; find("impossible-head").focus(); },
};

function pressed(event) {
  if (find("keys").open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target === find("find")) { find("find").value = ""; sides.drawImpossible(nearest); find("possible").querySelector("button")?.focus(); return; }
  if (event.target.closest?.("input, select, textarea")) return;
  let done = moved(event);
  if (!done && find("single").checked) {
    const number = Number(event.key);
    if (LETTERS_DO[event.key]) { LETTERS_DO[event.key](); done = true; }
    else if (number >= 1 && sides.possible[number - 1]) { session.take(sides.possible[number - 1]); show(); done = true; }
  }
  if (done) event.preventDefault();
}

function begin() {
  session.open(location.hash);
  const broken = PAGE.runs.find((run) => run.breaks && run.version === 0);
  if (!location.hash && broken) session.load(broken);
  if (!location.hash && !session.page.pictures[session.world.machines[session.machine].name]) {
    session.machine = Math.max(0, session.world.machines.findIndex((one) => session.page.pictures[one.name]));
  }
  show();
}

tools();
document.addEventListener("keydown", pressed);
window.addEventListener("hashchange", () => { if (location.hash !== shownAt) begin(); });
begin();
