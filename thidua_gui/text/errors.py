"""Turns the code of a problem into one Vietnamese sentence: what is wrong, where, what to do. Decides nothing.

Each module of thidua_gui.text may define ERRORS: code → sentence with {detail} fields; here they are put together.
"""

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import import_module

import thidua_gui.text
from thidua_gui.core.errors import Problem
from thidua_gui.core.vietnamese import date_text, shortest_comma

_LONGEST = 160
_NOT_TOLD = "(không rõ)"
_UNEXPLAINED = (
    "Chương trình gặp lỗi chưa có lời giải thích (mã {code}). Dữ liệu đã lưu không đổi; "
    "hãy chép chi tiết và báo người phụ trách phần mềm."
)


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return _NOT_TOLD


class _Sentences(Mapping[str, str]):
    """Put together at the first look, so that an area's module may itself import this one."""

    def __getitem__(self, code: str) -> str:
        return _merged()[code]

    def __iter__(self) -> Iterator[str]:
        return iter(_merged())

    def __len__(self) -> int:
        return len(_merged())


SENTENCES: Mapping[str, str] = _Sentences()


@cache
def _merged() -> Mapping[str, str]:
    """Every area's sentences; a code with two sentences is a ValueError: two areas chose one code."""
    merged: dict[str, str] = {}
    for module in pkgutil.iter_modules(thidua_gui.text.__path__):
        area = import_module(f"{thidua_gui.text.__name__}.{module.name}")
        for code, written in getattr(area, "ERRORS", {}).items():
            if merged.setdefault(code, written) != written:
                raise ValueError(f"two sentences for the code {code}")
    return merged


def sentence(problem: Problem) -> str:
    """The sentence shown for a problem."""
    return sentence_of(problem.code, problem.details)


def sentence_of(code: str, details: Mapping[str, object]) -> str:
    """The sentence of a code, its fields filled from `details`: dates dd/MM/yyyy, decimal comma, lists by ";"."""
    filled = _Details({name: shown(value) for name, value in details.items()})
    written = SENTENCES.get(code)
    return _UNEXPLAINED.format(code=code) if written is None else written.format_map(filled)


def shown(value: object) -> str:
    """One detail as it stands in a sentence; a very long value (a pasted page) is cut."""
    if value is None:
        return _NOT_TOLD
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, Fraction | Decimal | float):
        return shortest_comma(Fraction(value))
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return "; ".join(shown(item) for item in value)
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
