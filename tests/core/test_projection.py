"""How lists fall into slides, and what a slide has no place for."""

from dataclasses import fields
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.projection import MOST_ROWS, BallotSlide, Frame, ProjectionView, pages, rows_on


@given(st.lists(st.integers(), max_size=80), st.integers(1, MOST_ROWS))
def test_no_row_is_lost_doubled_or_moved(rows, most):
    assert [row for page in pages(rows, most) for row in page] == rows


@given(st.lists(st.integers(), min_size=1, max_size=80), st.integers(1, MOST_ROWS))
def test_no_page_is_empty_too_long_or_much_shorter_than_another(rows, most):
    lengths = [len(page) for page in pages(rows, most)]
    assert min(lengths) > 0
    assert max(lengths) <= most
    assert max(lengths) - min(lengths) <= 1


def test_a_list_of_nobody_is_one_empty_page():
    assert pages([]) == ((),)


def test_nine_rows_are_five_and_four():
    assert [len(page) for page in pages(range(9), 8)] == [5, 4]


@pytest.mark.parametrize(
    ("width", "height", "rows"), [(1920, 1080, 8), (1366, 768, 8), (1280, 800, 8), (1024, 768, 6), (1280, 1024, 6)]
)
def test_a_narrow_screen_shows_fewer_rows(width, height, rows):
    assert rows_on(width, height) == rows


def test_a_slide_has_no_field_for_what_must_not_be_shown():
    names = {field.name for view in get_args(ProjectionView) for field in fields(view)}
    assert not names & {"id", "person_id", "unit_id", "code", "born_on", "phone", "note_private", "criteria", "votes"}


def test_a_ballot_under_way_has_no_field_for_a_number():
    assert {field.type for field in fields(BallotSlide)} == {Frame, str, tuple[str, ...]}
