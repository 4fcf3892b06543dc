"""Who gets which certificate, with which words, and what is kept of it."""

import json
from dataclasses import replace
from datetime import date

import pytest

from db.models.awards import Award
from db.models.organisation import Person
from db.models.printing import IssuedDocument
from tests.sample_year import NOW
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId
from thidua_gui.core.ratings import Rating
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.services import awards_edit, certificates, commendations, history, letterhead, ratings
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.certificates import Candidate, CertificateKind
from thidua_gui.services.commendations import CommendationDraft
from thidua_gui.services.recipients import Recipient
from thidua_gui.services.transaction import write

MERIT, ADVANCED = CertificateKind.MERIT, CertificateKind.ADVANCED_LABOURER


def _codes(found: tuple[Candidate, ...]) -> set[str]:
    return {candidate.code for candidate in found}


def test_everyone_rated_excellent_but_the_signer_is_offered_a_draft(sample_year: CampaignSummary) -> None:
    found = certificates.candidates(sample_year.id, MERIT, 2022)
    assert all(candidate.is_draft for candidate in found)
    assert len(found) == 7
    assert "CB01" not in _codes(found)


def test_a_certificate_of_the_year_takes_the_place_of_the_draft(sample_year: CampaignSummary) -> None:
    person = Person.get(Person.code == "CB04")
    title = (Award.person == person.id) & (Award.year == 2021) & (Award.title == "Lao động tiên tiến")
    with write("Giấy khen"):
        Award.update(title="Giấy khen", year=2022).where(title).execute()
    (mine,) = [each for each in certificates.candidates(sample_year.id, MERIT, 2022) if each.code == "CB04"]
    assert not mine.is_draft


def test_holders_of_the_title_of_the_year_before_are_listed(sample_year: CampaignSummary) -> None:
    found = certificates.candidates(sample_year.id, ADVANCED, 2021)
    assert len(found) == 40
    assert not any(candidate.is_draft for candidate in found)


def test_a_revoked_title_gives_no_certificate(sample_year: CampaignSummary) -> None:
    before = certificates.candidates(sample_year.id, ADVANCED, 2021)
    lost = before[0]
    assert lost.award_id is not None
    awards_edit.revoke_award(lost.award_id, date(2022, 5, 1), "Khai sai thành tích")
    assert _codes(certificates.candidates(sample_year.id, ADVANCED, 2021)) == _codes(before) - {lost.code}


def test_a_withdrawn_excellent_rating_withdraws_the_draft(sample_year: CampaignSummary) -> None:
    person = Person.get(Person.code == "CB27")
    ratings.decide(sample_year.id, person.id, Rating.GOOD, "Hội đồng xét lại", on=date(2022, 11, 16))
    assert "CB27" not in _codes(certificates.candidates(sample_year.id, MERIT, 2022))


def test_the_words_name_post_and_unit_as_they_were_then(sample_year: CampaignSummary) -> None:
    with write("Sửa"):
        Award.update(post_then="Phó Trưởng khoa", unit_then="Khoa Dân vận").where(
            Award.year == 2021, Award.person == Person.get(Person.code == "CB06").id
        ).execute()
    (mine,) = [each for each in certificates.candidates(sample_year.id, ADVANCED, 2021) if each.code == "CB06"]
    words = certificates.content(ADVANCED, mine, letterhead.letterhead(sample_year.id))
    assert words.post_and_unit == "Phó Trưởng khoa, Khoa Dân vận"


def test_a_title_without_a_decision_number_is_refused_by_name(sample_year: CampaignSummary) -> None:
    with write("Bỏ số"):
        Award.update(decision_number=None).where(Award.year == 2021).execute()
    lost = certificates.candidates(sample_year.id, ADVANCED, 2021)[0]
    with pytest.raises(UserError) as refusal:
        certificates.content(ADVANCED, lost, letterhead.letterhead(sample_year.id))
    assert refusal.value.code == "document_field_missing"
    assert lost.name in str(refusal.value.details["person"])


def test_the_heading_follows_the_letterhead(sample_year: CampaignSummary) -> None:
    head = replace(letterhead.letterhead(sample_year.id), style=HeadingStyle.STATE)
    (candidate, *_) = certificates.candidates(sample_year.id, MERIT, 2022)
    assert certificates.content(MERIT, candidate, head).heading.motto == "Độc lập - Tự do - Hạnh phúc"


def test_what_was_printed_is_kept_word_for_word_and_can_be_undone(sample_year: CampaignSummary) -> None:
    (candidate, *_) = certificates.candidates(sample_year.id, MERIT, 2022)
    words = certificates.content(MERIT, candidate, letterhead.letterhead(sample_year.id))
    certificates.record(sample_year.id, [(candidate, words)], ("giay-khen-a4", 1), b"%PDF", "giay-khen.pdf", NOW)
    kept = IssuedDocument.get()
    assert json.loads(kept.frozen)["name"] == candidate.name
    assert kept.draft
    history.undo_last()
    assert IssuedDocument.select().count() == 0


def test_a_commendation_at_once_is_offered_with_its_own_achievement(sample_year: CampaignSummary) -> None:
    person = PersonId(Person.get(Person.code == "CB02").id)
    draft = CommendationDraft(
        CommendationKind.IRREGULAR, "Giấy khen", "Dũng cảm cứu người\ntrong mưa lũ", "96/QĐ-TCT", date(2022, 9, 3),
        "Hiệu trưởng", (Recipient(person),),
    )  # fmt: skip
    commendations.commend(sample_year.id, draft)
    mine = next(each for each in certificates.candidates(sample_year.id, MERIT, 2022) if each.award_id is not None)
    words = certificates.content(MERIT, mine, letterhead.letterhead(sample_year.id))
    assert (words.achievement, words.theme) == ("Dũng cảm cứu người trong mưa lũ", "")
    assert mine.note == "QĐ 96/QĐ-TCT, năm 2022 - đột xuất"


def test_who_was_commended_at_once_still_gets_the_draft_of_the_year(sample_year: CampaignSummary) -> None:
    drafted = certificates.candidates(sample_year.id, MERIT, 2022)[0]
    draft = CommendationDraft(
        CommendationKind.IRREGULAR, "Giấy khen", "Cứu người", "96/QĐ-TCT", date(2022, 9, 3), "Hiệu trưởng",
        (Recipient(drafted.person_id),),
    )  # fmt: skip
    commendations.commend(sample_year.id, draft)
    mine = [each for each in certificates.candidates(sample_year.id, MERIT, 2022) if each.code == drafted.code]
    assert sorted(each.is_draft for each in mine) == [False, True]
