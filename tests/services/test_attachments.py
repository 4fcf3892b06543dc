"""Equal bytes are stored once and come back equal."""

from __future__ import annotations

import pytest

from db.models.attachments import Attachment as Row
from tests.services.conftest import NOW
from thidua_gui.core.errors import UserError
from thidua_gui.services import attachments
from thidua_gui.services.transaction import write


def store(content, name="ảnh.png"):
    with write("Đính kèm") as operation:
        found = attachments.store(content, name, "image/png")
    assert operation.changes.operation is None
    return found


def test_bytes_come_back_equal(data_file):
    stored = store(b"\x00\xff\n")
    assert attachments.content(stored) == b"\x00\xff\n"
    described = attachments.describe(stored)
    assert (described.name, described.media_type, described.size) == ("ảnh.png", "image/png", 3)
    assert Row.get().added_at == NOW


def test_equal_bytes_are_stored_once(data_file):
    assert store(b"abc") == store(b"abc", "khác.png") != store(b"abd")
    assert Row.select().count() == 2


@pytest.mark.parametrize(("size", "code"), [(0, "attachment_empty"), (attachments.LIMIT + 1, "attachment_too_large")])
def test_an_empty_or_too_large_file_is_refused(data_file, size, code):
    with pytest.raises(UserError) as refused:
        store(bytes(size))
    assert refused.value.code == code
    assert Row.select().count() == 0


def test_the_largest_allowed_file_is_stored(data_file):
    assert attachments.describe(store(bytes(attachments.LIMIT))).size == attachments.LIMIT
