"""Buttons that give their words up for their icon when room is short. Knows no page."""

from PySide6.QtWidgets import QPushButton, QWidget

_WORDS, _TIP, _NAME = "foldedWords", "tipBefore", "nameBefore"


def words_of(button: QPushButton) -> str:
    """What the button says, or would if it had room; a text that was set while it was folded is the newer one."""
    return button.text() or str(button.property(_WORDS) or "")


def may_fold(widget: QWidget) -> bool:
    """It has an icon to be known by, and is not the one thing the page is for."""
    return isinstance(widget, QPushButton) and not widget.icon().isNull() and widget.property("kind") != "primary"


def fold(button: QPushButton) -> None:
    """The icon alone; the words go to the tooltip and to screen readers."""
    if not button.text():
        return
    words, tip = button.text(), button.toolTip()
    for name, value in ((_WORDS, words), (_TIP, tip), (_NAME, button.accessibleName())):
        button.setProperty(name, value)
    button.setText("")
    button.setToolTip(f"{words}\n{tip}" if tip and tip != words else words)
    button.setAccessibleName(button.accessibleName() or words)


def unfold(button: QPushButton) -> None:
    """Words again, unless the page has set others meanwhile."""
    words = button.property(_WORDS)
    if words is None:
        return
    button.setText(button.text() or str(words))
    button.setToolTip(str(button.property(_TIP)))
    button.setAccessibleName(str(button.property(_NAME)))
    button.setProperty(_WORDS, None)
