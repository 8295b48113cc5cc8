"use strict";
// Elements from names, attributes and what is in them; text is always text.

const find = (id) => document.getElementById(id);

function h(name, given = {}, ...inner) {
  return filled(document.createElement(name), given, inner);
}

function svg(name, given = {}, ...inner) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), given, inner);
}

function filled(made, given, inner) {
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== false && value !== undefined)
      made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inner.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
}

// Put other things into a place; what had the focus there has it again, by its data-key, and what
// was unfolded stays so.
function put(place, ...inner) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const unfolded = [...place.querySelectorAll("details[open]")].map((one) => one.dataset.fold);
  const top = place.scrollTop;
  place.replaceChildren(...inner.flat(Infinity).filter((one) => one !== null && one !== ""));
  for (const one of place.querySelectorAll("details")) one.open ||= unfolded.includes(one.dataset.fold);
  place.scrollTop = top;
  const again = key && [...place.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (again) again.focus({ preventScroll: true });
}

const fold = (name, title, given, ...inner) =>
  h("details", { "data-fold": name, ...given }, h("summary", { "data-key": name }, title), inner);

const counted = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const option = (value, text, chosen) => h("option", { value, selected: chosen }, text);
