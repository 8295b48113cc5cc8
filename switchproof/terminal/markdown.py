"""Text that stands in Markdown as it is."""

SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})


def plain(text: str) -> str:
    """Return a text in one line, in which no sign means anything to Markdown."""
    return " ".join(text.split()).translate(SPECIAL)
