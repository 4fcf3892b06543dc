"""Paragraphs of the plan added, pasted, said anew, moved, indented and deleted: one step each, and back."""

from __future__ import annotations

import pytest

from db.models.plan import PlanItem, Target
from tests.services.small_school import populate, refusal, unit
from thidua_gui.core.ids import CampaignId, PlanItemId
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.services import history, plan, plan_edit
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.plan_edit import ItemDraft
from thidua_gui.services.transaction import write

C = PlanSection.CONTENT


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    year = populate()
    plan_edit.add_items(year, C, "1. Một\n- Một a\n- Một b\n2. Hai")
    return year


def shown(year: CampaignId) -> list[str]:
    return [f"{line.mark} {line.text}" for line in plan.plan(year).lines if line.id is not None]


def item(text: str) -> PlanItemId:
    return PlanItemId(PlanItem.get(PlanItem.text == text).id)


def test_pasted_lines_are_paragraphs_with_their_levels(year: CampaignId) -> None:
    assert shown(year) == ["1.1. Một", "- Một a", "- Một b", "1.2. Hai"]


def test_a_paste_goes_after_the_chosen_paragraph_and_all_below_it(year: CampaignId) -> None:
    plan_edit.add_items(year, C, "Mới\n- Mới a", item("Một"))
    assert shown(year) == ["1.1. Một", "- Một a", "- Một b", "1.2. Mới", "- Mới a", "1.3. Hai"]


def test_a_paste_beside_a_lower_paragraph_stays_at_its_level(year: CampaignId) -> None:
    plan_edit.add_items(year, C, "Chen một\nChen hai", item("Một a"))
    assert shown(year)[:4] == ["1.1. Một", "- Một a", "- Chen một", "- Chen hai"]


def test_a_paste_is_one_step(year: CampaignId) -> None:
    before = shown(year)
    plan_edit.add_items(year, C, "Ba\nBốn\nNăm")
    history.undo_last()
    assert shown(year) == before


def test_nothing_is_added_without_words(year: CampaignId) -> None:
    assert refusal(plan_edit.add_items, year, C, " \n ").details["field"] == "text"


def test_a_paragraph_said_in_several_lines_becomes_several(year: CampaignId) -> None:
    plan_edit.edit_item(item("Một a"), ItemDraft("Một a mới\nThêm"))
    assert shown(year) == ["1.1. Một", "- Một a mới", "- Thêm", "- Một b", "1.2. Hai"]


def test_a_chosen_mark_and_who_carries_it_are_kept_and_taken_back(year: CampaignId) -> None:
    draft = ItemDraft("Hai", "b)", "Công đoàn", (unit("XDD"), unit("LLCS")))
    plan_edit.edit_item(item("Hai"), draft)
    line = plan.plan(year).lines[-1]
    assert (line.mark, line.carrier, line.units) == ("b)", "Công đoàn", (unit("XDD"), unit("LLCS")))
    plan_edit.edit_item(item("Hai"), ItemDraft("Hai", "", "", (unit("LLCS"),)))
    line = plan.plan(year).lines[-1]
    assert (line.mark, line.carrier, line.units) == ("1.2.", None, (unit("LLCS"),))


def test_an_emptied_paragraph_and_an_endless_mark_are_refused(year: CampaignId) -> None:
    assert refusal(plan_edit.edit_item, item("Hai"), ItemDraft(" ")).code == "plan_text_missing"
    assert refusal(plan_edit.edit_item, item("Hai"), ItemDraft("Hai", "x" * 13)).code == "plan_mark_long"
    assert shown(year)[-1] == "1.2. Hai"


def test_a_paragraph_moves_with_what_is_below_and_back(year: CampaignId) -> None:
    before = shown(year)
    plan_edit.move_item(item("Hai"), -1)
    assert shown(year) == ["1.1. Hai", "1.2. Một", "- Một a", "- Một b"]
    history.undo_last()
    assert shown(year) == before


def test_a_paragraph_is_indented_and_outdented(year: CampaignId) -> None:
    plan_edit.indent_item(item("Hai"))
    assert shown(year) == ["1.1. Một", "- Một a", "- Một b", "- Hai"]
    plan_edit.outdent_item(item("Một a"))
    assert shown(year) == ["1.1. Một", "- Một b", "- Hai", "1.2. Một a"]


def test_at_the_edges_nothing_moves(year: CampaignId) -> None:
    assert refusal(plan_edit.move_item, item("Hai"), 1).code == "plan_at_the_end"
    assert refusal(plan_edit.indent_item, item("Một")).code == "plan_no_deeper"
    assert refusal(plan_edit.outdent_item, item("Một")).code == "plan_at_the_top"


def link(year: CampaignId, code: str, text: str) -> None:
    with write("Chỉ tiêu"):
        Target.create(
            campaign=year, code=code, content="x", measure="cá nhân đăng ký", base="toàn trường", unit="%",
            plan_item=item(text),
        )  # fmt: skip


def test_deleting_takes_what_is_below_and_keeps_the_targets(year: CampaignId) -> None:
    plan_edit.edit_item(item("Một"), ItemDraft("Một", units=(unit("LLCS"),)))
    link(year, "1", "Một a")
    before = plan.plan(year)
    plan_edit.delete_items([item("Một"), item("Một b")])
    assert shown(year) == ["1.1. Hai"]
    assert Target.get().plan_item_id is None
    history.undo_last()
    assert plan.plan(year) == before


def test_what_is_gone_is_said_to_be_gone(year: CampaignId) -> None:
    gone = item("Hai")
    plan_edit.delete_items([gone])
    assert refusal(plan_edit.move_item, gone, 1).code == "plan_item_gone"
    assert refusal(plan_edit.add_items, year, C, "Mới", gone).code == "plan_item_gone"
    assert refusal(plan_edit.add_items, year, PlanSection.TASK, "Mới", item("Một")).code == "plan_item_gone"
