"""Adding and editing a sheet, copying those of another year, applying a version. Each runs one command."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from thidua_gui.core.ids import CampaignId, SheetId, UnitId
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import criteria_edit, criteria_versions
from thidua_gui.services.criteria import Choices, SheetSource, SheetView
from thidua_gui.services.criteria_edit import SheetDraft
from thidua_gui.services.criteria_versions import CarryPlan
from thidua_gui.text import criteria as wording
from thidua_gui.text.names import SHEET_SUBJECTS
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog

MOST_LINES = 6


class SheetDialog(FormDialog):
    """`view` None adds a sheet, empty or from one of `sources`. Of a sheet in use only the name may change."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, choices: Choices,
        sources: Sequence[SheetSource], view: SheetView | None = None,
    ) -> None:  # fmt: skip
        new = view is None
        title, verb = (wording.ADD_SHEET, wording.ADD_VERB) if new else (wording.EDIT_SHEET, wording.SAVE)
        super().__init__(context, parent, title, verb)
        self._campaign_id = campaign_id
        self._view = view
        self._sources = {source.id: source for source in sources}
        self.code = QLineEdit("" if view is None else view.code)
        self.name = QLineEdit("" if view is None else view.name or "")
        self.subject = QComboBox()
        for subject in SheetSubject:
            self.subject.addItem(SHEET_SUBJECTS[subject], subject)
        self.source = QComboBox()
        self.source.addItem(wording.EMPTY_SHEET, None)
        for source in sources:
            self.source.addItem(wording.source(source.year, source.code, source.name), source.id)
        self.groups = CheckList([(group, group) for group in choices.staff_groups])
        self.other_groups = QLineEdit()
        self._school = choices.school
        school = () if choices.school is None else ((choices.school, wording.SCHOOL),)
        self.units = CheckList((*school, *choices.units))
        self._add_fields(new)
        if view is not None:
            self._start(view)
        self._follow_subject()
        self.subject.currentIndexChanged.connect(lambda _: self._follow_subject())
        self.code.setFocus()

    def command(self) -> Command:
        groups = [str(group) for group in self.groups.checked()]
        groups += [group for part in self.other_groups.text().split(";") if (group := tidy(part))]
        draft = SheetDraft(
            self.code.text(),
            self.name.text(),
            SheetSubject(self.subject.currentData()),
            tuple(groups),
            tuple(UnitId(unit) for unit in self.units.checked() if isinstance(unit, int)),
        )
        if self._view is None:
            source: SheetId | None = self.source.currentData()
            return lambda: criteria_edit.add_sheet(self._campaign_id, draft, source)
        sheet_id = self._view.id
        return lambda: criteria_edit.edit_sheet(sheet_id, draft)

    def _add_fields(self, new: bool) -> None:
        self.add_field("code", wording.CODE, self.code, half=0)
        self.add_field("subject", wording.SUBJECT, self.subject, half=1)
        self.add_field("name", wording.NAME, self.name)
        if new:
            self.add_field("source", wording.START_FROM, self.source)
        self.add_field("units", wording.UNITS, self.units, wording.UNITS_HINT, half=0)
        self.add_field("staff_groups", wording.STAFF_GROUPS, self.groups, half=1)
        self.add_field("other_groups", wording.OTHER_GROUPS, self.other_groups, wording.STAFF_GROUPS_HINT)

    def _start(self, view: SheetView) -> None:
        self.subject.setCurrentIndex(self.subject.findData(view.subject))
        self.groups.check(view.staff_groups)
        self.units.check(view.units)
        for widget in (self.code, self.subject, self.groups, self.other_groups, self.units):
            widget.setEnabled(view.is_open)

    def _follow_subject(self) -> None:
        """Units have no staff groups; the school itself is scored as a unit alone."""
        for_people = self.subject.currentData() == SheetSubject.PERSON
        self.fields["staff_groups"].setVisible(for_people)
        self.fields["other_groups"].setVisible(for_people)
        self.fields["units"].set_hint(wording.UNITS_HINT if for_people else wording.UNITS_HINT_SCHOOL)
        if self._school is not None:
            self.units.set_offered(self._school, not for_people)


class CopyDialog(FormDialog):
    """Sheets of another year; those whose code the year has already can't be chosen."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, sources: Sequence[SheetSource]
    ) -> None:
        super().__init__(context, parent, wording.COPY_YEAR, wording.COPY_VERB)
        self._campaign_id = campaign_id
        self._taken = {source.code.casefold() for source in sources if source.campaign_id == campaign_id}
        self._sources = [source for source in sources if source.campaign_id != campaign_id]
        self.year = QComboBox()
        for year in dict.fromkeys(source.year for source in self._sources):
            self.year.addItem(str(year), year)
        self.sheets = CheckList(())
        self.add_field("year", wording.SOURCE_YEAR, self.year)
        self.add_field("sheets", wording.SOURCE_SHEETS, self.sheets)
        self.year.currentIndexChanged.connect(lambda _: self._fill())
        self._fill()
        if not self._sources:
            for field in self.fields.values():
                field.hide()
            self.show_error(wording.NO_SOURCE)
            self.primary.setEnabled(False)

    def command(self) -> Command:
        chosen = [SheetId(sheet) for sheet in self.sheets.checked() if isinstance(sheet, int)]
        return lambda: criteria_edit.copy_sheets(self._campaign_id, chosen)

    def _fill(self) -> None:
        of_year = [source for source in self._sources if source.year == self.year.currentData()]
        free = [source.id for source in of_year if source.code.casefold() not in self._taken]
        self.sheets.set_items([(source.id, self._words(source)) for source in of_year], enabled=free)
        self.sheets.check(free)

    def _words(self, source: SheetSource) -> str:
        served = wording.served(source.subject, source.staff_groups, ())
        if source.code.casefold() in self._taken:
            return f"{source.code} ({wording.HAS_CODE})"
        return f"{source.code} – {source.name or served}"


class ApplyDialog(FormDialog):
    """Says what becomes of the scores before the version holds."""

    def __init__(self, context: Context, parent: QWidget, view: SheetView, plan: CarryPlan) -> None:
        title = wording.apply_title(view.code, view.version)
        super().__init__(context, parent, title, wording.APPLY_VERB)
        self._sheet_id = view.id
        self._has_scores = bool(plan.kept or plan.drafts or plan.lost)
        self.carry = QCheckBox(wording.CARRY)
        self.carry.setChecked(True)
        if self._has_scores:
            self.add_widget(self.carry)
        lines = wording.carried(plan.kept, plan.refused, plan.left) if self._has_scores else [wording.NO_SCORES]
        self.facts = QLabel("\n".join(lines))
        self.facts.setWordWrap(True)
        self.facts.setProperty("role", "table")
        self.add_widget(self.facts)
        self.carry.toggled.connect(self._say)
        self._lines = "\n".join(lines)

    def command(self) -> Command:
        carry = self.carry.isChecked()
        return lambda: criteria_versions.apply_version(self._sheet_id, carry=carry)

    def _say(self, carry: bool) -> None:
        self.facts.setText(self._lines if carry else wording.NOT_CARRIED)


class CheckList(QListWidget):
    """Several of a few; Space checks the line under the cursor."""

    def __init__(self, items: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("choices", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_items(items)

    def set_items(self, items: Sequence[tuple[object, str]], enabled: Collection[object] | None = None) -> None:
        """Other lines, none of them checked."""
        self.clear()
        for key, words in items:
            item = QListWidgetItem(words)
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setCheckState(Qt.CheckState.Unchecked)
            if enabled is not None and key not in enabled:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        lines = max(3, min(MOST_LINES, len(items)))
        self.setFixedHeight(theme.px(30) * lines + theme.px(4))

    def check(self, keys: Collection[object]) -> None:
        """Check these and no others."""
        for item in self._items():
            on = item.data(Qt.ItemDataRole.UserRole) in keys
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def set_offered(self, key: object, offered: bool) -> None:
        """Show a line or hide it; a hidden one is not checked."""
        for item in self._items():
            if item.data(Qt.ItemDataRole.UserRole) == key:
                item.setHidden(not offered)
                if not offered:
                    item.setCheckState(Qt.CheckState.Unchecked)

    def checked(self) -> list[object]:
        """What is checked, in order."""
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(place) for place in range(self.count())]
