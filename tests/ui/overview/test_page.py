"""The overview: the year at a glance, what is missing, keys, widths, years with little in them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.models.campaigns import Registration
from tests.services.small_school import populate
from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.core.debts import Lack
from thidua_gui.core.ids import TargetId
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.target_catalogue import Among, Base, Measure, Measured
from thidua_gui.core.target_scale import scale_end
from thidua_gui.core.targets import Basis, Bound, BoundUnit, Count, Verdict
from thidua_gui.core.timeline import MilestoneState
from thidua_gui.services import campaigns, new_year, submissions
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.new_year import YearDraft
from thidua_gui.services.overview import year_state
from thidua_gui.services.target_facts import TargetLine
from thidua_gui.services.transaction import write
from thidua_gui.ui import theme
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.forms.target_delegate import balanced, lines_needed
from thidua_gui.ui.forms.targets_model import ACTUAL, CONTENT
from thidua_gui.ui.forms.targets_table import TargetsTable
from thidua_gui.ui.overview.coming import ComingCard
from thidua_gui.ui.overview.debts import DebtRow
from thidua_gui.ui.overview.dialogs import SubjectsDialog
from thidua_gui.ui.overview.page import OverviewPage
from thidua_gui.ui.overview.timeline import Timeline


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> OverviewPage:
    assert year
    shown = show(OverviewPage)
    assert isinstance(shown, OverviewPage)
    return shown


def table(page: OverviewPage) -> TargetsTable:
    return page.findChild(TargetsTable)


def target(lower: int | None, upper: int | None, unit: BoundUnit, counted: Count | None) -> TargetLine:
    low, high = (None if end is None else Fraction(end) for end in (lower, upper))
    bound = Bound(low, high, unit)
    measure, base = Measured(Measure.PEOPLE_REGISTERED), Among(Base.EVERYONE)
    return TargetLine(TargetId(1), "1", "Chỉ tiêu", measure, base, bound, counted, Verdict.OPEN, Basis.FACT)


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.0, 800), (1.5, 1180)])
def test_nothing_is_scrolled_sideways(year: CampaignSummary, show: Show, width: int, scale: float) -> None:
    assert year
    theme.theme_switch().set_scale(scale)
    assert sideways(show(OverviewPage), width) == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_target_can_be_read_to_its_end(page: OverviewPage, width: int) -> None:
    sideways(page, width)
    shown = table(page)
    for row in range(shown.model().rowCount()):
        words = shown.model().index(row, CONTENT).data()
        lines = lines_needed(words, shown.columnWidth(CONTENT))
        assert shown.rowHeight(row) >= lines * QFontMetrics(theme.font("table")).height()


def test_all_rows_of_the_table_are_in_sight(page: OverviewPage) -> None:
    sideways(page, WIDE, 800)
    shown = table(page)
    assert shown.verticalScrollBar().maximum() == 0
    assert sum(shown.rowHeight(row) for row in range(11)) <= shown.viewport().height()


def test_a_full_share_is_written_without_decimals(page: OverviewPage) -> None:
    model = table(page).model()
    assert [model.index(row, ACTUAL).data() for row in (0, 1, 9)] == ["5/5 100%", "44/45 97,8%", "–"]


@pytest.mark.parametrize(
    ("line", "end"),
    [
        (target(10, 15, BoundUnit.PERCENT, Count(8, 41)), 30),
        (target(10, 15, BoundUnit.PERCENT, None), 20),
        (target(100, None, BoundUnit.PERCENT, Count(44, 45)), 100),
        (target(1, 2, BoundUnit.COLLECTIVES, Count(1, 5)), 3),
        (target(10, None, BoundUnit.INDIVIDUALS, Count(0, 45)), 12),
        (target(None, None, BoundUnit.INDIVIDUALS, Count(0, 45)), 1),
    ],
)
def test_each_bar_has_a_scale_that_shows_its_own_range(line: TargetLine, end: int) -> None:
    assert scale_end(line.bound, line.counted) == end


def test_enter_on_a_target_shows_who_lacks_it_first(page: OverviewPage, qtbot: QtBot) -> None:
    table(page).selectRow(1)
    table(page).setFocus()
    qtbot.keyClick(table(page), Qt.Key.Key_Return)
    dialog = page.findChild(SubjectsDialog)
    names = dialog._view.model().index(0, 0).data()
    assert names == "Sùng A Vừ, Phòng Tổ chức, hành chính, thông tin, tư liệu: chưa đạt"
    dialog.reject()


def test_the_button_opens_the_first_target_not_met_when_none_is_chosen(page: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table(page).opened) as opened:
        page._evidence.click()
    assert opened.args[0].code == "2"
    page.findChild(SubjectsDialog).reject()


def test_a_target_without_facts_says_that_nothing_can_be_said(page: OverviewPage) -> None:
    table(page).selectRow(9)
    table(page).open_chosen()
    dialog = page.findChild(SubjectsDialog)
    assert not dialog._view.isVisibleTo(dialog)
    dialog.reject()


def test_enter_on_a_debt_leads_to_where_it_is_made_good(page: OverviewPage, qtbot: QtBot) -> None:
    row = next(row for row in page.findChildren(DebtRow) if row.debt.people)
    row.setFocus()
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert asked.args == ["registration", ("people", "missing")]


def test_arrow_keys_go_through_the_debts_and_tab_comes_back_to_the_same(
    page: OverviewPage, year: CampaignSummary, qtbot: QtBot
) -> None:
    with write("Bỏ đăng ký"):
        Registration.delete().where(Registration.campaign == year.id).execute()
    page.reload()
    QApplication.processEvents()
    rows = page._debts.rows
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    assert [row.focusPolicy() == Qt.FocusPolicy.StrongFocus for row in rows].index(True) == 1


def test_a_debt_of_several_leads_to_all_of_them(page: OverviewPage, year: CampaignSummary, qtbot: QtBot) -> None:
    with write("Bỏ đăng ký"):
        Registration.delete().where(Registration.campaign == year.id).execute()
    page.reload()
    row = [row for row in page._debts.rows if row.debt.people][-1]
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        row.opened.emit(row.debt)
    assert asked.args == ["registration", ("people", "missing")]


def test_the_list_of_debts_is_cut_and_says_so(page: OverviewPage, year: CampaignSummary) -> None:
    debts = year_state(year.id, date(2022, 11, 16)).debts * 70
    page._debts.show_debts(debts, date(2022, 11, 16))
    assert len(page._debts.rows) == 60
    assert page._debts._more.isVisibleTo(page)


def test_nothing_missing_is_good_news(page: OverviewPage, year: CampaignSummary) -> None:
    with write("Ghi đăng ký"):
        Registration.create(campaign=year.id, person=_unregistered(page), title="LĐTT", position=99)
    owing = [row.debt.unit_id for row in page._debts.rows if row.debt.lack is Lack.RESULTS]
    submissions.record(year.id, owing, SubmissionKind.RESULTS, date(2022, 11, 16))
    page.reload()
    assert page._debts.rows == ()
    assert page._debts._empty.isVisibleTo(page)


def test_a_change_of_another_page_is_seen_at_once(page: OverviewPage, year: CampaignSummary) -> None:
    with write("Ghi đăng ký") as operation:
        Registration.create(campaign=year.id, person=_unregistered(page), title="LĐTT", position=99)
    page.context.bus.changed.emit(operation.changes)
    assert table(page).model().index(1, ACTUAL).data() == "45/45 100%"


def test_arrow_keys_speak_the_milestones_one_after_another(page: OverviewPage, qtbot: QtBot) -> None:
    line = page.findChild(Timeline)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.accessibleDescription() == "Phát động thi đua. Hạn 31/03/2022. 5/5 khoa, phòng"


def test_every_number_leads_to_what_stands_behind_it(page: OverviewPage, qtbot: QtBot) -> None:
    asked: list[tuple[str, object]] = []
    page.context.bus.navigate.connect(lambda *where: asked.append(where))
    line = page.findChild(Timeline)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Right)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    page._banner._plan.click()
    page._banner._done.click()
    page._tally.linkActivated.emit("below")
    assert asked == [("registration", "launch"), ("plan", None), ("schedule", None), ("plan", "targets")]


def test_what_is_to_be_done_next_leads_to_its_page(page: OverviewPage, qtbot: QtBot) -> None:
    assert [row.text() for row in page._next.rows] == [
        "Đôn đốc 1 đơn vị quá hạn", "Chốt vòng chấm tự chấm", "Rà 4 chỉ tiêu chưa đạt",
    ]  # fmt: skip
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        qtbot.keyClick(page._next.rows[1], Qt.Key.Key_Space)
    assert asked.args == ["scoring", None]


def test_the_years_stand_side_by_side_once_there_are_two(page: OverviewPage, year: CampaignSummary) -> None:
    assert not page.views.isVisibleTo(page)
    new_year.create(YearDraft(2023, year.id))
    page.context.campaign = next(one for one in campaigns.campaigns() if one.year == 2023)
    page.reload()
    page.views.picked.emit(page.views.current())
    page.views.set_current("all")
    page._show_view()
    assert page._years.isVisibleTo(page)
    assert not table(page).isVisibleTo(page)
    grid = page._years.grid
    assert grid is not None
    registered = next(row for row in grid.snapshot.rows if row.trend.code == "2")
    words = {column.key: column.display(registered) for column in grid.snapshot.columns}
    assert (words["actual-2022"], words["actual-2023"]) == ("44/45 97,8%", "0/45 0%")


def test_the_page_is_printed_on_one_sheet(page: OverviewPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (preview,) = page.findChildren(ListPreview)
    (sheet,) = PdfReader(BytesIO(preview.pdf)).pages
    text = " ".join(sheet.extract_text().split())
    for words in ("TỔNG QUAN", "44/45 97,8%", "Nộp kết quả", "Còn thiếu (6 mục)"):
        assert words in text


def test_a_year_without_plan_and_targets_says_what_is_absent(no_year: None, show: Show) -> None:
    populate()
    page = show(OverviewPage)
    assert isinstance(page, OverviewPage)
    assert page._no_targets.isVisibleTo(page)
    assert not page._timeline_card.isVisibleTo(page)
    assert not page._coming.isVisibleTo(page)


def test_without_any_year_the_way_to_import_is_offered(no_year: None, show: Show, qtbot: QtBot) -> None:
    page = show(OverviewPage)
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        page._empty.button.click()  # type: ignore[attr-defined]  # OverviewPage
    assert asked.args == ["importing", None]


def test_the_words_below_the_targets_follow_the_theme(page: OverviewPage) -> None:
    before = page._tally.text()
    theme.theme_switch().set_name("dark")
    assert page._tally.text() != before


def _unregistered(page: OverviewPage) -> int:
    (row,) = [row for row in page._debts.rows if row.debt.people]
    return row.debt.people[0]


def test_a_broken_target_does_not_end_in_a_single_word() -> None:
    lines = balanced(["Chiến sĩ thi đua cơ", "sở"], len, 20)
    assert lines == ["Chiến sĩ thi đua", "cơ sở"]
    assert balanced(["Lao động tiên tiến"], len, 20) == ["Lao động tiên tiến"]


def test_what_has_begun_already_is_told_to_end(page: OverviewPage) -> None:
    words = [label.text() for label in page.findChild(ComingCard).findChildren(QLabel)]
    assert "kết thúc 31/12" in words


def test_the_line_of_the_year_is_green_only_as_far_as_everything_is_done(page: OverviewPage) -> None:
    timeline = page.findChild(Timeline)
    states = [item.status.state for item in timeline._items]
    assert states[: timeline._reached() + 1] == [MilestoneState.DONE] * (timeline._reached() + 1)
    assert states[timeline._reached() + 1] is not MilestoneState.DONE
    assert MilestoneState.DONE in states
