"""One profile for all random tests: many small examples, and the same ones each time."""

import gc
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, settings

from switchproof.cli import RARELY
from switchproof.deciding import keeping
from switchproof.terminal import options

options.SECONDS = 600.0  # an outer limit: no test is to depend on how busy the machine is
gc.set_threshold(*RARELY)

settings.register_profile(
    "switchproof",
    deadline=None,
    derandomize=True,
    max_examples=60,
    phases=(Phase.explicit, Phase.generate),  # a seed does not shrink
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("switchproof")

NUMBER = count()


@pytest.fixture(autouse=True, scope="session")
def _nothing_kept_before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let what several tests share be decided too, and not taken from where commands keep."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "FOLDER", str(tmp_path_factory.mktemp("kept")))
        yield


@pytest.fixture(autouse=True)
def _nothing_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Let each test decide what it asserts, and none take what another kept."""
    folder = tmp_path_factory.getbasetemp() / f"kept{next(NUMBER)}"
    monkeypatch.setattr(keeping, "FOLDER", str(folder))
