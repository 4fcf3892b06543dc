"""Reads the school's own and changed kinds of awards for a year workbook. Knows no other sheet."""

from __future__ import annotations

from thidua_gui.core.workbook.award_kind_row import AwardKindRow
from thidua_gui.services import titles


def award_kind_rows() -> tuple[AwardKindRow, ...]:
    """They belong to the school, so that each year's workbook has them all; for use in a read."""
    shipped = {kind.key.value: kind.name for kind in titles.catalogue().kinds}
    return tuple(
        AwardKindRow(
            one.name, one.short, one.group, one.bearer, one.level, shipped.get(one.key), one.authority or None,
            one.wordings or None, one.note or None, not one.is_used,
        )
        for one in titles.school_kinds()
    )  # fmt: skip
