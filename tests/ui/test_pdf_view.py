"""The view of a PDF's pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.sample_year import NOW
from thidua_gui.documents.summaries import render_score_summary
from thidua_gui.services import summaries
from thidua_gui.ui.context import Context
from thidua_gui.ui.widgets.pdf_view import PdfView


@pytest.fixture
def view(qtbot: QtBot, sample_context: Context) -> PdfView:
    year = sample_context.campaign
    assert year is not None
    content = summaries.score_summary_content(year.id, summaries.Issue(NOW.date()))
    view = PdfView(sample_context.jobs)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_pdf(render_score_summary(content))
    return view


def test_the_place_tells_page_and_pages(view: PdfView) -> None:
    assert view._place.text() == f"Trang 1 / {view.page_count}"
    assert not view._previous.isEnabled()


def test_next_page_moves_on_until_the_last(view: PdfView) -> None:
    for _ in range(view.page_count + 2):
        view._next.click()
    assert view.page == view.page_count - 1
    assert not view._next.isEnabled()


def test_page_down_turns_a_page(view: PdfView, qtbot: QtBot) -> None:
    qtbot.keyClick(view._pages, Qt.Key.Key_PageDown)
    assert view.page == 1


def test_zooming_keeps_the_page_and_fitting_comes_back(view: PdfView) -> None:
    view.go_to_page(1)
    view._larger.click()
    assert view.page == 1
    assert view._fit.text().endswith("%")
    view._fit.click()
    assert view._fit.text() == "Vừa khổ"


def test_a_shown_page_is_drawn_in_the_colours_of_the_pdf(view: PdfView) -> None:
    picture = view._pages.viewport().grab().toImage()
    places = [(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)]
    colours = {picture.pixelColor(x, y).name() for x, y in places}
    assert "#ffffff" in colours
    assert len(colours) > 3


def test_nothing_to_show_disables_the_bar(view: PdfView) -> None:
    view.show_pdf(None)
    assert view.page_count == 0
    assert not view._larger.isEnabled()


def test_a_narrow_bar_says_less_and_cuts_nothing(view: PdfView) -> None:
    view.resize(900, 600)
    assert (view._place.text(), view._fit.text()) == (f"Trang 1 / {view.page_count}", "Vừa khổ")
    view.resize(250, 600)
    QApplication.processEvents()
    page, count = view.page + 1, view.page_count
    assert (view._place.text(), view._fit.text()) == (f"{page}/{count}", "Vừa")
    assert (view._place.accessibleName(), view._fit.accessibleName()) == (f"Trang {page} / {count}", "Vừa khổ")
    for part in (view._place, view._fit):
        assert part.width() >= part.sizeHint().width()
