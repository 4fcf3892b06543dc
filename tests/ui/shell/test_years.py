"""The year on screen: chosen, remembered, told to every page; a closed year says so."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog

from db.models.campaigns import Campaign
from tests.ui.shell.conftest import FakePage
from thidua_gui.services import campaigns, data_file
from thidua_gui.services.transaction import write
from thidua_gui.text import shell, years
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.year_dialogs import NewYearDialog, YearStateDialog
from thidua_gui.ui.year_switcher import YearSwitcher

Asked = TypeVar("Asked", bound=QDialog)


@pytest.fixture
def switcher(school_window: MainWindow) -> YearSwitcher:
    """Of a file with the years 2022 (open) and 2021 (closed)."""

    def work(_: object):  # type: ignore[no-untyped-def]
        with write("Thêm năm") as operation:
            Campaign.create(year=2021, state="closed")
        return operation.changes

    school_window.context.jobs.command(work)
    assert school_window.workspace is not None
    return school_window.workspace.sidebar.years


def pick(switcher: YearSwitcher, row: int) -> None:
    switcher.setCurrentIndex(row)
    switcher.activated.emit(row)


def test_a_new_year_appears_without_leaving_the_one_on_screen(switcher: YearSwitcher, window: MainWindow) -> None:
    assert [switcher.itemText(row) for row in range(switcher.count())] == [
        "Năm 2022", "Năm 2021", years.NEW_YEAR_ROW, shell.ADD_YEAR, "Mở, chốt năm 2022...",
    ]  # fmt: skip
    assert window.context.year == 2022


def test_another_year_reaches_every_page_and_the_headings(
    switcher: YearSwitcher, window: MainWindow, pages: dict[str, FakePage]
) -> None:
    pick(switcher, 1)
    assert window.workspace is not None
    assert window.context.campaign is not None
    assert window.context.campaign.state is campaigns.CampaignState.CLOSED
    assert pages["overview"].loads == 2
    assert window.workspace.header.subtitle.text() == "năm 2021"
    assert window.workspace.sidebar.rail_year.text() == "2021"


def test_the_year_is_remembered_for_the_next_start(switcher: YearSwitcher, window: MainWindow, tmp_path: Path) -> None:
    pick(switcher, 1)
    window.session.close()
    window.session.open(tmp_path / "truong.tdkt")
    assert window.context.year == 2021


def test_a_row_leads_to_the_import_and_keeps_the_year(switcher: YearSwitcher, window: MainWindow) -> None:
    pick(switcher, 3)
    assert window.workspace is not None
    assert window.workspace.header.title.text() == "Trang importing"
    assert window.context.year == 2022
    assert switcher.currentIndex() == 0


def test_the_sidebar_names_the_year_of_its_section(switcher: YearSwitcher, window: MainWindow) -> None:
    from thidua_gui.ui.navigation import NavModel, PageEntry

    model = NavModel([PageEntry("scoring", "calculator", "campaign", lambda context: None)])  # type: ignore[arg-type,return-value]
    model.set_year(2021)
    assert model.index(0).data() == "PHONG TRÀO 2021"


def dialog(window: MainWindow, kind: type[Asked]) -> Asked:
    (found,) = [one for one in window.findChildren(kind) if one.isVisible()]
    return found


def test_a_new_year_is_made_from_the_last_and_shown(switcher: YearSwitcher, window: MainWindow) -> None:
    pick(switcher, 2)
    asked = dialog(window, NewYearDialog)
    assert (asked.year.value(), asked.source.currentText()) == (2023, "Năm 2022")
    asked.theme.setText("Nêu gương")
    asked.submit()
    assert window.context.campaign is not None
    assert (window.context.year, window.context.campaign.state) == (2023, campaigns.CampaignState.PREPARING)
    assert window.context.campaign.theme == "Nêu gương"


def test_a_year_that_is_there_already_is_refused_beside_its_field(switcher: YearSwitcher, window: MainWindow) -> None:
    pick(switcher, 2)
    asked = dialog(window, NewYearDialog)
    asked.year.setValue(2021)
    asked.submit()
    assert asked.isVisible()
    assert "2021" in asked.fields["year"].below.text()


def test_the_year_is_closed_after_a_backup_and_reopened_for_a_reason(
    switcher: YearSwitcher, window: MainWindow
) -> None:
    pick(switcher, 4)
    dialog(window, YearStateDialog).submit()
    assert window.context.campaign is not None
    assert window.context.campaign.state is campaigns.CampaignState.CLOSED
    assert data_file.last_good_backup() is not None
    pick(switcher, 4)
    asked = dialog(window, YearStateDialog)
    asked.submit()
    assert "lý do" in asked.fields["reason"].below.text()
    asked.reason.setPlainText("Nhập thiếu một quyết định")
    asked.submit()
    assert window.context.campaign.state is campaigns.CampaignState.OPEN
