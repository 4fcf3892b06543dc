"""Who gets which certificate, the words of each, and the record of what was printed. Draws nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from db.models.awards import Award, AwardRevocation
from db.models.organisation import Person, Unit
from db.models.printing import IssuedDocument
from thidua_gui.core.changes import Changes
from thidua_gui.core.commendations import AT_ONCE
from thidua_gui.core.ids import AwardId, CampaignId, PersonId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.titles import TitleKey
from thidua_gui.documents.certificate import (
    ADVANCED_LABOURER,
    MERIT,
    CertificateFacts,
    advanced_labourer_certificate,
    merit_certificate,
)
from thidua_gui.documents.content import CertificateContent
from thidua_gui.documents.freeze import freeze
from thidua_gui.services import naming, titles
from thidua_gui.services.campaigns import CampaignSummary, campaign
from thidua_gui.services.letterhead import Letterhead, letterhead
from thidua_gui.services.memberships import HeldPost, main_posts
from thidua_gui.services.scoring import effective_ratings
from thidua_gui.services.transaction import read, write
from thidua_gui.text import certificates as wording
from thidua_gui.text.commendations import kind_name
from thidua_gui.text.names import RATING_SHORT


class CertificateKind(StrEnum):
    """Giấy khen and Giấy chứng nhận Lao động tiên tiến; the values are the ids of their wording."""

    MERIT = MERIT
    ADVANCED_LABOURER = ADVANCED_LABOURER


_TITLE = {
    CertificateKind.MERIT: TitleKey.CERTIFICATE_OF_MERIT,
    CertificateKind.ADVANCED_LABOURER: TitleKey.ADVANCED_LABOURER,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person of the list: on an award, or (`award_id` None) as a draft. `added` tells namesakes apart."""

    person_id: PersonId
    award_id: AwardId | None
    code: str
    name: str
    added: str
    name_sort: str
    post: str
    unit: str
    note: str
    facts: CertificateFacts

    @property
    def is_draft(self) -> bool:
        """No decision stands behind it yet."""
        return self.award_id is None


def award_years(kind: CertificateKind) -> tuple[int, ...]:
    """The years with unrevoked awards of that kind, the newest first."""
    with read():
        return tuple(sorted({award.year for award in _awards(kind, None)}, reverse=True))


def candidates(campaign_id: CampaignId, kind: CertificateKind, year: int) -> tuple[Candidate, ...]:
    """Who can get a certificate for `year`, in Vietnamese order: holders of the award, and for Giấy khen of the
    campaign's own year also, as drafts, everyone rated excellent who has none for it yet, but the signer."""
    with read():
        season = campaign(campaign_id)
        head = letterhead(campaign_id)
        people = {PersonId(row.id): row for row in Person.select()}
        awards = _awards(kind, year)
        found = [_awarded(award, people, head, season) for award in awards]
        if kind is CertificateKind.MERIT and year == season.year:
            holders = {PersonId(award.person_id or 0) for award in awards if award.kind not in AT_ONCE}
            found.extend(_drafts(season, head, people, holders))
        added = naming.told_apart(season.last_day)
        found.sort(key=lambda candidate: (candidate.name_sort, candidate.code))
    return tuple(replace(candidate, added=added.get(candidate.person_id, "")) for candidate in found)


def content(kind: CertificateKind, candidate: Candidate, head: Letterhead) -> CertificateContent:
    """The words of one certificate with this letterhead; UserError names the person and the field that is missing."""
    facts = replace(
        candidate.facts, office=head.office, heading=head.style, signer_post=head.signer_post,
        signer_name=head.signer_name,
    )
    on = facts.decided_on or date(facts.year, 12, 31)
    compose = merit_certificate if kind is CertificateKind.MERIT else advanced_labourer_certificate
    return compose(facts, on)


def record(
    campaign_id: CampaignId,
    printed: Sequence[tuple[Candidate, CertificateContent]],
    layout: tuple[str, int],
    pdf: bytes,
    file_name: str,
    at: datetime,
) -> Changes:
    """Keep every word of what was printed, with the file's SHA-256; drafts are marked as drafts."""
    digest = hashlib.sha256(pdf).hexdigest()
    drafts = sum(candidate.is_draft for candidate, _ in printed)
    with write(wording.step_issued(printed[0][1].kind, len(printed), drafts)) as operation:
        for candidate, words in printed:
            IssuedDocument.create(
                kind=words.kind, campaign=campaign_id, person=candidate.person_id, award=candidate.award_id,
                frozen=freeze(words), layout_id=layout[0], layout_version=layout[1], sha256=digest, pages=1,
                file_name=file_name, draft=candidate.is_draft, issued_at=at,
            )
    return operation.changes


def _awards(kind: CertificateKind, year: int | None) -> list[Award]:
    revoked = AwardRevocation.select(AwardRevocation.award)
    condition = Award.person.is_null(False) & Award.id.not_in(revoked)
    if year is not None:
        condition &= Award.year == year
    return [row for row in Award.select().where(condition) if titles.key_of(row.title) is _TITLE[kind]]


def _awarded(award: Award, people: dict[PersonId, Person], head: Letterhead, season: CampaignSummary) -> Candidate:
    assert award.person_id is not None
    person = people[PersonId(award.person_id)]
    name, post, unit = award.name_then or person.full_name, award.post_then or "", award.unit_then or ""
    facts = CertificateFacts(
        recipient_code=person.code, name=name, post=post, unit=unit, year=award.year, office=head.office,
        signer_post=head.signer_post, signer_name=head.signer_name, heading=head.style,
        decision_number=award.decision_number or "", decided_on=award.decided_on,
        theme="" if award.kind in AT_ONCE or award.year != season.year else season.theme or "",
        achievement=award.achievement or "",
    )
    note = wording.decision_note(award.decision_number, award.year, kind_name(award.kind))
    return Candidate(
        PersonId(person.id), AwardId(award.id), person.code, name, "", person.name_sort, post, unit, note, facts
    )


def _drafts(
    season: CampaignSummary, head: Letterhead, people: dict[PersonId, Person], holders: Collection[PersonId]
) -> list[Candidate]:
    posts = main_posts(season.last_day)
    units = {row.id: row.name for row in Unit.select(Unit.id, Unit.name)}
    ratings = effective_ratings(season.id)
    best = [person for person, rating in ratings.items() if rating is Rating.EXCELLENT]
    wanted = [person for person in best if person != head.signer_id and person not in holders]
    return [_draft(people[person], posts.get(person), units, head, season) for person in wanted]


def _draft(
    person: Person, held: HeldPost | None, units: dict[int, str], head: Letterhead, season: CampaignSummary
) -> Candidate:
    post = "" if held is None else held.post or ""
    unit = "" if held is None else units[held.unit_id]
    facts = CertificateFacts(
        recipient_code=person.code, name=person.full_name, post=post, unit=unit, year=season.year,
        office=head.office, signer_post=head.signer_post, signer_name=head.signer_name, heading=head.style,
        theme=season.theme or "", draft=True,
    )
    note = wording.draft_note(RATING_SHORT[Rating.EXCELLENT])
    return Candidate(
        PersonId(person.id), None, person.code, person.full_name, "", person.name_sort, post, unit, note, facts
    )
