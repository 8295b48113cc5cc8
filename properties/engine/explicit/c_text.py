"""The search of an instance as a program in C: the same moves in the same order as in Python."""

import re
from collections.abc import Iterable, Iterator, Sequence

from properties.engine.explicit.asked import Sought, condition
from properties.engine.explicit.blocks import Tested, grouped, written
from properties.engine.explicit.moves import MoveWriter, Written
from properties.engine.explicit.packing import WORD, Packing
from properties.engine.explicit.text import C

STEP = "const word *w, int64_t m, const word *t"
READ = re.compile(r"\b([vn])(\d+)\b")

# `table` has for each state that was met its number and one, at where its words lead.
STORE = """
#define APART __attribute__((noinline))
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
typedef uint64_t word;
typedef struct { int64_t state, move; word after[WORDS]; } end;
typedef struct {
  uint64_t states, successors, at, room, mask;
  word *words; uint32_t *before, *table; end ends[ASKED + 1];
} search;

static word *at(search *s, uint64_t n) { return s->words + n * WORDS; }

static uint32_t *find(search *s, const word *t) {
  word h = 0;
  for (int i = 0; i < WORDS; i++) h = (h ^ t[i]) * 0x9E3779B97F4A7C15u, h ^= h >> 29;
  for (;; h++) {
    uint32_t *n = s->table + (h & s->mask);
    if (!*n || !memcmp(at(s, *n - 1), t, sizeof(word) * WORDS)) return n;
  }
}

static int grow(search *s) {
  uint64_t room = s->room ? s->room * 2 : 1 << 15, most = UINT32_MAX - 1;
  word *words = room < most ? realloc(s->words, room * WORDS * sizeof(word)) : NULL;
  if (words) s->words = words;
  uint32_t *before = words ? realloc(s->before, room * sizeof *before) : NULL;
  if (before) s->before = before;
  uint32_t *table = before ? calloc(room * 2, sizeof *table) : NULL;
  if (!table) return 0;
  free(s->table);
  s->table = table; s->room = room; s->mask = room * 2 - 1;
  for (uint64_t n = 0; n < s->states; n++) *find(s, at(s, n)) = n + 1;
  return 1;
}

static void note(search *s, int k, int64_t state, int64_t move, const word *t) {
  end *e = s->ends + k;
  if (e->state >= 0) return;
  e->state = state; e->move = move;
  memcpy(e->after, t, sizeof e->after);
}

search *begin(void) {
  search *s = calloc(1, sizeof *s);
  if (s) for (int k = 0; k < ASKED; k++) s->ends[k].state = -1;
  return s;
}

void finish(search *s) { free(s->words); free(s->before); free(s->table); free(s); }

"""
MEET = """
int meet(search *s, const word *t, uint32_t before) {
  if (s->states == s->room && !grow(s)) return 0;
  uint32_t *n = find(s, t);
  if (*n) return 1;
  memcpy(at(s, s->states), t, sizeof(word) * WORDS);
  s->before[s->states] = before;
  *n = ++s->states;
  look_states(s, s->states - 1, t, -1, t);
  return 1;
}
"""
ADVANCE = """
int advance(search *s, uint64_t last) {
  for (; s->at < last; s->at++) {
    word w[WORDS], t[WORDS];
    memcpy(w, at(s, s->at), sizeof w);
    MOVES
  }
  return 1;
}
"""


def program(packing: Packing, asked: Sequence[Sought]) -> str:
    """Return the program: `begin`, `meet` for each first state, `advance`, `finish`."""
    writer = MoveWriter(packing, C)
    of_steps = [n for n, one in enumerate(asked) if one.of_steps]
    of_states = [n for n, one in enumerate(asked) if not one.of_steps]
    moves = grouped([_block(packing, move, of_steps) for move in writer.moves()])
    lines = written(moves, lambda slot: _held(packing, "v", slot), C)
    claims = "\n".join(_claim(writer, n, one) for n, one in enumerate(asked))
    looks = _looks("states", of_states) + _looks("steps", of_steps)
    advance = ADVANCE.replace("MOVES", "\n    ".join(lines))
    sizes = f"#define WORDS {words_of(packing)}\n#define ASKED {len(asked)}"
    return f"{sizes}\n{STORE}\n{claims}\n{looks}\n{MEET}\n{advance}"


def words_of(packing: Packing) -> int:
    """Return how many words a state has, at least one."""
    return max(1, -(-packing.bits // WORD))


def _claim(writer: MoveWriter, n: int, asked: Sought) -> str:
    holds = str(condition(writer, asked))
    read = sorted(set(READ.findall(holds)))
    held = " ".join(_held(writer.packing, moment, int(slot)) for moment, slot in read)
    return f"static APART int holds{n}({STEP}) {{ {held} return {holds}; }}"


def _held(packing: Packing, moment: str, slot: int) -> str:
    """Return the line that says what a slot holds, before a step or after it."""
    at, state = packing.every[slot], {"v": "w", "n": "t"}[moment]
    word, shift = divmod(at.shift, WORD)
    held = f"(int64_t)({state}[{word}] >> {shift} & {at.ones})"
    return f"const int64_t {moment}{slot} = {held} + {at.least};"


def _looks(what: str, asked: Iterable[int]) -> str:
    lines = (f"  if (!holds{n}(w, m, t)) note(s, {n}, at, m, t);" for n in asked)
    head = f"static APART void look_{what}(search *s, uint64_t at, {STEP}) {{"
    return "\n".join([head, *lines, "}\n"])


def _block(packing: Packing, move: Written, of_steps: Sequence[int]) -> Tested:
    inside = []
    for slot, sort in move.within.items():
        value = move.writes[slot]
        inside.append(f"({sort.start}<={value} && {value}<{sort.stop})")
    lines = ["s->successors++; memcpy(t, w, sizeof t);", *_written(packing, move)]
    if of_steps:
        lines.append(f"look_steps(s, s->at, w, {move.number}, t);")
    if move.writes:
        lines.append("if (!meet(s, t, s->at)) return 0;")
    return Tested((*move.asks, *inside), tuple(lines))


def _written(packing: Packing, move: Written) -> Iterator[str]:
    for slot, value in move.writes.items():
        at = packing.every[slot]
        word, shift = divmod(at.shift, WORD)
        kept = ~(at.ones << shift) & (1 << WORD) - 1
        yield f"t[{word}] = (t[{word}] & {kept:#x}u) | (word)({value} - {at.least}) << {shift};"
