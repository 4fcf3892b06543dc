"""Carries announcements between windows; knows no page and no service."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """One per program: a page tells what happened and never whom."""

    changed = Signal(object)
    """Changes of a command that was written."""

    year_changed = Signal(int)
    """Another campaign year (phong trào năm) is on screen."""

    year_wanted = Signal(int)
    """A page asks for another year on screen; nothing happens if the file has no such year."""

    navigate = Signal(str, object)
    """Page key and argument, usually an id or None."""

    status = Signal(str)
    """One sentence for the status bar, shown for some seconds."""

    open_file = Signal(object)
    """Path of a data file that is to be opened instead of the open one."""

    backed_up = Signal(object)
    """datetime of a good backup that a page asked for."""
