"""The card beside the list of awards: follows the row, is opened by other pages, prints, leads to the record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.models.organisation import Person, Unit
from thidua_gui.services.award_cards import Bearer
from thidua_gui.ui.awards.page import CARD, AwardsPage
from thidua_gui.ui.forms.effects_list import ReviewDialog
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.forms.revoke_dialog import RevokeDialog


def hien() -> Bearer:
    """Nguyễn Thị Thu Hiền, whose title of 2020 was revoked."""
    return Bearer(False, Person.get(Person.code == "CB05").id)


def titles(page: AwardsPage) -> list[str]:
    return [entry.title for entry in page.card.timeline._entries]


def test_the_card_follows_the_row(page: AwardsPage) -> None:
    row = next(row for row in page.all.model.shown_rows if row.bearer_code == "CB06")
    page.all.grid.select_row(row.id)
    page._load_card()
    assert page.card.name.text() == row.name


def test_another_page_opens_somebodys_card_and_the_next_row_takes_it_back(page: AwardsPage) -> None:
    page.open_argument(hien())
    assert page.card.name.text() == "Nguyễn Thị Thu Hiền"
    page.all.grid.select_row(page.all.model.shown_rows[5].id)
    page._load_card()
    assert page.card.name.text() == page.all.model.shown_rows[5].name


def test_the_card_tells_chains_and_strikes_out_what_was_revoked(page: AwardsPage) -> None:
    page.open_argument(hien())
    assert "chuỗi trước đó đứt vì năm 2020 bị thu hồi" in page.card.chains.text()
    (struck,) = [entry for entry in page.card.timeline._entries if entry.is_struck]
    assert (struck.year, struck.details[-1]) == (2020, "Thu hồi ngày 15/06/2021: Khai không đúng thành tích")


def test_a_units_card_has_its_own_history(page: AwardsPage) -> None:
    unit = Unit.get(Unit.code == "XDD")
    page.open_argument(Bearer(True, unit.id))
    assert page.card.name.text() == unit.name


def test_the_card_is_printed_by_its_button_and_by_its_key(page: AwardsPage) -> None:
    page.open_argument(hien())
    page.card.print.click()
    (preview,) = page.findChildren(ListPreview)
    assert preview.pdf.startswith(b"%PDF")
    preview.reject()
    QTest.keySequence(page.all.grid, "Ctrl+Shift+P")
    assert len([one for one in page.findChildren(ListPreview) if one.isVisible()]) == 1


def test_checked_awards_print_a_card_for_each_bearer_once(page: AwardsPage) -> None:
    rows = [row.id for row in page.all.model.shown_rows if row.bearer_code in ("CB05", "CB06")]
    page.all.model.pick(rows, True)
    assert page.all.print_cards.text() == "In 2 phiếu"
    page.all.print_cards.click()
    (preview,) = page.findChildren(ListPreview)
    assert preview.view.page_count >= 2


def test_the_record_is_opened_from_the_card(page: AwardsPage) -> None:
    went: list[tuple[str, object]] = []
    page.context.bus.navigate.connect(lambda key, argument: went.append((key, argument)))
    page.open_argument(hien())
    page.card.record.click()
    assert went == [("people", hien().id)]


def test_in_a_narrow_window_the_card_has_a_view_of_its_own(page: AwardsPage) -> None:
    page.resize(840, 600)
    assert [segment.choice.key for segment in page.switch.segments()] == ["all", "near", CARD]
    page.open_argument(hien())
    assert page.switch.current() == CARD
    assert page.card.isVisible()
    assert not page.all.isVisible()
    page.resize(1184, 816)
    assert page.all.isVisible()
    assert page.card.isVisible()


def test_revoking_lists_first_what_rests_on_the_award_and_later_again(page: AwardsPage) -> None:
    page.open_argument(Bearer(False, Person.get(Person.code == "CB04").id))
    row = next(one for one in (entry.award for entry in page.card.timeline._entries)
               if one is not None and one.year == 2020 and one.short == "LĐTT")
    page.desk.revoke(row)
    (asked,) = page.findChildren(RevokeDialog)
    assert [effect.what for effect in asked.effects.model.rows] == ["Chiến sĩ thi đua cơ sở năm 2020"]
    asked.reason.setText("Khai sai")
    asked.number.setText("15-QĐ/TCT")
    QTest.keyClick(asked.reason, Qt.Key.Key_Return)
    page.all.grid.select_row(row.id)
    assert page.all.review_button.isVisible()
    page.all.review_button.click()
    (review,) = page.findChildren(ReviewDialog)
    assert review.effects.words.text() == "1 việc đã dựa vào thành tích này:"


def test_the_review_leads_to_the_card(page: AwardsPage) -> None:
    went: list[object] = []
    page.context.bus.navigate.connect(lambda key, argument: went.append(argument))
    row = next(one for one in page.all.model.rows if one.bearer_code == "CB04" and one.short == "LĐTT")
    page.desk.review(row)
    (review,) = page.findChildren(ReviewDialog)
    review.primary.click()
    assert went == [Bearer(False, Person.get(Person.code == "CB04").id)]
