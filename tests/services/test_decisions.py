"""A decision of the school: issued whole from what was passed, refused whole, taken back whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from db.connection import database
from db.models.awards import Award, Decision
from db.models.campaigns import Campaign
from db.models.initiatives import InitiativeUse
from db.models.organisation import Person
from db.models.proposals import Proposal
from tests.services import proposed
from tests.services.council_school import FIGHTER, HELD_ON, LABOURER, CouncilSchool, award_item, counted
from tests.services.proposed import before_council, bring, initiative
from tests.services.small_school import only, person, refusal
from thidua_gui.core.ids import CampaignId, DecisionId
from thidua_gui.core.proposals import State
from thidua_gui.core.reward_sheet import Why
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.services import data_file as data_files
from thidua_gui.services import (
    decisions,
    exports,
    history,
    imports,
    letterhead,
    proposals_edit,
    reward_sheet,
)
from thidua_gui.services.ballots import publish
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.decisions import DecisionDraft
from thidua_gui.services.letterhead import LetterheadChoice
from thidua_gui.services.transaction import write

DAY, EARLIER = date(2022, 12, 8), date(2021, 12, 8)
TABLES = ("decisions", "awards", "proposals", "proposal_events", "initiative_uses")


def rows() -> dict[str, list[tuple[object, ...]]]:
    return {table: database.run(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    """CB01 passed for both titles with an initiative, CB02 lowered to the lower one, CB03 failed, CB04 waits."""
    assert data_file
    campaign = proposed.ripe()
    one = initiative(campaign, "SK01", "CB01")
    letterhead.choose(LetterheadChoice(HeadingStyle.PARTY, code="TCT", signer_name="Lò Văn Trưởng"))
    first = proposed.propose(campaign, FIGHTER, "CB01")
    proposals_edit.choose_initiatives(first[0], [one])
    rest = proposed.propose(campaign, FIGHTER, "CB02", "CB03", "CB04")
    bring(first + rest, State.SUBMITTED, State.VALID)
    proposals_edit.present(campaign, FIGHTER, "Hội đồng xem xét")
    bring(first, State.PASSED)
    proposals_edit.move(rest[:1], State.LOWERED, "Chưa đủ phiếu", lowered_to=LABOURER)
    bring(rest[1:2], State.FAILED)
    bring(before_council(campaign, LABOURER, "CB01"), State.PASSED)
    return campaign


def offered(year: CampaignId) -> DecisionDraft:
    return replace(decisions.draft(year).draft, number="236-QĐ/TCT", decided_on=DAY)


def issued(year: CampaignId) -> DecisionId:
    return DecisionId(only(decisions.issue(year, offered(year)), "decisions"))


def told_awards() -> list[tuple[str, str, str, str]]:
    found = Award.select().where(Award.decision.is_null(False)).order_by(Award.position)
    return [(row.name_then, row.post_then, row.unit_then, row.title) for row in found]


def test_what_was_passed_or_lowered_is_offered_the_highest_first(year: CampaignId) -> None:
    offer = decisions.draft(year)
    assert [(line.code, line.kind) for line in offer.lines] == [
        ("CB01", FIGHTER), ("CB02", LABOURER), ("CB01", LABOURER),
    ]  # fmt: skip
    assert offer.draft.proposals == tuple(line.proposal_id for line in offer.lines)
    assert (offer.draft.decided_on, offer.draft.signer_name) == (DAY, "Lò Văn Trưởng")


def test_issuing_freezes_who_they_are_and_moves_the_proposals(year: CampaignId) -> None:
    found = issued(year)
    with write("Đổi tên"):
        Person.update(full_name="Tên Khác").where(Person.code == "CB01").execute()
    assert told_awards() == [
        ("Phạm Thị Hồng Nhung", "Trưởng khoa", "Khoa Lý luận cơ sở", "Chiến sĩ thi đua cơ sở"),
        ("Nguyễn Văn An", "Giảng viên", "Khoa Lý luận cơ sở", "Lao động tiên tiến"),
        ("Phạm Thị Hồng Nhung", "Trưởng khoa", "Khoa Lý luận cơ sở", "Lao động tiên tiến"),
    ]
    states = {row.state for row in Proposal.select().where(Proposal.award.is_null(False))}
    assert (states, decisions.draft(year).lines) == ({"decided"}, ())
    (row,) = decisions.decisions(year)
    assert (row.id, row.number, row.awards) == (found, "236-QĐ/TCT", 3)


def test_the_initiative_stands_behind_the_award_from_the_day_of_the_decision(year: CampaignId) -> None:
    issued(year)
    (use,) = InitiativeUse.select()
    award = Award.get(Award.title == "Chiến sĩ thi đua cơ sở")
    assert (use.award_id, use.decided_on) == (award.id, DAY)


def test_the_authority_to_sign_stands_above_the_signers_post(year: CampaignId) -> None:
    deputy = replace(offered(year), signer_authority="K/T HIỆU TRƯỞNG", signer_post="Phó Hiệu trưởng")
    decisions.issue(year, deputy)
    assert decisions.decisions(year)[0].signature == "K/T HIỆU TRƯỞNG\nPhó Hiệu trưởng"


def test_the_money_of_a_decision_is_that_of_its_awards(year: CampaignId) -> None:
    sheet = reward_sheet.sheet_of(issued(year))
    assert [(line.code, line.why, line.amount) for line in sheet.lines] == [
        ("CB01", Why.PAID, 1_490_000), ("CB02", Why.PAID, 450_000), ("CB01", Why.COVERED, None),
    ]  # fmt: skip
    (unit,) = sheet.by_unit
    assert (unit.unit_name, unit.count, unit.amount, sheet.total) == ("Khoa Lý luận cơ sở", 2, 1_940_000, 1_940_000)


def test_a_decision_that_nobody_knows_has_no_money(year: CampaignId) -> None:
    assert refusal(lambda: reward_sheet.sheet_of(DecisionId(99))).code == "decision_gone"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"number": "  "}, "decision_number_missing"),
        ({"decided_on": None}, "decision_day_missing"),
        ({"decided_on": date(2021, 12, 8)}, "decision_before_year"),
        ({"decided_on": date(2024, 1, 1)}, "decision_after_year"),
        ({"title": ""}, "decision_title_missing"),
        ({"authority": ""}, "decision_authority_missing"),
        ({"signer_name": ""}, "decision_signer_missing"),
        ({"signer_post": ""}, "decision_signer_post_missing"),
        ({"proposals": ()}, "decision_nobody"),
        ({"proposals": (99,)}, "proposal_gone"),
    ],
)  # fmt: skip
def test_what_lacks_something_is_refused_and_nothing_written(
    year: CampaignId, change: dict[str, object], code: str
) -> None:
    before = rows()
    wanted = replace(offered(year), **change)  # type: ignore[arg-type]  # test values
    assert refusal(lambda: decisions.issue(year, wanted)).code == code
    assert rows() == before


def refused(year: CampaignId, wanted: DecisionDraft) -> str:
    """The code; nothing may have been written."""
    before = rows()
    code = refusal(lambda: decisions.issue(year, wanted)).code
    assert rows() == before
    return code


def test_a_number_is_given_once_a_year_however_it_is_typed(year: CampaignId) -> None:
    with write("Quyết định khác"):
        Decision.create(campaign=year, number="236-QĐ/TCT", year=2022, decided_on=DAY, authority="Hiệu trưởng")
    assert refused(year, replace(offered(year), number=" 236-qđ/tct")) == "decision_number_used"


def test_a_number_that_only_an_award_tells_of_is_used_too(year: CampaignId) -> None:
    with write("Khen thưởng khác"):
        Award.create(person=person("CB04"), year=2022, title="Giấy khen", decision_number="236-QĐ/TCT", decided_on=DAY)
    assert refused(year, offered(year)) == "decision_number_used"


def test_the_same_number_of_another_year_is_free(year: CampaignId) -> None:
    with write("Quyết định khác"):
        Decision.create(number="236-QĐ/TCT", year=2021, decided_on=date(2021, 12, 8), authority="Hiệu trưởng")
    assert issued(year)


@pytest.mark.parametrize("code", ["CB03", "CB04"])
def test_who_failed_or_still_waits_for_the_council_is_refused(year: CampaignId, code: str) -> None:
    other = proposed.row_of(year, FIGHTER, code).id
    assert refused(year, replace(offered(year), proposals=(other,))) == "decision_not_passed"


def test_what_a_higher_authority_decides_is_offered_apart_and_refused(year: CampaignId) -> None:
    diploma = before_council(year, proposed.DIPLOMA, "CB04")
    bring(diploma, State.PASSED)
    offer = decisions.draft(year)
    assert [line.is_own for line in offer.lines if line.code == "CB04"] == [False]
    assert diploma[0] not in offer.draft.proposals
    assert refused(year, replace(offered(year), proposals=tuple(diploma))) == "decision_not_own"


def test_the_same_title_twice_is_refused(year: CampaignId) -> None:
    bring(before_council(year, LABOURER, "CB02"), State.PASSED)
    assert refused(year, offered(year)) == "decision_title_twice"


def test_a_title_that_somebody_has_already_is_refused(year: CampaignId) -> None:
    with write("Khen thưởng khác"):
        Award.create(person=person("CB01"), year=2022, title="LĐTT", decision_number="9", decided_on=DAY)
    assert refused(year, offered(year)) == "decision_has_title"


def test_a_closed_year_is_refused(year: CampaignId) -> None:
    wanted = offered(year)
    with write("Khóa năm"):
        Campaign.update(state="closed").where(Campaign.id == year).execute()
    assert refused(year, wanted) == "campaign_closed"


def test_undo_restores_everything(year: CampaignId) -> None:
    before = rows()
    issued(year)
    history.undo_last()
    assert rows() == before
    history.redo_last()
    assert len(told_awards()) == 3


def test_undo_is_refused_when_something_was_printed_even_over_later_changes(year: CampaignId) -> None:
    decided = offered(year).proposals
    changes = decisions.issue(year, offered(year))
    assert changes.operation is not None
    proposals_edit.move(decided[:1], State.PRINTED)
    after = rows()
    error = refusal(lambda: history.undo(changes.operation, over_later_changes=True))
    assert (error.code, rows()) == ("undo_of_printed", after)


def test_the_day_of_the_meeting_is_the_first_that_a_decision_may_bear(school: CouncilSchool) -> None:
    meeting = school.meeting()
    shown = counted(award_item(meeting).id, 9, 9, 2)
    publish(shown.id)
    offer = decisions.draft(school.year, [meeting])
    assert [line.code for line in offer.lines] == ["CB01", "CB02"]
    wanted = replace(offer.draft, number="5", signer_name="Lò Văn An", decided_on=HELD_ON - timedelta(days=1))
    assert refused(school.year, wanted) == "decision_before_meeting"
    decisions.issue(school.year, replace(wanted, decided_on=HELD_ON))
    assert len(told_awards()) == 2


def test_a_meeting_that_passed_nothing_offers_nothing(school: CouncilSchool) -> None:
    assert decisions.draft(school.year, [school.meeting()]).lines == ()


@pytest.mark.parametrize(
    ("style", "known", "suggested"),
    [
        (HeadingStyle.PARTY, (), "1-QĐ/TCT"), (HeadingStyle.STATE, (), "1/QĐ-TCT"),
        (HeadingStyle.PARTY, ("0236-QĐ/TCT", "9-QĐ/TCT", "999/QĐ-UBND", "12"), "237-QĐ/TCT"),
        (HeadingStyle.STATE, ("236-QĐ/TCT", "41/QĐ-TCT"), "42/QĐ-TCT"),
    ],
)  # fmt: skip
def test_the_next_number_of_the_schools_own_series_is_suggested(
    year: CampaignId, style: HeadingStyle, known: tuple[str, ...], suggested: str
) -> None:
    letterhead.choose(LetterheadChoice(style, code="TCT"))
    with write("Các quyết định"):
        for number in known:
            Decision.create(number=number, year=2022, decided_on=DAY, authority="Hiệu trưởng")
        Award.create(person=person("CB04"), year=2021, title="LĐTT", decision_number="800-QĐ/TCT", decided_on=EARLIER)
    assert decisions.suggested_number(year, 2022) == suggested
    assert decisions.suggested_number(year, 2021) == ("801-QĐ/TCT" if style is HeadingStyle.PARTY else "1/QĐ-TCT")


def test_a_decision_that_names_another_authority_pays_nothing_here(year: CampaignId) -> None:
    elsewhere = replace(offered(year), authority="Chủ tịch Ủy ban nhân dân tỉnh")
    found = DecisionId(only(decisions.issue(year, elsewhere), "decisions"))
    assert {line.why for line in reward_sheet.sheet_of(found).lines} == {Why.NOT_OWN}


def queries(work: Callable[[], object]) -> int:
    statements: list[str] = []
    database.connection().set_trace_callback(statements.append)
    work()
    database.connection().set_trace_callback(None)
    return len(statements)


def test_many_recipients_take_no_more_queries_to_offer_than_three(year: CampaignId) -> None:
    few = queries(lambda: decisions.draft(year))
    with write("Nhiều đề nghị"):
        for place in range(60):
            name = f"Lò Văn {place}"
            one = Person.create(code=f"X{place}", full_name=name, name_sort=name, name_fold=name)
            Proposal.create(campaign=year, person=one.id, kind=LABOURER, title="Lao động tiên tiến", state="passed")
    assert queries(lambda: decisions.draft(year)) == few
    assert len(decisions.draft(year).lines) == 63


def test_the_years_workbook_carries_what_a_decision_gave(
    year: CampaignId, tmp_path: Path, migrated_file: Path
) -> None:
    issued(year)
    path, book = exports.export_year(year, tmp_path / "nam.xlsx"), exports.year_workbook(year)
    before = rows()
    imports.import_workbook(path)
    assert rows() == before
    given = [(row.subject, row.title, row.decision_number) for row in book.awards]
    data_files.close()
    data_files.open_file(Path(shutil.copy(migrated_file, tmp_path / "moi.tdkt")), user="Khác")
    again = imports.import_workbook(path).campaign_id
    assert exports.year_workbook(again) == book
    assert len(given) == 3
    pointed = Proposal.select().where(Proposal.award.is_null(False))
    assert [row.state for row in pointed] == ["decided"] * 3
