"use strict";
// A walk as a sequence diagram: a lane for each who acts, time as a line across all lanes.

const LANE = 150,
  LINE = 15,
  TOP = 46,
  LETTERS = 38,
  ON_PAPER = 8; // steps that have room on one page

function sequenceOf(session, from = 0) {
  const { telling } = session,
    steps = session.steps.slice(from, session.at);
  const rows = steps.map((step, n) => rowOf(telling, step, steps.slice(n + 1)));
  const lanes = [
    ...new Set(rows.flatMap((row) => (row.time ? [] : [row.from, row.to])).filter((name) => name)),
  ];
  const wide = Math.max(lanes.length * LANE, LANE) + 130;
  const x = (name) => lanes.indexOf(name) * LANE + 70;
  let down = TOP;
  const marks = rows.map((row) => {
    const drawn = row.time ? across(row, down, wide) : arrow(row, down, x);
    down += drawn.high;
    return drawn.mark;
  });
  const lines = lanes.map((name) => lane(name, x(name), down));
  const about = `A sequence diagram of ${counted(steps.length, "step")}; the run so far says each in words.`;
  return svg(
    "svg",
    { viewBox: `0 0 ${wide} ${down + 10}`, width: wide, role: "img", "aria-label": about, class: "sequence" },
    ...lines,
    ...marks,
  );
}

function rowOf(telling, step, later) {
  const by = telling.actor(step),
    name = by && !by.time ? by.name : "";
  const acted = telling.acted(step);
  return {
    number: step.number,
    from: name,
    to: acted?.rule.to || nextOn(telling, step, later, name),
    time: !name,
    says: telling.act(step.move, by) + telling.home(step.move),
    cites: telling.cites(step.taken).join(", "),
    breach: telling.breaches(step.taken).join(" and "),
  };
}

// Who acts next on what a step changed, if it is another and not time.
function nextOn(telling, step, later, name) {
  const key = ({ machine, owner }) => `${machine.number} ${owner}`;
  const changed = new Set(step.taken.filter(({ machine, rule }) => rule.moves && !machine.observer).map(key));
  const next = later.find((one) => one.taken.some((taken) => changed.has(key(taken))));
  const by = next && telling.actor(next);
  return by && !by.time && by.name !== name ? by.name : "";
}

function folded(text, letters) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length > letters && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function lane(name, x, down) {
  const words = folded(name, 22);
  return svg(
    "g",
    {},
    svg("line", { x1: x, y1: TOP - 8, x2: x, y2: down, class: "life" }),
    svg("rect", { x: x - 66, y: 2, width: 132, height: 34, class: "head" }),
    ...words
      .slice(0, 2)
      .map((word, n) =>
        svg("text", { x, y: words.length > 1 ? 16 + n * 14 : 23, "text-anchor": "middle" }, word),
      ),
  );
}

function said(row, x, y, wide) {
  const lines = [...folded(row.says, wide), ...(row.cites ? folded(row.cites, wide) : [])];
  const words = folded(row.says, wide).length;
  const texts = lines
    .map((line, n) => [n, line])
    .map(([n, line]) => svg("text", { x, y: y + n * LINE, class: n < words ? "" : "cites" }, line));
  const breach = row.breach
    ? [svg("text", { x, y: y + lines.length * LINE, class: "breach" }, `✗ breach of ${row.breach}`)]
    : [];
  const high = (lines.length + breach.length) * LINE;
  const room = Math.max(...lines.map((line) => line.length), row.breach.length + 12) * 6.2;
  const plate = svg("rect", { x: x - 2, y: y - 12, width: room, height: high, class: "plate" });
  return { texts: [plate, ...texts, ...breach], high };
}

function disc(row, x, y) {
  return [
    svg("circle", { cx: x, cy: y, r: 10, class: row.breach ? "disc broken" : "disc" }),
    svg("text", { x, y: y + 4, "text-anchor": "middle", class: "number" }, String(row.number)),
  ];
}

function across(row, down, wide) {
  const { texts, high } = said(row, 30, down + 14, LETTERS * 2);
  const line = svg("line", { x1: 0, y1: down + high + 8, x2: wide, y2: down + high + 8, class: "time" });
  return { mark: svg("g", {}, line, ...texts, ...disc(row, 12, down + 10)), high: high + 20 };
}

function arrow(row, down, x) {
  const from = x(row.from),
    to = row.to ? x(row.to) : from,
    left = Math.min(from, to);
  const { texts, high } = said(row, left + 16, down + 14, LETTERS),
    y = down + high + 8;
  const line =
    to === from
      ? []
      : [
          svg("line", { x1: from, y1: y, x2: to + (to > from ? -7 : 7), y2: y, class: "arrow" }),
          svg("polygon", {
            points:
              to > from
                ? `${to},${y} ${to - 9},${y - 4} ${to - 9},${y + 4}`
                : `${to},${y} ${to + 9},${y - 4} ${to + 9},${y + 4}`,
            class: "tip",
          }),
        ];
  return { mark: svg("g", {}, ...texts, ...line, ...disc(row, from, y)), high: high + 24 };
}
