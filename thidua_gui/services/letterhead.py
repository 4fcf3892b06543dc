"""Who issues and signs the documents of a year: the school's own settings over what the year's rows say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from db.models.campaigns import Campaign
from db.models.organisation import Membership, Person, Unit
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.office import Office, office, office_code
from thidua_gui.services import settings
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.memberships import covering, employed
from thidua_gui.services.transaction import read, write
from thidua_gui.text import letterhead as wording

_KEYS = ("parent", "school", "place", "code", "signer_post", "signer_name")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Cơ quan ban hành and người ký; `signer_id` is known when the signer is found among the people."""

    office: Office
    style: HeadingStyle
    signer_post: str
    signer_name: str
    signer_id: PersonId | None


@dataclass(frozen=True, slots=True)
class LetterheadChoice:
    """What the school sets itself; "" = as the year's rows say."""

    style: HeadingStyle
    parent: str = ""
    school: str = ""
    place: str = ""
    code: str = ""
    signer_post: str = ""
    signer_name: str = ""


def letterhead(campaign_id: CampaignId) -> Letterhead:
    """The letterhead of a year's documents."""
    with read():
        year = row_of(campaign_id)
        return _resolved(year, chosen(_last_day(year)))


def by_the_rows(campaign_id: CampaignId) -> Letterhead:
    """What the year's rows alone say: what a field that the school leaves empty stands for. The signer is whoever
    holds the post that the school has chosen."""
    with read():
        year = row_of(campaign_id)
        own = chosen(_last_day(year))
        found = _resolved(year, LetterheadChoice(own.style, signer_post=own.signer_post))
    return replace(found, signer_post=wording.PRINCIPAL)


def _resolved(year: Campaign, own: LetterheadChoice) -> Letterhead:
    found = office(_heading(year), own.place or year.plan_issued_at or "", own.code or _code(year))
    post, signer = _signer(own.signer_post, _last_day(year))
    issuer = Office(found.full_name, own.school or found.name, own.parent or found.parent, found.place, found.code)
    name = own.signer_name or ("" if signer is None else signer.full_name)
    same = signer is not None and fold(signer.full_name) == fold(name)
    return Letterhead(issuer, own.style, post, name, PersonId(signer.id) if signer is not None and same else None)


def _signer(chosen_post: str, on: date) -> tuple[str, Person | None]:
    """Post and person: of the chosen post, else of the first post of who is in charge that somebody holds."""
    posts = (chosen_post,) if chosen_post else wording.IN_CHARGE
    for post in posts:
        holder = _holder(post, on)
        if holder is not None:
            return post, holder
    return posts[0], None


def _last_day(year: Campaign) -> date:
    return date(year.year, 12, 31)


def chosen(on: date) -> LetterheadChoice:
    """What the school has set, as it applies on that day."""
    own = {key: settings.get(f"letterhead.{key}", "", on) for key in _KEYS}
    return LetterheadChoice(HeadingStyle(settings.get("letterhead.style", HeadingStyle.PARTY.value, on)), **own)


def choose(choice: LetterheadChoice, valid_from: date | None = None) -> Changes:
    """Set the letterhead from that day on (None = since ever)."""
    with write(wording.STEP) as operation:
        settings.store("letterhead.style", choice.style.value, valid_from)
        for key in _KEYS:
            settings.store(f"letterhead.{key}", tidy(getattr(choice, key)), valid_from)
    return operation.changes


def _heading(year: Campaign) -> str:
    """Row 1 of the year workbook; without one, the school's own name."""
    if year.office_heading:
        return year.office_heading
    root = Unit.get_or_none(Unit.is_root)
    return "" if root is None else root.name.upper()


def _code(year: Campaign) -> str:
    return office_code(year.plan_number or "")


def _holder(post: str, on: date) -> Person | None:
    """Who holds that post on that day; of several the one who has held it longest."""
    found: Person | None = (
        Person.select()
        .join(Membership, on=(Membership.person == Person.id))
        .where(covering(on) & employed(on) & (Membership.post == post))
        .order_by(Membership.from_on.asc(nulls="FIRST"), Person.id)
        .first()
    )
    return found
