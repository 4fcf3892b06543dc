"""Attached files: bytes stored once by their SHA-256 and never logged. Structure only."""

from __future__ import annotations

from db.fields import BlobField, DateTimeField, IntField, TextField
from db.models.base import BaseModel


class Attachment(BaseModel):
    """Tệp đính kèm: a portrait, a plan, a scanned decision."""

    sha256 = TextField(unique=True)
    name = TextField()
    media_type = TextField()
    size = IntField()
    content = BlobField()
    added_at = DateTimeField()

    class Meta:
        table_name = "attachments"
