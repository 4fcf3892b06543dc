"""Every problem is told in one Vietnamese sentence with its values as an office writes them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest

from thidua_gui.core.errors import SystemProblem, UserError
from thidua_gui.core.points import Points
from thidua_gui.text import errors
from thidua_gui.text.errors import SENTENCES, sentence, sentence_of, shown


def test_a_sentence_carries_the_details_of_its_problem() -> None:
    told = sentence(UserError("over_maximum", value="42", maximum=Points(4000), number="2.1"))
    assert told.startswith("42 điểm vượt mức tối đa 40,0 của mục 2.1.")


def test_an_unexplained_code_is_still_a_sentence_that_names_it() -> None:
    assert "(mã no_such_code)" in sentence(SystemProblem("no_such_code"))


def test_a_detail_that_was_not_given_does_not_break_the_sentence() -> None:
    assert "(không rõ)" in sentence_of("off_step", {})


@pytest.mark.parametrize(
    ("value", "text"),
    [(date(2022, 3, 2), "02/03/2022"), (Points(1350), "13,5"), (Fraction(25, 2), "12,5"), (Decimal("80.0"), "80")]
    + [(("a", "b"), "a; b"), (None, "(không rõ)"), (7, "7"), (7.25, "7,25"), ("x" * 500, "x" * 160 + "…")],
)
def test_details_are_written_as_an_office_writes_them(value: object, text: str) -> None:
    assert shown(value) == text


def test_every_sentence_ends_as_a_sentence() -> None:
    assert len(SENTENCES) == len(list(SENTENCES)) > 0
    assert [code for code, text in SENTENCES.items() if not text.endswith((".", "?", "}"))] == []


def test_two_sentences_for_one_code_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    areas = iter([SimpleNamespace(ERRORS={"full": "Đầy."}), SimpleNamespace(ERRORS={"full": "Hết chỗ."})])
    monkeypatch.setattr(errors.pkgutil, "iter_modules", lambda path: [SimpleNamespace(name=name) for name in "ab"])
    monkeypatch.setattr(errors, "import_module", lambda name: next(areas))
    with pytest.raises(ValueError, match="full"):
        errors._merged.__wrapped__()
