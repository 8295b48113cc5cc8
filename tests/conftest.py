"""One profile for all random tests: many small examples, and the same ones each time."""

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "switchproof",
    deadline=None,
    derandomize=True,
    max_examples=60,
    phases=(Phase.explicit, Phase.generate),  # a seed does not shrink
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("switchproof")
