"use strict";
// How near what is not possible is: the fewest steps after which it is, looked for while the page
// is at rest, in so many states at the most.

const MOST_STATES = 3000,
  SLICE = 12; // milliseconds at a time

class Nearest {
  constructor(world, state) {
    this.world = world;
    this.found = new Map(); // the number of a move to the path of moves before it
    this.queue = [{ state, path: [] }];
    this.seen = new Set([state.join()]);
    this.next = 0;
    this.ended = "";
    this.depth = 0;
  }

  // Look on for one slice; tell whether there is more to do.
  run(until = performance.now() + SLICE) {
    while (!this.ended && performance.now() < until) this.one();
    return !this.ended;
  }

  one() {
    const at = this.queue[this.next++];
    if (!at) {
      this.ended = "all";
      return;
    }
    this.depth = at.path.length;
    this.world.moves.forEach((move, number) => {
      const { after } = this.world.outcome(at.state, move, false);
      if (after === null) return;
      if (!this.found.has(number)) this.found.set(number, at.path);
      const key = after.join();
      if (!this.seen.has(key) && this.seen.size < MOST_STATES) {
        this.seen.add(key);
        this.queue.push({ state: after, path: [...at.path, move] });
      }
    });
    if (this.found.size === this.world.moves.length) this.ended = "found";
    else if (this.next >= this.queue.length) this.ended = this.seen.size < MOST_STATES ? "all" : "most";
  }

  words(number, telling) {
    const path = this.found.get(number);
    if (path) {
      const steps = `${path.length} step${path.length === 1 ? "" : "s"}`;
      return `Possible after ${steps}: ${path.map((move) => telling.event(move)).join(", then ")}.`;
    }
    if (this.ended === "all") return "Never possible from here, with the points shown.";
    if (this.ended === "most") return `Not within ${this.depth} steps from here; further was not looked.`;
    return "";
  }
}
