"""Attached files, stored once by their SHA-256. Knows nothing of what they show."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from db.models.attachments import Attachment as AttachmentRow
from db.models.organisation import Person
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AttachmentId, PersonId
from thidua_gui.services.transaction import open_session, read

MEGABYTE = 1024 * 1024
LIMIT = 20 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Attachment:
    """Tệp đính kèm without its bytes."""

    id: AttachmentId
    name: str
    media_type: str
    size: int
    sha256: str


def store(content: bytes, name: str, media_type: str) -> AttachmentId:
    """Store the bytes inside the write of a command; bytes that are there already are not stored again.

    Refuses with `attachment_empty` and `attachment_too_large`. Undo leaves the bytes; only the row that names
    them goes.
    """
    if not content:
        raise UserError("attachment_empty", name=name)
    if len(content) > LIMIT:
        size = -(-len(content) // MEGABYTE)
        raise UserError("attachment_too_large", name=name, size=size, limit=LIMIT // MEGABYTE)
    sha256 = hashlib.sha256(content).hexdigest()
    known = AttachmentRow.select(AttachmentRow.id).where(AttachmentRow.sha256 == sha256).first()
    if known is not None:
        return AttachmentId(known.id)
    row = AttachmentRow.create(
        sha256=sha256,
        name=name,
        media_type=media_type,
        size=len(content),
        content=content,
        added_at=open_session().clock(),
    )
    return AttachmentId(row.id)


def describe(attachment_id: AttachmentId) -> Attachment:
    with read():
        fields = [field for field in AttachmentRow._meta.sorted_fields if field.name != "content"]
        row: AttachmentRow = AttachmentRow.select(*fields).where(AttachmentRow.id == attachment_id).get()
    return Attachment(attachment_id, row.name, row.media_type, row.size, row.sha256)


def content(attachment_id: AttachmentId) -> bytes:
    with read():
        row: AttachmentRow = AttachmentRow.select(AttachmentRow.content).where(AttachmentRow.id == attachment_id).get()
    return bytes(row.content)


def portrait(person_id: PersonId) -> bytes | None:
    """The person's picture, None without one."""
    with read():
        row = Person.select(Person.portrait).where(Person.id == person_id).dicts().first()
    return None if row is None or row["portrait"] is None else content(AttachmentId(row["portrait"]))
