"""People of one name are told apart by birth year, then unit, then code; nobody else is burdened with it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.ids import PersonId
from thidua_gui.core.names import NamedPerson, distinct_labels, distinctions


def person(number: int, name: str, year: int | None = 1980, unit: str = "Khoa A") -> NamedPerson:
    return NamedPerson(PersonId(number), name, None if year is None else date(year, 5, 1), unit, f"CB{number:02}")


def labels(*people: NamedPerson) -> list[str]:
    return list(distinct_labels(people).values())


def test_a_name_that_nobody_shares_stands_alone() -> None:
    assert labels(person(1, "Vàng A Sình"), person(2, "Lý  A Tủa")) == ["Vàng A Sình", "Lý A Tủa"]


def test_namesakes_are_told_apart_by_their_birth_year() -> None:
    assert labels(person(1, "Nguyễn Văn An", 1985), person(2, "Nguyễn Văn An", 1990)) == [
        "Nguyễn Văn An (1985)",
        "Nguyễn Văn An (1990)",
    ]


def test_the_unit_is_added_only_for_those_whose_year_does_not_tell() -> None:
    people = [person(1, "Hà An", 1985, "Khoa A"), person(2, "Hà An", 1985, "Khoa B"), person(3, "Hà An", 1990)]
    assert labels(*people) == ["Hà An (1985, Khoa A)", "Hà An (1985, Khoa B)", "Hà An (1990)"]


def test_an_unknown_birth_year_is_replaced_by_the_unit() -> None:
    assert labels(person(1, "Hà An", None, "Khoa A"), person(2, "Hà An", 1985)) == ["Hà An (Khoa A)", "Hà An (1985)"]


def test_the_code_tells_apart_those_alike_in_everything_else() -> None:
    assert labels(person(1, "Hà An"), person(2, "Hà An")) == [
        "Hà An (1980, Khoa A, CB01)",
        "Hà An (1980, Khoa A, CB02)",
    ]
    assert labels(person(1, "Hà An", None, ""), person(2, "Hà An", None, "")) == ["Hà An (CB01)", "Hà An (CB02)"]


def test_case_and_the_tones_place_do_not_make_another_name() -> None:
    added = distinctions([person(1, "Trần Hoà", 1985), person(2, "TRẦN HÒA", 1990)])
    assert added == {1: "1985", 2: "1990"}


@given(
    st.lists(st.tuples(st.sampled_from(["Hà An", "Lê Ba"]), st.sampled_from([None, 1985, 1990]), st.sampled_from("AB")))
)
def test_no_two_people_have_one_label(drawn: list[tuple[str, int | None, str]]) -> None:
    people = [person(place, name, year, unit) for place, (name, year, unit) in enumerate(drawn)]
    made = distinct_labels(people)
    assert len(set(made.values())) == len(made) == len(people)
    assert all(made[one.id].startswith(one.full_name) for one in people)
