"""A person's dated memberships, and what a year's list of staff makes of them. Knows no rows and no workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thidua_gui.core.ids import UnitId

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """Thuộc đơn vị: `from_on` None = not known since when, `until_on` None = still."""

    unit: UnitId
    post: str | None
    from_on: date | None
    until_on: date | None

    @property
    def first(self) -> date:
        return self.from_on or date.min

    @property
    def last(self) -> date:
        return self.until_on or date.max


@dataclass(frozen=True, slots=True)
class Move:
    """Chuyển đơn vị: from `on` the person belongs elsewhere than in `former`."""

    on: date
    former: UnitId


@dataclass(frozen=True, slots=True)
class Place:
    """Where a year's list places a person at the end of the year (or on the last day, if the person left).

    `post` None = the list does not say. `moves` of that year; `joined_on` None = not known.
    """

    unit: UnitId
    post: str | None
    moves: tuple[Move, ...] = ()
    joined_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """The year a list speaks of; beside it no other list's word is touched."""

    year: int
    has_earlier: bool
    has_later: bool

    @property
    def first_day(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, 12, 31)

    @property
    def floor(self) -> date:
        """The first day the list may speak of: without an earlier list it speaks of all that was before."""
        return self.first_day if self.has_earlier else date.min

    @property
    def ceiling(self) -> date:
        """The last day the list may speak of: without a later list it holds on."""
        return self.last_day if self.has_later else date.max


def held(pieces: Iterable[Piece], on: date) -> Piece | None:
    """The membership that counts on a day: of several the one begun last."""
    covering = [piece for piece in pieces if piece.first <= on <= piece.last]
    return max(covering, key=lambda piece: piece.first, default=None)


def placed(pieces: Sequence[Piece], place: Place, year: Year) -> tuple[Piece, ...]:
    """The memberships when the list is followed; the very pieces given if they say the same already."""
    if not pieces and not place.moves and place.left_on is None:
        return (begun(place.unit, place.post, place.joined_on, year),)
    reference = year.last_day if place.left_on is None else min(year.last_day, place.left_on)
    current = held(pieces, reference)
    stays = current is not None and current.unit == place.unit
    post = place.post or (current.post if stays and current else None)
    moves = _telling(place, year, reference)
    if stays and current and current.post == post and _agree(pieces, place, moves, current):
        return tuple(pieces)
    start = _start(pieces, current, place, year, moves)
    end = _end(pieces, current, place, year, reference)
    if start > end:
        return tuple(pieces)
    cleared = end if place.left_on is None else year.ceiling
    return _joined([*_without(pieces, start, cleared), *_chain(pieces, place, post, moves, start, end)])


def begun(unit: UnitId, post: str | None, joined_on: date | None, year: Year) -> Piece:
    """The membership of somebody of whom nothing was known before the list."""
    return _piece(unit, post, max(joined_on or date.min, year.floor), year.ceiling)


def ended(pieces: Sequence[Piece], year: Year) -> tuple[Piece, ...]:
    """The memberships of somebody whom the year's list no longer names."""
    came_later = year.has_later and not year.has_earlier
    return _joined(_without(pieces, date.min if came_later else year.first_day, year.ceiling))


def _telling(place: Place, year: Year, reference: date) -> tuple[Move, ...]:
    """The moves, in order, that leave something before them: not before the first day, not after the last."""
    earliest = max(year.floor, place.joined_on or date.min)
    return tuple(sorted((move for move in place.moves if earliest < move.on <= reference), key=lambda move: move.on))


def _agree(pieces: Sequence[Piece], place: Place, moves: Sequence[Move], current: Piece) -> bool:
    if place.left_on is not None and current.last > place.left_on:
        return False
    for number, move in enumerate(moves):
        before, after = held(pieces, move.on - _DAY), held(pieces, move.on)
        comes_to = moves[number + 1].former if number + 1 < len(moves) else place.unit
        if before is None or after is None or (before.unit, after.unit) != (move.former, comes_to):
            return False
    return True


def _start(pieces: Sequence[Piece], current: Piece | None, place: Place, year: Year, moves: Sequence[Move]) -> date:
    """From when something is new: as long as what it replaces, else since the person joined."""
    start = (place.joined_on or date.min) if current is None else current.first
    if moves:
        eve = moves[0].on - _DAY
        before = held(pieces, eve)
        if before is None:
            start = min(start, place.joined_on or date.min)
        else:
            start = min(start, eve if before.unit == moves[0].former else before.first)
    return max(start, year.floor)


def _end(pieces: Sequence[Piece], current: Piece | None, place: Place, year: Year, reference: date) -> date:
    """As long as what it replaces, else up to what is known to follow; never beyond the person's last day."""
    following = min((piece.first for piece in pieces if piece.first > reference), default=None)
    known = current.last if current is not None else date.max if following is None else following - _DAY
    return min(known, year.ceiling, place.left_on or date.max)


def _chain(
    pieces: Sequence[Piece], place: Place, post: str | None, moves: Sequence[Move], start: date, end: date
) -> list[Piece]:
    chain: list[Piece] = []
    for move in moves:
        before = held(pieces, move.on - _DAY)
        kept = before.post if before is not None and before.unit == move.former else None
        chain.append(_piece(move.former, kept, start, move.on - _DAY))
        start = move.on
    return [*chain, _piece(place.unit, post, start, end)]


def _without(pieces: Iterable[Piece], start: date, end: date) -> list[Piece]:
    """What remains beside a stretch of time."""
    rest: list[Piece] = []
    for piece in pieces:
        if piece.first < start:
            rest.append(_piece(piece.unit, piece.post, piece.first, min(piece.last, start - _DAY)))
        if piece.last > end:
            rest.append(_piece(piece.unit, piece.post, max(piece.first, end + _DAY), piece.last))
    return rest


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """In order, and what follows without a gap in the same unit and post made one."""
    joined: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.first):
        last = joined[-1] if joined else None
        follows = last is not None and last.last < date.max and piece.first == last.last + _DAY
        if last is not None and follows and (last.unit, last.post) == (piece.unit, piece.post):
            joined[-1] = replace(last, until_on=piece.until_on)
        else:
            joined.append(piece)
    return tuple(joined)


def _piece(unit: UnitId, post: str | None, first: date, last: date) -> Piece:
    return Piece(unit, post, None if first == date.min else first, None if last == date.max else last)
