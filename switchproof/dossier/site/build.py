"""The whole site from its material: every page, every picture, links that are all alive."""

from switchproof.deciding.decide import loaded
from switchproof.dossier.document import AFTER, BEFORE, DOCUMENT
from switchproof.dossier.site.claim_pages import claim_pages
from switchproof.dossier.site.context import Context, pictures_before_and_after, pictures_of
from switchproof.dossier.site.finding_pages import finding_pages
from switchproof.dossier.site.flow_pages import diagram_page, flow_pages, rule_places
from switchproof.dossier.site.front_pages import front_pages
from switchproof.dossier.site.glossary_page import glossary_page
from switchproof.dossier.site.handover_page import handover_page
from switchproof.dossier.site.material import Material
from switchproof.dossier.site.pages import STYLE, Pages
from switchproof.dossier.site.places import Places
from switchproof.dossier.site.statement_pages import SOURCES, statement_pages


def site(material: Material) -> dict[str, str | bytes]:
    """Return the files of the site by their paths; the same material gives the same bytes."""
    paper = f"'{DOCUMENT.title}' ({DOCUMENT.year}, {DOCUMENT.edition})"
    pages = Pages(f"{paper}, model {material.digest[:12]}")
    context = Context(material, _places(material), pages)
    of_change = pictures_before_and_after() if {BEFORE, AFTER} <= {*material.flows} else []
    context.pages.put("/style.css", STYLE.read_text(encoding="utf-8"))
    flow_pages(context)
    diagram_page(context, of_change)
    claim_pages(context)
    statement_pages(context)
    finding_pages(context)
    handover_page(context)
    glossary_page(context)
    front_pages(context, of_change)
    return context.pages.linked()


def _places(material: Material) -> Places:
    flows = material.flows
    return Places(
        frozenset(one["id"] for one in material.entries if one["kind"] in SOURCES),
        {one.id: one.title for one in material.findings},
        frozenset((task.source, task.claim) for task in material.told),
        frozenset((name, duty.name) for name in flows for duty in loaded(name).flow.duties),
        frozenset(name for flow in flows for name, _ in pictures_of(flow)),
        {at: place for flow in flows for at, place in rule_places(flow)},
    )
