"""Values go into STRICT columns and come back equal; what would be rounded or guessed is refused."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from db import fields


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        (fields.IntField(), 7, 7),
        (fields.PointsField(), 1350, 1350),
        (fields.BoolField(), True, 1),
        (fields.BoolField(), False, 0),
        (fields.DateField(), date(2022, 3, 2), "2022-03-02"),
        (fields.DateTimeField(), datetime(2022, 3, 2, 14, 5, 9), "2022-03-02T14:05:09"),
    ],
)
def test_a_value_comes_back_equal(field, value, stored):
    assert field.db_value(value) == stored
    back = field.python_value(stored)
    assert (back, type(back)) == (value, type(value))


@pytest.mark.parametrize(
    "field",
    [fields.IntField(), fields.PointsField(), fields.BoolField(), fields.DateField(), fields.DateTimeField()],
)
def test_not_known_stays_not_known(field):
    assert field.db_value(None) is None
    assert field.python_value(None) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (fields.IntField(), 13.5),
        (fields.IntField(), "13"),
        (fields.IntField(), True),
        (fields.PointsField(), 13.5),
        (fields.BoolField(), 1),
        (fields.DateField(), "2022-03-02"),
        (fields.DateField(), datetime(2022, 3, 2, 14, 5)),
        (fields.DateTimeField(), date(2022, 3, 2)),
    ],
)
def test_a_value_of_another_kind_is_refused(field, value):
    with pytest.raises(TypeError):
        field.db_value(value)
