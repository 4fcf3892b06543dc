"""Takes books in: exactly what was shown, as one undo step, with a receipt and a tick for each. Reads no file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from db.models.submissions import Submission, UnitBook, UnitBookReceipt
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.unit_book.comparing import CellKey, Choice, Difference
from thidua_gui.core.unit_book.content import Part
from thidua_gui.services import attachments, submissions
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.transaction import write
from thidua_gui.services.unit_book_receiving import BookPreview, Preview, judged, known_books
from thidua_gui.services.unit_book_season import season
from thidua_gui.services.unit_book_writing import Desk
from thidua_gui.text import unit_books as wording

Choices = Mapping[str, Mapping[CellKey, Choice]]
"""By the token of the book."""

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TICKS: Mapping[Part, SubmissionKind] = {
    Part.REGISTRATIONS: SubmissionKind.REGISTRATION,
    Part.SCORES: SubmissionKind.SCORES,
    Part.UNIT_SCORES: SubmissionKind.SCORES,
    Part.RATINGS: SubmissionKind.RESULTS,
    Part.INITIATIVES: SubmissionKind.RESULTS,
    Part.VOTES: SubmissionKind.RESULTS,
}


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done: `changed` cells written, `left_out` ones that were not."""

    changes: Changes
    books: int
    changed: int
    left_out: int


def apply(
    promised: Preview, choices: Choices, phase: SubmissionKind, *, at: datetime, user: str,
    progress: Progress = SILENT,
) -> Applied:  # fmt: skip
    """Take the books in as they were shown. If the data has changed so that anything would come out otherwise,
    nothing is written (`unit_book_moved`). A file that was taken in before and brings nothing new is passed over."""
    new = [book for book in promised.books if book.received_at is None or book.comparison.taken(_of(choices, book))]
    if not new:
        raise UserError("unit_books_nothing_new")
    changed = left_out = 0
    with write(wording.step_receive([book.unit_name for book in new]), kind="import") as operation:
        refuse_if_closed(promised.campaign_id)
        year = season(promised.campaign_id)
        today = judged(year, [book.came for book in new], known_books(new))
        for done, (book, now) in enumerate(zip(new, today, strict=True)):
            progress.step(done, len(new), book.unit_name)
            if now.comparison != book.comparison:
                raise UserError("unit_book_moved", unit=book.unit_name)
            taken = book.comparison.taken(_of(choices, book))
            Desk(year, book.unit_id, at.date()).write(taken)
            left = len(book.comparison.differences) - len(taken)
            _receipt(promised, book, taken, left, phase, at=at, user=user)
            changed, left_out = changed + len(taken), left_out + left
    return Applied(operation.changes, len(new), changed, left_out)


def _of(choices: Choices, book: BookPreview) -> Mapping[CellKey, Choice]:
    return choices.get(book.token, {})


def _receipt(
    promised: Preview, book: BookPreview, taken: Sequence[Difference], left_out: int, phase: SubmissionKind, *,
    at: datetime, user: str,
) -> None:  # fmt: skip
    """Who took it in and when, the file itself, and the ticks for what it contains."""
    receipt = UnitBookReceipt.create(
        book=UnitBook.get(UnitBook.token == book.token).id, received_at=at.replace(microsecond=0),
        received_by=user or None, file_name=book.came.name, sha256=book.came.sha256, changed=len(taken),
        left_out=left_out,
    )  # fmt: skip
    kept: int | None = None
    if len(book.came.content) <= attachments.LIMIT:
        kept = attachments.store(book.came.content, book.came.name, _MEDIA_TYPE)
    kinds = {phase, *(_TICKS[difference.part] for difference in taken)}
    for kind in sorted(kinds):
        submissions.store(promised.campaign_id, book.unit_id, kind, at.date(), receipt=receipt.id)
    Submission.update(attachment=kept).where(Submission.receipt == receipt.id).execute()


