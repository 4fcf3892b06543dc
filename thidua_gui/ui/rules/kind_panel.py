"""One title or form beside the list: particulars, papers by procedure, conditions of the law. Asks the pane."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.dossiers import DossierItem
from thidua_gui.services.award_kinds import AwardKindRow, KindLine
from thidua_gui.services.kind_details import PROCEDURES, ConditionWords, KindDetail, PaperList
from thidua_gui.text import award_kinds as kind_wording
from thidua_gui.text import award_kinds_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.fact_list import FactList
from thidua_gui.ui.forms.layouts import clear
from thidua_gui.ui.rules.kind_columns import chip_of
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.panel_rows import heading_row, wrapped
from thidua_gui.ui.widgets.segmented import Choice, Segmented

LABEL_WIDTH = 104
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class KindPanel(QFrame):
    """Empty until a kind is shown."""

    edit_wanted = Signal()
    papers_wanted = Signal()
    law_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(wording.PANEL)
        self.kind: KindLine | None = None
        self.seen: KindDetail | None = None
        self.name = wrapped("section")
        self.chip = Chip()
        self.facts = FactList(LABEL_WIDTH)
        self.authority_source = wrapped("caption")
        self.procedure = Segmented(
            [Choice(basis, wording.procedure(basis)) for basis in PROCEDURES], name=wording.PROCEDURE
        )
        self.edit_papers = push(wording.EDIT_PAPERS, kind="link")
        self.papers_source = wrapped("caption")
        self.to_law = push(wording.TO_LAW, kind="link")
        self.pack = wrapped("caption")
        self.edit = push(wording.EDIT, "pencil")
        self.more = icon_button("dots-vertical", wording.MORE, bordered=True)
        self._papers, self._conditions = _column(), _column()
        self._lay_out()
        self._connect()

    @property
    def basis(self) -> CommendationKind:
        """The procedure whose papers are shown."""
        return CommendationKind(str(self.procedure.current()))

    @property
    def papers(self) -> PaperList | None:
        """The list that is shown."""
        return None if self.seen is None else self.seen.papers[self.basis]

    def show_kind(self, kind: KindLine | None, seen: KindDetail | None) -> None:
        """A kind with what belongs to it, or the words that one is to be chosen."""
        is_other = self.kind is None or kind is None or self.kind.row.key != kind.row.key
        self.kind, self.seen = kind, seen
        self._stack.setCurrentIndex(0 if kind is None or seen is None else 1)
        if kind is None or seen is None:
            return
        row, chip = kind.row, chip_of(kind.row)
        self.name.setText(row.name)
        self.chip.show_state(chip.word, chip.tone.value, chip.icon)
        self.facts.show_sections([("", _facts(kind))])
        self.authority_source.setText(wording.source(row.authority_source, is_checked=row.is_authority_checked))
        self.authority_source.setVisible(bool(self.authority_source.text()) and not row.is_authority_own)
        self._show_papers()
        self._show_conditions(row, seen)
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)

    def _show_papers(self) -> None:
        found = self.papers
        clear(self._papers)
        if found is None:
            return
        for place, paper in enumerate(found.papers, 1):
            self._papers.addWidget(_paper(place, paper))
        own = wording.own_papers(found.since) if found.is_own else _sources(found.papers)
        self.papers_source.setText(own)

    def _show_conditions(self, row: AwardKindRow, seen: KindDetail) -> None:
        clear(self._conditions)
        for one in seen.conditions:
            self._conditions.addWidget(_condition(one))
        if not seen.conditions:
            told = wrapped("muted")
            told.setText(wording.OWN_CONDITIONS if row.is_own else wording.NO_CONDITIONS)
            self._conditions.addWidget(told)
        pack = "" if seen.pack is None else wording.rule_pack(seen.pack)
        self.pack.setText("" if row.is_own else seen.reason or pack)
        self.pack.setVisible(bool(self.pack.text()))
        self.to_law.setVisible(bool(seen.conditions))

    def _connect(self) -> None:
        self.edit.clicked.connect(self.edit_wanted)
        self.edit_papers.clicked.connect(self.papers_wanted)
        self.to_law.clicked.connect(self.law_wanted)
        self.more.clicked.connect(self.more_wanted)
        self.procedure.picked.connect(lambda _: self._show_papers())

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("transparent", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        column.setSpacing(theme.px(10))
        head = QHBoxLayout()
        head.addWidget(self.chip)
        head.addStretch(1)
        facts = QVBoxLayout()
        facts.setSpacing(theme.px(4))
        facts.addWidget(self.facts)
        facts.addWidget(self.authority_source)
        column.addWidget(self.name)
        column.addLayout(head)
        column.addLayout(facts)
        column.addWidget(line())
        column.addLayout(heading_row(wording.PAPERS, self.edit_papers))
        column.addWidget(self.procedure)
        column.addLayout(self._papers)
        column.addWidget(self.papers_source)
        column.addWidget(line())
        column.addLayout(heading_row(wording.CONDITIONS, self.to_law))
        column.addWidget(self.pack)
        column.addLayout(self._conditions)
        column.addStretch(1)
        self._lay_around(inside)

    def _lay_around(self, inside: QWidget) -> None:
        """What scrolls, and the foot that stays."""
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(_NEVER)
        self._scroll.setWidget(inside)
        self._scroll.setAccessibleName(wording.PANEL)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.edit, 1)
        foot.addWidget(self.more)
        body = QWidget()
        body.setProperty("transparent", True)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(line())
        whole.addLayout(foot)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(EmptyState("award", wording.CHOOSE, wording.CHOOSE_WHY))
        self._stack.addWidget(body)


def _facts(kind: KindLine) -> list[tuple[str, str]]:
    row = kind.row
    shipped = () if row.shipped is None else row.shipped.wordings
    facts = [
        (wording.GROUP, kind_wording.GROUPS[row.group]),
        (wording.SHORT, row.short),
        (wording.BEARER, kind_wording.BEARERS[row.bearer]),
        (wording.LEVEL, kind_wording.LEVELS[row.level]),
        (wording.AWARDS_IN_FILE, wording.awards(kind.awards)),
        (wording.NOTE, row.note),
        (wording.WORDINGS, "; ".join((*row.wordings, *shipped))),
        (wording.AUTHORITY_SHORT, row.authority),
    ]
    optional = (wording.NOTE, wording.WORDINGS)
    return [(name, told) for name, told in facts if told or name not in optional]


def _paper(place: int, paper: DossierItem) -> QWidget:
    told, below = wording.paper(place, paper.name, paper.note, is_required=paper.is_required)
    return _entry(told, below, "table")


def _condition(one: ConditionWords) -> QWidget:
    return _entry(wording.condition(one.needed), wording.source(one.source, is_checked=one.is_checked), "table")


def _sources(papers: tuple[DossierItem, ...]) -> str:
    """Each source once."""
    told = dict.fromkeys(wording.source(paper.source, is_checked=paper.is_checked) for paper in papers)
    return "\n".join(told)


def _entry(told: str, below: str, role: str) -> QWidget:
    entry = QFrame()
    entry.setProperty("entryRow", True)
    entry.setAccessibleName(". ".join(part for part in (told, below) if part))
    column = QVBoxLayout(entry)
    column.setContentsMargins(theme.px(10), theme.px(5), theme.px(10), theme.px(5))
    column.setSpacing(theme.px(1))
    for text, look in ((told, role), (below, "caption")):
        if text:
            label = wrapped(look)
            label.setText(text)
            column.addWidget(label)
    return entry


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(4))
    return column
