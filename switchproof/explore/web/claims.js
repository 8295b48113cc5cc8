"use strict";
// What a claim says of the state that is shown, or of the step that led to it: no verdict.

class Claims {
  constructor(world) {
    this.world = world;
  }

  leaves(node) {
    const [kind, ...parts] = this.world.data.nodes[node];
    return ["value", "read", "happens"].includes(kind)
      ? [[kind, ...parts]]
      : parts.flatMap((part) => this.leaves(part));
  }

  // Of how many points a claim speaks, whether of a provider, and of another.
  spokenOf(nodes) {
    const leaves = nodes.flatMap((node) => this.leaves(node)),
      whose = new Set(),
      mine = new Set();
    for (const [kind, ...parts] of leaves) {
      if (kind === "read") whose.add(parts[1]);
      if (kind === "read" && parts[1] === 0) mine.add(this.world.scopeOf.get(parts[0]));
      if (kind === "happens") parts.forEach((event) => mine.add(this.world.data.events[event].scope));
    }
    return {
      points: whose.has(1) ? 2 : Number(mine.has(POINT)),
      provider: mine.has(PROVIDER),
      other: whose.has(2),
    };
  }

  // From where a claim is seen: from everybody of whom it speaks.
  places(nodes) {
    const { world } = this,
      found = [],
      claim = this.spokenOf(nodes);
    const mine = claim.points || claim.provider || claim.other ? range(world.shape.length) : [-1];
    const others = (count, me) => range(count).filter((one) => one !== me);
    for (const provider of mine) {
      for (const otherProvider of claim.other ? others(world.shape.length, provider) : [-1]) {
        if (!claim.points) found.push({ point: -1, otherPoint: -1, provider, otherProvider });
        for (const point of claim.points ? world.pointsOf(provider) : []) {
          for (const otherPoint of claim.points > 1 ? others(world.count(POINT), point) : [-1]) {
            found.push({ point, otherPoint, provider, otherProvider });
          }
        }
      }
    }
    return found;
  }

  value(node, here, before, move, after) {
    const [kind, ...parts] = this.world.data.nodes[node];
    if (kind === "value") return parts[0];
    if (kind === "happens") return !!move && parts.includes(move.event) && this.concerns(move, here);
    if (kind === "read") {
      const [field, whose, later] = parts;
      return (later ? after : before)[this.slot(field, here, whose)];
    }
    return OPERATORS[kind](...parts.map((part) => this.value(part, here, before, move, after)));
  }

  slot(field, here, whose) {
    return this.world.slot(field, this.seen(here, whose, this.world.scopeOf.get(field)));
  }

  seen(here, whose, scope) {
    if (scope === INDUSTRY) return 0;
    if (whose === 2) return here.otherProvider;
    const point = whose === 1 ? here.otherPoint : here.point;
    if (scope === POINT) return point;
    return point >= 0 ? this.world.providerOf[point] : here.provider;
  }

  concerns(move, here) {
    const scope = this.world.data.events[move.event].scope;
    return scope === INDUSTRY || move.home === this.seen(here, 0, scope);
  }

  // The sign and the words for a claim here; `step` is the last one, if there is one.
  standing(number, state, step) {
    const claim = this.world.data.claims[number],
      node = this.world.version.claimed[number];
    if (node === null) return { sign: "none", words: "of the tables of rules, not of a state" };
    const places = this.places(claim.to === null ? [node] : [node, claim.to]);
    if (!places.length) return { sign: "none", words: "speaks of more than is shown here" };
    const at = (which) => (here) => this.value(which, here, state, null, state);
    const byStep = (here) => this.value(node, here, step.before, step.move, step.after);
    switch (claim.of) {
      case "state":
        return places.every(at(node))
          ? { sign: "holds", words: "holds here" }
          : { sign: "fails", words: "does not hold here" };
      case "step":
        if (!step) return { sign: "none", words: "of a step; none was taken" };
        return places.every(byStep)
          ? { sign: "holds", words: "kept by this step" }
          : { sign: "fails", words: "broken by this step" };
      case "some step":
        return step && places.some(byStep)
          ? { sign: "there", words: "this step shows it" }
          : { sign: "none", words: "not by this step" };
      case "some state":
        return places.some(at(node))
          ? { sign: "there", words: "it is so here" }
          : { sign: "none", words: "not so here" };
      default:
        return this.ahead(claim, places, at(node), at(claim.to));
    }
  }

  ahead(claim, places, supposed, goal) {
    const open = places.filter((here) => supposed(here) && !goal(here));
    if (open.length) return { sign: "open", words: "begun: what it leads to is not so yet" };
    return places.some(supposed)
      ? { sign: "holds", words: "what it leads to is so here" }
      : { sign: "none", words: "what it supposes is not so here" };
  }
}
