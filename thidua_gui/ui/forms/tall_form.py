"""A dialog whose fields scroll when the screen is too small for them. Knows no command."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from thidua_gui.ui import theme
from thidua_gui.ui.forms.form_dialog import FormDialog

_LEAST_HEIGHT, _FRAME = 160, 48


class TallForm(FormDialog):
    """Call `scroll_fields` after the last field; what is put into `body` later stays in sight below them."""

    area: TallArea

    def scroll_fields(self) -> None:
        """At large letters on a small screen the fields scroll."""
        self.body.removeItem(self._grid)
        inside = QWidget()
        inside.setProperty("transparent", True)
        inside.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, theme.px(8), 0)
        self.area = TallArea(inside)
        self.body.addWidget(self.area, 1)
        self.fill_with_body()

    def refuse(self, name: str, sentence: str) -> None:
        """The field that is wrong is brought into sight."""
        super().refuse(name, sentence)
        if name in self.fields:
            self.area.ensureWidgetVisible(self.fields[name])

    def grow(self) -> None:
        """As tall as the words need, but never taller than the screen."""
        self.area.follow()
        super().grow()
        room = self.screen().availableGeometry().height() - theme.px(_FRAME)
        self.resize(self.width(), min(self.height(), room))


class TallArea(QScrollArea):
    """Asks for all the height that its fields need, and scrolls when it does not get it."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("transparent", True)
        self.setWidget(inside)

    def follow(self) -> None:
        """What is inside needs other room than before."""
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Words that wrap are as high as they are at the width there is."""
        hint, layout = self._inside.sizeHint(), self._inside.layout()
        if layout is not None and layout.hasHeightForWidth() and self.isVisible():
            hint.setHeight(max(hint.height(), layout.totalHeightForWidth(self.viewport().width())))
        return hint

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), theme.px(_LEAST_HEIGHT))
