"""Takes a vote: begun for an item, counted number by number, published, corrected, repeated. Nothing is erased and no
voter is known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from db.models.meetings import AgendaItem, Ballot, BallotCount, Candidate
from thidua_gui.core.changes import Changes
from thidua_gui.core.council import Method, Room, quorum
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AgendaItemId, BallotId, CandidateId, MeetingId
from thidua_gui.core.meetings import MeetingEventKind
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import attendance, ballot_views, meeting_results, meeting_rules
from thidua_gui.services.ballot_views import FIRST, NUMBERS, SECOND, ballot, ballots_of, current, of_meeting
from thidua_gui.services.meeting_rows import ballot_row, item_row, last_ballot, note, opened, ordered_candidates
from thidua_gui.services.meeting_views import BallotView
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import council as wording
from thidua_gui.text import council_steps as steps

__all__ = [
    "TypedNumber",
    "ballot",
    "ballots_of",
    "correct",
    "count",
    "current",
    "drop",
    "of_meeting",
    "publish",
    "repeat",
    "start",
    "take_room",
    "type_numbers",
]  # fmt: skip

RECUSED = ("recused_members", "recused_present", "recused_written")
PAPERS = ("issued", "returned")
MOST = 9999


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """One number of the count; of the whole ballot (issued, returned) without a candidate. None = emptied again."""

    field: str
    number: int | None
    candidate_id: CandidateId | None = None


def start(
    item_id: AgendaItemId,
    method: Method | None = None,
    *,
    candidates: Collection[CandidateId] | None = None,
    reason: str = "",
) -> Changes:
    """The first vote on an item, as the rules want it (None) or by that method; a show of hands where the rules want a
    secret ballot needs a reason. `candidates`: only these."""
    with write(steps.STEP_START_BALLOT.format(title=_item_title(item_id))) as operation:
        item = _open_item(item_id)
        before = last_ballot(item_id)
        if before is not None:
            raise UserError("ballot_open" if before.published_at is None else "ballot_repeat", title=item.title)
        _begin(item, method, candidates, 1, tidy(reason))
    return operation.changes


def repeat(
    item_id: AgendaItemId,
    reason: str,
    method: Method | None = None,
    *,
    candidates: Collection[CandidateId] | None = None,
) -> Changes:
    """A further round after the published one, for a reason, maybe on fewer candidates."""
    with write(steps.STEP_REPEAT.format(title=_item_title(item_id)), reason=tidy(reason)) as operation:
        item = _open_item(item_id)
        before = last_ballot(item_id)
        if before is None or before.published_at is None:
            raise UserError("ballot_not_published" if before is None else "ballot_open", title=item.title)
        meeting_results.refuse_settled(_listed(item, candidates))
        _begin(item, method or Method(before.method), candidates, before.round + 1, _asked(reason))
    return operation.changes


def type_numbers(ballot_id: BallotId, typed: Sequence[TypedNumber], counter: int = FIRST) -> Changes:
    """Keep numbers as they are typed, each call on the disk at once; whether they fit is told, never refused. The
    second counter (2) types the lines without seeing the first one's."""
    with write(steps.STEP_COUNT.format(title=_title(ballot_id))) as operation:
        row = _uncounted(ballot_id)
        for one in typed:
            _refuse_odd(one, counter)
        papers = {one.field: one.number for one in typed if one.candidate_id is None}
        save_changed(row, papers)
        lines: dict[CandidateId, dict[str, object]] = {}
        for one in typed:
            if one.candidate_id is not None:
                lines.setdefault(one.candidate_id, {})[one.field] = one.number
        for candidate, numbers in lines.items():
            save_changed(_count(row, candidate, counter), numbers)
    return operation.changes


def count(
    ballot_id: BallotId, field: str, number: int | None, candidate_id: CandidateId | None = None, counter: int = FIRST
) -> Changes:
    """One number."""
    return type_numbers(ballot_id, [TypedNumber(field, number, candidate_id)], counter)


def take_room(ballot_id: BallotId) -> Changes:
    """Members, present and asked in writing as the attendance is now, for a ballot that is not published."""
    with write(steps.STEP_ROOM.format(title=_title(ballot_id))) as operation:
        row = _uncounted(ballot_id)
        now = attendance.room_of(MeetingId(row.item.meeting_id))
        save_changed(row, {"members": now.members, "present": now.present, "written": now.written})
        attendance.keep_recused(MeetingId(row.item.meeting_id), BallotCount.ballot == ballot_id)
    return operation.changes


def drop(ballot_id: BallotId) -> Changes:
    """A ballot begun by mistake that was not published; its numbers go with it (undo brings them back)."""
    with write(steps.STEP_DROP_BALLOT.format(title=_title(ballot_id))) as operation:
        row = _uncounted(ballot_id)
        BallotCount.delete().where(BallotCount.ballot == ballot_id).execute()
        item_id, meeting_id = AgendaItemId(row.item_id), MeetingId(row.item.meeting_id)
        words = f"{row.item.title} ({wording.METHODS[Method(row.method)]})"
        row.delete_instance()
        note(meeting_id, MeetingEventKind.BALLOT_DROPPED, words, item_id)
    return operation.changes


def publish(ballot_id: BallotId, override_reason: str = "") -> Changes:
    """Công bố: the results stand and the proposals move, in one step. Refused while the numbers do not fit or the
    quorum is missing, unless the chair gives a reason, which goes into the minutes; never while a line says nothing."""
    with write(steps.STEP_PUBLISH.format(title=_title(ballot_id)), reason=tidy(override_reason)) as operation:
        row = _uncounted(ballot_id)
        publish_row(row, override_reason)
    return operation.changes


def publish_row(row: Ballot, override_reason: str = "") -> None:
    """The same, for use inside a write."""
    shown = ballot_views.ballot(BallotId(row.id))
    said = tidy(override_reason)
    if shown.uncounted:
        raise UserError("ballot_not_counted", names=shown.uncounted)
    if not shown.can_publish and not said:
        raise UserError("ballot_broken", field="override_reason", broken=" ".join(objections(shown)))
    save_changed(row, {
        "published_at": open_session().clock(), "override_reason": None if shown.can_publish else said,
        "rules": meeting_rules.frozen(meeting_rules.of_meeting(row.item.meeting).rules),
    })  # fmt: skip
    attendance.keep_recused(MeetingId(row.item.meeting_id))
    words = wording.published_words(shown.item_title, "" if shown.can_publish else said)
    note(MeetingId(row.item.meeting_id), MeetingEventKind.PUBLISHED, words, AgendaItemId(row.item_id))
    meeting_results.store(shown)


def objections(shown: BallotView) -> tuple[str, ...]:
    """What stands against publishing, in sentences."""
    found = [*shown.broken, *shown.differences]
    if not shown.quorum.is_met:
        found.append(f"{wording.quorum_text(shown.quorum, shown.room)}.")
    if not shown.is_counted:
        found.append(wording.NOT_WHOLLY_COUNTED)
    return tuple(found)


def correct(ballot_id: BallotId, reason: str) -> Changes:
    """A new version of a published count with its numbers, to be put right and published again; the old one stays."""
    with write(steps.STEP_CORRECT.format(title=_title(ballot_id)), reason=tidy(reason)) as operation:
        row = ballot_row(ballot_id)
        item = _open_item(AgendaItemId(row.item_id))
        newest = last_ballot(AgendaItemId(item.id))
        if newest is None or newest.id != ballot_id:
            raise UserError("ballot_not_last")
        if row.published_at is None:
            raise UserError("ballot_not_published")
        said = _asked(reason)
        counts = list(BallotCount.select().where(BallotCount.ballot == ballot_id))
        meeting_results.refuse_settled([count.candidate for count in counts if count.counter == FIRST])
        made = _copy(row, said)
        for count in counts:
            numbers = {name: getattr(count, name) for name in (*NUMBERS, *RECUSED)}
            BallotCount.create(ballot=made.id, candidate=count.candidate_id, counter=count.counter, **numbers)
        note(MeetingId(item.meeting_id), MeetingEventKind.CORRECTED, f"{item.title}: {said}", AgendaItemId(item.id))
    return operation.changes


def _copy(row: Ballot, reason: str) -> Ballot:
    return Ballot.create(
        item=row.item_id, round=row.round, version=row.version + 1, method=row.method, members=row.members,
        present=row.present, written=row.written, issued=row.issued, returned=row.returned, reason=reason,
    )  # fmt: skip


def _begin(
    item: AgendaItem, method: Method | None, candidates: Collection[CandidateId] | None, number: int, reason: str
) -> None:
    meeting_id, item_id = MeetingId(item.meeting_id), AgendaItemId(item.id)
    rules = meeting_rules.of_meeting(item.meeting).rules
    rule = rules.of(item.award_kind)
    chosen = method or (Method.SECRET if rule.is_secret else Method.HANDS)
    if rule.is_secret and chosen is Method.HANDS and not reason:
        raise UserError("ballot_must_be_secret", field="reason", title=item.title)
    listed = _listed(item, candidates)
    now = attendance.room_of(meeting_id)
    _refuse_quorum(quorum(rules.quorum, now, is_strict=rules.quorum_is_strict).needed, now)
    meeting_results.bring(listed)
    if not rules.votes_for_self:
        attendance.recuse_candidates(meeting_id, listed)
    made = store(item_id, number, chosen, now, listed, reason)
    words = f"{item.title} ({wording.METHODS[chosen]}, {wording.round_words(number)})"
    note(meeting_id, MeetingEventKind.BALLOT_STARTED, f"{words}{f': {reason}' if reason else ''}", item_id)
    assert made.id


def store(
    item_id: AgendaItemId, number: int, method: Method, room: Room, candidates: Sequence[Candidate], reason: str = ""
) -> Ballot:
    """A ballot with an empty line for each; for use inside a write."""
    made = Ballot.create(
        item=item_id, round=number, version=1, method=method.value, members=room.members, present=room.present,
        written=room.written, reason=reason or None,
    )  # fmt: skip
    for one in candidates:
        BallotCount.create(ballot=made.id, candidate=one.id, counter=FIRST)
    attendance.keep_recused(MeetingId(made.item.meeting_id), BallotCount.ballot == made.id)
    return made


def _listed(item: AgendaItem, wanted: Collection[CandidateId] | None) -> list[Candidate]:
    rows = ordered_candidates(AgendaItemId(item.id))
    known = {row.id for row in rows}
    if wanted is not None and not set(wanted) <= known:
        raise UserError("agenda_candidate_gone")
    listed = [row for row in rows if wanted is None or row.id in wanted]
    if not listed:
        raise UserError("ballot_nobody", title=item.title)
    return listed


def _refuse_quorum(needed: int, room: Room) -> None:
    if room.present < needed:
        raise UserError("ballot_quorum", present=room.present, members=room.members, needed=needed)


def _refuse_odd(one: TypedNumber, counter: int) -> None:
    if one.field not in (PAPERS if one.candidate_id is None else NUMBERS):
        raise UserError("ballot_field_unknown", field=one.field)
    if counter == SECOND and one.candidate_id is None:
        raise UserError("ballot_second_counter", field=one.field)
    if one.number is not None and one.number < 0:
        raise UserError("ballot_number_odd", field=one.field)
    if one.number is not None and one.number > MOST:
        raise UserError("ballot_number_large", field=one.field, number=one.number)


def _count(row: Ballot, candidate_id: CandidateId, counter: int) -> BallotCount:
    mine = (BallotCount.ballot == row.id) & (BallotCount.candidate == candidate_id)
    rows: dict[int, BallotCount] = {one.counter: one for one in BallotCount.select().where(mine)}
    if FIRST not in rows:
        candidate = Candidate.get_or_none(Candidate.id == candidate_id)
        raise UserError("ballot_not_a_candidate", name="" if candidate is None else candidate.name)
    return rows.get(counter) or BallotCount.create(ballot=row.id, candidate=candidate_id, counter=counter)


def _uncounted(ballot_id: BallotId) -> Ballot:
    """An unpublished ballot of an open meeting."""
    row = ballot_row(ballot_id)
    opened(MeetingId(row.item.meeting_id))
    if row.published_at is not None:
        raise UserError("ballot_published")
    return row


def _open_item(item_id: AgendaItemId) -> AgendaItem:
    row = item_row(item_id)
    opened(MeetingId(row.meeting_id))
    return row


def _asked(reason: str) -> str:
    said = tidy(reason)
    if not said:
        raise UserError("meeting_reason_missing", field="reason")
    return said


def _item_title(item_id: AgendaItemId) -> str:
    with read():
        return item_row(item_id).title


def _title(ballot_id: BallotId) -> str:
    with read():
        return ballot_row(ballot_id).item.title


