"""Small parts that side panels are made of: a heading with its button, words that wrap. Knows no page."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget


def heading_row(title: str, button: QWidget) -> QHBoxLayout:
    """A part's title with what can be done to it at the right."""
    row = QHBoxLayout()
    label = QLabel(title)
    label.setProperty("role", "tableStrong")
    row.addWidget(label)
    row.addStretch(1)
    row.addWidget(button)
    return row


def wrapped(role: str, text: str = "") -> QLabel:
    """Words in one of the style sheet's roles."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
