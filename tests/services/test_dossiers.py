"""The papers of a proposal: shipped, decided by the school, reset."""

from datetime import date

import pytest

from db.models.proposals import AwardKind
from db.models.settings import Setting
from thidua_gui.core.errors import UserError
from thidua_gui.services import dossiers, history
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.dossiers import PaperDraft
from thidua_gui.services.transaction import write

DAY = date(2022, 12, 8)


def _names(kind: str = "grassroots_fighter", basis: str = "merit", on: date = DAY) -> list[str]:
    return [item.name for item in dossiers.dossier_list(kind, basis, on)]


def test_a_fighter_needs_the_certificate_of_the_initiative_and_an_advanced_labourer_does_not(
    data_file: OpenFile,
) -> None:
    paper = "Chứng nhận hoặc xác nhận sáng kiến, đề tài"
    assert paper in _names()
    assert _names("advanced_labourer") == ["Tờ trình", "Danh sách đề nghị", "Biên bản bình xét thi đua"]


def test_the_short_procedure_needs_two_papers(data_file: OpenFile) -> None:
    assert len(_names("certificate_of_merit", "irregular")) == 2


def test_the_schools_list_stands_from_its_day_in_place_of_the_shipped_one(data_file: OpenFile) -> None:
    before = _names(on=date(2022, 2, 28))
    own = [PaperDraft(" Tờ  trình ", note="02 bộ")]
    dossiers.set_dossier_list("grassroots_fighter", "merit", own, date(2022, 3, 1))
    (item,) = dossiers.dossier_list("grassroots_fighter", "merit", DAY)
    assert (item.name, item.note, item.source, item.is_checked) == ("Tờ trình", "02 bộ", "Quy định của trường", True)
    found = dossiers.own_list("grassroots_fighter", "merit", DAY)
    assert found is not None
    assert found.since == date(2022, 3, 1)
    assert dossiers.own_list("grassroots_fighter", "merit", date(2022, 2, 28)) is None
    assert _names(on=date(2022, 2, 28)) == before
    assert "Tờ trình" in _names("national_fighter")


def test_reset_gives_the_shipped_list_back_and_undo_the_schools(data_file: OpenFile) -> None:
    shipped = _names()
    dossiers.set_dossier_list("grassroots_fighter", "merit", [PaperDraft("Tờ trình")])
    reset = dossiers.reset_dossier_list("grassroots_fighter", "merit")
    assert _names() == shipped
    assert reset.operation is not None
    history.undo(reset.operation)
    assert _names() == ["Tờ trình"]


@pytest.mark.parametrize(
    ("papers", "code"),
    [
        ([], "dossier_empty"),
        ([PaperDraft("Tờ trình"), PaperDraft("  ")], "dossier_paper_unnamed"),
        ([PaperDraft("Tờ trình"), PaperDraft("TỜ TRÌNH")], "dossier_paper_twice"),
    ],
)
def test_a_list_that_says_nothing_is_refused_and_not_stored(
    data_file: OpenFile, papers: list[PaperDraft], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        dossiers.set_dossier_list("grassroots_fighter", "merit", papers)
    assert refused.value.code == code
    assert not Setting.select().exists()


def test_a_kind_of_the_schools_own_has_the_papers_of_its_family(data_file: OpenFile) -> None:
    with write("Thêm hình thức"):
        AwardKind.create(key="own-1", name="Thư khen", short="TK", family="form", subject="both", level="grassroots")
    assert _names("own-1") == _names("certificate_of_merit")


def test_a_kind_that_nobody_knows_is_refused(data_file: OpenFile) -> None:
    with pytest.raises(UserError) as refused:
        dossiers.dossier_list("own-9", "merit", DAY)
    assert refused.value.code == "award_kind_unknown"
