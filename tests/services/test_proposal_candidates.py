"""Whom registrations and votes would give a proposal: each once, nobody who has one, nothing written."""

from __future__ import annotations

import pytest

from db.models.campaigns import Registration
from db.models.proposals import Proposal
from tests.services import proposed
from tests.services.proposed import FIGHTER, LABOURER, propose
from tests.services.small_school import person, unit
from thidua_gui.core.ids import CampaignId
from thidua_gui.services import proposals_edit, unit_votes
from thidua_gui.services.proposal_candidates import Source, candidates
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")


@pytest.fixture
def year() -> CampaignId:
    return proposed.ripe()


def test_registrations_give_each_person_once_with_name_and_unit(year):
    found = candidates(year, LABOURER, Source.REGISTRATIONS)
    assert [one.nominee.person_id for one in found] == [person(code) for code in proposed.CODES]
    assert all(one.name and one.unit_name for one in found)
    assert Proposal.select().count() == 0


def test_whoever_has_a_proposal_is_no_candidate_any_more(year):
    propose(year, LABOURER, "CB01")
    found = candidates(year, LABOURER, Source.REGISTRATIONS)
    assert person("CB01") not in [one.nominee.person_id for one in found]
    assert len(found) == 3


def test_a_unit_s_vote_brings_its_achievement_along(year):
    vote = unit_votes.Proposed(unit("XDD"), person("CB02"), None, "Chiến sĩ thi đua cơ sở")
    with write("Bình xét"):
        unit_votes.put(year, vote, {"present": 9, "agree": 8, "achievement": "Hai đề tài"})
    (found,) = candidates(year, FIGHTER, Source.VOTES)
    assert found.nominee.person_id == person("CB02")
    proposals_edit.propose(year, FIGHTER, [found.nominee])
    assert proposed.row_of(year, FIGHTER, "CB02").achievement == "Hai đề tài"


def test_collectives_are_named_as_units(year):
    with write("Đăng ký"):
        Registration.create(campaign=year, unit=unit("XDD"), title="Tập thể lao động tiên tiến", position=9)
    (found,) = candidates(year, "advanced_collective", Source.REGISTRATIONS)
    assert (found.nominee.person_id, found.nominee.unit_id) == (None, unit("XDD"))
