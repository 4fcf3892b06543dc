"""What the council said of each candidate, by the published count or the chair's word; where the quota then stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from db.models.meetings import Ballot, Candidate, CandidateResult
from db.models.proposals import Proposal
from thidua_gui.core.changes import Changes
from thidua_gui.core.council import Outcome
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AgendaItemId, BallotId, CampaignId, CandidateId, MeetingId, ProposalId
from thidua_gui.core.meetings import MeetingEventKind
from thidua_gui.core.quotas import Proposed, QuotaStanding
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import agenda, ballot_views, meeting_proposals
from thidua_gui.services.meeting_rows import candidate_row, meeting_row, note, opened
from thidua_gui.services.meeting_views import (
    BallotView,
    CandidateRow,
    CandidateVerdict,
    CountLine,
    ItemRow,
    ItemStanding,
    TieQuestion,
)
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.services.proposal_rows import Totals
from thidua_gui.services.quotas import standing_of
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import council as wording
from thidua_gui.text import council_steps as steps


def results(meeting_id: MeetingId) -> tuple[tuple[ItemRow, tuple[CandidateVerdict, ...]], ...]:
    """Every item that judges somebody, with the verdict on each; queries of a fixed number."""
    with read():
        rows = agenda.items(meeting_id)
        ballots = ballot_views.of_meeting(meeting_id)
    return tuple((row, _verdicts(row, ballots)) for row in rows if row.candidates)


def standing(item_id: AgendaItemId) -> ItemStanding:
    """Verdicts of one item, its quota with those who passed, and the ties that the chair must settle."""
    with read():
        row = agenda.item(item_id)
        ballots = ballot_views.ballots_of(item_id)
        passed = [one for one in row.candidates if one.outcome is Outcome.PASSED]
        campaign_id = CampaignId(meeting_row(row.meeting_id).campaign_id)
        quota = quota_with(campaign_id, row.award_kind, passed)
    return ItemStanding(row, _verdicts(row, ballots), len(passed), quota, _ties(passed, quota))


def quota_with(campaign_id: CampaignId, kind: str | None, given: Sequence[CandidateRow]) -> QuotaStanding | None:
    """The quota of a kind with these; None where nothing limits it. For use in a read."""
    if kind is None or kind not in kinds():
        return None
    facts = YearFacts(campaign_id)
    totals = Totals(facts)
    places = dict(fetch(Proposal.select(Proposal.id, Proposal.position).where(Proposal.id.in_(_proposals(given)))))
    proposed = [
        Proposed(_subject(one), None, totals.of(one.person_id, one.unit_id), places.get(one.proposal_id, 0))
        for one in given
    ]
    of_units = all(one.is_collective for one in given) if given else None
    return standing_of(campaign_id, kind, proposed, of_units=of_units, facts=facts)


def decide(candidate_id: CandidateId, outcome: Outcome, reason: str, lowered_to: str | None = None) -> Changes:
    """The chair's word on one candidate, with its reason for the minutes: pass or not, a lower title, put off."""
    with write(steps.STEP_DECIDE.format(name=_name(candidate_id)), reason=tidy(reason)) as operation:
        row = candidate_row(candidate_id)
        meeting_id = MeetingId(row.item.meeting_id)
        opened(meeting_id)
        said = tidy(reason)
        if not said:
            raise UserError("result_reason_missing", field="reason")
        title = _lowered(row, outcome, lowered_to)
        refuse_settled([row])
        _refuse_counting(row)
        held = CandidateResult.get_or_none(CandidateResult.candidate == candidate_id)
        ballot = None if held is None else held.ballot_id
        _store(row, {
            "outcome": outcome.value, "lowered_to": title, "by_chair": True, "reason": said, "ballot_id": ballot
        })  # fmt: skip
        words = wording.chair_words(outcome, kind_name(title), said)
        note(meeting_id, MeetingEventKind.DECIDED, f"{row.name}: {words}", AgendaItemId(row.item_id))
        _follow({ProposalId(row.proposal_id): (outcome, title)} if row.proposal_id is not None else {}, words)
    return operation.changes


def follow_count(candidate_id: CandidateId) -> Changes:
    """Take the chair's word back: what the published count says holds again."""
    with write(steps.STEP_FOLLOW_COUNT.format(name=_name(candidate_id))) as operation:
        row = candidate_row(candidate_id)
        meeting_id = MeetingId(row.item.meeting_id)
        opened(meeting_id)
        refuse_settled([row])
        _refuse_counting(row)
        ballots = ballot_views.ballots_of(AgendaItemId(row.item_id))
        held, line = _holding(candidate_id, ballots)
        if held is None or line is None or line.verdict.outcome is None:
            raise UserError("result_not_counted", name=row.name)
        _store(row, _by_count(line, held.id))
        note(meeting_id, MeetingEventKind.DECIDED, f"{row.name}: {line.words}", AgendaItemId(row.item_id))
        if row.proposal_id is not None:
            _follow({ProposalId(row.proposal_id): (line.verdict.outcome, None)}, line.words)
    return operation.changes


def store(published: BallotView) -> None:
    """Results and proposals follow a ballot that was just published; for use inside its write. The chair's word stays
    where a correction leaves the verdict on that line as it was."""
    rows = {row.id: row for row in Candidate.select().where(Candidate.item == published.item_id)}
    refuse_settled([rows[line.candidate_id] for line in published.lines])
    earlier = ballot_views.ballots_of(published.item_id)
    before = next((one for one in reversed(earlier) if _is_before(one, published)), None)
    held = {row.candidate_id: row for row in CandidateResult.select().where(CandidateResult.candidate.in_(list(rows)))}
    moves: dict[ProposalId, tuple[Outcome, str | None]] = {}
    for line in published.lines:
        outcome = line.verdict.outcome
        assert outcome is not None, "a ballot is published with every line counted"
        row, old = rows[line.candidate_id], held.get(line.candidate_id)
        if old is not None and old.by_chair and _is_same(before, line):
            save_changed(old, {"ballot_id": published.id})
            continue
        _store(row, _by_count(line, published.id))
        if row.proposal_id is not None:
            moves[ProposalId(row.proposal_id)] = (outcome, None)
    _follow(moves, published.item_title)


def bring(candidates: Iterable[Candidate]) -> None:
    """Their proposals are before the council; for use inside a write."""
    meeting_proposals.present(ProposalId(one.proposal_id) for one in candidates if one.proposal_id is not None)


def refuse_settled(candidates: Collection[Candidate]) -> None:
    """What was decided, printed or withdrawn since is no longer for the council to change."""
    states = meeting_proposals.states_of([ProposalId(one.proposal_id) for one in candidates if one.proposal_id])
    for one in candidates:
        state = states.get(ProposalId(one.proposal_id)) if one.proposal_id is not None else None
        if state is not None and state not in meeting_proposals.OPEN_TO_RESULTS:
            raise UserError("result_settled", name=one.name)


def kind_name(key: str | None) -> str:
    """The name of a kind by its key."""
    if key is None:
        return ""
    kind = kinds().get(key)
    return key if kind is None else kind.name


def _verdicts(row: ItemRow, ballots: Sequence[BallotView]) -> tuple[CandidateVerdict, ...]:
    mine = [one for one in ballots if one.item_id == row.id and one.is_published]
    found = []
    for one in row.candidates:
        held, line = _holding(one.id, mine)
        words = "" if line is None else line.words
        if one.by_chair and one.outcome is not None:
            said = wording.chair_words(one.outcome, kind_name(one.lowered_to), one.reason)
            words = wording.chair_verdict(said, words)
        method, number = (None, None) if held is None else (held.method, held.round)
        found.append(CandidateVerdict(one, line, method, number, words or wording.NOT_VOTED))
    return tuple(found)


def _holding(
    candidate_id: CandidateId, ballots: Sequence[BallotView]
) -> tuple[BallotView | None, CountLine | None]:  # fmt: skip
    """The last published version of the last round in which the candidate stood."""
    for ballot in reversed([one for one in ballots if one.is_published]):
        for line in ballot.lines:
            if line.candidate_id == candidate_id:
                return ballot, line
    return None, None


def _ties(passed: Sequence[CandidateRow], quota: QuotaStanding | None) -> tuple[TieQuestion, ...]:
    if quota is None:
        return ()
    by_subject = {_subject(one): one for one in passed}
    found = []
    for part in quota.parts:
        tied = [by_subject[subject] for subject in part.tied if subject in by_subject]
        if tied:
            free = max(0, part.places - len(part.within))
            found.append(TieQuestion(tuple(tied), free, wording.tie_text([one.name for one in tied], free)))
    return tuple(found)


def _is_before(one: BallotView, published: BallotView) -> bool:
    return one.is_published and one.round == published.round and one.version < published.version


def _is_same(before: BallotView | None, line: CountLine) -> bool:
    """Whether the version before gave the same verdict on that line."""
    lines = () if before is None else before.lines
    return any(
        one.candidate_id == line.candidate_id and one.verdict.outcome is line.verdict.outcome for one in lines
    )  # fmt: skip


def _by_count(line: CountLine, ballot_id: BallotId) -> Mapping[str, object]:
    assert line.verdict.outcome is not None
    outcome = line.verdict.outcome.value
    return {"outcome": outcome, "lowered_to": None, "by_chair": False, "reason": None, "ballot_id": ballot_id}


def _store(row: Candidate, wanted: Mapping[str, object]) -> None:
    held = CandidateResult.get_or_none(CandidateResult.candidate == row.id)
    if held is None:
        CandidateResult.create(candidate=row.id, **wanted)
    else:
        save_changed(held, wanted)


def _follow(moves: Mapping[ProposalId, tuple[Outcome, str | None]], words: str) -> None:
    if moves:
        meeting_proposals.follow(moves, words)


def _lowered(row: Candidate, outcome: Outcome, lowered_to: str | None) -> str | None:
    if outcome is not Outcome.LOWERED:
        return None
    if not lowered_to or lowered_to not in kinds():
        raise UserError("result_lowered_missing", field="lowered_to")
    if lowered_to == row.item.award_kind:
        raise UserError("result_lowered_same", field="lowered_to")
    order = list(kinds())
    proposed = row.item.award_kind
    takes = kinds()[lowered_to].takes(is_unit=row.person_id is None)
    if not takes or (proposed in order and order.index(lowered_to) > order.index(proposed)):
        raise UserError("result_lowered_up", field="lowered_to")
    return lowered_to


def _refuse_counting(row: Candidate) -> None:
    """While a ballot is under way its publishing would only overrule what is said now."""
    if Ballot.select().where((Ballot.item == row.item_id) & Ballot.published_at.is_null()).exists():
        raise UserError("ballot_open", title=row.item.title)


def _proposals(given: Sequence[CandidateRow]) -> list[int]:
    return [one.proposal_id for one in given if one.proposal_id is not None]


def _subject(one: CandidateRow) -> int:
    found = one.unit_id if one.person_id is None else one.person_id
    assert found is not None
    return int(found)


def _name(candidate_id: CandidateId) -> str:
    with read():
        return candidate_row(candidate_id).name
