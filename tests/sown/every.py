"""All faults."""

from tests.sown import (
    analyses,
    checked_live,
    checker,
    commands,
    composing,
    engine,
    explicit,
    exports,
    judging,
    kernel,
    language,
    live,
    logs,
    monitors,
    page,
    searches,
    slices,
    still,
)
from tests.sown.fault import Fault

FAULTS: tuple[Fault, ...] = (
    *explicit.FAULTS,
    *judging.FAULTS,
    *searches.FAULTS,
    *slices.FAULTS,
    *language.FAULTS,
    *engine.FAULTS,
    *live.FAULTS,
    *kernel.FAULTS,
    *checker.FAULTS,
    *checked_live.FAULTS,
    *commands.FAULTS,
    *analyses.FAULTS,
    *composing.FAULTS,
    *still.FAULTS,
    *exports.FAULTS,
    *monitors.FAULTS,
    *logs.FAULTS,
    *page.FAULTS,
)
