"""The tables refuse what no rule allows, whoever writes."""

from __future__ import annotations

from datetime import date, datetime

import peewee as pw
import pytest

from db import operations
from db.models.awards import Award
from db.models.campaigns import Campaign, Registration
from db.models.organisation import Person, Unit
from db.models.scoring import Rating
from db.models.settings import Setting

NEW = operations.NewOperation(datetime(2026, 11, 22), "Hoa", "thử")


@pytest.fixture
def writing(opened):
    with opened.transaction(), operations.recorded(NEW):
        yield opened
        opened.run("INSERT INTO settings (key, value) VALUES ('kept', '1')")


def person(**changed):
    return Person.create(**{"code": "CB1", "full_name": "Lò Văn A", "name_fold": "a", "name_sort": "a"} | changed)


def unit(**changed):
    return Unit.create(**{"code": "K1", "name": "Khoa", "kind": "Khoa", "name_fold": "k"} | changed)


@pytest.mark.parametrize("text", ["1980-02-30", "1980-2-3", "03/02/1980", "hôm nay", "1980-02-03T00:00:00"])
def test_a_day_that_does_not_exist_is_refused(writing, text):
    person(born_on=date(1980, 2, 29))
    with pytest.raises(pw.IntegrityError):
        writing.run("UPDATE people SET born_on = ?", (text,))


@pytest.mark.parametrize("text", ["2022-02-30T08:00:00", "2022-03-02", "2022-03-02 08:00:00", "2022-03-02T25:00:00"])
def test_a_moment_that_does_not_exist_is_refused(writing, text):
    with pytest.raises(pw.IntegrityError):
        writing.run("UPDATE operations SET at = ?", (text,))


def test_there_is_one_root_unit_only(writing):
    unit(code="@", is_root=True)
    unit(code="K2")
    with pytest.raises(pw.IntegrityError):
        unit(code="@2", is_root=True)


def test_a_registration_names_exactly_one_subject(writing):
    campaign = Campaign.create(year=2022)
    both = {"person_id": person().id, "unit_id": unit().id}
    for subject in (both, {}):
        with pytest.raises(pw.IntegrityError):
            Registration.create(campaign=campaign, title="LĐTT", **subject)


def test_a_person_has_one_rating_a_year(writing):
    row = {"campaign": Campaign.create(year=2022), "person_id": person().id, "rating": "good"}
    Rating.create(**row)
    with pytest.raises(pw.IntegrityError):
        Rating.create(**row)


def test_an_unknown_rating_is_refused(writing):
    with pytest.raises(pw.IntegrityError):
        Rating.create(campaign=Campaign.create(year=2022), person_id=person().id, rating="super")


def test_an_award_may_belong_to_nobody_in_the_file_but_not_to_two(writing):
    Award.create(year=2019, title="Bằng khen", name_then="Người cũ")
    with pytest.raises(pw.IntegrityError):
        Award.create(year=2019, title="Bằng khen", person_id=person().id, unit_id=unit().id)


def test_a_setting_without_a_day_exists_once(writing):
    Setting.create(key="k", value="1")
    with pytest.raises(pw.IntegrityError):
        Setting.create(key="k", value="2")


@pytest.mark.parametrize("changed", [{"code": " "}, {"full_name": ""}])
def test_a_nameless_person_is_refused(writing, changed):
    with pytest.raises(pw.IntegrityError):
        person(**changed)


def test_a_reference_to_nothing_is_refused(writing):
    with pytest.raises(pw.IntegrityError):
        unit(parent_id=99)


def test_an_id_is_never_used_again(writing):
    first = person()
    first.delete_instance()
    assert person().id > first.id
