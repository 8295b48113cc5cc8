"""Faults of the language."""

from tests.sown.fault import sown_in
from tests.sown.watching import ARGUMENTS, FAMILIES, GIVEN, MARK, MEANING, MIRROR, STILL

FAULTS = (
    *sown_in(
        "model/language/meaning.py",
        MEANING,
        (
            "meaning: happens anywhere",
            "return move.home == self.seen(here, Whose.OWN, move.event.scope)",
            "return True",
        ),
        (
            "meaning: effects in sequence",
            "value = self.compute(node, state, machine.scope, owner)\n                after",
            "value = self.compute(node, tuple(after), machine.scope, owner)\n                after",
        ),
        (
            "meaning: broadcast",
            "taken += [Taken(machine, owner, rule)] if rule else []",
            "pass",
        ),
        (
            "meaning: shared event",
            "refusals += self._why_not(machine, owner, event, state)",
            "pass",
        ),
    ),
    *sown_in(
        "model/language/lines.py",
        ("tests/model/test_pinned.py tests/language/test_list.py",),
        ("pinned: who acts", ", by {by}", ""),
        ("pinned: for whom", "machine.for_whom(rule)", "str()"),
        ("lines: a family is each member", "machine.template or machine", "machine"),
    ),
    *sown_in(
        "model/language/words.py",
        ("tests/model/test_pinned.py",),
        (
            "pinned: names over a quantifier",
            "return replace(node, body=_bare(body))",
            "return node",
        ),
    ),
    *sown_in(
        "model/language/renaming.py",
        MIRROR,
        (
            "mirror: two names become one",
            "for kind, names in names_of(machine).items():",
            "for kind, names in ():",
        ),
    ),
    *sown_in(
        "model/language/claims/ahead.py",
        GIVEN,
        (
            "language: fairness is looked at only once",
            "object.__setattr__(self, name, fair)",
            "tuple(fair)",
        ),
    ),
    *sown_in(
        "model/language/arguments.py",
        ARGUMENTS,
        ("language: an argument by position is lost", "call.args[at] if at <", "None if at <"),
        ("language: a tuple by a name is not followed", "isinstance(value, ast.Name)", "not value"),
    ),
    *sown_in(
        "model/language/given.py",
        ARGUMENTS,
        (
            "language: a kind is not looked at",
            "if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):",
            "if kind is int:",
        ),
    ),
    *sown_in(
        "model/language/expressions.py",
        ARGUMENTS,
        (
            "language: the place of a condition is lost",
            "(place or here()).at(thing, name))",
            "place)",
        ),
    ),
    *sown_in(
        "model/language/sources.py",
        MARK,
        (
            "suspect: no text has changed",
            "return bool(self.sentences) and self.reviewed != self.fingerprint",
            "return False",
        ),
    ),
    *sown_in(
        "model/language/families.py",
        FAMILIES,
        (
            "families: a member is among the others",
            "return tuple(one for one in of if one is not member)",
            "return of",
        ),
        (
            "families: two in one are not seen",
            "if len(found) > 1:\n        kinds",
            "if False:\n        kinds",
        ),
        (
            "families: nobody asks whose",
            'if thing.of:\n        raise IllFormed(f"{what}: {which',
            'if False:\n        raise IllFormed(f"{what}: {which',
        ),
        (
            "families: a member that is not of it",
            "if member not in self.of:",
            "if not self.of:",
        ),
    ),
    *sown_in(
        "model/language/rivals.py",
        FAMILIES,
        (
            "rivals: no other is not all others",
            'return _of_others("no other", condition, _none_of)',
            'return _of_others("no other", condition, lambda *things: ~all_of(*things))',
        ),
        (
            "rivals: some other is every other",
            'return _of_others("some other", condition, any_of)',
            'return _of_others("some other", condition, all_of)',
        ),
        (
            "rivals: exactly one is at least one",
            'return _of_others("exactly one other", condition, exactly_one)',
            'return _of_others("exactly one other", condition, any_of)',
        ),
    ),
    *sown_in(
        "model/language/each.py",
        FAMILIES,
        (
            "each: a guard of the first member",
            "when=rule.when.at(member)",
            "when=rule.when.at(rule.when.of[0] if rule.when.of else member)",
        ),
        (
            "each: the groups are in another order",
            "for member in of for one in for_member(rules, member)",
            "for rule in rules for member in of for one in for_member([rule], member)",
        ),
    ),
    *sown_in(
        "model/language/machines.py",
        FAMILIES,
        (
            "machines: a bare family passes",
            "if rule.of and not machine.of:",
            "if False:",
        ),
        (
            "machines: a rule of another family passes",
            "if rule.of not in ((), machine.of):",
            "if False:",
        ),
    ),
    *sown_in(
        "model/language/claims/states.py",
        FAMILIES,
        (
            "claims: for each is for the first",
            "return all_of(*node.values()) if node.of else node",
            "return node[node.of[0]] if node.of else node",
        ),
    ),
    *sown_in(
        "model/language/claims/comparing.py",
        FAMILIES,
        (
            "claims: nobody asks whose act",
            "            no_family(event, told, at)\n",
            "",
        ),
        (
            "claims: nobody asks by whom",
            "        no_family(party, f\"claim '{self.id}': who acts\", at)\n",
            "",
        ),
    ),
    *sown_in(
        "model/language/phrases.py",
        FAMILIES,
        ("phrases: a pattern is no name", "words == node.template.words", "False"),
    ),
    *sown_in(
        "model/language/claims/states.py",
        STILL,
        ("stuck: what asks others is possible", " and not demands(flow, e)", ""),
    ),
    *sown_in(
        "model/language/claim_checks.py",
        ("tests/language/test_errors.py",),
        (
            "given: in a circle",
            "if back := _way_back(claim.id, (one.id,), known):",
            "if back := ():",
        ),
        ("given: what is not claimed", "if one.id not in known:", "if not known:"),
    ),
    *sown_in(
        "model/language/claims/claim.py",
        ("tests/language/test_errors.py",),
        ("given: any kind of claim", "if one.kind not in self.takes:", "if not self.takes:"),
        ("given: to any kind of claim", "if not self.takes:\n", "if False:\n"),
        ("given: twice", "if self.given.count(one) > 1:", "if False:"),
    ),
)
