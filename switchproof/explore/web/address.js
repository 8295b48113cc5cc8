"use strict";
// The address of a state: #flow@model/version/points/starts/steps/at/machine/view, and /there if
// the flow beside it did something alone.

function addressOf(session) {
  const { data, page, world } = session;
  const written = ({ event, home }, { events }) => events[event].id + (home ? `_${home + 1}` : "");
  const version = [data.versions[session.version].id, ...session.off.map((name) => offId(data, name))];
  const starts = [...session.chosen].map(([slot, value]) => `${slot}_${Number(value)}`);
  const there = session.there.map((move) => `${move.at}~${written(move, page.beside)}`);
  const parts = [
    session.isChanged ? version.join("~") : "-",
    world.shape.join("."),
    starts.join(".") || "-",
    session.moves.map((move) => written(move, data)).join(".") || "-",
    session.at,
    session.machine,
    session.view,
    ...(there.length ? [there.join(".")] : []),
  ];
  return `#${data.name}@${page.model}/${parts.join("/")}`;
}

function offId(data, name) {
  const event = data.events.find((one) => one.name === name);
  return event ? `e${event.id}` : `r${data.rules.findIndex((one) => one.called === name)}`;
}

function offName(data, id, isSame) {
  if (id[0] === "r") return isSame ? data.rules[Number(id.slice(1))]?.called : undefined;
  return data.events.find((event) => event.id === id.slice(1))?.name;
}

// Go to an address; what of it is not of this model is said, and the rest is taken.
function openAddress(session, fragment) {
  const [flow, version = "-", shape = "1", starts = "-", steps = "-", at, machine, view, there = "-"] = fragment
    .replace(/^#/, "")
    .split("/");
  const [name, model] = flow.split("@"),
    { data, page } = session,
    isSame = model === page.model;
  session.reset();
  if (name !== data.name) return;
  let unknown = openVersion(session, version, isSame);
  const shapes = [...SHAPES, ...page.runs.map((run) => run.shape)];
  session.shape = shapes.find((one) => one.join(".") === shape) ?? [1];
  session.rebuild();
  if (isSame) session.chosen = new Map(listed(starts).flatMap((one) => startOf(session, one)));
  const moves = listed(steps).map((one) => moveOf(session.world, one)),
    missing = moves.findIndex((move) => !move);
  session.moves = missing < 0 ? moves : moves.slice(0, missing);
  session.rebuild();
  session.at = Math.max(0, Math.min(Number(at) || 0, session.moves.length));
  session.machine = session.world.machines[Number(machine)] ? Number(machine) : 0;
  session.view = VIEWS.includes(view) && (view !== "beside" || page.beside) ? view : "picture";
  unknown = openThere(session, listed(there)) || unknown;
  session.notice = noticed(session, model, { unknown, missing, isSame });
}

const listed = (text) => (text === "-" ? [] : text.split("."));

// Take what is otherwise; tell whether some of it is not known.
function openVersion(session, text, isSame) {
  if (text === "-") return false;
  const [id, ...off] = text.split("~"),
    names = off.map((one) => offName(session.data, one, isSame));
  const number = session.data.versions.findIndex((one) => one.id === id);
  session.version = Math.max(0, number);
  session.off = names.filter((one) => one);
  return number < 0 || session.off.length < off.length;
}

function startOf(session, text) {
  const [slot, value] = text.split("_").map(Number),
    [field] = session.world.slots[slot] ?? [];
  const given = session.world.starts(field)?.find((one) => Number(one) === value);
  return given === undefined ? [] : [[slot, given]];
}

function moveOf(world, text) {
  const [id, home] = text.split("_");
  return world.moves.find(
    (move) => world.data.events[move.event].id === id && move.home === (Number(home) || 1) - 1,
  );
}

// Take what the flow beside it did alone; tell whether some of it is not known.
function openThere(session, every) {
  const { beside } = session.page,
    world = beside && new World(beside, 0, session.shape);
  session.there = every.flatMap((text) => {
    const [at, id = ""] = text.split("~"),
      move = world && moveOf(world, id);
    return move && Number(at) <= session.moves.length ? [{ ...move, at: Number(at) }] : [];
  });
  return session.there.length < every.length;
}

function noticed(session, model, { unknown, missing, isSame }) {
  const { stopped, page } = session,
    said = [];
  if (unknown) said.push("Not all of it is known here.");
  if (stopped) said.push(`Its step ${stopped.number}, ${stopped.name}, is not possible.`);
  else if (missing >= 0) said.push(`Its step ${missing + 1} is of an event that is not here.`);
  if (isSame) return said.length ? ["This address does not fit.", ...said].join(" ") : "";
  return [
    `This address was made with another version of the model (${model}; this is ${page.model}).`,
    ...said,
  ].join(" ");
}
