"""Reads the units: the tree with the school as its root, one unit's facts, its members on any day. Writes nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.models.campaigns import Launch, Registration
from db.models.organisation import Person, Unit
from db.models.scoring import Rating
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.trees import below, sums
from thidua_gui.services.memberships import employed, main_posts, people_with_post_in
from thidua_gui.services.naming import told_apart
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import nodes_of, ordered_rows, row_of, unit_names

MEMBER_FIELDS = Person.id, Person.code, Person.full_name, Person.name_sort, Person.born_on, Person.staff_group


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the order of the tree; `members` counts its own people on the day, `members_below` with all below."""

    id: UnitId
    code: str
    name: str
    short_name: str
    kind: str
    parent_id: UnitId | None
    depth: int
    is_root: bool
    closed_on: date | None
    members: int
    members_below: int
    children: int


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What the unit's own row says; `chosen_short_name` None = the program shortens the name itself."""

    id: UnitId
    code: str
    name: str
    chosen_short_name: str | None
    kind: str
    parent_id: UnitId | None
    parent_name: str | None
    opened_on: date | None
    closed_on: date | None
    head_id: PersonId | None
    head_name: str | None
    is_root: bool


@dataclass(frozen=True, slots=True)
class UnitYear:
    """What the unit did in one campaign; None = not (yet)."""

    launched_on: date | None
    rating: str | None
    registered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member on the day asked for."""

    id: PersonId
    code: str
    full_name: str
    name_sort: str
    born_on: date | None
    unit_id: UnitId
    unit: str
    post: str | None
    staff_group: str | None
    since: date | None
    told_apart: str


def day_for(year: int, today: date) -> date:
    """The day on which a campaign's year is looked at: today while it runs, else its last or first day."""
    if today.year == year:
        return today
    return date(year, 12, 31) if today.year > year else date(year, 1, 1)


def units(on: date, *, with_closed: bool = False) -> tuple[UnitRow, ...]:
    """The tree, each unit before those below it; four queries whatever its size."""
    with read():
        rows = ordered_rows()
        own = member_counts(on)
    kept = [row for row in rows if with_closed or row.is_root or _exists(row, on)]
    return _tree(kept, own)


def unit(unit_id: UnitId) -> UnitFacts:
    """One unit; `unit_gone` when it is no longer there."""
    with read():
        row = row_of(unit_id)
        parent = None if row.parent_id is None else Unit.get_or_none(Unit.id == row.parent_id)
        head = None if row.head_id is None else Person.get_or_none(Person.id == row.head_id)
    return UnitFacts(
        UnitId(row.id), row.code, row.name, row.short_name, row.kind,
        None if parent is None else UnitId(parent.id), None if parent is None else parent.name,
        row.opened_on, row.closed_on,
        None if head is None else PersonId(head.id), None if head is None else head.full_name, bool(row.is_root),
    )


def unit_year(unit_id: UnitId, campaign_id: CampaignId) -> UnitYear:
    """The unit's launch, collective rating and registrations of the year."""
    with read():
        launch = Launch.get_or_none((Launch.campaign == campaign_id) & (Launch.unit == unit_id))
        rating = Rating.get_or_none((Rating.campaign == campaign_id) & (Rating.unit == unit_id))
        registrations = Registration.select().where(
            (Registration.campaign == campaign_id) & (Registration.unit == unit_id)
        ).order_by(Registration.position, Registration.id)
        titles = tuple(row.title for row in registrations)
    return UnitYear(None if launch is None else launch.launched_on, None if rating is None else rating.rating, titles)


def members(unit_id: UnitId, on: date, *, with_children: bool = False) -> tuple[MemberRow, ...]:
    """People whose main post on the day is in the unit (or below it), in Vietnamese name order."""
    with read():
        rows = ordered_rows()
        nodes = nodes_of(rows)
        shown = below(unit_id, nodes) if with_children else {unit_id}
        everywhere = len(shown) == len(rows)
        posts = main_posts(on, within=None if everywhere else shown)
        condition = employed(on)
        if not everywhere:
            condition &= Person.id.in_(people_with_post_in(shown, on))
        people = Person.select(*MEMBER_FIELDS).where(condition).order_by(Person.name_sort, Person.born_on, Person.id)
        found = [(row, posts[PersonId(row[0])]) for row in fetch(people) if PersonId(row[0]) in posts]
        apart = told_apart(on, posts=posts) if everywhere else told_apart(on, [post.person_id for _, post in found])
    short = unit_names(rows)
    return tuple(
        MemberRow(
            post.person_id, code, full_name, name_sort, day(born_on), post.unit_id, short[post.unit_id],
            post.post, staff_group, post.from_on, apart.get(post.person_id, ""),
        )
        for (_, code, full_name, name_sort, born_on, staff_group), post in found
    )


def _exists(row: Unit, on: date) -> bool:
    """From its first to its last day; unknown days exclude nothing."""
    return (row.opened_on is None or row.opened_on <= on) and (row.closed_on is None or row.closed_on >= on)


def member_counts(on: date) -> Mapping[UnitId, int]:
    """How many people have their main post in each unit on the day."""
    working = {person for (person,) in fetch(Person.select(Person.id).where(employed(on)))}
    return Counter(post.unit_id for post in main_posts(on).values() if post.person_id in working)


def _tree(rows: Sequence[Unit], own: Mapping[UnitId, int]) -> tuple[UnitRow, ...]:
    nodes = nodes_of(rows)
    totals = sums(nodes, own)
    children = Counter(node.parent for node in nodes)
    by_id = {UnitId(row.id): row for row in rows}
    short = unit_names(rows)
    return tuple(
        UnitRow(
            node.key, row.code, row.name, short[node.key], row.kind, node.parent, node.depth, bool(row.is_root),
            row.closed_on, own.get(node.key, 0), totals[node.key], children[node.key],
        )
        for node in nodes for row in (by_id[node.key],)
    )
