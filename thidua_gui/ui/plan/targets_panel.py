"""The right side of the targets: one target, what it lacks, and the people or units behind it. Writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.target_catalogue import Subject
from thidua_gui.core.targets import Basis, Verdict
from thidua_gui.core.titles import TitleKey
from thidua_gui.core.vietnamese import grouped
from thidua_gui.services import titles
from thidua_gui.services.target_facts import TargetLine, TargetSubject
from thidua_gui.text import target_page as wording
from thidua_gui.text import target_sentences as sentences
from thidua_gui.text.names import BASES
from thidua_gui.text.targets import bound_text, verdict_text
from thidua_gui.ui import theme
from thidua_gui.ui.forms.fact_list import FactList
from thidua_gui.ui.widgets.banner import Banner, BannerKind
from thidua_gui.ui.widgets.card import Card, line
from thidua_gui.ui.widgets.chip import Chip, ChipKind
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import Column, FilterKind, Look
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.segmented import Choice, Segmented

_LEAST_LIST = 180
_LOOK: dict[Verdict, tuple[ChipKind, BannerKind]] = {
    Verdict.MET: ("ok", "ok"),
    Verdict.BELOW: ("er", "er"),
    Verdict.ABOVE: ("wa", "wa"),
    Verdict.OPEN: ("nf", "in"),
}
_FIRST_SHOWN = {Verdict.BELOW: (False, None, True), Verdict.OPEN: (None, False, True)}


@dataclass(frozen=True, slots=True)
class Behind:
    """One line of the list: a member of the base under a number of its own."""

    id: int
    name: str
    unit: str
    person_id: PersonId | None
    unit_id: UnitId | None
    met: bool | None


class TargetPanel(Card):
    """Shows one target; a double click or Enter in the list opens the person or the unit."""

    person_opened = Signal(object)
    unit_opened = Signal(object)
    conditions_wanted = Signal(object)
    """TitleKey of the title whose conditions were counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 0, 0, 0), parent=parent)
        self._target: TargetLine | None = None
        self._subjects: tuple[Behind, ...] = ()
        self.name = QLabel()
        self.name.setProperty("role", "strong")
        self.name.setWordWrap(True)
        self.verdict = Chip()
        self.sentence = Banner()
        self.facts = FactList(100)
        self.heading = QLabel()
        self.heading.setProperty("role", "strong")
        self.states = Segmented(name=wording.STATES)
        self.model: SnapshotModel[Behind] = SnapshotModel(_columns(of_units=False))
        self.grid = GridView(self.model)
        self.grid.show_filter_row(False)
        self._nobody = EmptyState("users", wording.NOBODY)
        self._choose = EmptyState("target", wording.CHOOSE, wording.CHOOSE_WHY)
        self._lay_out()
        self._connect()
        self.show_target(None)

    def show_target(self, target: TargetLine | None) -> None:
        """Another target, or none; its people come later."""
        other = target is None or self._target is None or target.id != self._target.id
        self._target = target
        self._pages.setCurrentIndex(0 if target is None else 1)
        if target is None:
            return
        chip, banner = _LOOK[target.verdict]
        self.name.setText(f"{target.code}. {target.content}")
        verdict = verdict_text(target.verdict, target.basis)
        self.verdict.show_state(verdict, chip, "clock" if target.verdict is Verdict.OPEN else "")
        said = told(target)
        if said:
            self.sentence.say(banner, said, wording.SEE_CONDITIONS if _title_of(target) else "")
        else:
            self.sentence.silence()
        within = sentences.narrowed(target.within, target.within_unit)
        self.facts.show_sections([("", [
            (wording.REQUIRED, bound_text(target.bound)),
            (wording.ACTUAL, sentences.actual(target.bound, target.counted)),
            (wording.BASIS, BASES[target.basis]),
            (wording.COUNTS, sentences.counts(target.measured, target.among, target.bound.unit, within)),
            (wording.PLAN_LINE, target.plan_line or wording.NO_PLAN_LINE),
        ])])  # fmt: skip
        if other:
            self._blank_subjects()

    def _blank_subjects(self) -> None:
        """Nothing is said of the people until they are read."""
        self._subjects = ()
        self.model.set_rows(())
        self._lists.setCurrentIndex(0)
        self.heading.hide()
        self.states.hide()

    def show_subjects(self, subjects: Sequence[TargetSubject]) -> None:
        """The people or units behind the target that is shown."""
        target = self._target
        if target is None:
            return
        of_units = target.among.asked.subject is Subject.UNITS
        self._subjects = tuple(
            Behind(place, subject.name, subject.unit_name, subject.person_id, subject.unit_id, subject.met)
            for place, subject in enumerate(subjects)
        )
        self._set_columns(of_units)
        self.heading.setText(wording.people_heading(len(self._subjects), of_units=of_units))
        self.grid.setAccessibleName(self.heading.text())
        self._offer_states(target)
        self._show_state()

    def _set_columns(self, of_units: bool) -> None:
        """Units stand alone; the filter row stays as it was."""
        if of_units is not (len(self.model.columns) == 1):
            shown = self.grid.filter_row_shown
            self.model.set_columns(_columns(of_units=of_units))
            self.grid.show_filter_row(shown)

    def start_finding(self) -> None:
        """Ctrl+F: the filter over the names."""
        self.grid.focus_filter("name")

    def _offer_states(self, target: TargetLine) -> None:
        """Each with its count; first what the verdict is about."""
        counts = Counter(one.met for one in self._subjects)
        words = wording.states(target.measured.measure)
        self.states.set_choices([Choice(met, words[met], grouped(counts[met])) for met in (False, None, True)])
        order = _FIRST_SHOWN.get(target.verdict, (True, False, None))
        self.states.set_current(next((met for met in order if counts[met]), order[0]))
        self.states.setVisible(bool(self._subjects))

    def _show_state(self) -> None:
        wanted = self.states.current()
        rows = [one for one in self._subjects if one.met is wanted]
        self.model.set_rows(rows)
        of_units = self._target is not None and self._target.among.asked.subject is Subject.UNITS
        is_open = self._target is not None and self._target.counted is None
        self.heading.setVisible(not is_open)
        self._nobody.say(wording.NO_LIST if is_open else wording.NO_UNIT if of_units else wording.NOBODY)
        self._lists.setCurrentIndex(0 if rows else 1)
        if rows and self.grid.current_row_id is None:
            self.grid.select_row(rows[0].id)

    def _see_conditions(self) -> None:
        title = None if self._target is None else _title_of(self._target)
        if title is not None:
            self.conditions_wanted.emit(title)

    def _open(self, row_id: int) -> None:
        row = next(one for one in self._subjects if one.id == row_id)
        if row.person_id is not None:
            self.person_opened.emit(row.person_id)
        elif row.unit_id is not None:
            self.unit_opened.emit(row.unit_id)

    def _lay_out(self) -> None:
        shown = QWidget()
        whole = QVBoxLayout(shown)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12))
        head.setSpacing(theme.px(10))
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self.name, 1)
        top.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(top)
        head.addWidget(self.sentence)
        head.addWidget(self.facts)
        whole.addLayout(head)
        whole.addWidget(line())
        bar = QVBoxLayout()
        bar.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        bar.setSpacing(theme.px(8))
        bar.addWidget(self.heading)
        bar.addWidget(self.states)
        whole.addLayout(bar)
        whole.addWidget(line())
        lists = QWidget()
        lists.setMinimumHeight(theme.px(_LEAST_LIST))
        self._lists = QStackedLayout(lists)
        self._lists.addWidget(self.grid)
        self._lists.addWidget(self._nobody)
        whole.addWidget(lists, 1)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._choose)
        self._pages.addWidget(shown)
        self.body.addWidget(pages, 1)

    def _connect(self) -> None:
        self.sentence.acted.connect(self._see_conditions)
        self.states.picked.connect(lambda _: self._show_state())
        self.grid.opened.connect(self._open)


def told(target: TargetLine) -> str:
    """What is missing or too much and what it takes; of an open target why."""
    if target.open_reason is not None:
        return sentences.why_open(target.open_reason, target.counted, target.among)
    gap = sentences.gap_sentence(target.gap, target.bound, target.counted, target.among)
    needed = "" if target.counted is None else sentences.needed(target.bound, target.counted.of, target.among)
    enough = sentences.ENOUGH_BY_CONDITIONS if target.basis is Basis.ELIGIBLE else sentences.ENOUGH
    done = enough if target.verdict is Verdict.MET else ""
    return " ".join(part for part in (done, gap, needed) if part)


def _title_of(target: TargetLine) -> TitleKey | None:
    """The title whose conditions stand for it until it is granted."""
    parameter = target.measured.parameter
    return None if target.basis is not Basis.ELIGIBLE or parameter is None else titles.key_of(parameter)


def _columns(*, of_units: bool) -> tuple[Column[Behind], ...]:
    name = Column[Behind](
        key="name", title=wording.UNIT_NAME if of_units else wording.PERSON, text=lambda row: row.name, width=150,
        stretch=True, look=Look.STRONG, filter=FilterKind.CONTAINS, tooltip=lambda row: row.name,
        sort_key=lambda row: row.id,
    )  # fmt: skip
    unit = Column[Behind](
        key="unit", title=wording.UNIT, text=lambda row: row.unit, width=150, filter=FilterKind.CONTAINS,
        tooltip=lambda row: row.unit,
    )  # fmt: skip
    return (name,) if of_units else (name, unit)
