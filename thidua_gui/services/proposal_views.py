"""What the page of proposals is given, as values. Knows no rows and judges nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from thidua_gui.core.cases import CaseKind
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.ids import (
    AttachmentId,
    AwardId,
    CampaignId,
    InitiativeId,
    MovementId,
    ObjectionId,
    OpenCaseId,
    PersonId,
    ProposalId,
    UnitId,
)
from thidua_gui.core.points import Points
from thidua_gui.core.proposals import PaperState, State
from thidua_gui.core.quotas import QuotaStanding
from thidua_gui.core.ratings import Rating


@dataclass(frozen=True, slots=True)
class KindTab:
    """A title or form that may be proposed for; `count` leaves out what was withdrawn."""

    kind: str
    name: str
    short: str
    of_units: bool
    count: int


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """Đề nghị. `rank` is shared by equal totals (`is_tied`), None without a total; `met` of `of` conditions, `of` 0
    where none are set; `overridden` counts conditions set aside by somebody, which the verdict does not hide.
    `is_frozen`: the verdict is the one that the council was given. `at_hand`: the person's own initiatives of
    the year that were not chosen."""

    id: ProposalId
    person_id: PersonId | None
    unit_id: UnitId | None
    code: str
    name: str
    name_sort: str
    unit_name: str
    kind: str
    title: str
    basis: CommendationKind
    state: State
    is_listed: bool
    rank: int | None
    total: Points | None
    rating: Rating | None
    initiatives: tuple[str, ...]
    agree: int | None
    present: int | None
    outcome: Outcome | None
    met: int
    of: int
    overridden: int
    papers_missing: int
    received_on: date | None
    achievement: str
    note: str
    is_tied: bool
    is_below_line: bool
    duplicate: str
    position: int = 0
    is_frozen: bool = False
    at_hand: tuple[str, ...] = ()
    lowered_to: str | None = None
    movement_id: MovementId | None = None
    proposing_unit_id: UnitId | None = None
    award_id: AwardId | None = None

    @property
    def subject(self) -> int:
        """The person's or the unit's id."""
        found = self.unit_id if self.person_id is None else self.person_id
        assert found is not None
        return int(found)


@dataclass(frozen=True, slots=True)
class ProposalList:
    """One tab. `verdict_reason`: why nothing could be judged, or why it is provisional; `regime`: the pack of the day
    of decision; `can_be_provisional`: nothing is judged, yet an earlier law could be used on demand;
    `above_line`: who stands above the quota's line, None without a line; `quota_reason`: why a quota that there is
    cannot be counted yet."""

    campaign_id: CampaignId
    kind: str
    of_units: bool
    rows: tuple[ProposalRow, ...]
    quota: QuotaStanding | None
    verdict_reason: str
    regime: str | None
    is_provisional: bool = False
    can_be_provisional: bool = False
    is_closed: bool = False
    above_line: frozenset[ProposalId] | None = None
    quota_reason: str = ""


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One condition: `needed` and `had` are halves of a sentence; `override` is the reason it was set aside for, None
    if nobody did; `is_checked`: somebody compared it with the legal text."""

    condition: str
    outcome: Outcome
    needed: str
    had: str
    source: str
    is_checked: bool
    is_attested: bool
    override: str | None = None
    overridden_by: str = ""
    overridden_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """Thành phần hồ sơ; `state` None = not there yet. `hint` comes from the list of the title, `note` from the clerk;
    `is_asked` False: noted although the list does not ask for it."""

    name: str
    is_required: bool
    state: PaperState | None
    note: str = ""
    noted_on: date | None = None
    attachment_id: AttachmentId | None = None
    attachment: str = ""
    hint: str = ""
    is_checked: bool = False
    is_asked: bool = True


@dataclass(frozen=True, slots=True)
class EventLine:
    """Who moved it, when, from where to where and why; `from_state` None = it was made."""

    at: datetime
    user: str
    from_state: State | None
    to_state: State
    reason: str


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """Ý kiến phản đối; open until it is settled."""

    id: ObjectionId
    person_id: PersonId | None
    unit_id: UnitId | None
    condition: str
    raised_by: str
    raised_on: date | None
    content: str
    settled_on: date | None
    settlement: str


@dataclass(frozen=True, slots=True)
class CaseLine:
    """Vụ việc; `is_open` on the day of the year's decision."""

    id: OpenCaseId
    person_id: PersonId | None
    unit_id: UnitId | None
    kind: CaseKind
    opened_on: date
    closed_on: date | None
    content: str
    source: str
    conclusion: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class VoteLine:
    """Kết quả bình xét of one unit for this award."""

    unit_name: str
    held_on: date | None
    members: int | None
    present: int | None
    agree: int | None
    disagree: int | None


@dataclass(frozen=True, slots=True)
class InitiativeChoice:
    """An initiative of the person. `why_not`: why it can't be chosen, "" if it can; `warning`: used before, though
    nothing forbids it yet."""

    initiative_id: InitiativeId
    code: str
    name: str
    year: int
    is_chosen: bool
    why_not: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Hồ sơ đề nghị as one page shows it. `reason`: why there are no lines, or why they are provisional."""

    row: ProposalRow
    lines: tuple[DossierLine, ...]
    papers: tuple[PaperLine, ...]
    events: tuple[EventLine, ...]
    objections: tuple[ObjectionLine, ...]
    open_cases: tuple[CaseLine, ...]
    votes: tuple[VoteLine, ...]
    initiatives: tuple[InitiativeChoice, ...]
    reason: str
    pack: str | None
    is_provisional: bool = False
    is_closed: bool = False
    moves: tuple[State, ...] = ()


@dataclass(frozen=True, slots=True)
class Missed:
    """Người bị bỏ sót (eligible, not proposed), or who registered and is not eligible. `lacking`: the halves of
    sentences "cần … / hiện có …" of conditions not met or not known."""

    person_id: PersonId | None
    unit_id: UnitId | None
    code: str
    name: str
    name_sort: str
    unit_name: str
    total: Points | None
    rating: Rating | None
    met: int
    of: int
    outcome: Outcome
    is_registered: bool
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A proposal that meets another of its kind, or an award that was granted; `why` in one sentence."""

    proposal_id: ProposalId
    kind: str
    title: str
    name: str
    unit_name: str
    why: str
