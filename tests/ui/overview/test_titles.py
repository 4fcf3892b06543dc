"""What decides the conditions of titles shows in the targets at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from db.models.organisation import Person
from tests.ui.year_pages import Show
from thidua_gui.core.ids import PersonId
from thidua_gui.services import disciplines, target_history
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.disciplines import DisciplineDraft
from thidua_gui.services.overview_paper import overview_content
from thidua_gui.ui.forms.targets_model import ACTUAL, VERDICT
from thidua_gui.ui.forms.targets_table import TargetsTable
from thidua_gui.ui.overview.page import OverviewPage
from thidua_gui.ui.overview.years import YearsTable


def test_a_discipline_takes_somebody_out_of_the_target_on_the_title(year: CampaignSummary, show: Show) -> None:
    page = show(OverviewPage)
    model = page.findChildren(TargetsTable)[0].model()
    assert [model.index(row, ACTUAL).data() for row in (6, 7)] == ["41/45 91,1%", "6/41 14,6%"]
    person = PersonId(Person.get(Person.code == "CB04").id)
    draft = DisciplineDraft("Khiển trách", date(2022, 5, 5))
    page.context.bus.changed.emit(disciplines.add_discipline(year.id, person, draft))
    assert [model.index(row, ACTUAL).data() for row in (6, 7)] == ["40/45 88,9%", "5/40 12,5%"]


def test_a_verdict_by_conditions_alone_is_not_shown_as_granted(year: CampaignSummary, show: Show) -> None:
    page = show(OverviewPage)
    model = page.findChildren(TargetsTable)[0].model()
    words = [model.index(row, VERDICT).data() for row in (0, 6, 7, 8, 9)]
    assert words == ["Đạt", *["Đạt (theo điều kiện)"] * 3, "Chưa có căn cứ"]
    assert "chưa phải số được công nhận" in model.index(6, VERDICT).data(Qt.ItemDataRole.ToolTipRole)


def test_the_printed_overview_marks_the_same_verdicts(year: CampaignSummary) -> None:
    content = overview_content(year.id, date(2022, 11, 16))
    assert [line.cells[0] for line in content.targets if line.cells[-1].endswith("(*)")] == ["5", "6", "7"]
    assert content.tally.endswith("(*) theo điều kiện, kết quả chính thức theo quyết định công nhận.")


def test_years_side_by_side_mark_them_too(year: CampaignSummary, show: Show) -> None:
    page = show(OverviewPage)
    table = page.findChild(YearsTable)
    table.show_trends(target_history.trend(year.id))
    verdicts = [table.grid.snapshot.columns[-1].display(row) for row in table.grid.snapshot.rows]
    assert verdicts[0] == "Đạt"
    assert verdicts[6:9] == ["Đạt (*)"] * 3
    assert not table.note.isHidden()
