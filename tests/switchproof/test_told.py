"""What a story says of a field: in the sentences of its definition, or plainly by its name."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

import pytest

from model.flows import FLOWS
from model.language import POINT, Event, Field, Flow, IllFormed, Machine, Party, Transition
from model.language.sorts import members
from model.walk import Walk
from switchproof.deciding.load import load
from switchproof.telling.sentences import changes_of, holding, the
from tests.reading import FINDINGS, figures, sentences


class Order(Enum):
    PLACED = "placed"
    SHIPPED = "shipped"
    RETURNED = "returned"


class Who(Enum):
    NOBODY = "nobody"
    ANN = "Ann"
    BEN = "Ben"


PLACED, SHIPPED, RETURNED = Order
NOBODY, ANN, BEN = Who
SHOP = Party("shop")
SHIP = Event("ship", POINT, SHOP)
RETURN = Event("return", POINT, SHOP)


def wordless(name: str) -> Iterator[str]:
    """Yield each field of a flow, or of a variant of it, that can change and has no sentences."""
    mine = load(name)
    for flow in (mine.flow, *(variant.flow for variant in mine.variants)):
        for machine in flow.machines:
            for field in machine.all_fields:
                if len(members(field.sort)) > 1 and not field.told:
                    yield f"{flow.name}: {field.name}"


@pytest.mark.parametrize("name", FLOWS)
def test_every_field_that_changes_has_sentences_of_its_own(name: str) -> None:
    assert sorted(set(wordless(name))) == []


def changes(order: Field, points: int = 1, then: Mapping[Field, object] | None = None) -> list[str]:
    """Return what is told of the last point's order, which is shipped and comes back."""
    rules = (
        Transition(SHIP, PLACED, SHIPPED, then=then or {}),
        Transition(RETURN, SHIPPED, RETURNED),
    )
    machine = Machine("order", POINT, order, rules, tuple(then or ()))
    walk = Walk(Flow("orders", "Orders", (machine,), (SHOP,)), shape=(points,))
    return [changes_of(walk.world, walk.take(event, points - 1)) for event in (SHIP, RETURN)]


def test_without_sentences_a_change_is_told_by_name_and_value() -> None:
    paid = Field("paid", bool, initial=False)
    told = changes(Field("order", Order, PLACED), then={paid: True})
    assert told == ["order is now shipped; paid: now yes", "order is now returned"]


def test_each_value_has_its_sentence_and_the_last_stands_for_the_rest() -> None:
    order = Field("order", Order, PLACED, told=("nothing has left", "the order was {value}"))
    assert changes(order) == ["the order was shipped", "the order was returned"]


def test_where_there_are_several_it_is_said_whose_it_is() -> None:
    assert changes(Field("order", Order, PLACED), points=2)[0] == "at point 2: order is now shipped"


def test_an_empty_sentence_leaves_the_telling_to_another_unless_it_is_alone() -> None:
    bearer = Field("bearer", Who, NOBODY, told=("nobody bears it", "", "Ben bears it"))
    order = Field("order", Order, PLACED, told=("it is here", "Ann bears it", ""))
    assert changes(order, then={bearer: ANN}) == ["Ann bears it", "order is now returned"]


def test_a_state_is_told_in_the_same_sentences() -> None:
    order = Field("order", Order, PLACED, told=("nothing has left", "the order was {value}"))
    machine = Machine("order", POINT, order, (Transition(SHIP, PLACED, SHIPPED),))
    walk = Walk(Flow("orders", "Orders", (machine,), (SHOP,)))
    assert holding(walk.world, walk.world.slots, walk.state) == "nothing has left"


def test_of_a_family_each_member_has_the_sentence() -> None:
    bag = Field("bag of {}", bool, initial=False, of=(ANN, BEN), told=("{}'s bag is not", "{} has"))
    assert bag[BEN].told == ("Ben's bag is not", "Ben has")


@pytest.mark.parametrize(
    ("told", "of", "complaint"),
    [
        (("a", "b", "c", "d"), (), "4 texts in 'told' for 3 values"),
        (("a", "b"), (), "or {value} in the last"),
        (("{} a", "b", "{} c"), (ANN, BEN), "'told' says 'b' of each who; write {}"),
        ("placed", (), "several things in an order"),
        (("a", 2, "c"), (), "is a text"),
        (("a", " b", "c"), (), "begins or ends with a space"),
    ],
)
def test_sentences_that_do_not_fit_are_refused(told: Any, of: Any, complaint: str) -> None:  # noqa: ANN401
    with pytest.raises(IllFormed, match="field 'order'") as refused:
        Field("order", Order, PLACED, of=of, told=told)
    assert complaint in str(refused.value)


@pytest.mark.parametrize(
    ("party", "said"),
    [
        (Party("DCC"), "the DCC"),
        (Party("losing supplier"), "the losing supplier"),
        (Party("the Authority"), "the Authority"),
        (Party("an outsider"), "an outsider"),
        (Party("SECAS", bare=True), "SECAS"),
        (Party("{}", of=(ANN, BEN))[ANN], "Ann"),
    ],
)
def test_a_party_has_an_article_where_its_name_takes_one(party: Party, said: str) -> None:
    assert the(party) == said


def test_the_findings_are_read_in_sentences_of_a_fair_length() -> None:
    _, middle, long = figures(FINDINGS.read_text(encoding="utf-8"))
    assert middle <= 14
    assert long <= 0.15


def test_an_item_and_a_paragraph_end_a_sentence_and_a_number_is_none() -> None:
    text = "## 1. Head\n\nOne two. **Three:** four\nfive (A.b).\n\n- Step 2. six: seven. Eight.\n"
    assert sentences(text) == [
        "Head",
        "One two.",
        "**Three:** four five (A.b).",
        "six: seven.",
        "Eight.",
    ]
