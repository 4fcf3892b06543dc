"""The proposals of one unit are listed with names, and whom it can propose is told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services import small_school
from thidua_gui.core.votes import VoteCount
from thidua_gui.services import unit_votes_edit, vote_list
from thidua_gui.services.unit_votes_edit import VoteDraft

ON = date(2022, 11, 16)


@pytest.fixture
def year(data_file):
    return small_school.populate()


def record(year, voting, person, unit, title):
    draft = VoteDraft(small_school.unit(voting), person, unit, title, None, VoteCount(2, 2, 2, 0))
    unit_votes_edit.record(year, draft)


def test_the_lines_of_one_unit_have_names_and_short_titles(year):
    llcs = small_school.unit("LLCS")
    record(year, "LLCS", small_school.person("CB01"), None, "Chiến sĩ thi đua cơ sở")
    record(year, "LLCS", None, llcs, "Tập thể lao động xuất sắc")
    found = vote_list.vote_list(year, llcs, ON)
    names = {row.id: row.full_name for row in found.members}
    assert [line.name for line in found.lines] == [names[small_school.person("CB01")], found.units[1].name]
    assert [line.short for line in found.lines] == ["CSTĐCS", "TTLĐXS"]
    assert found.lines[0].count.share == 100


def test_the_lines_of_other_units_stay_out(year):
    record(year, "LLCS", small_school.person("CB01"), None, "Chiến sĩ thi đua cơ sở")
    others = [row.id for row in vote_list.vote_list(year, small_school.unit("LLCS"), ON).units]
    other = next(unit for unit in others if unit != small_school.unit("LLCS"))
    assert vote_list.vote_list(year, other, ON).lines == ()
