"""The slides of a meeting, made of what is recorded: each a frozen value that holds only what may stand on the wall.

Made at once for the whole meeting, so that showing one asks nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db.models.initiatives import Initiative
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import AgendaItemId, BallotId, CampaignId, CandidateId, MeetingId, PersonId, ProposalId, UnitId
from thidua_gui.core.meetings import ItemKind, ItemState
from thidua_gui.core.projection import (
    MOST_ACHIEVEMENTS,
    MOST_ROWS,
    MOST_YEARS,
    AgendaLine,
    AgendaSlide,
    BallotSlide,
    CandidateSlide,
    Conditions,
    Frame,
    ListLine,
    ListSlide,
    ProjectionView,
    QuotaSlide,
    ResultLine,
    ResultSlide,
    Score,
    Step,
    Tone,
    WaitingSlide,
    YearTitle,
    pages,
)
from thidua_gui.core.titles import TitleGroup, TitleKey, group_of, rank
from thidua_gui.services import agenda, attachments, awards, ballots, meeting_results, meetings, settings
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.meeting_views import (
    BallotView,
    CandidateRow,
    CandidateVerdict,
    CountLine,
    ItemRow,
    MeetingView,
)
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.services.proposal_views import ProposalList, ProposalRow
from thidua_gui.services.proposals import proposal_list
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read
from thidua_gui.text import projection as wording
from thidua_gui.text import proposals_quota
from thidua_gui.text.council import OUTCOMES

_SHOWS_SCORE = "council.shows_score"
_HIGH = frozenset({
    TitleKey.GRASSROOTS_FIGHTER, TitleKey.PROVINCIAL_FIGHTER, TitleKey.NATIONAL_FIGHTER, TitleKey.EXCELLENT_COLLECTIVE,
    TitleKey.ACADEMY_FLAG, TitleKey.EMULATION_FLAG, TitleKey.GOVERNMENT_FLAG,
})  # fmt: skip
_STEPS = {ItemState.WAITING: Step.WAITING, ItemState.CURRENT: Step.CURRENT, ItemState.DONE: Step.DONE}


@dataclass(frozen=True, slots=True)
class Cue:
    """One slide in the order of the meeting. `key` stays the same when the meeting is read anew; `label` is for the
    operator."""

    key: str
    label: str
    view: ProjectionView
    item_id: AgendaItemId | None = None
    candidate_id: CandidateId | None = None
    ballot_id: BallotId | None = None


def shows_score(on: date) -> bool:
    """Whether the wall shows the candidate's own total and place; the school's own choice."""
    return settings.get(_SHOWS_SCORE, True, on)


def set_shows_score(is_shown: bool) -> Changes:
    """Decide it."""
    return settings.put(_SHOWS_SCORE, is_shown, title=wording.STEP_SHOWS_SCORE)


def waiting(meeting_id: MeetingId) -> WaitingSlide:
    """Màn chờ."""
    with read():
        meeting = meetings.meeting(meeting_id)
        return _Show(meeting).waiting()


def cues(meeting_id: MeetingId, rows: int = MOST_ROWS) -> tuple[Cue, ...]:
    """Every slide of the meeting as it stands; `rows`: how many the room's screen shows of a list at once."""
    with read():
        return tuple(_Show(meetings.meeting(meeting_id), rows).cues())


class _Show:
    """To be used inside one read."""

    def __init__(self, meeting: MeetingView, rows: int = MOST_ROWS) -> None:
        self._meeting = meeting
        self._rows = rows
        self._campaign = CampaignId(meeting.campaign_id)
        self._school = letterhead(self._campaign).office.running_name
        self._portraits: dict[PersonId, bytes | None] = {}

    def waiting(self) -> WaitingSlide:
        meeting = self._meeting
        note = wording.place_and_time(meeting.place, meeting.held_on, meeting.starts_at)
        return WaitingSlide(wording.COUNCIL, self._school, note)

    def cues(self) -> Iterator[Cue]:
        yield Cue("waiting", wording.CUE_WAITING, self.waiting())
        yield from self._agenda()
        for item in self._items:
            yield from self._of_item(item)
        yield Cue("thanks", wording.CUE_THANKS, WaitingSlide(wording.THANKS, self._school))

    @cached_property
    def _items(self) -> tuple[ItemRow, ...]:
        return agenda.items(self._meeting.id)

    @cached_property
    def _verdicts(self) -> Mapping[AgendaItemId, tuple[CandidateVerdict, ...]]:
        return {item.id: verdicts for item, verdicts in meeting_results.results(self._meeting.id)}

    @cached_property
    def _ballots(self) -> tuple[BallotView, ...]:
        return ballots.of_meeting(self._meeting.id)

    @cached_property
    def _proposed(self) -> Mapping[ProposalId, ProposalRow]:
        return {row.id: row for found in self._lists.values() for row in found.rows}

    @cached_property
    def _lists(self) -> Mapping[str, ProposalList]:
        wanted = {item.award_kind for item in self._items if item.award_kind in kinds()}
        return {kind: proposal_list(self._campaign, kind) for kind in sorted(kind for kind in wanted if kind)}

    @cached_property
    def _people_awards(self) -> Mapping[PersonId, tuple[AwardRow, ...]]:
        return awards.of_people([one.person_id for one in self._candidates if one.person_id is not None])

    @cached_property
    def _unit_awards(self) -> Mapping[UnitId, tuple[AwardRow, ...]]:
        return awards.of_units([one.unit_id for one in self._candidates if one.unit_id is not None])

    @cached_property
    def _candidates(self) -> tuple[CandidateRow, ...]:
        return tuple(one for item in self._items for one in item.candidates)

    @cached_property
    def _shows_score(self) -> bool:
        return shows_score(self._meeting.held_on or date(self._meeting.year, 12, 31))

    def _frame(self, heading: str, aside: str = "") -> Frame:
        return Frame(heading, aside, self._school, wording.foot(self._meeting.held_on))

    def _agenda(self) -> Iterator[Cue]:
        lines = [
            AgendaLine(str(place), item.title, self._size_of(item), _STEPS[item.state])
            for place, item in enumerate(self._items, 1)
        ]
        parts = pages(lines, self._rows)
        for place, part in enumerate(parts, 1):
            key = "agenda" if place == 1 else f"agenda:{place}"
            slide = AgendaSlide(self._frame(wording.AGENDA, wording.page_of(place, len(parts))), part)
            yield Cue(key, wording.numbered(wording.AGENDA, place, len(parts)), slide)

    def _size_of(self, item: ItemRow) -> str:
        count = len(item.candidates)
        return wording.counted(count, collectives=_are_collectives(item)) if count else ""

    def _of_item(self, item: ItemRow) -> Iterator[Cue]:
        if item.kind is not ItemKind.AWARD or not item.candidates:
            slide = WaitingSlide(item.title, self._school)
            yield Cue(f"item:{item.id}", item.title, slide, item.id)
            return
        yield from self._paged(item, "list", self._listed(item))
        quota = self._quota(item)
        if quota is not None:
            yield Cue(f"quota:{item.id}", wording.CUE_QUOTA, quota, item.id)
        for place, one in enumerate(item.candidates, 1):
            yield Cue(f"candidate:{one.id}", one.name, self._card(item, one, place), item.id, one.id)
        for ballot in self._last_of(item):
            yield from self._of_ballot(item, ballot)
        if any(one.outcome is not None for one in item.candidates):
            yield from self._paged(item, "final", self._final(item))

    def _paged(self, item: ItemRow, kind: str, slides: Sequence[ListSlide]) -> Iterator[Cue]:
        label = wording.CUE_LIST if kind == "list" else wording.CUE_FINAL
        for place, slide in enumerate(slides, 1):
            yield Cue(f"{kind}:{item.id}:{place}", wording.numbered(label, place, len(slides)), slide, item.id)

    def _listed(self, item: ItemRow) -> list[ListSlide]:
        found = self._lists.get(item.award_kind or "")
        places = None if found is None or found.quota is None else found.quota.places
        summary = wording.list_summary(len(item.candidates), places, collectives=_are_collectives(item))
        lines = [self._line(place, one) for place, one in enumerate(item.candidates, 1)]
        heading = wording.proposal_heading(_title(item), self._meeting.year)
        return self._list_slides(heading, lines, summary)

    def _line(self, place: int, one: CandidateRow) -> ListLine:
        row = self._proposal(one)
        if row is None or row.outcome is None:
            return ListLine(str(place), one.name, _below(one))
        told = wording.conditions(row.met, row.of, row.outcome, row.overridden, ())
        return ListLine(str(place), one.name, _below(one), wording.condition_words(row.outcome), told.tone)

    def _final(self, item: ItemRow) -> list[ListSlide]:
        lines = []
        for place, one in enumerate(item.candidates, 1):
            word, tone = "", Tone.PLAIN
            if one.outcome is not None:
                word, tone = OUTCOMES[one.outcome], wording.TONES[one.outcome]
            lines.append(ListLine(str(place), one.name, _below(one), word, tone))
        return self._list_slides(wording.final_heading(_title(item), self._meeting.year), lines, "")

    def _list_slides(self, heading: str, lines: Sequence[ListLine], summary: str) -> list[ListSlide]:
        parts = pages(lines, self._rows)
        return [
            ListSlide(self._frame(heading, wording.page_of(place, len(parts))), part, summary)
            for place, part in enumerate(parts, 1)
        ]

    def _card(self, item: ItemRow, one: CandidateRow, place: int) -> CandidateSlide:
        row = self._proposal(one)
        held = self._people_awards.get(one.person_id, ()) if one.person_id else ()
        held = self._unit_awards.get(one.unit_id, ()) if one.unit_id else held
        frame = self._frame(
            wording.proposal_heading(_title(item), self._meeting.year), wording.place_of(place, len(item.candidates))
        )
        return CandidateSlide(
            frame, one.name, _below(one), self._achievements(row), wording.YEARS, self._years(held),
            _conditions(row), self._score(item, row), self._portrait(one.person_id),
            wording.COLLECTIVE if one.is_collective else wording.PORTRAIT, one.is_collective,
        )  # fmt: skip

    def _achievements(self, row: ProposalRow | None) -> tuple[str, ...]:
        """The first lines of what the proposal says, as people wrote them; then the initiatives by name."""
        if row is None:
            return ()
        lines = [line.strip(" -•\t;") for line in row.achievement.splitlines()]
        used = [wording.initiative(self._initiatives[code]) for code in row.initiatives if code in self._initiatives]
        return tuple(line for line in (*lines, *used) if line)[:MOST_ACHIEVEMENTS]

    @cached_property
    def _initiatives(self) -> Mapping[str, str]:
        return dict(fetch(Initiative.select(Initiative.code, Initiative.name).where(
            Initiative.campaign == self._campaign
        )))  # fmt: skip

    def _proposal(self, one: CandidateRow) -> ProposalRow | None:
        return None if one.proposal_id is None else self._proposed.get(one.proposal_id)

    def _score(self, item: ItemRow, row: ProposalRow | None) -> Score | None:
        if not self._shows_score or row is None or row.total is None:
            return None
        rows = (self._proposal(one) for one in item.candidates)
        totals = [other.total for other in rows if other is not None and other.total is not None]
        place = 1 + sum(total > row.total for total in totals)
        return Score(wording.SCORE, str(row.total), wording.rank_of(place, len(totals)))

    def _years(self, held: Iterable[AwardRow]) -> tuple[YearTitle, ...]:
        best: dict[int, AwardRow] = {}
        for award in held:
            is_title = award.key is not None and group_of(award.key) is TitleGroup.TITLE
            before = best.get(award.year)
            if is_title and award.revocation is None and (before is None or rank(award.key) > rank(before.key)):
                best[award.year] = award
        last = self._meeting.year
        return tuple(_year(year, best.get(year)) for year in range(last - MOST_YEARS, last))

    def _portrait(self, person_id: PersonId | None) -> bytes | None:
        if person_id is None:
            return None
        if person_id not in self._portraits:
            self._portraits[person_id] = attachments.portrait(person_id)
        return self._portraits[person_id]

    def _quota(self, item: ItemRow) -> QuotaSlide | None:
        quota = meeting_results.quota_with(self._campaign, item.award_kind, item.candidates)
        if quota is None:
            return None
        collectives = _are_collectives(item)
        shorts = {key: kind.short for key, kind in kinds().items()}
        passed = sum(one.outcome is not None and wording.TONES[one.outcome] is Tone.PASSED for one in item.candidates)
        kind = kinds()[item.award_kind or ""]
        return QuotaSlide(
            self._frame(wording.quota_heading(_title(item), self._meeting.year)),
            proposals_quota.heading(kind.short, quota), quota.places, quota.proposed, passed,
            proposals_quota.sum_of(quota, shorts, of_units=collectives),
            wording.over(quota.over, collectives=collectives),
        )  # fmt: skip

    def _last_of(self, item: ItemRow) -> list[BallotView]:
        """Of each round the last version that was published; while there is none the one under way."""
        rounds: dict[int, BallotView] = {}
        for one in self._ballots:
            if one.item_id == item.id and (one.is_published or one.round not in rounds):
                rounds[one.round] = one
        return list(rounds.values())

    def _of_ballot(self, item: ItemRow, ballot: BallotView) -> Iterator[Cue]:
        if not ballot.is_published:
            names = pages(tuple(line.name for line in ballot.lines), self._rows)
            for place, part in enumerate(names, 1):
                slide = BallotSlide(
                    self._frame(
                        wording.proposal_heading(_title(item), self._meeting.year), wording.page_of(place, len(names))
                    ),
                    wording.VOTING[ballot.method], part, wording.STEPS[ballot.method],
                )  # fmt: skip
                label = wording.numbered(wording.CUE_BALLOT, place, len(names))
                yield Cue(f"ballot:{ballot.item_id}:{ballot.round}:{place}", label, slide, item.id, None, ballot.id)
            return
        slides = self._result_slides(item, ballot)
        for place, result in enumerate(slides, 1):
            label = wording.numbered(wording.CUE_RESULT, place, len(slides))
            yield Cue(f"result:{ballot.item_id}:{ballot.round}:{place}", label, result, item.id, None, ballot.id)

    def _result_slides(self, item: ItemRow, ballot: BallotView) -> list[ResultSlide]:
        """Only of a published ballot; each page has lines of one threshold."""
        if not ballot.is_published:
            raise ValueError("the numbers of a ballot under way are nobody's to see")
        lines = sorted(ballot.lines, key=lambda line: -(line.counted.agree or 0))
        collectives = _are_collectives(item)
        passed = sum(_tone(line) is Tone.PASSED for line in lines)
        parts = pages(lines, self._rows)
        summary = wording.ballot_summary(ballot.room.members, ballot.room.present, ballot.papers.returned)
        return [
            ResultSlide(
                self._frame(
                    wording.result_heading(_title(item), self._meeting.year, ballot.round),
                    wording.page_of(place, len(parts)),
                ),
                summary, _threshold(part, ballot), tuple(map(_result_line, part)),
                wording.passed(passed, collectives=collectives), wording.failed(len(lines) - passed),
            )
            for place, part in enumerate(parts, 1)
        ]  # fmt: skip


def _title(item: ItemRow) -> str:
    """The award in its full name, else the item as somebody named it."""
    kind = kinds().get(item.award_kind or "")
    return item.title if kind is None else kind.name


def _are_collectives(item: ItemRow) -> bool:
    return bool(item.candidates) and all(one.is_collective for one in item.candidates)


def _below(one: CandidateRow) -> str:
    return "" if one.is_collective else one.below


def _conditions(row: ProposalRow | None) -> Conditions | None:
    if row is None or row.outcome is None:
        return None
    return wording.conditions(row.met, row.of, row.outcome, row.overridden, row.initiatives)


def _year(year: int, award: AwardRow | None) -> YearTitle:
    if award is None:
        return YearTitle(str(year), wording.NO_TITLE)
    return YearTitle(str(year), award.short, award.key in _HIGH)


def _tone(line: CountLine) -> Tone:
    outcome = line.verdict.outcome
    return Tone.PLAIN if outcome is None else wording.TONES[outcome]


def _threshold(lines: Sequence[CountLine], ballot: BallotView) -> str:
    """With its votes where all lines need the same, else the share alone: who steps out leaves a line's base."""
    asked = {(line.verdict.needed, line.verdict.base) for line in lines}
    needed, base = next(iter(asked)) if len(asked) == 1 else (None, None)
    if needed is None or base is None:
        return wording.share_needed(ballot.threshold)
    return wording.threshold(needed, base, ballot.threshold, ballot.method)


def _result_line(line: CountLine) -> ResultLine:
    verdict = line.verdict
    word = wording.verdict_word(verdict)
    return ResultLine(line.name, verdict.agree or 0, verdict.base or 0, verdict.needed or 0, word, _tone(line))
