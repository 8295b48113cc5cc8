"""What terms stand for, how well that is known, and which statements name them."""

from model.language.sources import TAGS
from model.register.glossary import GLOSSARY
from switchproof.dossier.site.context import Context
from switchproof.dossier.site.html import Html, all_of, between, e
from switchproof.dossier.site.places import term_place
from switchproof.telling.sentences import capital


def glossary_page(context: Context) -> None:
    """Add the glossary."""
    context.pages.add(
        "/glossary.html",
        "Glossary",
        e("h2", "How well each is known"),
        e("dl", ((e("dt", tag), e("dd", says)) for tag, says in TAGS.items())),
        e("h2", "Terms"),
        (_term(context, name) for name in GLOSSARY),
    )


def _term(context: Context, name: str) -> Html:
    entry = context.entries["term", name]
    naming = [context.places.statement(one["id"]) for one in entry["statements"]]
    about = (f"{capital(one['what'])}: {one['words']}" for one in entry["about"])
    return e(
        "section",
        e("h3", name, id=term_place(name).partition("#")[2]),
        e("p", entry["says"]),
        e("p", context.places.cited("; ".join(about)), class_="soft"),
        e("p", all_of("Named in: "), between(", ", naming), class_="soft") if naming else None,
    )
