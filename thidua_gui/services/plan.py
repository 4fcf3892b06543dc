"""The year's plan: its head, its paragraphs, what milestones and targets it speaks of. Copies it to another year.

Knows no window; its paragraphs are changed by plan_edit, its paper is made by plan_document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.models.campaigns import Campaign
from db.models.organisation import Unit
from db.models.plan import Milestone, PlanItem, PlanItemUnit, Target
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, MilestoneId, PlanItemId, UnitId
from thidua_gui.core.new_year import worded_for
from thidua_gui.core.plan_outline import MARKING, PARTS, Entry, Numbers, PlanSection, marks, numbered
from thidua_gui.core.trees import depth_first
from thidua_gui.core.vietnamese import tidy
from thidua_gui.documents import plan_content
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.wording import Wording, wording
from thidua_gui.services.campaigns import CampaignState, refuse_if_closed, row_of
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.services.unit_tree import unit_names
from thidua_gui.text import plan as texts

TABLES = ("campaigns", "plan_items", "plan_item_units", "milestones", "targets", "units", "settings")


@dataclass(frozen=True, slots=True)
class PlanHead:
    """What stands around the text: number, date and place, title (trích yếu), signer, themes; None = not yet said.

    `signer_authority` is the whole line above the signer's post: "T/M BAN GIÁM HIỆU", "K/T HIỆU TRƯỞNG".
    """

    number: str | None = None
    issued_on: date | None = None
    issued_at: str | None = None
    title: str | None = None
    signer_name: str | None = None
    signer_post: str | None = None
    signer_authority: str | None = None
    theme: str | None = None
    school_theme: str | None = None


@dataclass(frozen=True, slots=True)
class PlanLine:
    """Đoạn văn of the plan. `mark` is printed before it, `number` only when somebody chose it; `targets` are the codes
    of the targets that come from it. A line without `id` is that of a milestone."""

    id: PlanItemId | None
    section: PlanSection
    depth: int
    mark: str
    text: str
    number: str | None = None
    carrier: str | None = None
    units: tuple[UnitId, ...] = ()
    unit_names: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    milestone: MilestoneId | None = None


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A section with its lines; `part` is the heading of the part that begins with it, "" without one."""

    section: PlanSection
    part: str
    title: str
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """The whole plan. `usual` says what stands on paper for what the head leaves open."""

    campaign_id: CampaignId
    year: int
    is_closed: bool
    style: HeadingStyle
    head: PlanHead
    usual: PlanHead
    parts: tuple[PlanPart, ...]
    units: tuple[tuple[UnitId, str], ...]

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        """Every line, in the order of the paper."""
        return tuple(line for part in self.parts for line in part.lines)

    @property
    def is_empty(self) -> bool:
        """Nobody has written anything but the head yet."""
        return all(line.id is None for line in self.lines)


@dataclass(frozen=True, slots=True)
class PlanSource:
    """Another year whose plan can be taken over, and how many paragraphs it has."""

    campaign_id: CampaignId
    year: int
    items: int


def plan(campaign_id: CampaignId) -> PlanView:
    """The plan of a year, read in a few queries however long it is."""
    with read():
        year = row_of(campaign_id)
        head = letterhead(campaign_id)
        units = _open_units()
        words = wording(plan_content.KIND, year.plan_issued_on or date(year.year, 12, 31))
        lines = _lines(campaign_id, words)
    usual = PlanHead(
        issued_at=head.office.place,
        title=words.text("subject", year=year.year),
        signer_name=head.signer_name,
        signer_post=head.signer_post,
    )
    return PlanView(
        campaign_id,
        year.year,
        year.state == CampaignState.CLOSED,
        head.style,
        head_of(year),
        usual,
        tuple(_parts(lines, words, year.year)),
        units,
    )


def sources(campaign_id: CampaignId) -> tuple[PlanSource, ...]:
    """The other years that have a plan, the newest first."""
    with read():
        counts: dict[int, int] = defaultdict(int)
        for row in PlanItem.select(PlanItem.campaign).where(PlanItem.campaign != campaign_id):
            counts[row.campaign_id] += 1
        years = Campaign.select(Campaign.id, Campaign.year).where(Campaign.id.in_(list(counts)))
        found = [PlanSource(CampaignId(row.id), row.year, counts[row.id]) for row in years]
    return tuple(sorted(found, key=lambda source: -source.year))


def edit_head(campaign_id: CampaignId, head: PlanHead) -> Changes:
    """Say number, date, place, title, signer and themes anew."""
    with write(texts.OP_HEAD) as operation:
        row = refuse_if_closed(campaign_id)
        judged = _judged(head, row.year)
        save_changed(row, _columns(judged))
    return operation.changes


def copy_from(campaign_id: CampaignId, source_id: CampaignId) -> Changes:
    """Take over the text of another year's plan into a year that has none yet."""
    with write(texts.op_copy(row_of(source_id).year)) as operation:
        refuse_if_closed(campaign_id)
        if PlanItem.select().where(PlanItem.campaign == campaign_id).exists():
            raise UserError("plan_not_empty")
        copy_items(source_id, campaign_id)
    return operation.changes


def copy_items(source: CampaignId, target: CampaignId) -> Mapping[int, int]:
    """Copy the paragraphs, and who carries them, into another year inside the write of a larger command; the new row of
    each old one. "năm 2022" becomes the new year, dates stay. Milestones and targets are not copied."""
    before, after = row_of(source).year, row_of(target).year
    made: dict[int, int] = {}
    for row in ordered_items(source):
        text = worded_for(row.text, before, after)
        parent = None if row.parent_id is None else made[row.parent_id]
        new = PlanItem.create(
            campaign=target, section=row.section, parent=parent, position=row.position, number=row.number, text=text,
            carrier=row.carrier,
        )  # fmt: skip
        made[row.id] = new.id
    open_units = PlanItemUnit.select().join(Unit).where(PlanItemUnit.item.in_(list(made)), Unit.closed_on.is_null())
    for link in list(open_units.order_by(PlanItemUnit.id)):
        PlanItemUnit.create(item=made[link.item_id], unit=link.unit_id)
    return made


def head_of(year: Campaign) -> PlanHead:
    """The head as the row keeps it, for services inside a transaction."""
    return PlanHead(
        year.plan_number, year.plan_issued_on, year.plan_issued_at, year.plan_title, year.plan_signer_name,
        year.plan_signer_post, year.plan_signer_authority, year.theme, year.school_theme,
    )  # fmt: skip


def ordered_items(campaign_id: CampaignId, section: PlanSection | None = None) -> list[PlanItem]:
    """The rows in the order of reading, those of a section or all; for services inside a transaction."""
    query = PlanItem.select().where(PlanItem.campaign == campaign_id)
    if section is not None:
        query = query.where(PlanItem.section == section.value)
    rows = list(query.order_by(PlanItem.position, PlanItem.id))
    by_id = {row.id: row for row in rows}
    found: list[PlanItem] = []
    for wanted in PlanSection:
        own: dict[int, int | None] = {0: None}
        own |= {row.id: row.parent_id for row in rows if row.section == wanted}
        found += [by_id[node.key] for node in depth_first(0, own, list(own)) if node.key]
    return found


def own_lines(campaign_id: int) -> list[PlanLine]:
    """The plan's own lines in the order of reading, without their marks; for services inside a transaction."""
    items = ordered_items(CampaignId(campaign_id))
    units, codes = _units_of(items), _codes_of(CampaignId(campaign_id))
    used = {unit for carriers in units.values() for unit in carriers}
    names = unit_names(Unit.select().where(Unit.id.in_(list(used))))
    depths: dict[int | None, int] = {None: -1}
    lines = []
    for row in items:
        depths[row.id] = depths[row.parent_id] + 1
        at, said = (PlanSection(row.section), depths[row.id], ""), (row.text, row.number, row.carrier)
        own = tuple(units.get(row.id, ()))
        shown = tuple(names[unit] for unit in own)
        lines.append(PlanLine(PlanItemId(row.id), *at, *said, own, shown, tuple(codes.get(row.id, ()))))
    return lines


def milestone_lines(campaign_id: CampaignId, words: Wording) -> list[tuple[MilestoneId, str]]:
    """What the plan says of the milestones: those with words of their own. Where none has any, and the plan has no
    lines of its own for the time, all that are dated."""
    rows = list(
        Milestone.select().where(Milestone.campaign == campaign_id).order_by(Milestone.position, Milestone.id)
    )
    worded = [row for row in rows if row.plan_wording]
    if not worded and ordered_items(campaign_id, PlanSection.SCHEDULE):
        return []
    lines = [
        (MilestoneId(row.id), plan_content.milestone_line(row.name, row.plan_wording, row.from_on, row.due_on, words))
        for row in worded or rows
    ]
    return [(key, text) for key, text in lines if text]


def _lines(campaign_id: CampaignId, words: Wording) -> dict[PlanSection, list[PlanLine]]:
    """The lines of each section, marks not yet put; those of milestones first."""
    lines: dict[PlanSection, list[PlanLine]] = {section: [] for section in PlanSection}
    for key, text in milestone_lines(campaign_id, words):
        lines[PlanSection.SCHEDULE].append(PlanLine(None, PlanSection.SCHEDULE, 0, "", text, milestone=key))
    for line in own_lines(campaign_id):
        lines[line.section].append(line)
    return lines


def _codes_of(campaign_id: CampaignId) -> Mapping[int, list[str]]:
    """The targets' codes by the line they come from."""
    codes: dict[int, list[str]] = defaultdict(list)
    linked = Target.select().where(Target.campaign == campaign_id, Target.plan_item.is_null(False))
    for target in linked.order_by(Target.position, Target.id):
        codes[target.plan_item_id or 0].append(target.code)
    return codes


def _units_of(items: Sequence[PlanItem]) -> Mapping[int, list[UnitId]]:
    found: dict[int, list[UnitId]] = defaultdict(list)
    links = PlanItemUnit.select().where(PlanItemUnit.item.in_([row.id for row in items]))
    for link in links.order_by(PlanItemUnit.id):
        found[link.item_id].append(UnitId(link.unit_id))
    return found


def _open_units() -> tuple[tuple[UnitId, str], ...]:
    """Those that can carry a task, in their order; a province has thousands."""
    rows = Unit.select(Unit.id, Unit.name).where(Unit.closed_on.is_null())
    return tuple((UnitId(key), name) for key, name in fetch(rows.order_by(Unit.position, Unit.name_fold, Unit.id)))


def _parts(lines: Mapping[PlanSection, list[PlanLine]], words: Wording, year: int) -> Iterable[PlanPart]:
    numbers = numbered([section for section, own in lines.items() if own])
    for part, sections in PARTS.items():
        for place, section in enumerate(sections):
            own = numbers.get(section, Numbers())
            title = plan_content.section_title(section, own, words, year)
            heading = ""
            if place == 0 and f"part_{part}" in words.texts:
                roman = next((numbers[one].part for one in sections if numbers.get(one, own).part), "")
                heading = plan_content.part_title(part, Numbers(roman), words)
            yield PlanPart(section, heading, title or texts.SECTIONS[section], _marked(section, lines[section], own))


def _marked(section: PlanSection, lines: Sequence[PlanLine], numbers: Numbers) -> tuple[PlanLine, ...]:
    found = marks([Entry(line.depth, line.number) for line in lines], MARKING[section], numbers.section)
    return tuple(replace(line, mark=mark) for line, mark in zip(lines, found, strict=True))


_PLAN_NUMBER = re.compile(r"\d+\w?\s?[-/]\s?\S+")
_NAME = re.compile(r"[^\d_/\\@#<>]+")


def _judged(head: PlanHead, year: int) -> PlanHead:
    number, name = tidy(head.number or ""), tidy(head.signer_name or "")
    if number and _PLAN_NUMBER.fullmatch(number) is None:
        raise UserError("plan_number_odd", field="number", number=number)
    refuse_odd("issued_on", head.issued_on)
    if head.issued_on is not None and head.issued_on.year != year:
        raise UserError("plan_outside_year", field="issued_on", year=year, day=head.issued_on)
    if name and _NAME.fullmatch(name) is None:
        raise UserError("plan_signer_odd", field="signer_name", name=name)
    if tidy(head.signer_authority or "") and not tidy(head.signer_post or ""):
        raise UserError("plan_post_missing", field="signer_post")
    words = (head.issued_at, head.title, name, head.signer_post, head.signer_authority, head.theme, head.school_theme)
    place, title, name_, post, authority, theme, school_theme = (tidy(text or "") or None for text in words)
    return PlanHead(number or None, head.issued_on, place, title, name_, post, authority, theme, school_theme)


def _columns(head: PlanHead) -> dict[str, object]:
    return {
        "plan_number": head.number,
        "plan_issued_on": head.issued_on,
        "plan_issued_at": head.issued_at,
        "plan_title": head.title,
        "plan_signer_name": head.signer_name,
        "plan_signer_post": head.signer_post,
        "plan_signer_authority": head.signer_authority,
        "theme": head.theme,
        "school_theme": head.school_theme,
    }
