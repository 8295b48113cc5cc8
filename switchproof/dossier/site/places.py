"""Where each thing has its page, written from the top of the site, and links to it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from switchproof.dossier.site.html import Html, all_of, between, link

AN_ID = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
UNSAFE = re.compile(r"[^A-Za-z0-9._]+")


def named(words: str) -> str:
    """Return words as the name of a page or of a place in it."""
    return UNSAFE.sub("-", words).strip("-") or "-"


def flow_page(flow: str) -> str:
    """Return the page of a flow."""
    return f"/flows/{named(flow)}.html"


def explorer_page(flow: str) -> str:
    """Return the page in which a flow is stepped through."""
    return f"/explorer/{named(flow)}.html"


def claims_page(flow: str) -> str:
    """Return the page that lists the claims of a flow."""
    return f"/claims/{named(flow)}.html"


def claim_page(flow: str, claim: str) -> str:
    """Return the page of a claim on a flow."""
    return f"/claims/{named(flow)}/{named(claim)}.html"


def variant_place(flow: str, claim: str, variant: str) -> str:
    """Return where the page of a claim tells of a variant."""
    return f"{claim_page(flow, claim)}#{named(variant)}"


def statement_page(name: str) -> str:
    """Return the page of a clause, fact or assumption."""
    return f"/statements/{named(name)}.html"


def finding_page(name: str) -> str:
    """Return the page of a finding."""
    return f"/findings/{named(name)}.html"


def found_page(design: str) -> str:
    """Return the page on what a design of the handover finds under way."""
    return f"/handover/{named(design)}.html"


def term_place(name: str) -> str:
    """Return where the glossary tells of a term."""
    return f"/glossary.html#{named(name)}"


def duty_place(flow: str, duty: str) -> str:
    """Return where the page of a flow tells of a duty."""
    return f"{flow_page(flow)}#duty-{named(duty)}"


def machine_place(flow: str, machine: str) -> str:
    """Return where the page of a flow shows a machine."""
    return f"{flow_page(flow)}#{named(machine)}"


def picture_file(name: str) -> str:
    """Return where a picture stands."""
    return f"/pictures/{name}"


def run_file(name: str) -> str:
    """Return where the picture of a run stands."""
    return f"/runs/{name}"


@dataclass(frozen=True)
class Places:
    """What has a place in this site; what has none is said without a link.

    `rules` has the place of each rule by its flow and by its line in the definition.
    """

    statements: frozenset[str]
    findings: Mapping[str, str]  # with their titles
    claims: frozenset[tuple[str, str]]  # of a flow
    duties: frozenset[tuple[str, str]]
    pictures: frozenset[str]
    rules: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def cited(self, text: str) -> Html:
        """Return a text in which each id of a statement is a link to it."""
        made, end = [], 0
        for found in AN_ID.finditer(text):
            if found[0] in self.statements:
                made += [all_of(text[end : found.start()]), self.statement(found[0])]
                end = found.end()
        return Html("".join([*made, all_of(text[end:])]))

    def statement(self, name: str) -> Html:
        """Return the id of a statement, with a link."""
        return link(statement_page(name), name) if name in self.statements else all_of(name)

    def these(self, names: Iterable[str]) -> Html:
        """Return ids of statements, with links."""
        return between(", ", map(self.statement, names))

    def claim(self, flow: str, name: str, variant: str | None = None) -> Html:
        """Return the id of a claim, or the name of a variant that breaks it, with a link."""
        if (flow, name) not in self.claims:
            return all_of(variant or name)
        if variant is None:
            return link(claim_page(flow, name), name)
        return link(variant_place(flow, name, variant), variant)

    def finding(self, name: str) -> Html:
        """Return the title of a finding, with a link."""
        return link(finding_page(name), self.findings[name])

    def duty(self, flow: str, name: str) -> Html:
        """Return the name of a duty, with a link."""
        known = (flow, name) in self.duties
        return link(duty_place(flow, name), name) if known else all_of(name)

    def picture(self, name: str) -> Html:
        """Return the name of a picture, with a link."""
        return link(picture_file(name), name) if name in self.pictures else all_of(name)

    def rule(self, flow: str, at: str, words: str) -> Html:
        """Return the name of a rule, with a link to its row in the table of its machine."""
        place = self.rules.get((flow, at))
        return link(place, words) if place else all_of(words)
