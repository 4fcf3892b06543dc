"""The columns of the score board: groups that open into their criteria, totals, rating. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from thidua_gui.core.ids import SubjectId
from thidua_gui.core.merged_criteria import MergedCriterion
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, CriterionKind, SheetSubject, StageKey
from thidua_gui.core.vietnamese import fold
from thidua_gui.services.scoring import StageView
from thidua_gui.services.second_entry import Vouched
from thidua_gui.text import score_board as wording
from thidua_gui.text import second_typing as second
from thidua_gui.text import unit_scoring as units
from thidua_gui.ui.forms.year_change import change_chip
from thidua_gui.ui.scoring import cells
from thidua_gui.ui.scoring.board_rows import BoardRow, Frame
from thidua_gui.ui.widgets.grid.columns import Align, Column, Kind, Look

FROZEN = 2
RATING = "rating"
_NAME_WIDTH = {SheetSubject.PERSON: 162, SheetSubject.UNIT: 258}
_TOTAL_WIDTH = {StageKey.SELF: 66, StageKey.UNIT: 62, StageKey.COUNCIL: 70}


@dataclass(frozen=True, slots=True)
class ColumnSet:
    """The columns with what they stand for. `groups` are numbers of groups; `items` the criteria in shown order."""

    columns: tuple[Column[BoardRow], ...]
    group_of: Mapping[str, str]
    """Key of a closed group's or an open group's criterion's column → number of the group."""
    merged: Mapping[str, MergedCriterion]
    """Key of a criterion's column → criterion; the criteria of closed groups are among them."""

    def criterion(self, key: str, row: BoardRow) -> Criterion | None:
        """What is typed into a cell."""
        merged = self.merged.get(key)
        return None if merged is None else cells.criterion_of(merged, row)


def group_key(number: str) -> str:
    """Key of the column of a closed group."""
    return f"group:{number}"


def item_key(group: str, number: str) -> str:
    """Key of a criterion's column; `group` is "" for a criterion that stands alone."""
    return f"item:{group}/{number}"


def sum_key(group: str) -> str:
    """Key of the column of an open group's sum."""
    return f"sum:{group}"


def total_key(stage: StageKey) -> str:
    """Key of the column of a stage's total."""
    return f"total:{stage}"


def stage_of_total(key: str) -> StageKey | None:
    """The stage whose total stands in that column, None elsewhere."""
    return next((stage for stage in StageKey if total_key(stage) == key), None)


def column_set(frame: Frame, expanded: frozenset[str]) -> ColumnSet:
    """All columns of a frame, the groups in `expanded` opened."""
    scores: list[Column[BoardRow]] = []
    sums: list[Column[BoardRow]] = []
    group_of: dict[str, str] = {}
    merged: dict[str, MergedCriterion] = {}
    before = None if frame.before is None else frame.before.key
    band = wording.scores_band(frame.active.key, before, short=bool(expanded))
    for place, top in enumerate(frame.tops):
        if not top.is_group:
            merged[item_key("", top.number)] = top
            scores.append(_item(frame, "", top, band))
            continue
        keys = [item_key(top.number, item.number) for item in top.items]
        merged.update(zip(keys, top.items, strict=True))
        group_of.update(dict.fromkeys([group_key(top.number), *keys], top.number))
        if top.number in expanded:
            title = wording.group_band(top.number, top.contents)
            scores += [_item(frame, top.number, item, title) for item in top.items]
            sums.append(_sum(frame, top, place))
        else:
            scores.append(_group(frame, top, place, band))
    identity = identity_columns(frame.vouched, frame.subject)
    year = () if frame.before_year is None else _last_year(frame.before_year.year)
    return ColumnSet((*identity, *scores, *sums, *_totals(frame), *year, _rating()), group_of, merged)


def identity_columns(
    vouched: Mapping[SubjectId, Vouched] | None = None, subject: SheetSubject = SheetSubject.PERSON
) -> tuple[Column[BoardRow], ...]:
    """Rank, name, unit of a person: all there is before a board is shown."""
    columns: tuple[Column[BoardRow], ...] = (
        Column(
            key="rank", title=wording.RANK, title_tip=wording.RANK_TIP[subject], width=48, kind=Kind.NUMBER,
            align=Align.CENTRE,
            text=lambda row: wording.NOTHING if row.rank is None else str(row.rank),
            look_of=lambda row: Look.MUTED, sort_key=lambda row: row.rank, searchable=False, hideable=False,
        ),
        Column(
            key="name", title=wording.NAME[subject], width=_NAME_WIDTH[subject], look=Look.STRONG,
            stretch=True, hideable=False, text=lambda row: row.label, sort_key=lambda row: row.person.name_sort,
            folded=lambda row: fold(row.label), tooltip=partial(_who, vouched or {}, subject),
            icon=lambda row: "circle-check" if vouched and row.id in vouched else "",
        ),
        Column(
            key="unit", title=wording.UNIT, width=150, look=Look.SMALL,
            text=lambda row: row.person.unit_short, tooltip=lambda row: row.person.unit_name,
            sort_key=lambda row: (row.person.unit_position, row.person.name_sort),
            folded=lambda row: fold(f"{row.person.unit_short} {row.person.unit_name}"),
        ),
    )  # fmt: skip
    return columns if subject is SheetSubject.PERSON else columns[:-1]


def _who(vouched: Mapping[SubjectId, Vouched], subject: SheetSubject, row: BoardRow) -> str:
    person = row.person
    facts = units.unit_facts(person.unit_name, person.post) if subject is SheetSubject.UNIT else ""
    who = ", ".join(part for part in (row.label, facts or person.post, "" if facts else person.unit_name) if part)
    found = vouched.get(row.id)
    return who if found is None else f"{who}\n{second.checked(found.first_by, found.second_by, found.at)}"


def _item(frame: Frame, group: str, item: MergedCriterion, band: str) -> Column[BoardRow]:
    tip = _tip(frame, item)
    return Column(
        key=item_key(group, item.number),
        title=wording.criterion_title(item.number, item.contents),
        title_tip=wording.close_group_tip(tip) if group else tip,
        note=_note(item),
        group=band,
        width=88,
        kind=Kind.SCORE,
        searchable=False,
        hideable=not group,
        score=partial(cells.criterion_cell, frame, item),
        editable=partial(_is_editable, frame, item),
        edit_text=lambda row: cells.criterion_cell(frame, item, row).text,
        check=partial(cells.refusal, item),
        tooltip=lambda row: cells.cell_tip(item, row, cells.criterion_cell(frame, item, row)),
        sort_key=lambda row: _item_points(frame, item, row),
        expanded=True if group else None,
    )


def _group(frame: Frame, top: MergedCriterion, place: int, band: str) -> Column[BoardRow]:
    return Column(
        key=group_key(top.number),
        title=wording.group_title(top.number, top.contents),
        title_tip=wording.open_group_tip(_tip(frame, top)),
        note=wording.maximum(top.distinct_maxima),
        group=band,
        width=88,
        kind=Kind.SCORE,
        searchable=False,
        score=partial(cells.group_cell, frame, top),
        tooltip=lambda row: cells.cell_tip(top, row, cells.group_cell(frame, top, row)),
        sort_key=lambda row: _hundredths(row.sums[place]),
        expanded=False,
    )


def _sum(frame: Frame, top: MergedCriterion, place: int) -> Column[BoardRow]:
    return _points_column(
        sum_key(top.number),
        wording.group_sum_title(top.number),
        lambda row: row.sums[place],
        band=wording.GROUP_SUMS_BAND,
        tip=_tip(frame, top),
        width=60,
    )


def _totals(frame: Frame) -> tuple[Column[BoardRow], ...]:
    before = None if frame.before is None else frame.before.key
    difference = _points_column(
        "difference",
        wording.DIFFERENCE,
        lambda row: row.line.difference,
        band=wording.TOTALS_BAND,
        tip=wording.difference_tip(frame.active.key, before),
        width=58,
        words=wording.signed,
    )
    return (*(_total(frame, stage) for stage in frame.stages), difference)


def _total(frame: Frame, stage: StageView) -> Column[BoardRow]:
    return _points_column(
        total_key(stage.key),
        wording.STAGE_TOTAL[stage.key],
        lambda row: row.line.points(stage.key),
        band=wording.TOTALS_BAND,
        tip=wording.STAGE_NAME[stage.key],
        width=_TOTAL_WIDTH[stage.key],
        look=Look.TOTAL if stage == frame.active else Look.PLAIN,
        tooltip=partial(_why, frame, stage),
        explains=True,
    )


def _points_column(
    key: str,
    title: str,
    points: Callable[[BoardRow], Points | None],
    *,
    band: str,
    tip: str,
    width: int,
    look: Look = Look.PLAIN,
    words: Callable[[Points], str] = str,
    tooltip: Callable[[BoardRow], str] | None = None,
    explains: bool = False,
) -> Column[BoardRow]:
    def text(row: BoardRow) -> str:
        value = points(row)
        return wording.NOTHING if value is None else words(value)

    return Column(
        key=key, title=title, title_tip=tip, group=band, width=width, kind=Kind.NUMBER, look=look, text=text,
        sort_key=lambda row: _hundredths(points(row)), searchable=False, tooltip=tooltip,
        explains=explains,
    )  # fmt: skip


def _last_year(year: int) -> tuple[Column[BoardRow], ...]:
    """Last year's total of the same stage, and by how much this year's differs: a sign and a word, never colour
    alone."""
    band = units.LAST_YEAR_BAND
    return (
        Column(
            key="last_year", title=units.LAST_YEAR, title_tip=units.last_year_tip(year), group=band, width=76,
            kind=Kind.NUMBER, text=lambda row: units.last_year(_before(row)), searchable=False,
            sort_key=lambda row: _hundredths(_before(row)),
        ),
        Column(
            key="change", title=units.CHANGE, title_tip=units.change_tip(year), group=band, width=84,
            kind=Kind.CHIP, chip=lambda row: change_chip(row.last_year), searchable=False,
            tooltip=lambda row: units.compared(year, row.last_year),
            sort_key=lambda row: None if row.last_year is None else _hundredths(row.last_year.difference),
        ),
    )  # fmt: skip


def _before(row: BoardRow) -> Points | None:
    return None if row.last_year is None or row.last_year.before is None else row.last_year.before.points


def _rating() -> Column[BoardRow]:
    return Column(
        key=RATING, title=wording.RATING, group=wording.RATING_BAND, width=116, kind=Kind.CHIP, chip=cells.rating_chip,
        tooltip=cells.rating_tip, searchable=False,
        sort_key=lambda row: None if row.line.rating.rating is None else -row.line.rating.rating.order,
        spoken=lambda row: wording.rating_spoken(cells.rating_chip(row).word, cells.rating_tip(row)),
    )  # fmt: skip


def _why(frame: Frame, stage: StageView, row: BoardRow) -> str:
    """The groups that make up a total."""
    if row.sheet is None:
        return wording.NO_SHEET_CELL
    parts: list[tuple[str, str]] = []
    for top in row.sheet.children():
        is_group = top.kind is CriterionKind.GROUP
        points = row.group_points(stage, top) if is_group else row.points(stage, top)
        sign = "-" if top.kind is CriterionKind.DEDUCTION and points is not None else ""
        parts.append((f"{top.number}. {top.content}", wording.NOTHING if points is None else f"{sign}{points}"))
    return wording.total_tip(stage.key, parts, row.line.points(stage.key), row.sheet.code, row.sheet.version)


def _is_editable(frame: Frame, item: MergedCriterion, row: BoardRow) -> bool:
    return not frame.is_locked and cells.criterion_of(item, row) is not None


def _item_points(frame: Frame, item: MergedCriterion, row: BoardRow) -> int | None:
    criterion = cells.criterion_of(item, row)
    return None if criterion is None else _hundredths(row.points(frame.active, criterion))


def _hundredths(points: Points | None) -> int | None:
    return None if points is None else points.hundredths


def _note(item: MergedCriterion) -> str:
    kinds = {criterion.kind for criterion in item.by_sheet.values()}
    if kinds == {CriterionKind.BONUS}:
        return wording.bonus(item.distinct_maxima)
    return (wording.deduction if kinds == {CriterionKind.DEDUCTION} else wording.maximum)(item.distinct_maxima)


def _tip(frame: Frame, merged: MergedCriterion) -> str:
    lines = [
        (frame.sheets[sheet_id].code, criterion.content, merged.maxima[sheet_id])
        for sheet_id, criterion in merged.by_sheet.items()
    ]
    return wording.column_tip(merged.number, lines)
