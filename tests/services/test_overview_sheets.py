"""A person whom no criteria sheet serves is missing in the overview, never silently done."""

from db.models.organisation import Person
from tests.sample_year import NOW
from thidua_gui.core.debts import Lack
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.overview import year_state
from thidua_gui.services.transaction import write


def test_a_person_whom_no_sheet_serves_is_missing_not_done(sample_year: CampaignSummary) -> None:
    with write("Bỏ nhóm"):
        Person.update(staff_group=None).where(Person.code == "CB05").execute()
    state = year_state(sample_year.id, NOW.date())
    (debt,) = [debt for debt in state.debts if debt.lack is Lack.NO_SHEET]
    counted = next(item.status.milestone.counted for item in state.milestones if "Chấm điểm" in item.name)
    assert debt.names == ("Nguyễn Thị Thu Hiền",)
    assert counted is not None
    assert (counted.met, counted.of) == (44, 45)


def test_nobody_lacks_a_sheet_in_the_sample_year(sample_year: CampaignSummary) -> None:
    assert not [debt for debt in year_state(sample_year.id, NOW.date()).debts if debt.lack is Lack.NO_SHEET]
