"""What the summaries tell, collected from the sample year."""

from datetime import date

from db.models.organisation import Person
from thidua_gui.core.ratings import Rating
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.services import letterhead, ratings, summaries
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.letterhead import LetterheadChoice
from thidua_gui.services.summaries import Issue

ISSUE = Issue(date(2022, 11, 16))


def test_the_score_summary_lists_every_person_under_the_own_unit(sample_year: CampaignSummary) -> None:
    content = summaries.score_summary_content(sample_year.id, ISSUE)
    assert [len(group.rows) for group in content.groups] == [3, 8, 7, 8, 6, 13]


def test_a_score_summary_can_be_limited_to_one_unit(sample_year: CampaignSummary) -> None:
    unit_id, name = summaries.scopes(sample_year.id)[1]
    content = summaries.score_summary_content(sample_year.id, ISSUE, unit_id)
    (group,) = content.groups
    assert group.title.startswith(name)


def test_a_decided_rating_and_its_reason_are_printed(sample_year: CampaignSummary) -> None:
    person = Person.get(Person.code == "CB02")
    ratings.decide(sample_year.id, person.id, Rating.GOOD, "Theo nghị quyết Hội đồng", on=date(2022, 11, 16))
    rows = summaries.score_summary_content(sample_year.id, ISSUE).groups[0].rows
    (mine,) = [row for row in rows if row.name == person.full_name]
    assert mine.rating == "Hoàn thành tốt nhiệm vụ"
    assert "Theo nghị quyết Hội đồng" in mine.note


def test_titles_are_reported_by_their_conditions_and_what_no_data_decides_as_open(sample_year: CampaignSummary) -> None:
    content = summaries.target_report_content(sample_year.id, ISSUE)
    rows = {row.number: row for section in content.sections for row in section.rows}
    assert rows["3a"].verdict == "Đạt"
    assert rows["6"].verdict == "Đạt (*)"
    assert rows["8a"].verdict == "Chưa có căn cứ"


def test_the_chosen_letterhead_heads_and_signs_the_report(sample_year: CampaignSummary) -> None:
    letterhead.choose(LetterheadChoice(HeadingStyle.STATE, place="Điện Biên", signer_name="Nguyễn Văn Mẫu"))
    content = summaries.target_report_content(sample_year.id, ISSUE)
    assert content.heading.style is HeadingStyle.STATE
    assert content.place_and_date.startswith("Điện Biên")
    assert content.signature.name == "Nguyễn Văn Mẫu"
