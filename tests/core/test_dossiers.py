"""The lists of papers: which one stands for an award, a basis and a day."""

import tomllib
from datetime import date

import pytest

from thidua_gui import resources
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.dossiers import DossierBook, DossierItem, parse_book
from thidua_gui.core.titles import TitleGroup, TitleKey, group_of

DOCUMENT = {
    "unread_from": date(2026, 10, 1),
    "list": [
        {"of": ["title"], "basis": ["merit"], "from": date(2017, 10, 1), "source": "cũ", "grade": "S",
         "papers": [{"name": "Tờ trình"}, {"name": "Ảnh", "required": False, "grade": "M", "source": "khác"}]},
        {"of": ["title"], "basis": ["merit"], "from": date(2024, 1, 1), "source": "mới", "grade": "S",
         "papers": [{"name": "Tờ trình mới"}]},
        {"of": ["national_fighter"], "basis": ["merit"], "from": date(2017, 10, 1), "source": "cũ", "grade": "S",
         "papers": [{"name": "Phiếu kín"}]},
        {"of": ["title"], "basis": ["irregular"], "from": date(2017, 10, 1), "source": "cũ", "grade": "M",
         "papers": [{"name": "Bản tóm tắt"}]},
    ],
}  # fmt: skip
MERIT = CommendationKind.MERIT


def _papers(on: date, award: str = "own-1", basis: CommendationKind = MERIT) -> tuple[DossierItem, ...]:
    return parse_book(DOCUMENT).papers(award, TitleGroup.TITLE, basis, on)


def test_a_new_list_starts_on_its_day_and_not_the_day_before() -> None:
    assert [one.name for one in _papers(date(2023, 12, 31))] == ["Tờ trình", "Ảnh"]
    assert [one.name for one in _papers(date(2024, 1, 1))] == ["Tờ trình mới"]


def test_an_awards_own_list_stands_before_that_of_its_group() -> None:
    assert [one.name for one in _papers(date(2022, 12, 8), "national_fighter")] == ["Phiếu kín"]


def test_a_paper_may_have_its_own_source_and_grade() -> None:
    first, second = _papers(date(2022, 12, 8))
    assert (first.source, first.is_checked, first.is_required) == ("cũ", True, True)
    assert (second.source, second.is_checked, second.is_required) == ("khác", False, False)


def test_since_the_law_that_nobody_read_nothing_is_checked() -> None:
    assert all(one.is_checked for one in _papers(date(2026, 9, 30)))
    assert not any(one.is_checked for one in _papers(date(2026, 10, 1)))


def test_a_day_before_the_first_list_has_the_first_one_unchecked() -> None:
    assert [(one.name, one.is_checked) for one in _papers(date(2015, 1, 1))] == [("Tờ trình", False), ("Ảnh", False)]


def test_a_basis_without_a_list_takes_that_of_merit_unchecked() -> None:
    found = _papers(date(2022, 12, 8), basis=CommendationKind.DIPLOMATIC)
    assert [(one.name, one.is_checked) for one in found] == [("Tờ trình", False), ("Ảnh", False)]
    assert [one.name for one in _papers(date(2022, 12, 8), basis=CommendationKind.IRREGULAR)] == ["Bản tóm tắt"]


@pytest.mark.parametrize("change", [{"of": ["no_such_award"]}, {"basis": ["no_such_basis"]}])
def test_an_unknown_award_or_basis_is_refused(change: dict[str, list[str]]) -> None:
    broken = {**DOCUMENT, "list": [{**DOCUMENT["list"][0], **change}]}  # type: ignore[index,dict-item]
    with pytest.raises(ValueError, match="no_such"):
        parse_book(broken)


@pytest.fixture(scope="module")
def shipped() -> DossierBook:
    return parse_book(tomllib.loads(resources.text("dossiers.toml")))


@pytest.mark.parametrize("day", [date(2017, 10, 1), date(2023, 12, 31), date(2024, 1, 1), date(2027, 1, 1)])
def test_every_shipped_award_has_papers_with_a_source_for_every_basis(shipped: DossierBook, day: date) -> None:
    for key in TitleKey:
        for basis in CommendationKind:
            papers = shipped.papers(key, group_of(key), basis, day)
            assert papers, (key, basis)
            assert all(one.name and one.source for one in papers)


def test_no_number_of_a_form_is_shipped_before_it_was_compared(shipped: DossierBook) -> None:
    assert {paper.form for each in shipped.lists for paper in each.papers} == {""}
