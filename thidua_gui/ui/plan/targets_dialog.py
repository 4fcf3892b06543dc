"""Adding and editing a target, composed from the catalogue, with what it will count said while it is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.ids import CampaignId, PlanItemId, TargetId, UnitId
from thidua_gui.core.target_catalogue import (
    BASES,
    MEASURES,
    Among,
    Asked,
    Base,
    Measure,
    Measured,
    Parameter,
    Subject,
    Within,
)
from thidua_gui.core.targets import Bound, BoundUnit, Verdict
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import targets
from thidua_gui.services.target_choices import TargetChoices
from thidua_gui.services.targets import Preview, TargetDraft
from thidua_gui.text import target_page as wording
from thidua_gui.text import target_sentences as sentences
from thidua_gui.text.errors import sentence
from thidua_gui.text.target_words import BOUND_UNITS
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.forms.pick_field import PickField, PickItem, among
from thidua_gui.ui.plan.targets_fields import ParameterBox, entry_combo, fill, group_box
from thidua_gui.ui.widgets.banner import Banner, BannerKind
from thidua_gui.ui.widgets.elided_combo import ElidedCombo

REST = 200
"""Milliseconds without a change before the value is counted again."""
_WIDTH = 680
_PIECES = {Subject.PEOPLE: BoundUnit.INDIVIDUALS, Subject.UNITS: BoundUnit.COLLECTIVES}
_LIVE = ("lower", "upper")
_KIND: dict[Verdict, BannerKind] = {
    Verdict.MET: "ok",
    Verdict.BELOW: "er",
    Verdict.ABOVE: "wa",
    Verdict.OPEN: "in",
}


def fresh_draft(code: str) -> TargetDraft:
    """What an empty dialog starts with."""
    return TargetDraft(code, "", Measured(Measure.PEOPLE_REGISTERED), Among(Base.EVERYONE), BoundUnit.PERCENT, "100")


class TargetDialog(FormDialog):
    """`target_id` None adds a target that starts as `draft`."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, choices: TargetChoices, draft: TargetDraft,
        target_id: TargetId | None = None,
    ) -> None:  # fmt: skip
        new = target_id is None
        title = wording.ADD_TITLE if new else wording.EDIT_TITLE.format(code=draft.code)
        super().__init__(context, parent, title, wording.ADD_VERB if new else wording.SAVE)
        self.setMinimumWidth(theme.px(_WIDTH))
        self._campaign_id = campaign_id
        self._target_id = target_id
        self._choices = choices
        self.code = QLineEdit(draft.code)
        self.content = note_editor(draft.content)
        self.content.setFixedHeight(theme.row_height("body", 6) * 2)
        self.measure = entry_combo(wording.MEASURES, draft.measured.measure)
        self.measure_parameter = ParameterBox()
        self.base = entry_combo(wording.BASES)
        self.base_parameter = ParameterBox()
        self.unit = PickField(among(_unit_items(choices)), wording.WHOLE_SCHOOL)
        self.group = group_box(choices.staff_groups, draft.within.staff_group)
        self.low, self.high = QLineEdit(draft.lower), QLineEdit(draft.upper)
        self.bound_unit = QComboBox()
        self.plan_line = ElidedCombo()
        self.says = Banner()
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._asked = 0
        self._add_fields()
        self.body.addWidget(self.says)
        self._start(draft)
        self._listen()
        self.code.setFocus()
        self.count_now()

    def command(self) -> Command:
        draft = self.draft()
        if self._target_id is None:
            return lambda: targets.add_target(self._campaign_id, draft)
        target_id = self._target_id
        return lambda: targets.edit_target(target_id, draft)

    def draft(self) -> TargetDraft:
        """The fields as they stand."""
        unit = self.unit.key()
        group = tidy(self.group.currentText())
        within = Within(
            UnitId(unit) if isinstance(unit, int) else None,
            None if not group or group == wording.EVERY_GROUP or self._subject() is Subject.UNITS else group,
        )
        item = self.plan_line.currentData()
        return TargetDraft(
            self.code.text(), self.content.toPlainText(),
            Measured(Measure(self.measure.currentData()), self.measure_parameter.parameter()),
            Among(Base(self.base.currentData()), self.base_parameter.parameter()),
            BoundUnit(self.bound_unit.currentData()), self.low.text(), self.high.text(), within,
            None if item is None else PlanItemId(item),
        )  # fmt: skip

    def count_now(self) -> None:
        """Ask what the fields would count as they stand; an answer to older ones is not shown."""
        self._timer.stop()
        self._asked += 1
        asked, draft, campaign_id = self._asked, self.draft(), self._campaign_id

        def show(preview: Preview) -> None:
            if asked == self._asked:
                self._show_preview(draft, preview)

        self.context.jobs.run(lambda _: targets.preview(campaign_id, draft), show)

    def _add_fields(self) -> None:
        self.add_field("code", wording.CODE, self.code, half=0)
        self.add_field("plan_item", wording.FROM_PLAN, self.plan_line, half=1)
        self.add_field("content", wording.CONTENT, self.content)
        self.add_field("measure", wording.MEASURE, self.measure, half=0)
        self.add_field("measure_parameter", wording.PARAMETERS[Parameter.TITLE], self.measure_parameter, half=1)
        self.add_field("base", wording.BASE, self.base, half=0)
        self.add_field("base_parameter", wording.PARAMETERS[Parameter.TITLE], self.base_parameter, half=1)
        self.add_field("within_unit", wording.WITHIN_UNIT, self.unit, half=0)
        self.add_field("within_group", wording.WITHIN_GROUP, self.group, half=1)
        self.add_field("lower", wording.LOWER, self.low, wording.BOUND_HINT, half=0)
        self.add_field("upper", wording.UPPER, self.high, wording.BOUND_HINT, half=1)
        self.add_field("unit", wording.BOUND_UNIT, self.bound_unit, half=0)
        self.end_line()

    def _start(self, draft: TargetDraft) -> None:
        self.plan_line.addItem(wording.NO_LINE, None)
        for item, text in self._choices.plan_lines:
            self.plan_line.addItem(text, item)
        self.plan_line.setCurrentIndex(max(0, self.plan_line.findData(draft.plan_item_id)))
        self.fields["plan_item"].setEnabled(bool(self._choices.plan_lines))
        chosen = next((item for item in _unit_items(self._choices) if item.key == draft.within.unit_id), None)
        self.unit.choose(chosen)
        self._follow_subject(draft.among.base, draft.unit)
        self._ask_measure(draft.measured.parameter)
        self._ask_base(draft.among.parameter)

    def _listen(self) -> None:
        self.measure.currentIndexChanged.connect(self._on_measure)
        self.base.currentIndexChanged.connect(self._on_base)
        self.bound_unit.currentIndexChanged.connect(self._wait)
        self.measure_parameter.edited.connect(self._wait)
        self.base_parameter.edited.connect(self._wait)
        self.unit.picked.connect(self._wait)
        self.group.editTextChanged.connect(self._wait)
        self.low.textChanged.connect(self._wait)
        self.high.textChanged.connect(self._wait)
        self._timer.timeout.connect(self.count_now)

    def _wait(self) -> None:
        self._timer.start()

    def _subject(self) -> Subject:
        return MEASURES[Measure(self.measure.currentData())].subject

    def _on_measure(self) -> None:
        self._follow_subject(Base(self.base.currentData()), BoundUnit(self.bound_unit.currentData()))
        self._ask_measure(None)
        self._ask_base(self.base_parameter.parameter())
        self._wait()

    def _on_base(self) -> None:
        self._ask_base(None)
        self._wait()

    def _follow_subject(self, base: Base, unit: BoundUnit) -> None:
        """Only bases and units of the same subject are offered; units belong to no staff group."""
        subject = self._subject()
        fill(self.base, {key: words for key, words in wording.BASES.items() if BASES[key].subject is subject}, base)
        pieces = _PIECES[subject]
        words: dict[BoundUnit, str] = {BoundUnit.PERCENT: wording.PERCENT, pieces: BOUND_UNITS[pieces]}
        fill(self.bound_unit, words, BoundUnit.PERCENT if unit is BoundUnit.PERCENT else pieces)
        self.fields["within_group"].setVisible(subject is Subject.PEOPLE)

    def _ask_measure(self, parameter: str | None) -> None:
        asked = MEASURES[Measure(self.measure.currentData())]
        self.measure_parameter.ask(self.fields["measure_parameter"], asked, self._offered(asked), parameter)

    def _ask_base(self, parameter: str | None) -> None:
        asked = BASES[Base(self.base.currentData())]
        self.base_parameter.ask(self.fields["base_parameter"], asked, self._offered(asked), parameter)

    def _offered(self, asked: Asked) -> Sequence[str]:
        own = self._choices
        if asked.parameter is Parameter.TITLE:
            return own.titles if asked.subject is Subject.PEOPLE else own.unit_titles
        if asked.parameter is Parameter.AUTHORITY:
            return own.authorities
        return own.staff_groups if asked.parameter is Parameter.STAFF_GROUP else ()

    def _show_preview(self, draft: TargetDraft, preview: Preview) -> None:
        """The sentence of what will be counted, its value now, and what is wrong with the bounds as they are typed."""
        problem = preview.problem
        field = "" if problem is None else str(problem.details.get("field", ""))
        for name in _LIVE:
            self.fields[name].set_error(sentence(problem) if problem is not None and field == name else "")
        within = sentences.narrowed(draft.within, self.unit.text())
        lines = [sentences.counts(draft.measured, draft.among, draft.unit, within), *self._value(draft, preview)]
        kind: BannerKind = "in" if preview.judged is None else _KIND[preview.judged.verdict]
        self.says.say(kind, "\n".join(lines), icon="calculator")
        QTimer.singleShot(0, self, self.grow)

    def _value(self, draft: TargetDraft, preview: Preview) -> list[str]:
        judged = preview.judged
        if judged is None:
            return []
        bound = targets.bound_of(draft) or Bound(None, None, draft.unit)
        said = []
        if judged.counted is not None:
            said.append(sentences.present_value(judged.counted, bound, judged.verdict))
            said.append(sentences.gap_sentence(judged.gap, bound, judged.counted, draft.among))
            said.append(sentences.needed(bound, judged.counted.of, draft.among))
        has_bound = bound.lower is not None or bound.upper is not None
        if judged.open_reason is not None and (has_bound or judged.counted is None):
            said.append(sentences.why_open(judged.open_reason, judged.counted, draft.among))
        return [" ".join(part for part in said if part)]


def copied(draft: TargetDraft, code: str) -> TargetDraft:
    """The same target under another code."""
    return replace(draft, code=code)


def _unit_items(choices: TargetChoices) -> list[PickItem]:
    return [PickItem(int(unit.id), unit.name, unit.code, max(0, unit.depth - 1)) for unit in choices.units]

