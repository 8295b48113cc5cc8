"use strict";
// What keys do: where the focus is in something to be typed in, nothing.

// The next machine with a picture that the last step changed; else the next machine.
function nextMachine() {
  const { world, step } = session,
    count = world.machines.length;
  const changed = (m) =>
    step && step.taken.some(({ machine, rule }) => machine.number === m.number && rule.moves);
  const order = range(count).map((n) => (session.machine + 1 + n) % count);
  session.machine = order.find((n) => changed(world.machines[n])) ?? order[0];
  session.view = "picture";
}

function along(buttons, by) {
  const at = buttons.indexOf(document.activeElement);
  buttons[at < 0 ? 0 : Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
}

function moved(event) {
  const inTabs = find("tabs").contains(event.target),
    inPanel = event.target.closest?.("pre");
  const possible = [...find("possible").querySelectorAll("button")];
  if (inTabs && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
    const tabs = [...find("tabs").children],
      at = tabs.indexOf(event.target),
      to = (at + (event.key === "ArrowRight" ? 1 : -1) + tabs.length) % tabs.length;
    tabs[to].click();
    find("tabs").children[to].focus();
    return true;
  }
  if (inPanel) return false;
  const go = { ArrowLeft: session.at - 1, ArrowRight: session.at + 1, Home: 0, End: session.moves.length }[
    event.key
  ];
  if (go !== undefined) {
    session.go(go);
    show();
    return true;
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    along(possible, event.key === "ArrowDown" ? 1 : -1);
    return true;
  }
  return false;
}

const LETTERS_DO = {
  c: copy,
  p: () => window.print(),
  "?": () => find("keys").showModal(),
  "/": () => find("find").focus(),
  m: () => {
    nextMachine();
    show();
  },
  w: () => {
    find("impossible-head").tabIndex = -1;
    find("impossible-head").focus();
  },
};

function pressed(event) {
  if (find("keys").open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target === find("find")) {
    find("find").value = "";
    next.drawImpossible(nearest);
    find("possible").querySelector("button")?.focus();
    return;
  }
  if (event.target.closest?.("input, select, textarea")) return;
  let done = moved(event);
  if (!done && find("single").checked) {
    const number = Number(event.key);
    if (LETTERS_DO[event.key]) {
      LETTERS_DO[event.key]();
      done = true;
    } else if (number >= 1 && next.possible[number - 1]) {
      session.take(next.possible[number - 1]);
      show();
      done = true;
    }
  }
  if (done) event.preventDefault();
}
