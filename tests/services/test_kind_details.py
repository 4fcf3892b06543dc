"""One kind closely: its papers by procedure and the conditions of the day's law in words."""

from datetime import date

from thidua_gui.core.awards import Bearer, Level
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.titles import TitleGroup
from thidua_gui.services import award_kinds_edit, dossiers, kind_details
from thidua_gui.services.award_kinds_edit import KindDraft
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.dossiers import PaperDraft
from thidua_gui.text.rules import provisional

MERIT, IRREGULAR = CommendationKind.MERIT, CommendationKind.IRREGULAR


def test_conditions_are_those_of_the_regime_of_the_day(data_file: OpenFile) -> None:
    before = kind_details.kind_detail("grassroots_fighter", date(2023, 12, 31))
    after = kind_details.kind_detail("grassroots_fighter", date(2024, 1, 1))
    assert (before.pack, after.pack) == ("A", "B")
    assert before.conditions[0].needed == "đạt Lao động tiên tiến trong năm"
    assert len(before.conditions) == 2
    assert any(one.needed.startswith("một trong") for one in after.conditions)


def test_under_the_law_that_was_not_read_the_one_before_it_stands_provisionally(data_file: OpenFile) -> None:
    found = kind_details.kind_detail("advanced_labourer", date(2026, 10, 1))
    assert found.pack == "C"
    assert found.reason == provisional("C")
    assert found.conditions


def test_before_the_first_law_nothing_is_said(data_file: OpenFile) -> None:
    found = kind_details.kind_detail("advanced_labourer", date(2010, 1, 1))
    assert (found.pack, found.conditions) == (None, ())
    assert found.reason


def test_a_kind_of_the_school_has_papers_and_no_conditions_of_the_law(data_file: OpenFile) -> None:
    award_kinds_edit.add_kind(KindDraft("Thư khen", "TK", TitleGroup.FORM, Bearer.BOTH, Level.GRASSROOTS))
    found = kind_details.kind_detail("own-1", date(2022, 12, 8))
    assert found.conditions == ()
    assert [len(found.papers[one].papers) for one in (MERIT, IRREGULAR)] == [3, 2]


def test_the_schools_list_says_since_when(data_file: OpenFile) -> None:
    dossiers.set_dossier_list("certificate_of_merit", IRREGULAR, [PaperDraft("Tờ trình")], date(2022, 1, 1))
    papers = kind_details.kind_detail("certificate_of_merit", date(2022, 12, 8)).papers
    assert (papers[IRREGULAR].is_own, papers[IRREGULAR].since) == (True, date(2022, 1, 1))
    assert (papers[MERIT].is_own, papers[MERIT].since) == (False, None)
