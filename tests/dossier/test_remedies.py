"""Who may act on a breach: what is open, shut or not known, and what the transfer takes."""

from dataclasses import replace

import pytest

from model.css.duties import CRS_SENDS, NETWORKS_PROVIDE
from model.css.flow import FLOW as THEN
from model.css.licence import CRS, Licence, licence
from model.current.duties import NETWORKS_SEND
from model.current.flow import FLOW as TODAY
from model.language import Availability, Consequence, Duty, Flow, IllFormed, Party, Remedy, Tie, Via
from model.parties import BY_LICENCE, DCC, DEFAULT, NETWORK_PARTY, OF_A_PARTY, SEC
from properties.analyses.duties.questions import Answer, Question, answers
from properties.analyses.duties.remedies import at_first, shifts

OPEN, SHUT, UNREAD = Availability


def stands(flow: Flow, duty: Duty) -> dict[str, Availability]:
    return {one.name: one.availability for one in at_first(flow, duty)}


def acted_on(flow: Flow, old: Duty, new: Duty) -> Answer:
    changed = replace(flow, duties=tuple(new if duty is old else duty for duty in flow.duties))
    return next(a for a in answers(changed, new) if a.question is Question.FOLLOWED)


def with_remedy(remedy: Remedy) -> Party:
    tie = Tie(SEC, Via.ACCESSION, "S0.1", remedies=(remedy,))
    return replace(NETWORK_PARTY, name="another Party", ties=(tie,))


@pytest.mark.parametrize("flow", [TODAY, THEN], ids=["today", "then"])
def test_of_every_duty_something_is_said_of_its_remedies(flow: Flow) -> None:
    assert [duty.name for duty in flow.duties if not at_first(flow, duty)] == []


def test_an_event_of_default_is_open_against_networks_and_shut_against_dcc_and_crs() -> None:
    of = {d.obligor: stands(THEN, d)[DEFAULT] for d in THEN.duties if d.instrument == SEC}

    assert of == {NETWORK_PARTY: OPEN, DCC: SHUT, CRS: SHUT}


def test_the_transfer_of_the_duty_to_send_takes_the_codes_own_remedy() -> None:
    (found,) = (one for one in shifts(TODAY, THEN) if one.duty is NETWORKS_SEND)

    assert found.heir is CRS_SENDS
    assert [one.name for one in found.lost] == [DEFAULT]
    assert [one.name for one in found.gained] == []
    assert [one.name for one in found.unclear] == [BY_LICENCE]


def test_a_duty_that_stays_with_the_same_party_keeps_its_remedies() -> None:
    same = [one for one in shifts(TODAY, THEN) if one.duty.obligor is one.heir.obligor]

    assert len(same) == 14
    assert not any((*one.lost, *one.gained, *one.unclear) for one in same)


def test_nothing_is_lost_where_the_crs_is_a_party_apart() -> None:
    tie = replace(CRS.ties[0], remedies=OF_A_PARTY)
    apart = replace(CRS, name="CRS apart", ties=(tie, *CRS.ties[1:]))
    heir = replace(CRS_SENDS, obligor=apart)
    then = replace(
        THEN,
        parties=(*THEN.parties, apart),
        duties=tuple(heir if duty is CRS_SENDS else duty for duty in THEN.duties),
    )
    (found,) = (one for one in shifts(TODAY, then) if one.duty is NETWORKS_SEND)

    assert found.lost == found.gained == found.unclear == ()


def test_after_a_split_nothing_is_known_of_default_or_licence() -> None:
    split = THEN.starting(licence, Licence.SPLIT)
    bound = split.starting(next(f for f in split.fields if "new licence" in f.name), True)

    assert set(stands(bound, CRS_SENDS).values()) == {UNREAD}


def test_a_text_that_was_not_read_is_never_taken_to_give_nothing() -> None:
    found = acted_on(THEN, NETWORKS_PROVIDE, replace(NETWORKS_PROVIDE))

    assert (found.yes, found.unread) == (None, True)
    assert "O2.REC-unread" in found.why


def test_only_a_text_that_was_read_and_shuts_every_way_gives_no() -> None:
    shut = Remedy(DEFAULT, "anybody", SHUT, "O2.default")
    nobody = with_remedy(shut)
    old = next(
        duty for duty in TODAY.duties if duty.name == "the Networks' duty to raise incidents"
    )
    new = replace(old, obligor=nobody, performer=nobody, consequence=None)
    flow = replace(TODAY, parties=(*TODAY.parties, nobody))

    assert acted_on(flow, old, new).yes is False
    unread = Consequence(unread="it was not read", cites="A5.unread")
    assert acted_on(flow, old, replace(new, consequence=unread)).yes is None


def test_a_remedy_cites_its_source_and_one_that_is_there() -> None:
    with pytest.raises(IllFormed, match="cites nothing"):
        Remedy(DEFAULT, "anybody", OPEN, "")
    lost = Remedy(DEFAULT, "anybody", OPEN, "O9.none")
    party = with_remedy(lost)
    with pytest.raises(IllFormed, match=r"O9\.none"):
        replace(TODAY, parties=(*TODAY.parties, party))
