"""The criteria of several sheets side by side: one entry per number, so that one board can show them all. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from thidua_gui.core.ids import SheetId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, group_maximum

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class MergedCriterion:
    """Mục of one number in every sheet that has it, in the sheets' order. A group carries its items at any depth."""

    number: str
    by_sheet: Mapping[SheetId, Criterion]
    maxima: Mapping[SheetId, Points]
    items: tuple["MergedCriterion", ...] = field(default=())

    @property
    def is_group(self) -> bool:
        """Its points are the sum of its items."""
        return any(criterion.kind is CriterionKind.GROUP for criterion in self.by_sheet.values())

    @property
    def contents(self) -> tuple[str, ...]:
        """The different wordings, in the sheets' order."""
        return tuple(dict.fromkeys(criterion.content for criterion in self.by_sheet.values()))

    @property
    def distinct_maxima(self) -> tuple[Points, ...]:
        """The different maxima, the smallest first."""
        return tuple(sorted(set(self.maxima.values())))


def merged(sheets: Sequence[Sheet]) -> tuple[MergedCriterion, ...]:
    """What stands at the top of the sheets, in printed order. An item belongs to the group of its own number's
    group: 2.1 under II of one sheet and under III of another are two entries."""
    tops: dict[str, dict[SheetId, Criterion]] = {}
    leaves: dict[str, dict[str, dict[SheetId, Criterion]]] = {}
    for sheet in sheets:
        for top in sheet.children():
            tops.setdefault(top.number, {})[sheet.id] = top
            if top.kind is CriterionKind.GROUP:
                for leaf in sheet.leaves(top.id):
                    leaves.setdefault(top.number, {}).setdefault(leaf.number, {})[sheet.id] = leaf
    by_id = {sheet.id: sheet for sheet in sheets}
    return tuple(
        _merged(number, tops[number], by_id, leaves.get(number, {})) for number in in_number_order(tops)
    )


def in_number_order(numbers: Iterable[str]) -> list[str]:
    """By number when all are of one style (I, II, IX or 2.1, 2.10); otherwise as they came."""
    listed = list(numbers)
    keys = {number: _number_key(number) for number in listed}
    if any(key is None for key in keys.values()):
        return listed
    return sorted(listed, key=lambda number: keys[number] or ())


def _merged(
    number: str,
    by_sheet: Mapping[SheetId, Criterion],
    sheets: Mapping[SheetId, Sheet],
    leaves: Mapping[str, Mapping[SheetId, Criterion]],
) -> MergedCriterion:
    items = tuple(_merged(leaf, leaves[leaf], sheets, {}) for leaf in in_number_order(leaves))
    maxima = {sheet_id: _maximum(sheets[sheet_id], criterion) for sheet_id, criterion in by_sheet.items()}
    return MergedCriterion(number, by_sheet, maxima, items)


def _maximum(sheet: Sheet, criterion: Criterion) -> Points:
    return group_maximum(sheet, criterion.id) if criterion.kind is CriterionKind.GROUP else criterion.maximum


def _number_key(number: str) -> tuple[int, ...] | None:
    parts = [part for part in number.strip().strip(".)").split(".") if part]
    values = [int(part) if part.isdecimal() else _roman(part) for part in parts]
    return tuple(value for value in values if value) if parts and all(values) else None


def _roman(numeral: str) -> int:
    """Value of a Roman numeral, 0 for anything else."""
    digits = [_ROMAN.get(letter, 0) for letter in numeral]
    if not all(digits):
        return 0
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < following else digit for digit, following in pairs)
