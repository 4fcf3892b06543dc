"""Titles and forms as rows: who decides, what the school says otherwise, what it adds."""

from dataclasses import replace
from datetime import date

import pytest

from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Campaign, Registration
from db.models.organisation import Unit
from db.models.proposals import AwardKind, Proposal
from thidua_gui.core.awards import Bearer, Level
from thidua_gui.core.errors import UserError
from thidua_gui.core.titles import TitleGroup, TitleKey
from thidua_gui.services import award_kinds, award_kinds_edit, history, titles
from thidua_gui.services.award_kinds_edit import KindDraft
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import write

DAY = date(2022, 12, 8)
LETTER = KindDraft("Thư khen của Hiệu trưởng", "Thư khen", TitleGroup.FORM, Bearer.BOTH, Level.GRASSROOTS)


@pytest.fixture
def letter(data_file: OpenFile) -> str:
    """The key of a kind that the school added."""
    award_kinds_edit.add_kind(LETTER)
    return "own-1"


def _unit() -> Unit:
    return Unit.create(code="P1", name="Phòng Một", short_name="Một", kind="Phòng", position=1, name_fold="phong mot")


def _award(title: str) -> None:
    with write("Khen thưởng"):
        Award.create(year=2022, title=title, unit=_unit())


def _code(refused: pytest.ExceptionInfo[UserError]) -> str:
    return refused.value.code


def test_rows_stand_in_rank_order_with_who_decides_on_the_day(data_file: OpenFile) -> None:
    rows = award_kinds.kinds(DAY)
    assert [row.award for row in rows] == list(TitleKey)
    national = award_kinds.kind("national_fighter", DAY)
    assert (national.authority, national.is_authority_checked, national.level) == (
        "Thủ tướng Chính phủ", True, Level.STATE,
    )  # fmt: skip
    assert not award_kinds.kind("national_fighter", date(2026, 10, 1)).is_authority_checked


def test_who_decides_changes_with_the_law_on_its_day(data_file: OpenFile) -> None:
    before = award_kinds.kind("advanced_labourer", date(2023, 12, 31))
    after = award_kinds.kind("advanced_labourer", date(2024, 1, 1))
    assert before.authority_source.startswith("Luật 2003")
    assert after.authority_source == "Luật 2022, Điều 79"
    assert not after.is_authority_checked


def test_a_kind_of_the_school_stands_behind_its_like(letter: str) -> None:
    keys = [row.key for row in award_kinds.kinds(DAY)]
    assert keys[keys.index("certificate_of_merit") + 1] == letter
    assert award_kinds.kind_of("thư khen") == letter


def test_the_school_changes_particulars_of_a_shipped_kind(data_file: OpenFile) -> None:
    change = replace(
        award_kinds_edit.draft_of("excellent_collective"), short="TT LĐXS", authority=" Tỉnh ủy ",
        wordings=("Tập thể xuất sắc", "ttlđxs", "TẬP THỂ XUẤT SẮC"),
    )  # fmt: skip
    award_kinds_edit.edit_kind("excellent_collective", change)
    row = award_kinds.kind("excellent_collective", DAY)
    assert (row.short, row.authority, row.authority_source) == ("TT LĐXS", "Tỉnh ủy", "Quy định của trường")
    assert row.is_changed
    assert row.is_authority_own
    assert row.wordings == ("Tập thể xuất sắc", "ttlđxs")
    assert titles.key_of("Tập thể xuất sắc") is TitleKey.EXCELLENT_COLLECTIVE


def test_reset_and_a_change_back_leave_no_row(data_file: OpenFile) -> None:
    shipped = award_kinds_edit.draft_of("certificate_of_merit")
    award_kinds_edit.edit_kind("certificate_of_merit", replace(shipped, note="của trường"))
    award_kinds_edit.edit_kind("certificate_of_merit", shipped)
    assert not AwardKind.select().exists()
    award_kinds_edit.use_kind("certificate_of_merit", is_used=False)
    award_kinds_edit.reset_kind("certificate_of_merit")
    assert award_kinds.kind("certificate_of_merit", DAY).is_used


def test_undo_takes_a_change_back(letter: str) -> None:
    award_kinds_edit.edit_kind(letter, replace(LETTER, short="TKHT"))
    history.undo_last()
    assert award_kinds.kind(letter, DAY).short == "Thư khen"
    history.undo_last()
    assert award_kinds.kind_of("Thư khen") is None


def test_the_former_name_of_an_own_kind_is_still_known(letter: str) -> None:
    _award("Thư khen của Hiệu trưởng")
    award_kinds_edit.edit_kind(letter, replace(LETTER, name="Thư biểu dương", short="TBD"))
    row = award_kinds.kind(letter, DAY)
    assert row.wordings == ("Thư khen của Hiệu trưởng",)
    assert award_kinds.award_counts() == {letter: 1}


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (replace(LETTER, name=" "), "award_kind_name_missing", "name"),
        (replace(LETTER, name="x" * 201), "award_kind_name_long", "name"),
        (replace(LETTER, short="x" * 25), "award_kind_short_long", "short"),
        (replace(LETTER, name="GIẤY KHEN"), "award_kind_exists", "name"),
        (replace(LETTER, short="lđtt"), "award_kind_taken", "short"),
        (replace(LETTER, wordings=("Lời khen", "CSTĐ cơ sở")), "award_kind_taken", "wordings"),
    ],
)
def test_what_says_nothing_or_means_another_kind_is_refused(
    data_file: OpenFile, draft: KindDraft, code: str, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        award_kinds_edit.add_kind(draft)
    assert (_code(refused), refused.value.details["field"]) == (code, field)
    assert not AwardKind.select().exists()


def test_without_a_short_name_the_name_stands_in_lists(data_file: OpenFile) -> None:
    award_kinds_edit.add_kind(replace(LETTER, name="Thư biểu dương", short=""))
    assert award_kinds.kind("own-1", DAY).short == "Thư biểu dương"


def test_what_the_law_says_of_a_shipped_kind_stays(data_file: OpenFile) -> None:
    draft = replace(award_kinds_edit.draft_of("advanced_labourer"), level=Level.STATE)
    with pytest.raises(UserError) as refused:
        award_kinds_edit.edit_kind("advanced_labourer", draft)
    assert _code(refused) == "award_kind_law"


def test_an_unused_own_kind_goes_and_a_shipped_one_never_does(letter: str) -> None:
    with pytest.raises(UserError) as refused:
        award_kinds_edit.remove_kind("advanced_labourer")
    assert _code(refused) == "award_kind_shipped"
    award_kinds_edit.remove_kind(letter)
    assert not AwardKind.select().exists()


def test_a_used_own_kind_is_hidden_instead(letter: str) -> None:
    _award("Thư khen")
    with pytest.raises(UserError) as refused:
        award_kinds_edit.remove_kind(letter)
    assert _code(refused) == "award_kind_in_use"
    award_kinds_edit.use_kind(letter, is_used=False)
    assert not award_kinds.kind(letter, DAY).is_used
    assert LETTER.name not in titles.offered()
    assert titles.short_of("Thư khen của Hiệu trưởng") == "Thư khen"


def test_a_wording_in_use_cannot_be_taken_away(letter: str) -> None:
    award_kinds_edit.edit_kind(letter, replace(LETTER, wordings=("Lời khen",)))
    _award("Lời khen")
    with pytest.raises(UserError) as refused:
        award_kinds_edit.edit_kind(letter, LETTER)
    assert (_code(refused), refused.value.details["words"]) == ("award_kind_wording_used", "Lời khen")
    assert award_kinds.kind_of("Lời khen") == letter


def test_reset_keeps_a_wording_in_use(data_file: OpenFile) -> None:
    change = replace(award_kinds_edit.draft_of("certificate_of_merit"), wordings=("Lời khen",))
    award_kinds_edit.edit_kind("certificate_of_merit", change)
    _award("Lời khen")
    with pytest.raises(UserError) as refused:
        award_kinds_edit.reset_kind("certificate_of_merit")
    assert _code(refused) == "award_kind_wording_used"


def test_whoever_has_it_keeps_it(letter: str) -> None:
    _award("Thư khen")
    with pytest.raises(UserError) as refused:
        award_kinds_edit.edit_kind(letter, replace(LETTER, bearer=Bearer.PERSON))
    assert _code(refused) == "award_kind_bearer_used"
    award_kinds_edit.edit_kind(letter, replace(LETTER, bearer=Bearer.UNIT))
    assert award_kinds.kind(letter, DAY).bearer is Bearer.UNIT


def test_adding_a_kind_is_not_undone_once_it_is_proposed(data_file: OpenFile) -> None:
    added = award_kinds_edit.add_kind(LETTER).operation
    assert added is not None
    with write("Đề nghị"):
        Proposal.create(campaign=Campaign.create(year=2022), unit=_unit(), kind="own-1", title="Thư khen")
    with pytest.raises(UserError) as refused:
        history.undo(added)
    assert _code(refused) == "award_kind_undo_in_use"
    assert award_kinds.kind_of("Thư khen") == "own-1"


def test_registrations_count_as_use_but_not_as_awards(letter: str) -> None:
    with write("Đăng ký"):
        Registration.create(campaign=Campaign.create(year=2022), unit=_unit(), title="Thư khen")
    assert award_kinds.award_counts() == {}
    with pytest.raises(UserError):
        award_kinds_edit.remove_kind(letter)


def test_revoked_awards_are_not_counted(letter: str) -> None:
    _award("Thư khen")
    with write("Thu hồi"):
        AwardRevocation.create(award=Award.get(), revoked_on=DAY)
    assert all(line.awards == 0 for line in award_kinds.kind_lines(DAY))
