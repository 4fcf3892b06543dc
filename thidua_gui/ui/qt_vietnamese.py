"""Makes Qt's own buttons, menus and dialogs speak Vietnamese, for which Qt ships no translation; knows no window."""

from PySide6.QtCore import QCoreApplication, QTranslator

from thidua_gui.text.qt import QT
from thidua_gui.text.qt_print import QT_PRINT

WORDS = {**QT, **QT_PRINT}


class VietnameseTranslator(QTranslator):
    """Answers from the dictionaries of `text`; what they lack stays as Qt wrote it."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return WORDS.get(context, {}).get(source)


def install_vietnamese(app: QCoreApplication) -> None:
    """Once per program; a second call changes nothing."""
    if app.findChild(VietnameseTranslator) is None:
        app.installTranslator(VietnameseTranslator(app))
