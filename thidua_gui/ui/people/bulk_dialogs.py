"""What can be done with many checked people at once: register, group, post, transfer, leave. Each is one command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.services import people_bulk
from thidua_gui.text import bulk as wording
from thidua_gui.text import people as people_wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.bulk_dialog import BulkDialog
from thidua_gui.ui.forms.choices import editable_choice
from thidua_gui.ui.people.move_dialogs import TransferDialog
from thidua_gui.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from thidua_gui.services.bulk import Done

Chosen = Sequence[tuple[PersonId, str]]
"""Ids and names as the list shows them."""


class _PeopleDialog(BulkDialog):
    def __init__(self, context: Context, parent: QWidget, people: Chosen, what: str, verb: str, text: str) -> None:
        title = wording.dialog_title(what, len(people), wording.PEOPLE_NOUN)
        names = wording.whom([name for _, name in people])
        super().__init__(context, parent, title, verb, text=f"{names}.\n{text}" if text else f"{names}.")
        self.people = [person for person, _ in people]


class RegisterDialog(_PeopleDialog):
    """Đăng ký danh hiệu."""

    def __init__(
        self, context: Context, parent: QWidget, people: Chosen, campaign_id: CampaignId,
        titles: Sequence[tuple[str, str]], on: date | None,
    ) -> None:  # fmt: skip
        super().__init__(context, parent, people, wording.REGISTER, wording.REGISTER_VERB, "")
        self._campaign_id = campaign_id
        self.chosen = QComboBox()
        for key, name in titles:
            self.chosen.addItem(name, key)
        self.on = DateField(on)
        self.replace = QCheckBox(wording.REPLACE)
        self.add_field("title", wording.TITLE_FIELD, self.chosen, half=0)
        self.add_field("registered_on", wording.REGISTERED_ON, self.on, half=1)
        self.add_widget(self.replace)
        self.chosen.setFocus()

    def work(self) -> Callable[[], Done]:
        people, campaign_id, on, replace = self.people, self._campaign_id, self.on.day(), self.replace.isChecked()
        title = str(self.chosen.currentData())
        return lambda: people_bulk.register(campaign_id, people, title, on, replace=replace)


class GroupDialog(_PeopleDialog):
    """Xếp nhóm."""

    def __init__(self, context: Context, parent: QWidget, people: Chosen, groups: Sequence[str]) -> None:
        super().__init__(context, parent, people, wording.GROUP, wording.SAVE, wording.GROUP_TEXT)
        self.group = editable_choice(groups, None)
        self.add_field("group", wording.GROUP_FIELD, self.group)
        self.group.setFocus()

    def work(self) -> Callable[[], Done]:
        people, group = self.people, self.group.currentText()
        return lambda: people_bulk.set_staff_group(people, group)


class PostDialog(_PeopleDialog):
    """Ghi chức vụ."""

    def __init__(self, context: Context, parent: QWidget, people: Chosen, posts: Sequence[str]) -> None:
        super().__init__(context, parent, people, wording.POST, wording.SAVE, wording.POST_TEXT)
        self.post = editable_choice(posts, None)
        self.from_on = DateField()
        self.add_field("post", wording.POST_FIELD, self.post, half=0)
        self.add_field("from_on", wording.FROM_ON, self.from_on, half=1)
        self.post.setFocus()

    def work(self) -> Callable[[], Done]:
        people, post, from_on = self.people, self.post.currentText(), self.from_on.day()
        return lambda: people_bulk.set_post(people, post, from_on)


class BulkTransferDialog(BulkDialog, TransferDialog):
    """Chuyển đơn vị; whoever is there already is passed over."""

    def work(self) -> Callable[[], Done]:
        people, to, keep = list(self._people), self.placement(), self.keep_posts.isChecked()
        return lambda: people_bulk.transfer(people, to, keep_posts=keep)


class BulkLeaveDialog(_PeopleDialog):
    """Nghỉ việc of many."""

    def __init__(self, context: Context, parent: QWidget, people: Chosen, on: date) -> None:
        super().__init__(
            context, parent, people, wording.LEAVE, wording.LEAVE_VERB, people_wording.LEAVE_TEXT
        )  # fmt: skip
        self.left_on = DateField(on)
        self.reason = editable_choice(people_wording.LEAVE_REASONS, None)
        self.add_field("left_on", people_wording.LEAVE_ON, self.left_on, half=0)
        self.add_field("reason", people_wording.LEAVE_REASON, self.reason, half=1)
        self.left_on.setFocus()
        self.left_on.selectAll()

    def work(self) -> Callable[[], Done]:
        people, left_on, reason = self.people, self.left_on.day(), self.reason.currentText()
        return lambda: people_bulk.leave(people, left_on, reason)
