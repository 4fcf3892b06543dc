"""Thẩm tra: each condition with its icon, source and facts, what contests it, what is open. Asks the desk for all."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.proposals import EDITABLE
from thidua_gui.services.proposal_views import CaseLine, Dossier, DossierLine, ObjectionLine
from thidua_gui.text import proposals as service_wording
from thidua_gui.text import proposals_panel as wording
from thidua_gui.ui.proposals.faces import ICONS, ROLES
from thidua_gui.ui.proposals.panel_tab import PanelTab
from thidua_gui.ui.proposals.tinted_row import Lines, TintedRow

_TINTS = {Outcome.MET: "", Outcome.UNKNOWN: "warningTint", Outcome.NOT_MET: "errorTint"}


class ConditionsTab(PanelTab):
    """Signals carry the line that the user stood on."""

    override_wanted = Signal(object)
    drop_wanted = Signal(object)
    objection_wanted = Signal(object)
    case_wanted = Signal()
    rule_wanted = Signal(object)
    settle_wanted = Signal(object)
    objection_removal_wanted = Signal(object)
    close_wanted = Signal(object)
    case_removal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.CHECK, parent)
        self._may_override = False
        self._is_closed = True

    def show_dossier(self, seen: Dossier) -> None:
        """What is not met and not known stands out by ground, icon and word."""
        self._is_closed = seen.is_closed
        self._may_override = not seen.is_closed and seen.row.state in EDITABLE
        self.start()
        for line in seen.lines:
            self._add_condition(line)
        if not seen.lines:
            self.add_words(seen.reason or wording.NO_CONDITIONS)
        names = {line.condition: wording.sentence(line.needed) for line in seen.lines}
        if seen.objections:
            self.add_heading(wording.OBJECTIONS)
            for objection in seen.objections:
                self._add_objection(objection, names)
        if seen.open_cases:
            self.add_heading(wording.CASES)
            for case in seen.open_cases:
                self._add_case(case)
        self.finish()

    def _add_condition(self, line: DossierLine) -> None:
        where = wording.source(line.source, is_checked=line.is_checked)
        lines: Lines = [(wording.sentence(line.needed), "tableStrong"), (where, "caption")]
        strong = "table" if line.outcome is Outcome.MET else "tableStrong"
        head = "" if line.outcome is Outcome.MET else f"{wording.OUTCOMES[line.outcome]}: "
        lines.append((wording.sentence(f"{head}{line.had}"), strong))
        if line.override is not None:
            lines.append((wording.override(line.override, line.overridden_by, line.overridden_at), "table"))
        menu = wording.ACTIONS_OF.format(condition=line.needed) if self._acts(line) else ""
        row = TintedRow(
            ICONS[line.outcome], ROLES[line.outcome], lines, tint=_TINTS[line.outcome], menu=menu,
            spoken=wording.spoken(line.outcome, line.needed, line.had, where),
        )  # fmt: skip
        row.menu_wanted.connect(partial(self._open_menu, line))
        self.add_row(row)

    def _acts(self, line: DossierLine) -> bool:
        return not self._is_closed and (self._may_override or line.is_attested)

    def _open_menu(self, line: DossierLine, at: QPoint) -> None:
        menu = QMenu(self)
        if self._may_override and line.override is not None:
            menu.addAction(wording.DROP_OVERRIDE).triggered.connect(lambda: self.drop_wanted.emit(line))
        elif self._may_override and line.outcome is not Outcome.MET:
            menu.addAction(wording.OVERRIDE).triggered.connect(lambda: self.override_wanted.emit(line))
        if line.is_attested:
            menu.addAction(wording.OBJECT).triggered.connect(lambda: self.objection_wanted.emit(line))
        menu.addAction(wording.OPEN_CASE).triggered.connect(self.case_wanted)
        menu.addAction(wording.SHOW_RULES).triggered.connect(lambda: self.rule_wanted.emit(line))
        menu.popup(at)

    def _add_objection(self, one: ObjectionLine, names: dict[str, str]) -> None:
        by = wording.objection_by(one.raised_by, one.raised_on)
        lines: Lines = [(one.content, "tableStrong"), (names.get(one.condition, one.condition), "caption")]
        lines += [(by, "caption")] if by else []
        is_settled = one.settled_on is not None
        if is_settled:
            lines.append((wording.settled(one.settled_on, one.settlement), "table"))
        icon, role = ("circle-check", "text2") if is_settled else ("alert-circle", "error")
        row = TintedRow(icon, role, lines, menu="" if self._is_closed else wording.OBJECTIONS)
        row.menu_wanted.connect(partial(self._open_objection_menu, one))
        self.add_row(row)

    def _open_objection_menu(self, one: ObjectionLine, at: QPoint) -> None:
        menu = QMenu(self)
        if one.settled_on is None:
            menu.addAction(wording.SETTLE).triggered.connect(lambda: self.settle_wanted.emit(one))
        menu.addAction(wording.REMOVE).triggered.connect(lambda: self.objection_removal_wanted.emit(one))
        menu.popup(at)

    def _add_case(self, one: CaseLine) -> None:
        lines: Lines = [(service_wording.CASES[one.kind], "tableStrong")]
        lines += [(words, "table") for words in (one.content, one.conclusion) if words]
        lines.append((wording.case_days(one.opened_on, one.closed_on), "caption"))
        lines += [(one.source, "caption")] if one.source else []
        icon, role = ("alert-circle", "error") if one.is_open else ("circle-check", "text2")
        row = TintedRow(icon, role, lines, menu="" if self._is_closed else wording.CASES)
        row.menu_wanted.connect(partial(self._open_case_menu, one))
        self.add_row(row)

    def _open_case_menu(self, one: CaseLine, at: QPoint) -> None:
        menu = QMenu(self)
        if one.closed_on is None:
            menu.addAction(wording.CLOSE_CASE).triggered.connect(lambda: self.close_wanted.emit(one))
        menu.addAction(wording.REMOVE).triggered.connect(lambda: self.case_removal_wanted.emit(one))
        menu.popup(at)
