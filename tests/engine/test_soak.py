"""The random tests again, on many more seeds than `make test` has time for."""

from random import Random

import pytest

from tests.engine import test_agreement, test_closure, test_judge

RANDOM_TESTS = [
    test_agreement.test_the_generated_steps_are_those_of_the_plain_meaning,
    test_agreement.test_z3_takes_the_steps_of_the_plain_meaning_and_no_other,
    test_agreement.test_what_transitions_runs_is_the_plain_meaning,
    test_closure.test_the_closure_of_a_slice_holds_every_view_of_every_instance,
    test_closure.test_one_point_is_exact_where_a_flow_is_deletion_closed,
    test_closure.test_no_verdict_is_contradicted_by_an_instance,
    test_judge.test_a_false_claim_is_never_accepted,
]
SEEDS = 2000


@pytest.mark.soak
@pytest.mark.parametrize("test", RANDOM_TESTS, ids=lambda test: test.__name__)
def test_many_more_seeds(test) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    random = Random(2019)
    seeds = [random.randrange(2**32) for _ in range(SEEDS)]
    for seed in seeds:
        test.hypothesis.inner_test(seed)

    assert len(set(seeds)) > SEEDS - 2
