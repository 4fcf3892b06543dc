"""The first rows of a new data file."""

import pytest

from db.models.scoring import Stage
from thidua_gui.core.errors import UserError
from thidua_gui.services import campaigns, history, school


def test_a_new_file_has_no_name_yet(data_file: object) -> None:
    assert school.name() == ""


def test_founding_writes_school_year_and_three_stages(data_file: object) -> None:
    school.found("  Trường Chính trị  tỉnh Lai Châu ", 2026)
    assert school.name() == "Trường Chính trị tỉnh Lai Châu"
    assert [(one.year, one.state.value) for one in campaigns.campaigns()] == [(2026, "open")]
    assert [row.key for row in Stage.select().order_by(Stage.position)] == ["self", "unit", "council"]


def test_founding_is_one_step_that_can_be_undone(data_file: object) -> None:
    school.found("Trường Chính trị tỉnh Lai Châu", 2026)
    history.undo_last()
    assert school.name() == ""
    assert campaigns.campaigns() == ()


@pytest.mark.parametrize(
    ("name", "year", "code"), [("  ", 2026, "school_name_missing"), ("Trường", 26, "year_out_of_range")]
)
def test_what_cannot_be_founded_writes_nothing(data_file: object, name: str, year: int, code: str) -> None:
    with pytest.raises(UserError) as refused:
        school.found(name, year)
    assert refused.value.code == code
    assert history.operations() == ()
