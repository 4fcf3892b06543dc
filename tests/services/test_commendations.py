"""Commendations by the short way: one decision, an award for each recipient, frozen, never guessed, never deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.models.awards import Award, Decision
from tests.services.small_school import add_person, person, populate, refusal, unit
from tests.services.year_books import rows
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.movements import MovementKind
from thidua_gui.services import awards, awards_edit, commendations, history, movements, people_moves, year_states
from thidua_gui.services.commendation_rules import law_note, no_basis
from thidua_gui.services.commendations import CommendationDraft
from thidua_gui.services.movements import MovementDraft
from thidua_gui.services.people_edit import Placement
from thidua_gui.services.recipients import Recipient, understood

DAY = date(2022, 9, 3)
OFFICE = "Hiệu trưởng Trường Chính trị tỉnh Lai Châu"


@pytest.fixture
def year(data_file):
    assert data_file
    return populate()


@pytest.fixture
def draft(year):
    assert year
    return CommendationDraft(
        CommendationKind.IRREGULAR, "Giấy khen", "Cứu người trong lũ", "31/QĐ-TCT", DAY, OFFICE,
        (Recipient(person_id=person("CB02")),),
    )  # fmt: skip


@pytest.fixture
def spring(year):
    dates = {"starts_on": date(2022, 3, 1), "ends_on": date(2022, 5, 19)}
    movements.add_movement(year, MovementDraft(MovementKind.SHORT, "Chào mừng 19/5", **dates))
    return movements.movements(year, DAY)[0].id


def names(year):
    return [row.name for row in commendations.commendations(year)]


def test_an_irregular_commendation_makes_the_decision_and_one_award_each(year, draft):
    outside = Recipient(name=" Lò Văn  Tướng ", post="Trưởng bản", unit="Bản Nậm Loỏng")
    everyone = (*draft.recipients, Recipient(unit_id=unit("XDD")), outside)
    commendations.commend(year, replace(draft, recipients=everyone))
    decision = Decision.get()
    assert (decision.number, decision.year, decision.decided_on, decision.campaign_id) == ("31/QĐ-TCT", 2022, DAY, year)
    made = [(row.name_then, row.post_then, row.unit_then) for row in Award.select().order_by(Award.position)]
    assert made == [
        ("Nguyễn Văn An", "Giảng viên", "Khoa Lý luận cơ sở"),
        ("Khoa Xây dựng Đảng", None, None),
        ("Lò Văn Tướng", "Trưởng bản", "Bản Nậm Loỏng"),
    ]
    assert {(row.kind, row.achievement, row.year, row.campaign_id) for row in Award.select()} == {
        ("irregular", "Cứu người trong lũ", 2022, None)
    }


def test_post_and_unit_are_those_of_the_day_of_the_decision(year, draft):
    people_moves.transfer([person("CB02")], Placement(unit("XDD"), "Phó Trưởng khoa", date(2022, 10, 1)))
    commendations.commend(year, draft)
    (row,) = commendations.commendations(year)
    assert (row.post_then, row.unit_then) == ("Giảng viên", "Khoa Lý luận cơ sở")


def test_a_commendation_by_a_movement_is_counted_there(year, draft, spring):
    kind = CommendationKind.MOVEMENT
    both = (*draft.recipients, Recipient(unit_id=unit("XDD")), Recipient(name="Lò Văn Tướng"))
    commendations.commend(year, replace(draft, kind=kind, movement_id=spring, recipients=both))
    given = movements.movements(year, DAY)[0].given
    assert (given.people, given.collectives, given.outside) == (1, 1, 1)
    assert {row.movement for row in commendations.commendations(year)} == {"Chào mừng 19/5"}
    assert refusal(movements.remove_movement, spring).code == "movement_awarded"


def test_a_known_decision_is_used_when_day_and_authority_agree(year, draft):
    commendations.commend(year, draft)
    more = (Recipient(unit_id=unit("XDD")),)
    commendations.commend(year, replace(draft, decision_number="31/qđ-tct", recipients=more))
    assert Decision.select().count() == 1
    assert {row.decision_number for row in Award.select()} == {"31/QĐ-TCT"}
    other_day = refusal(commendations.commend, year, replace(draft, decided_on=date(2022, 9, 4)))
    assert (other_day.code, other_day.details["field"]) == ("commendation_decision_day", "decided_on")
    other = refusal(commendations.commend, year, replace(draft, authority="Chủ tịch UBND tỉnh"))
    assert other.code == "commendation_decision_authority"


def test_nobody_stands_twice_in_one_decision_unless_it_was_revoked(year, draft):
    twice = replace(draft, recipients=(*draft.recipients, *draft.recipients))
    assert refusal(commendations.commend, year, twice).code == "commendation_twice"
    commendations.commend(year, draft)
    assert refusal(commendations.commend, year, draft).code == "commendation_has_award"
    awards_edit.revoke_award(commendations.commendations(year)[0].id, date(2022, 9, 9), "Nhầm người")
    commendations.commend(year, draft)
    assert len(names(year)) == 2


def test_namesakes_are_two_people(year, draft):
    other = add_person("CB09", "Nguyễn Văn An", unit("XDD"))
    commendations.commend(year, replace(draft, recipients=(*draft.recipients, Recipient(person_id=other))))
    assert len(set(names(year))) == 2


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"achievement": " \n "}, "commendation_achievement_missing", "achievement"),
        ({"title": ""}, "commendation_form_missing", "title"),
        ({"title": "Lao động tiên tiến"}, "commendation_not_a_form", "title"),
        ({"decision_number": " "}, "commendation_number_missing", "decision_number"),
        ({"decided_on": None}, "commendation_day_missing", "decided_on"),
        ({"decided_on": date(2021, 12, 31)}, "commendation_before_year", "decided_on"),
        ({"decided_on": date(2032, 9, 3)}, "commendation_after_year", "decided_on"),
        ({"authority": ""}, "commendation_authority_missing", "authority"),
        ({"recipients": ()}, "commendation_nobody", "recipients"),
        ({"recipients": (Recipient(post="Trưởng bản"),)}, "commendation_name_missing", "recipients"),
        ({"recipients": (Recipient(PersonId(999)),)}, "commendation_subject_gone", "recipients"),
        ({"recipients": (Recipient(PersonId(1), UnitId(2)),)}, "commendation_subject_odd", "recipients"),
        ({"kind": CommendationKind.MOVEMENT}, "commendation_movement_missing", "movement"),
    ],
)
def test_what_is_lacking_or_wrong_is_refused_beside_its_field_and_nothing_is_written(year, draft, wrong, code, field):
    before = rows()
    refused = refusal(commendations.commend, year, replace(draft, **wrong))
    assert (refused.code, refused.details["field"]) == (code, field)
    assert rows() == before


def test_no_decision_stands_before_the_movement_begins(year, draft, spring):
    early = replace(draft, kind=CommendationKind.MOVEMENT, movement_id=spring, decided_on=date(2022, 2, 28))
    assert refusal(commendations.commend, year, early).code == "commendation_before_movement"
    unasked = refusal(commendations.commend, year, replace(draft, movement_id=spring))
    assert unasked.code == "commendation_movement_unasked"
    commendations.commend(year, replace(early, decided_on=DAY))
    kept = movements.movements(year, DAY)[0].draft
    later = replace(kept, starts_on=date(2022, 9, 4), ends_on=None)
    assert refusal(movements.change_movement, spring, later).code == "movement_starts_after_award"


def test_undo_takes_the_decision_and_its_awards_away(year, draft):
    before = rows()
    commendations.commend(year, draft)
    history.undo_last()
    assert rows() == before


def test_a_closed_year_gives_nothing_more_and_takes_nothing_back(year, draft):
    given = commendations.commend(year, draft).operation
    year_states.close_year(year)
    assert refusal(commendations.commend, year, draft).code == "campaign_closed"
    assert refusal(history.undo, given).code == "undo_in_closed_year"


def test_somebody_from_outside_is_found_among_the_awards(year, draft):
    commendations.commend(year, replace(draft, recipients=(Recipient(name="Lò Văn Tướng"),)))
    (row,) = awards.awards(DAY)
    assert (row.name, row.bearer_code, row.is_outside, row.kind) == ("Lò Văn Tướng", "", True, "irregular")


def test_the_dialog_starts_with_the_certificate_of_the_schools_head(year):
    proposed = commendations.proposal(year)
    assert (proposed.form, proposed.authority) == ("Giấy khen", OFFICE)
    assert "Lao động tiên tiến" not in proposed.forms


def test_the_rule_of_law_has_its_source_and_says_where_nobody_compared_it():
    notes = [law_note(year) for year in (2016, 2022, 2024, 2025, 2026)]
    assert [(note.applies, note.is_checked) for note in notes] == [
        (False, False), (True, False), (True, False), (True, True), (True, False),
    ]  # fmt: skip
    assert [note.source for note in notes[1:]] == [
        "Nghị định 91/2017/NĐ-CP", "Nghị định 98/2023/NĐ-CP", "Nghị định 152/2025/NĐ-CP",
        "chưa đọc được văn bản; theo quy định trước đó",
    ]  # fmt: skip


def test_what_no_basis_is_changes_with_the_day_of_the_decision():
    assert no_basis(date(2017, 9, 30)) == frozenset()
    assert no_basis(date(2017, 10, 1)) == {"irregular", "movement"}


def test_a_pasted_list_is_understood_by_code_and_by_name(year):
    assert year
    found = understood("1. Nguyễn Văn An\nlo thi hanh\ncb04\tSùng A Vừ\nKhoa Xây dựng Đảng\nCB02", DAY).found
    assert [each.recipient for each in found] == [
        Recipient(person_id=person("CB02")), Recipient(person_id=person("CB03")), Recipient(person_id=person("CB04")),
        Recipient(unit_id=unit("XDD")),
    ]  # fmt: skip


def test_namesakes_strangers_and_contradictions_are_shown_not_guessed(year):
    assert year
    add_person("CB09", "Nguyễn Văn An", unit("XDD"))
    pasted = understood("Nguyễn Văn An\nNgười Lạ\nCB01\tLò Thị Hạnh", DAY)
    assert pasted.found == ()
    assert [each.written for each in pasted.not_found] == ["Nguyễn Văn An", "Người Lạ", "CB01\tLò Thị Hạnh"]
    assert "có 2 người" in pasted.not_found[0].why
    assert "không khớp" in pasted.not_found[2].why


def test_a_unit_in_the_same_line_tells_namesakes_apart(year):
    assert year
    other = add_person("CB09", "Nguyễn Văn An", unit("XDD"))
    by_unit = understood("Nguyễn Văn An\tKhoa Xây dựng Đảng\nNguyễn Văn An, LLCS", DAY).found
    assert [each.recipient.person_id for each in by_unit] == [other, person("CB02")]
