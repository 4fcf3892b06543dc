"""One initiative supports one title or commendation of each bearer; before 05/09/2023 a second one is only told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.models.awards import Award
from db.models.campaigns import Campaign
from tests.services.small_school import add_unit, only, person, populate, refusal
from tests.services.test_initiatives import DRAFT, add, authors
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AwardId, CampaignId, InitiativeId, InitiativeUseId
from thidua_gui.services import awards_edit, history, initiative_uses, initiatives, initiatives_edit, year_states
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.initiative_uses import UseDraft
from thidua_gui.services.transaction import write
from thidua_gui.text.errors import sentence

FIGHTER, DIPLOMA = "Chiến sĩ thi đua cơ sở", "Bằng khen của Chủ tịch UBND tỉnh"


@pytest.fixture
def school(data_file: OpenFile) -> CampaignId:
    assert data_file
    return populate()


@pytest.fixture
def one(school: CampaignId) -> InitiativeId:
    return add(school, DRAFT, ("CB01", 50_00), ("CB02", 50_00))


def draft(code: str = "CB01", title: str = FIGHTER, year: int = 2022, day: date | None = None) -> UseDraft:
    return UseDraft(person(code), None, year, title, day)


def use(one: InitiativeId, draft: UseDraft) -> InitiativeUseId:
    return InitiativeUseId(only(initiative_uses.add_use(one, draft), "initiative_uses"))


def test_a_use_says_what_it_was_for_and_undo_takes_it_back(one: InitiativeId) -> None:
    use(one, draft(day=date(2022, 12, 8)))
    (row,) = initiatives.detail(one).uses
    assert (row.name, row.title, row.year, row.repeats) == ("Phạm Thị Hồng Nhung", FIGHTER, 2022, "")
    history.undo_last()
    assert initiatives.detail(one).uses == ()


@pytest.mark.parametrize(
    ("day", "is_taken"),
    [(date(2023, 9, 4), True), (date(2023, 9, 5), False), (date(2024, 1, 2), False), (None, False)],
)
def test_from_the_fifth_of_september_2023_the_same_author_rests_nothing_more_on_it(
    one: InitiativeId, day: date | None, is_taken: bool
) -> None:
    use(one, draft(day=date(2022, 12, 8)))
    second = draft(title=DIPLOMA, year=2023, day=day)
    assert bool(initiative_uses.warning(one, second)) is is_taken
    if is_taken:
        use(one, second)
        assert initiatives.detail(one).uses[1].repeats.startswith("Chiến sĩ thi đua cơ sở năm 2022")
    else:
        assert refusal(initiative_uses.add_use, one, second).code == "initiative_used_once"


def test_the_refusal_names_the_earlier_use(one: InitiativeId) -> None:
    use(one, draft(year=2022, day=date(2022, 12, 8)))
    problem = refusal(initiative_uses.add_use, one, draft(title=DIPLOMA, year=2024))
    assert problem.details["field"] == "title"
    assert sentence(problem) == (
        "Sáng kiến này đã dùng cho Chiến sĩ thi đua cơ sở năm 2022 (quyết định ngày 08/12/2022) của Phạm Thị Hồng "
        "Nhung. Một sáng kiến chỉ dùng cho một danh hiệu hoặc hình thức khen thưởng (áp dụng từ 05/09/2023)."
    )


def test_an_older_use_is_not_put_beside_a_later_one_either(one: InitiativeId) -> None:
    use(one, draft(title=DIPLOMA, year=2024, day=date(2024, 5, 5)))
    assert refusal(initiative_uses.add_use, one, draft(year=2022)).code == "initiative_used_once"


def test_each_author_and_each_unit_may_rest_once_on_it(one: InitiativeId) -> None:
    unit = add_unit("NN", "Khoa Nhà nước")
    use(one, draft("CB01", year=2024))
    use(one, draft("CB02", year=2024))
    use(one, UseDraft(None, unit, 2024, "Tập thể lao động xuất sắc"))
    assert len(initiatives.detail(one).uses) == 3


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        (UseDraft(None, None, 2022, FIGHTER), "use_subject_missing", "subject"),
        (("CB03", FIGHTER, 2022), "use_not_author", "subject"),
        (("CB01", " ", 2022), "use_title_missing", "title"),
        (("CB01", FIGHTER, 2021), "use_year_odd", "year"),
        (("CB01", FIGHTER, 2022, date(2021, 1, 1)), "use_day_other_year", "decided_on"),
        (("CB01", FIGHTER, 2026, date(2026, 12, 31)), "use_day_future", "decided_on"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    one: InitiativeId, wrong: UseDraft | tuple[str, str, int], code: str, field: str
) -> None:
    asked = wrong if isinstance(wrong, UseDraft) else draft(*wrong)
    problem = refusal(initiative_uses.add_use, one, asked)
    assert (problem.code, problem.details["field"]) == (code, field)


def test_the_same_use_is_noted_once(one: InitiativeId) -> None:
    use(one, draft())
    assert refusal(initiative_uses.add_use, one, draft(title="CSTĐCS")).code == "use_repeated"


def test_one_that_was_not_recognised_supports_nothing(school: CampaignId) -> None:
    refused = add(school, replace(DRAFT, result="Không công nhận", recognised_on=None))
    assert refusal(initiative_uses.add_use, refused, draft()).code == "use_not_recognised"


def test_a_use_is_corrected_and_taken_away(one: InitiativeId) -> None:
    noted = use(one, draft())
    initiative_uses.edit_use(noted, draft(title=DIPLOMA, year=2024))
    assert [(row.title, row.year) for row in initiatives.detail(one).uses] == [(DIPLOMA, 2024)]
    initiative_uses.remove_use(noted)
    assert initiatives.detail(one).uses == ()


def test_who_rested_on_it_stays_its_author_and_it_stays(one: InitiativeId) -> None:
    use(one, draft("CB02"))
    problem = refusal(initiatives_edit.set_authors, one, authors(("CB01", None)))
    assert (problem.code, problem.details["name"]) == ("author_in_use", "Nguyễn Văn An")
    assert refusal(initiatives_edit.remove_initiative, one).code == "initiative_in_use"


def test_a_revoked_award_sets_the_initiative_free_again(school: CampaignId, one: InitiativeId) -> None:
    added = awards_edit.add_award(
        AwardDraft(person_id=person("CB01"), unit_id=None, year=2022, title=FIGHTER, decision_number="7-QĐ/TCT",
                   decided_on=date(2022, 12, 8), authority=None, name_then=None, post_then=None, unit_then=None)
    )  # fmt: skip
    use(one, draft())
    assert initiatives.unused_for(person("CB01"), date(2024, 1, 1)) == ()
    award = AwardId(only(added, "awards"))
    assert initiatives.detail(one).uses[0].award_id == award == Award.get().id
    awards_edit.revoke_award(award, date(2023, 1, 5), "Khai sai")
    assert [free.code for free in initiatives.unused_for(person("CB01"), date(2024, 1, 1))] == ["SK01"]
    use(one, draft(title=DIPLOMA, year=2024))


def test_what_is_left_to_rest_on_is_recognised_by_the_day_and_unused(school: CampaignId, one: InitiativeId) -> None:
    both = [person("CB01"), person("CB02")]
    assert initiatives.unused_of(both, date(2022, 10, 2)) == {}
    assert set(initiatives.unused_of(both, date(2022, 10, 3))) == set(both)
    use(one, draft("CB01"))
    left = initiatives.unused_of(both, date(2022, 12, 1))
    assert {who: [free.share for free in rows] for who, rows in left.items()} == {person("CB02"): [50_00]}


def test_a_later_year_rests_on_an_initiative_of_a_closed_one(school: CampaignId, one: InitiativeId) -> None:
    year_states.close_year(school)
    assert refusal(initiative_uses.add_use, one, draft(year=2024)).code == "campaign_closed"
    with write("Năm 2024"):
        Campaign.create(year=2024, kind="yearly", state="open")
    use(one, draft(year=2024))
    assert refusal(initiative_uses.add_use, one, draft("CB02", year=2022)).code == "campaign_closed"


def test_the_rule_tells_since_when_and_from_where() -> None:
    rule = initiative_uses.single_use()
    assert (rule.since, rule.is_checked) == (date(2023, 9, 5), True)
    assert "5007/BNV-TĐKT" in rule.source


def test_a_use_that_is_gone_is_refused(data_file: OpenFile) -> None:
    with pytest.raises(UserError, match="use_gone"):
        initiative_uses.remove_use(InitiativeUseId(9999))
