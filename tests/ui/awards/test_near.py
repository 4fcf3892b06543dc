"""Sắp đủ điều kiện on screen: judged on the first visit, filtered, put out, said to be old after a change."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.organisation import Person
from thidua_gui.services import awards_edit
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.ui.awards.page import NEAR, AwardsPage
from thidua_gui.ui.forms.list_output import ListPreview


@pytest.fixture(autouse=True)
def near(page: AwardsPage) -> None:
    page.show_view(NEAR)


def test_the_list_is_judged_on_the_first_visit_and_says_by_which_law(page: AwardsPage) -> None:
    assert page.near.model.shown_rows
    assert page.near.banner.label.text().startswith("Năm 2022 xét theo gói quy tắc A. Năm 2023 là dự kiến")
    assert page.subtitle().startswith("Năm 2022 và 2023: ")


def test_it_is_filtered_by_award_and_the_row_is_told_in_full(page: AwardsPage) -> None:
    page.near.model.set_filter("award", "CSTĐ tỉnh")
    assert {row.award_short for row in page.near.model.shown_rows} == {"CSTĐ tỉnh"}
    page.near.grid.select_row(page.near.model.shown_rows[0].id)
    assert page.near.detail.text().startswith("Chiến sĩ thi đua cấp tỉnh: còn thiếu")


def test_the_card_beside_it_is_of_its_row(page: AwardsPage) -> None:
    row = next(row for row in page.near.model.shown_rows if not row.is_unit)
    page.near.grid.select_row(row.id)
    page._load_card()
    assert page.card.name.text() == row.name


def test_a_change_makes_it_old_and_judging_again_new(page: AwardsPage) -> None:
    person = Person.get(Person.code == "CB13").id
    draft = AwardDraft(person, None, 2022, "Chiến sĩ thi đua cấp tỉnh", "9-QĐ", date(2022, 12, 8))
    page.context.jobs.command(lambda _: awards_edit.add_award(draft))
    assert page.near.banner.label.text() == "Số liệu đã thay đổi sau lần xét này."
    before = len(page.near.model.rows)
    page.near.banner.acted.emit()
    assert len(page.near.model.rows) == before - 1


def test_it_is_printed_with_what_the_next_year_would_lack(page: AwardsPage) -> None:
    assert [column.title for column in page.near._shown().columns][-1] == "Điều kiện của năm sau"
    page.near.print()
    (preview,) = page.findChildren(ListPreview)
    assert preview.pdf.startswith(b"%PDF")


def test_without_a_year_it_says_what_is_needed(page: AwardsPage) -> None:
    page.context.campaign = None
    page.near.show_year()
    assert page.near.no_year.isVisible()
