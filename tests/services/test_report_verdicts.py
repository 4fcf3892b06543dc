"""Verdicts of years that are not the sample's: other days of decision, people, disciplines, chains and initiatives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.services.year_books import sample, with_person
from thidua_gui.core.ratings import Rating
from thidua_gui.core.workbook.rows import (
    DisciplineRow,
    InitiativeUseRow,
    PersonnelChangeRow,
    RegistrationRow,
    SheetKey,
    YearWorkbook,
)
from thidua_gui.services import imports
from thidua_gui.services.report import year_report

pytestmark = pytest.mark.usefixtures("data_file")


def report(book: YearWorkbook) -> dict[str, Any]:
    return year_report(imports.import_year(book).campaign_id)


def decided(day: date | None, book: YearWorkbook | None = None) -> YearWorkbook:
    book = book or sample()
    return replace(book, campaign=replace(book.campaign, decision_on=day))


def rated(book: YearWorkbook, **ratings: Rating | None) -> YearWorkbook:
    results = (replace(row, rating=ratings[row.person]) if row.person in ratings else row for row in book.results)
    return replace(book, results=tuple(results))


def disciplined(book: YearWorkbook, person: str, form: str, day: date) -> YearWorkbook:
    row = DisciplineRow(person, form, day, "01-QĐ/TCT", True, None, None)
    return replace(book, disciplines=(*book.disciplines, row))


def unregistered(book: YearWorkbook, *people: str) -> YearWorkbook:
    return replace(book, registrations=tuple(row for row in book.registrations if row.subject not in people))


def scoped(book: YearWorkbook, initiative: str, scope: str) -> YearWorkbook:
    rows = (replace(row, scope=scope) if row.code == initiative else row for row in book.initiatives)
    return replace(book, initiatives=tuple(rows))


def with_use(day: date, use: InitiativeUseRow) -> YearWorkbook:
    present = sample().present | {SheetKey.INITIATIVE_USES}
    return decided(day, replace(sample(), initiative_uses=(use,), present=present))


@pytest.mark.parametrize(
    ("day", "regime", "ldtt", "fighters", "fighter_by_rating"),
    [
        (date(2023, 12, 31), "A", "41/45", "6/41", False), (date(2024, 1, 1), "B", "43/45", "8/43", True),
        (date(2025, 6, 30), "B", "43/45", "8/43", True), (date(2025, 7, 1), "C", "43/45", "8/43", True),
        (date(2026, 9, 30), "C", "43/45", "8/43", True), (None, "A", "41/45", "6/41", False),
    ],
)  # fmt: skip
def test_the_day_of_the_decision_chooses_the_law(
    day: date | None, regime: str, ldtt: str, fighters: str, fighter_by_rating: bool
) -> None:
    told = report(decided(day))
    assert (told["regime"], told["ldtt"], told["cstdcs_of_ldtt"]) == (regime, ldtt, fighters)
    assert told["cstdcs"]["CB02"] is fighter_by_rating


@pytest.mark.parametrize(("day", "regime"), [(date(2026, 10, 1), "D"), (date(2017, 9, 30), None)])
def test_where_no_law_is_read_nothing_is_said(day: date, regime: str | None) -> None:
    told = report(decided(day))
    assert (told["regime"], told["ldtt_people"], told["not_ldtt"]) == (regime, [], {})
    assert {*told["cstdcs"].values(), *told["excellent_collective"].values()} == {None}
    assert len(told["ldtt_unknown"]) == 45
    assert {told["targets"][code]["verdict"] for code in "567"} == {"open"}
    assert told["targets"]["1"]["verdict"] == "met"


@pytest.mark.parametrize(("joined", "reasons"), [(date(2022, 3, 1), None), (date(2022, 3, 2), ["months_in_year"])])
def test_ten_months_in_the_year_are_counted_to_the_day(joined: date, reasons: list[str] | None) -> None:
    book = with_person(sample(), "CB10", joined_on=joined)
    kept = tuple(row for row in book.awards if row.subject != "CB10")
    registered = tuple(
        replace(row, registered_on=date(2022, 3, 10)) if row.subject == "CB10" else row for row in book.registrations
    )
    told = report(replace(book, awards=kept, registrations=registered))
    assert told["not_ldtt"].get("CB10") == reasons


@pytest.mark.parametrize(
    ("form", "day", "reasons"),
    [
        ("Khiển trách", date(2022, 1, 1), ["discipline"]), ("Cảnh cáo", date(2022, 12, 31), ["discipline"]),
        ("Khiển trách", date(2021, 12, 31), None),
    ],
)  # fmt: skip
def test_a_discipline_of_the_year_bars_in_a(form: str, day: date, reasons: list[str] | None) -> None:
    assert report(disciplined(sample(), "CB04", form, day))["not_ldtt"].get("CB04") == reasons


def test_whoever_did_not_register_has_no_title_and_is_no_candidate() -> None:
    told = report(unregistered(sample(), "CB01"))
    assert told["not_ldtt"]["CB01"] == ["registered"]
    assert "CB01" not in told["cstdcs"]
    assert (told["cstdcs_of_ldtt"], told["by_unit"]["BGH"]["cstdcs"]) == ("5/40", 0)


def test_several_reasons_are_all_told() -> None:
    book = disciplined(rated(sample(), CB20=Rating.COMPLETED), "CB20", "Cảnh cáo", date(2022, 5, 5))
    told = report(unregistered(book, "CB20"))
    assert told["not_ldtt"]["CB20"] == ["discipline", "rating", "registered"]


def test_whoever_has_no_rating_is_unknown_and_the_share_is_open_only_if_it_could_change() -> None:
    book = rated(sample(), CB20=None, CB21=None)
    book = replace(book, scores=tuple(row for row in book.scores if row.person not in ("CB20", "CB21")))
    told = report(book)
    assert told["ldtt_unknown"] == {"CB20": ["rating"], "CB21": ["rating"]}
    assert (told["ldtt"], told["targets"]["5"]["verdict"]) == ("39/45", "open")
    assert "CB20" not in told["not_ldtt"]


def test_maternity_sick_and_unpaid_leave_take_nothing_away() -> None:
    kinds = [row.kind for row in sample().personnel_changes][:3]
    away = tuple(
        PersonnelChangeRow(person, kind, date(2022, 1, 3), date(2022, 12, 30), "90 ngày làm việc")
        for person, kind in zip(("CB20", "CB21", "CB22"), kinds, strict=True)
    )
    assert report(replace(sample(), personnel_changes=away))["ldtt"] == "41/45"


def test_a_wider_initiative_completes_the_chain_of_three_years() -> None:
    told = report(scoped(sample(), "SK02", "Tỉnh"))
    assert told["provincial_fighter"]["CB04"] is True
    assert report(scoped(sample(), "SK03", "Toàn quốc"))["provincial_fighter"]["CB05"] is False


def test_a_revoked_title_breaks_the_chain() -> None:
    awards = tuple(
        replace(row, revoked_on=date(2022, 5, 5), revocation_reason="Sai")
        if (row.subject, row.year, row.title) == ("CB01", 2021, "Chiến sĩ thi đua cơ sở")
        else row
        for row in sample().awards
    )
    told = report(replace(sample(), awards=awards))
    assert (told["cstdcs"]["CB01"], told["provincial_fighter"]["CB01"]) == (True, False)


@pytest.mark.parametrize(("day", "provincial"), [(date(2023, 9, 4), True), (date(2023, 9, 5), False)])
def test_from_the_day_of_single_use_one_initiative_carries_one_title(day: date, provincial: bool) -> None:
    told = report(decided(day))
    assert (told["cstdcs"]["CB01"], told["provincial_fighter"]["CB01"]) == (True, provincial)


@pytest.mark.parametrize(("day", "fighter"), [(date(2023, 9, 4), True), (date(2023, 9, 5), False)])
def test_an_initiative_used_for_something_else_carries_none_after_that_day(day: date, fighter: bool) -> None:
    use = InitiativeUseRow("SK02", "CB04", 2022, "Bằng khen", date(2022, 6, 1))
    assert report(with_use(day, use))["cstdcs"]["CB04"] is fighter


def test_the_use_noted_for_this_very_title_takes_nothing_away() -> None:
    use = InitiativeUseRow("SK02", "CB04", 2022, "CSTĐCS", date(2023, 9, 20))
    assert report(with_use(date(2023, 9, 20), use))["cstdcs"]["CB04"] is True


def test_a_collective_needs_seventy_percent() -> None:
    told = report(unregistered(sample(), "CB08"))
    assert (told["by_unit"]["LLCS"]["ldtt"], told["excellent_collective"]["LLCS"]) == (6, True)


def test_five_of_eight_are_too_few() -> None:
    told = report(unregistered(sample(), "CB08", "CB09"))
    assert (told["by_unit"]["LLCS"]["ldtt"], told["excellent_collective"]["LLCS"]) == (5, False)
    assert told["targets"]["7"] == {"actual": "1", "basis": "eligible", "verdict": "met"}


@pytest.mark.parametrize(("day", "excellent"), [(date(2023, 12, 31), False), (date(2024, 1, 1), True)])
def test_a_warned_member_bars_the_collective_in_a_alone(day: date, excellent: bool) -> None:
    told = report(decided(day, disciplined(sample(), "CB10", "Cảnh cáo", date(2022, 5, 5))))
    assert told["excellent_collective"]["LLCS"] is excellent


def test_somebody_who_did_not_complete_bars_the_collective() -> None:
    assert report(rated(sample(), CB10=Rating.NOT_COMPLETED))["excellent_collective"]["LLCS"] is False


def test_a_unit_without_a_rating_is_unknown() -> None:
    units = tuple(replace(unit, rating=None) if unit.code == "LLCS" else unit for unit in sample().units)
    told = report(replace(sample(), units=units))
    assert told["excellent_collective"]["LLCS"] is None
    assert told["targets"]["7"] == {"actual": "1", "basis": "eligible", "verdict": "met"}


def test_whoever_meets_the_conditions_counts_although_registered_for_less() -> None:
    less = RegistrationRow("CB04", "Lao động tiên tiến", date(2022, 3, 15))
    rows = tuple(less if row.subject == "CB04" else row for row in sample().registrations)
    told = report(replace(sample(), registrations=rows))
    assert "CB04" not in told["cstdcs"]
    assert told["cstdcs_of_ldtt"] == "6/41"


def test_a_decision_of_the_year_outranks_the_conditions_in_the_targets() -> None:
    (row, *_) = [row for row in sample().awards if row.title == "Lao động tiên tiến"]
    granted = tuple(replace(row, subject=code, year=2022, decided_on=date(2022, 12, 8)) for code in ("CB01", "CB02"))
    told = report(replace(sample(), awards=(*sample().awards, *granted)))
    assert (told["targets"]["5"]["actual"], told["targets"]["5"]["basis"]) == ("2/45", "granted")
    assert told["targets"]["6"]["basis"] == "eligible"


def test_a_year_without_registrations_has_no_candidates() -> None:
    told = report(replace(sample(), registrations=()))
    assert (told["ldtt"], told["cstdcs"], told["provincial_fighter"]) == ("0/45", {}, {})
    assert told["cstdcs_quota_floor_15_percent"] == 0


def test_registrations_for_another_title_are_no_candidacy() -> None:
    extra = RegistrationRow("CB03", "CSTĐCS", date(2022, 3, 15))
    rows = tuple(row for row in sample().registrations if row.subject != "CB03")
    assert report(replace(sample(), registrations=(*rows, extra)))["cstdcs"]["CB03"] is False
