"""Transfer, leave and return. Each runs one command."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.services import people_moves
from thidua_gui.services.people_edit import Placement
from thidua_gui.text import forms as common
from thidua_gui.text import people as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import editable_choice, known
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.forms.pick_field import PickField, PickItem, among
from thidua_gui.ui.widgets.date_field import DateField


class _PlacementDialog(FormDialog):
    """Asks for unit, post and first day."""

    def __init__(
        self, context: Context, parent: QWidget, title: str, verb: str, units: Sequence[PickItem],
        posts: Sequence[str], *, text: str, hint: str,
    ) -> None:  # fmt: skip
        super().__init__(context, parent, title, verb, text=text)
        self.unit = PickField(among(units), common.PICK_UNIT)
        self.post = editable_choice(posts, None)
        self.from_on = DateField()
        self.add_field("unit", wording.NEW_UNIT, self.unit)
        self.post_field = self.add_field("post", wording.NEW_POST, self.post, half=0)
        self.add_field("from_on", wording.FROM_ON, self.from_on, hint, half=1)
        self.unit.setFocus()

    def placement(self) -> Placement:
        """Where to; the unit was checked in `submit`."""
        unit = self.unit.key()
        return Placement(UnitId(unit if isinstance(unit, int) else 0), known(self.post), self.from_on.day())

    def submit(self) -> None:
        """A unit must be chosen."""
        if self.unit.key() is None and not self.unit.text().strip():
            self.refuse("unit", wording.ERRORS["person_unit_missing"])
        else:
            super().submit()


class TransferDialog(_PlacementDialog):
    """Chuyển đơn vị of one person or of many at once."""

    def __init__(
        self, context: Context, parent: QWidget, people: Sequence[tuple[PersonId, str]], now: Sequence[str],
        units: Sequence[PickItem], posts: Sequence[str], post: str | None,
    ) -> None:  # fmt: skip
        title = wording.transfer_title([name for _, name in people])
        text = wording.transfer_from(list(now))
        super().__init__(
            context, parent, title, wording.TRANSFER, units, posts, text=text, hint=wording.FROM_HINT
        )  # fmt: skip
        self._people = [person for person, _ in people]
        self.keep_posts = QCheckBox(wording.KEEP_POSTS)
        self.add_widget(self.keep_posts)
        many = len(self._people) > 1
        self.keep_posts.setChecked(many)
        self.keep_posts.setVisible(many)
        self.post_field.setEnabled(not many)
        self.post.setEditText("" if many else post or "")
        self.keep_posts.toggled.connect(lambda keeps: self.post_field.setEnabled(not keeps))

    def command(self) -> Command:
        people, to, keep = list(self._people), self.placement(), self.keep_posts.isChecked()
        return lambda: people_moves.transfer(people, to, keep_posts=keep)


class RejoinDialog(_PlacementDialog):
    """Trở lại công tác."""

    def __init__(
        self, context: Context, parent: QWidget, person_id: PersonId, name: str, units: Sequence[PickItem],
        posts: Sequence[str],
    ) -> None:  # fmt: skip
        super().__init__(context, parent, wording.rejoin_title(name), wording.REJOIN, units, posts, text="", hint="")
        self._person_id = person_id

    def command(self) -> Command:
        person_id, to = self._person_id, self.placement()
        return lambda: people_moves.rejoin(person_id, to)


class LeaveDialog(FormDialog):
    """Nghỉ việc."""

    def __init__(self, context: Context, parent: QWidget, person_id: PersonId, name: str, on: date) -> None:
        super().__init__(context, parent, wording.leave_title(name), wording.LEAVE, text=wording.LEAVE_TEXT)
        self._person_id = person_id
        self.left_on = DateField(on)
        self.reason = editable_choice(wording.LEAVE_REASONS, None)
        self.add_field("left_on", wording.LEAVE_ON, self.left_on, half=0)
        self.add_field("reason", wording.LEAVE_REASON, self.reason, half=1)
        self.left_on.setFocus()
        self.left_on.selectAll()

    def command(self) -> Command:
        person_id, left_on, reason = self._person_id, self.left_on.day(), self.reason.currentText()
        return lambda: people_moves.leave(person_id, left_on, reason)
