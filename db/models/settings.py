"""What the school decides for itself, each value with the day it starts to apply. Structure only."""

from __future__ import annotations

from db.fields import DateField, TextField
from db.models.base import BaseModel


class Setting(BaseModel):
    """Thiết lập của trường; `value` is JSON; no `valid_from` = since ever."""

    key = TextField()
    valid_from = DateField(null=True)
    value = TextField()

    class Meta:
        table_name = "settings"
        indexes = ((("key", "valid_from"), True),)
