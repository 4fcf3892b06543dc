"""Puts widgets that were made anew where the Tab key expects them; knows no page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_in_place(holder: QWidget, widgets: Sequence[QWidget]) -> None:
    """The Tab key comes to `widgets` where `holder` stands, not at the very end of the window."""
    before = holder.previousInFocusChain()
    while before is not None and before is not holder and not (_takes_tab(before) and not holder.isAncestorOf(before)):
        before = before.previousInFocusChain()
    if before is None or before is holder:
        return
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
