"""How the certificates are put on paper: layout, heading, blank or white paper, the printer's offset."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFrame, QLabel, QVBoxLayout, QWidget

from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.output import Output
from thidua_gui.text import certificates as wording
from thidua_gui.ui import theme
from thidua_gui.ui.certificates.press import Run
from thidua_gui.ui.settings import Settings
from thidua_gui.ui.widgets.field import Field

_OFFSETS = (("print/dx", wording.OFFSET_X), ("print/dy", wording.OFFSET_Y))
_REACH = 20.0


class OptionsPanel(QFrame):
    """Offsets belong to this computer's printer, never to the layout."""

    style_changed = Signal()
    output_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setProperty("panel", True)
        heading = QLabel(wording.OPTIONS)
        heading.setProperty("role", "section")
        self._layout = QLabel()
        self._layout.setProperty("role", "table")
        self._layout.setWordWrap(True)
        self._style = QComboBox()
        self._style.addItem(wording.PARTY, HeadingStyle.PARTY)
        self._style.addItem(wording.STATE, HeadingStyle.STATE)
        self._paper = QComboBox()
        self._paper.addItem(wording.BLANK, False)
        self._paper.addItem(wording.PREPRINTED, True)
        self._offsets = {key: self._offset(key) for key, _ in _OFFSETS}
        self._signer = QLabel()
        self._signer.setProperty("role", "muted")
        self._signer.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(heading)
        column.addWidget(Field(wording.LAYOUT, self._layout))
        column.addWidget(Field(wording.STYLE, self._style))
        column.addWidget(Field(wording.PAPER, self._paper))
        for key, label in _OFFSETS:
            hint = wording.OFFSET_HINT if key == _OFFSETS[-1][0] else ""
            column.addWidget(Field(label, self._offsets[key], hint))
        column.addWidget(self._signer)
        column.addStretch(1)
        self._style.currentIndexChanged.connect(lambda _: self.style_changed.emit())
        self._paper.currentIndexChanged.connect(lambda _: self.output_changed.emit())

    def show_run(self, run: Run) -> None:
        """What belongs to the kind on view; tells nobody."""
        text = wording.LAYOUT_NOTE.format(name=run.layout.name, version=run.layout.version)
        self._layout.setText(f"{text}\n{run.layout.note}" if run.layout.note else text)
        self._style.blockSignals(True)
        self._style.setCurrentIndex(self._style.findData(run.head.style))
        self._style.blockSignals(False)
        known = wording.SIGNER.format(post=run.head.signer_post, name=run.head.signer_name)
        self._signer.setText(known if run.head.signer_name else wording.NO_SIGNER)

    def heading_style(self) -> HeadingStyle:
        """The chosen heading."""
        return HeadingStyle(self._style.currentData())

    def output(self) -> Output:
        """The chosen paper and this printer's correction."""
        dx, dy = (self._offsets[key].value() for key, _ in _OFFSETS)
        return Output(preprinted=bool(self._paper.currentData()), dx=dx, dy=dy)

    def _offset(self, key: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(-_REACH, _REACH)
        box.setDecimals(1)
        box.setSingleStep(0.5)
        box.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        box.setValue(self._settings.number(key, 0.0))
        box.valueChanged.connect(lambda value: self._settings.put_number(key, value))
        box.valueChanged.connect(lambda _: self.output_changed.emit())
        return box
