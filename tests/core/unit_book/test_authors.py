"""Authors in one cell: codes in any spelling of signs, shares that make no more than the whole."""

from __future__ import annotations

import pytest

from thidua_gui.core.unit_book.authors import NotAuthors, codes_in, read, split, written

KNOWN = {"CB01": "CB01", "CB02": "CB02", "GV-3": "gv-3"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CB01", (("CB01", None),)),
        ("cb01; gv-3", (("CB01", None), ("gv-3", None))),
        ("CB01: 60%; CB02: 40%", (("CB01", 6000), ("CB02", 4000))),
        ("CB01 (33,33 %)\nCB02 66.67%", (("CB01", 3333), ("CB02", 6667))),
        (" ; CB02 ;", (("CB02", None),)),
        ("CB01 - 50%; CB02", (("CB01", 5000), ("CB02", None))),
    ],
)
def test_what_people_write_is_read(text: str, found: object) -> None:
    assert read(text, KNOWN) == found
    assert read(written(read(text, KNOWN)), KNOWN) == found
    assert split(written(read(text, KNOWN))) == found


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("CB09", "author_unknown", "CB09"),
        ("CB01, CB02", "author_unknown", "CB01, CB02"),
        ("CB01; cb01", "author_repeated", "CB01"),
        ("CB01: 60%; CB02: 60%", "shares_over_whole", "CB01: 60%; CB02: 60%"),
        ("CB01: 0%", "shares_over_whole", "CB01: 0%"),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, code: str, value: str) -> None:
    with pytest.raises(NotAuthors) as refused:
        read(text, KNOWN)
    assert (refused.value.code, refused.value.value) == (code, value)


def test_whatever_may_be_a_code_is_looked_up() -> None:
    assert {"CB01", "CB02"} <= codes_in("cb01: 60%; CB02")
