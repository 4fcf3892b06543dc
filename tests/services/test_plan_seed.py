"""The sample's plan, kept as data, says on paper what the school's own paper says: every paragraph, in its order."""

from __future__ import annotations

import re

from db.models.plan import Milestone, Target
from thidua_gui import resources
from thidua_gui.documents.plan_content import PlanContent
from thidua_gui.services import campaigns, plan_document, sample
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.plan import plan


def normal(text: str) -> str:
    """Blanks, quotes and the marks of letters' looks do not count."""
    return " ".join(re.sub(r"[*\"“”]", "", text).split())


def of_the_paper() -> list[str]:
    """The paragraphs of the school's paper; a page that ended within one has left it in two."""
    text = resources.text("sample", sample.PLAN)
    found: list[str] = []
    for part in re.split(r"\n\s*\n|\n(?=- )", text):
        words = normal(part)
        if words and words[0].islower() and found:
            found[-1] = f"{found[-1]} {words}"
        elif words:
            found.append(words)
    return found


def of_the_data(content: PlanContent) -> list[str]:
    head = [content.number, content.place_and_date, content.kind, *content.subject]
    body = [one.text for one in content.paragraphs]
    return [normal(text) for text in (*head, *body, *content.recipients, content.signer_name)]


def test_the_plan_made_from_the_data_holds_every_paragraph_of_the_paper(sample_year: CampaignSummary) -> None:
    wanted = of_the_paper()
    wanted.remove("Nơi nhân:")  # the paper's slip; the form has it right
    assert of_the_data(plan_document.collected_plan(sample_year.id)) == wanted


def test_every_date_and_number_of_the_paper_is_in_the_data(sample_year: CampaignSummary) -> None:
    def numbers(texts: list[str]) -> list[str]:
        return sorted(re.findall(r"\d[\d/.%-]*", " ".join(texts)))

    assert numbers(of_the_data(plan_document.collected_plan(sample_year.id))) == numbers(of_the_paper())


def test_every_target_of_the_year_comes_from_a_line_of_the_plan(sample_year: CampaignSummary) -> None:
    linked = [code for line in plan(sample_year.id).lines for code in line.targets]
    assert linked == [row.code for row in Target.select().order_by(Target.position)]


def test_the_tasks_name_who_carries_them_out(sample_year: CampaignSummary) -> None:
    tasks = [line for line in plan(sample_year.id).lines if line.section == "task"]
    assert [len(task.units) for task in tasks] == [5, 1]


def test_the_sample_keeps_the_paper_attached_and_its_milestones_worded(sample_year: CampaignSummary) -> None:
    assert campaigns.plan_text(sample_year.id) == resources.text("sample", sample.PLAN)
    assert Milestone.select().where(Milestone.plan_wording.is_null(False)).count() == 3
