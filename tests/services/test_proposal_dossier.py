"""The dossier of a proposal: conditions set aside, papers that came, what is said against somebody."""

from __future__ import annotations

from datetime import date

import pytest

from db.connection import database
from db.models.attachments import Attachment
from db.models.scoring import Rating
from tests.services import proposed
from tests.services.proposed import CERTIFICATE, FIGHTER, LABOURER, bring, propose, row_of
from tests.services.small_school import person, refusal, unit
from thidua_gui.core.cases import CaseKind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.ids import CampaignId, ObjectionId, OpenCaseId, ProposalId
from thidua_gui.core.proposals import PaperState, State
from thidua_gui.services import history, objections, open_cases, proposals, proposals_edit, year_states
from thidua_gui.services.objections import ObjectionDraft
from thidua_gui.services.open_cases import CaseDraft
from thidua_gui.services.proposals import DossierLine, PaperLine
from thidua_gui.services.transaction import write
from thidua_gui.text import proposals as wording

pytestmark = pytest.mark.usefixtures("data_file")
MISSING = ProposalId(999)


@pytest.fixture
def year() -> CampaignId:
    return proposed.ripe()


@pytest.fixture
def poor(year: CampaignId) -> ProposalId:
    """CB01 is rated too low."""
    with write("Xếp loại"):
        Rating.update(rating="completed").where(Rating.person == person("CB01")).execute()
    return propose(year, LABOURER, "CB01")[0]


def line(proposal: ProposalId, condition: str) -> DossierLine:
    (found,) = [one for one in proposals.dossier(proposal).lines if one.condition == condition]
    return found


def paper(proposal: ProposalId, name: str) -> PaperLine:
    (found,) = [one for one in proposals.dossier(proposal).papers if one.name == name]
    return found


def test_every_condition_has_both_halves_of_its_sentence_and_its_source(poor):
    found = line(poor, "rating")
    assert found.outcome is Outcome.NOT_MET
    assert found.needed.startswith("một trong: xếp loại")
    assert found.had.startswith("Hoàn thành nhiệm vụ")
    assert found.source.startswith("Luật")
    assert found.override is None


def test_a_condition_set_aside_is_counted_and_the_verdict_goes_on_showing_it(year, poor):
    proposals_edit.override(poor, "rating", " Thành tích  đặc biệt ")
    row, found = row_of(year, LABOURER, "CB01"), line(poor, "rating")
    assert (row.overridden, row.outcome, row.met, row.of) == (1, Outcome.NOT_MET, 8, 9)
    assert (found.override, found.overridden_by, found.outcome) == ("Thành tích đặc biệt", "Thư ký", Outcome.NOT_MET)
    proposals_edit.override(poor, "rating", "Lý do khác")
    assert (line(poor, "rating").override, row_of(year, LABOURER, "CB01").overridden) == ("Lý do khác", 1)
    proposals_edit.drop_override(poor, "rating")
    assert row_of(year, LABOURER, "CB01").overridden == 0
    history.undo_last()
    assert line(poor, "rating").override == "Lý do khác"


@pytest.mark.parametrize(
    ("condition", "reason", "code"),
    [
        ("rating", " ", "override_reason_missing"),
        ("ethics", "vì", "override_unneeded"),
        ("no_such", "vì", "override_condition_unknown"),
    ],
)
def test_only_what_is_not_met_is_set_aside_and_for_a_reason(poor, condition, reason, code):
    assert refusal(proposals_edit.override, poor, condition, reason).code == code


def test_what_was_not_set_aside_is_not_taken_back(poor):
    assert refusal(proposals_edit.drop_override, poor, "rating").code == "override_gone"


def test_what_the_council_decided_on_is_set_aside_no_more(year, poor):
    bring([poor], State.SUBMITTED, State.VALID, State.PRESENTED)
    proposals_edit.override(poor, "rating", "Hội đồng thống nhất")
    assert proposals.dossier(poor).lines[0].override == "Hội đồng thống nhất"
    bring([poor], State.PASSED)
    assert refusal(proposals_edit.override, poor, "rating", "vì").code == "proposal_locked"


def test_the_papers_of_the_list_are_missing_until_they_came_or_are_waived(year):
    (one,) = propose(year, FIGHTER, "CB01")
    assert row_of(year, FIGHTER, "CB01").papers_missing == 4
    proposals_edit.note_paper(one, "Tờ trình", PaperState.PRESENT)
    proposals_edit.note_paper(one, "Báo cáo thành tích", PaperState.WAIVED, "Đã có bản chung")
    assert row_of(year, FIGHTER, "CB01").papers_missing == 2
    came = paper(one, "Tờ trình")
    assert (came.state, came.noted_on, came.is_required) == (PaperState.PRESENT, date(2026, 11, 22), True)
    assert paper(one, "Báo cáo thành tích").note == "Đã có bản chung"
    proposals_edit.note_paper(one, "Tờ trình", None)
    assert row_of(year, FIGHTER, "CB01").papers_missing == 3
    history.undo_last()
    assert paper(one, "Tờ trình").state is PaperState.PRESENT


def test_a_paper_beside_the_list_is_kept_with_its_file(year):
    (one,) = propose(year, LABOURER, "CB01")
    with write("Tệp"):
        file = Attachment.create(
            sha256="0" * 64, name="thu-cam-on.pdf", media_type="application/pdf", size=1, content=b"1",
            added_at=database.session.clock(),
        )  # fmt: skip
    proposals_edit.note_paper(one, "Thư cảm ơn", PaperState.PRESENT, attachment_id=file.id)
    found = paper(one, "Thư cảm ơn")
    assert (found.is_asked, found.attachment, found.attachment_id) == (False, "thu-cam-on.pdf", file.id)
    proposals_edit.note_paper(one, "Thư cảm ơn", None)
    assert "Thư cảm ơn" not in [each.name for each in proposals.dossier(one).papers]


@pytest.mark.parametrize(
    ("arguments", "more", "code"),
    [
        ((" ", PaperState.PRESENT), {}, "paper_name_missing"),
        (("Tờ trình", PaperState.WAIVED, " "), {}, "paper_note_missing"),
        (("Tờ trình", PaperState.PRESENT), {"noted_on": date(2026, 11, 23)}, "paper_day_future"),
        (("Tờ trình", PaperState.PRESENT), {"attachment_id": 999}, "paper_attachment_gone"),
    ],
)
def test_a_paper_that_cannot_be_is_refused(year, arguments, more, code):
    (one,) = propose(year, LABOURER, "CB01")
    assert refusal(proposals_edit.note_paper, one, *arguments, **more).code == code


def test_nothing_is_noted_on_a_withdrawn_proposal(year):
    ids = propose(year, LABOURER, "CB01")
    bring(ids, State.WITHDRAWN)
    assert refusal(proposals_edit.note_paper, ids[0], "Tờ trình", PaperState.PRESENT).code == "proposal_locked"


def objection(code: str, condition: str = "ethics", **more: object) -> ObjectionDraft:
    return ObjectionDraft(person(code), None, condition, "Chưa gương mẫu", "Tổ công đoàn", **more)


def test_an_objection_unmakes_what_the_unit_attests_until_it_is_settled(year):
    (one,) = propose(year, LABOURER, "CB01")
    objections.raise_objection(year, objection("CB01", raised_on=date(2022, 11, 10)))
    assert (row_of(year, LABOURER, "CB01").outcome, line(one, "ethics").outcome) == (Outcome.NOT_MET,) * 2
    (said,) = proposals.dossier(one).objections
    assert (said.raised_by, said.content, said.settled_on) == ("Tổ công đoàn", "Chưa gương mẫu", None)
    objections.settle(said.id, "Đã xác minh, không có cơ sở", date(2022, 11, 20))
    assert row_of(year, LABOURER, "CB01").outcome is Outcome.MET
    assert proposals.dossier(one).objections[0].settlement == "Đã xác minh, không có cơ sở"
    history.undo_last()
    assert row_of(year, LABOURER, "CB01").outcome is Outcome.NOT_MET


def test_an_objection_against_a_unit_is_of_the_unit_alone(year):
    draft = ObjectionDraft(None, unit("LLCS"), "solidarity", "Mất đoàn kết")
    objections.raise_objection(year, draft)
    assert objections.objections_of(year, None, unit("LLCS"))[0].unit_id == unit("LLCS")
    assert objections.objections_of(year, person("CB01"), None) == ()
    assert objections.stored(year).units == {unit("LLCS"): frozenset({"solidarity"})}


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (ObjectionDraft(None, None, "ethics", "a"), "objection_subject"),
        (ObjectionDraft(1, 1, "ethics", "a"), "objection_subject"),  # type: ignore[arg-type]  # test values
        (ObjectionDraft(1, None, " ", "a"), "objection_condition"),  # type: ignore[arg-type]  # test values
        (ObjectionDraft(1, None, "no_such", "a"), "objection_condition_unknown"),  # type: ignore[arg-type]  # test values
        (ObjectionDraft(1, None, "ethics", " "), "objection_content"),  # type: ignore[arg-type]  # test values
        (ObjectionDraft(1, None, "ethics", "a", "", date(2026, 11, 23)), "objection_future"),  # type: ignore[arg-type]
    ],
)
def test_an_objection_says_whom_what_and_when(year, draft, code):
    assert refusal(objections.raise_objection, year, draft).code == code


def test_an_objection_is_settled_once_with_an_answer_and_not_before_it_was_raised(year):
    objections.raise_objection(year, objection("CB01", raised_on=date(2022, 11, 10)))
    one = ObjectionId(1)
    assert refusal(objections.settle, one, " ").code == "objection_settlement"
    assert refusal(objections.settle, one, "xong", date(2022, 11, 9)).code == "objection_settled_before"
    assert refusal(objections.settle, one, "xong", date(2026, 11, 23)).code == "objection_future"
    objections.settle(one, "xong")
    assert refusal(objections.settle, one, "xong").code == "objection_settled"


def test_an_objection_is_corrected_and_removed_but_not_in_a_closed_year(year):
    objections.raise_objection(year, objection("CB01"))
    one = ObjectionId(1)
    objections.edit_objection(one, objection("CB02", "duties"))
    assert objections.stored(year).people == {person("CB02"): frozenset({"duties"})}
    objections.remove_objection(one)
    assert objections.stored(year).people == {}
    assert refusal(objections.remove_objection, one).code == "objection_gone"
    history.undo_last()
    year_states.close_year(year)
    for work, arguments in (
        (objections.raise_objection, (year, objection("CB01"))),
        (objections.edit_objection, (one, objection("CB01"))),
        (objections.settle, (one, "xong")),
        (objections.remove_objection, (one,)),
    ):
        assert refusal(work, *arguments).code == "campaign_closed"


def case(code: str, opened_on: date | None = date(2025, 3, 1), closed_on: date | None = None) -> CaseDraft:
    return CaseDraft(person(code), None, CaseKind.INSPECTION, opened_on, closed_on, "Thanh tra tài chính")


@pytest.fixture
def later(year: CampaignId) -> CampaignId:
    """The same year under the law of 2025, decided on 5 December, which bars open cases."""
    proposed.decide_on(year, date(2025, 12, 5), 2025)
    return year


def test_a_case_open_on_the_day_of_decision_bars_until_it_is_closed(later):
    (one,) = propose(later, LABOURER, "CB01")
    open_cases.open_case(case("CB01"))
    assert line(one, "open_case").outcome is Outcome.NOT_MET
    (told,) = proposals.dossier(one).open_cases
    assert (told.kind, told.is_open, told.content) == (CaseKind.INSPECTION, True, "Thanh tra tài chính")
    open_cases.close_case(OpenCaseId(1), date(2025, 12, 6), "Không vi phạm")
    assert line(one, "open_case").outcome is Outcome.NOT_MET
    open_cases.edit_case(OpenCaseId(1), case("CB01", closed_on=date(2025, 12, 5)))
    assert line(one, "open_case").outcome is Outcome.MET
    assert proposals.dossier(one).open_cases[0].is_open is False


def test_a_case_that_begins_after_the_decision_bars_nothing_of_it(later):
    (one,) = propose(later, LABOURER, "CB01")
    open_cases.open_case(case("CB01", date(2025, 12, 6)))
    assert line(one, "open_case").outcome is Outcome.MET


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (CaseDraft(None, None, CaseKind.PRESS, date(2022, 1, 1)), "case_subject"),
        (CaseDraft(1, None, CaseKind.PRESS, None), "case_day_missing"),  # type: ignore[arg-type]  # test values
        (CaseDraft(1, None, CaseKind.PRESS, date(2026, 11, 23)), "case_future"),  # type: ignore[arg-type]  # test values
        (
            CaseDraft(1, None, CaseKind.PRESS, date(2022, 2, 1), date(2022, 1, 1)),  # type: ignore[arg-type]
            "case_closed_before",
        ),
    ],
)
def test_a_case_says_whom_and_when(year, draft, code):
    assert year
    assert refusal(open_cases.open_case, draft).code == code


def test_a_case_is_closed_once_and_removed_and_undone(year):
    assert year
    open_cases.open_case(case("CB01", date(2022, 3, 1)))
    one = OpenCaseId(1)
    assert refusal(open_cases.close_case, one, None).code == "case_close_missing"
    assert refusal(open_cases.close_case, one, date(2022, 2, 1)).code == "case_closed_before"
    open_cases.close_case(one, date(2022, 4, 1))
    assert refusal(open_cases.close_case, one, date(2022, 5, 1)).code == "case_closed"
    open_cases.remove_case(one)
    assert refusal(open_cases.remove_case, one).code == "case_gone"
    history.undo_last()
    assert open_cases.cases_of(person("CB01"), None, date(2022, 3, 31))[0].is_open
    assert not open_cases.cases_of(person("CB01"), None, date(2022, 4, 1))[0].is_open


def test_a_dossier_that_is_gone_is_told(year):
    assert year
    assert refusal(proposals.dossier, MISSING).code == "proposal_gone"


def test_a_form_without_conditions_rests_on_the_unit_s_proposal(year):
    (one,) = propose(year, CERTIFICATE, "CB01")
    found = proposals.dossier(one)
    assert (found.lines, found.reason) == ((), wording.NO_CONDITIONS)
    assert "căn cứ đề nghị của đơn vị" in found.reason
