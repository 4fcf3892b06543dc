"""Prints a grid's rows or writes them to Excel, as they stand on screen; knows no feature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from thidua_gui.documents.files import safe_name, write_whole
from thidua_gui.text import lists as wording
from thidua_gui.ui import printing, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.grid.columns import Align, Column, Kind
from thidua_gui.ui.widgets.grid.menus import columns_menu
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.pdf_view import PdfView

if TYPE_CHECKING:
    from thidua_gui.documents.list_sheet import ListContent
    from thidua_gui.services.list_documents import ShownList

def shown_list(
    grid: GridView, rows: Sequence[Any], title: str, subject: tuple[str, ...], on: date, also: Sequence[str] = ()
) -> ShownList:
    """These rows in the grid's visible columns; a column without words (check boxes) is left out. `also` names columns
    that belong on paper even while the screen has no room for them."""
    from thidua_gui.documents.list_sheet import ListColumn
    from thidua_gui.services.list_documents import ShownList

    columns = [grid.snapshot.columns[place] for place in _with(grid.visible_columns(), also, grid)]
    columns = [column for column in columns if column.kind is not Kind.PICK]
    return ShownList(
        title,
        subject,
        on,
        tuple(ListColumn(" ".join(column.title.split()), _centred(column), _wraps(column)) for column in columns),
        tuple(tuple(column.display(row) for column in columns) for row in rows),
        tuple(tuple(_value(column, row) for column in columns) for row in rows),
    )


def _with(shown: Sequence[int], also: Sequence[str], grid: GridView) -> list[int]:
    """Each of the further columns before the first one that it usually stands before."""
    places = list(shown)
    for place in (grid.snapshot.column_place(key) for key in also):
        if place not in places:
            places.insert(next((at for at, other in enumerate(places) if other > place), len(places)), place)
    return places


def add_list_actions(menu: QMenu, export: Callable[[], None], print_out: Callable[[], None]) -> None:
    """The list in Excel and on paper, at the foot of a menu."""
    menu.addSeparator()
    menu.addAction(wording.EXPORT_SHOWN).triggered.connect(export)
    menu.addAction(wording.PRINT_SHOWN).triggered.connect(print_out)


def open_list_menu(
    grid: GridView, button: QWidget, export: Callable[[], None], print_out: Callable[[], None]
) -> None:
    """Below its button: which columns are shown; the list in Excel and on paper."""
    menu = columns_menu(grid)
    add_list_actions(menu, export, print_out)
    drop_menu(menu, button)


def drop_menu(menu: QMenu, button: QWidget) -> None:
    """Open a menu right below its button."""
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))


def save_excel(parent: QWidget, context: Context, shown: ShownList) -> None:
    """Ask where, write, say so."""
    from thidua_gui.services import list_documents

    path = _ask_excel_path(parent, printing.last_folder(context) / f"{safe_name(shown.title)}.xlsx")
    if path is None:
        return
    printing.remember_folder(context, path.parent)
    campaign_id = context.campaign_id
    context.jobs.run(
        lambda progress: write_whole(path, list_documents.list_workbook(shown, campaign_id, progress)),
        lambda written: context.bus.status.emit(wording.saved(written.name)),
        title=wording.WRITING,
    )


def preview(parent: QWidget, context: Context, shown: ShownList) -> None:
    """Draw the list and show the very pages that will be printed."""
    from thidua_gui.documents.list_sheet import render_list
    from thidua_gui.services import list_documents

    campaign_id = context.campaign_id

    def draw(content: ListContent) -> None:
        context.jobs.render(
            lambda progress: render_list(content, progress),
            lambda pdf: ListPreview(parent, context, shown.title, pdf).open(),
            title=wording.DRAWING,
        )

    context.jobs.run(lambda _: list_documents.list_content(shown, campaign_id), draw)


WORDS_FROM = 120
"""A column that is narrower on screen holds codes, not words."""


class ListPreview(Dialog):
    """The pages, with saving and printing."""

    def __init__(self, parent: QWidget, context: Context, title: str, pdf: bytes) -> None:
        super().__init__(parent, title, wording.PRINT_VERB)
        self._context = context
        self._title = title
        self.pdf = pdf
        self.view = PdfView(context.jobs)
        self.view.show_pdf(pdf)
        self.view.setMinimumHeight(theme.px(560))
        self.save = push(wording.SAVE_PDF, "file-type-pdf")
        self.add_button(self.save)
        self.body.addWidget(self.view, 1)
        self.fill_with_body()
        self.resize(theme.px(900), theme.px(760))
        self.save.clicked.connect(self._save)

    def submit(self) -> None:
        """The system's print dialog."""
        printing.ask_and_print(self, self._context, self.pdf, self._title, self.accept)

    def _save(self) -> None:
        context, pdf = self._context, self.pdf
        path = printing.ask_pdf_path(self, printing.last_folder(context), f"{safe_name(self._title)}.pdf")
        if path is not None:
            printing.remember_folder(context, path.parent)
            context.jobs.render(
                lambda _: write_whole(path, pdf), lambda written: context.bus.status.emit(wording.saved(written.name))
            )


def _ask_excel_path(parent: QWidget, proposed: Path) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, wording.SAVE_EXCEL, str(proposed), wording.EXCEL_FILTER)
    if not chosen:
        return None
    return excel_path(chosen)


def excel_path(chosen: str) -> Path:
    """What was typed without the ending gets it."""
    path = Path(chosen)
    return path if path.suffix.lower() == ".xlsx" else path.with_name(path.name + ".xlsx")


def _centred(column: Column[Any]) -> bool:
    return column.alignment is not Align.LEFT or column.kind is Kind.DATE


def _wraps(column: Column[Any]) -> bool:
    """Codes, numbers and dates stay on one line."""
    return column.kind is Kind.TEXT and (column.stretch or column.width >= WORDS_FROM)


def _value(column: Column[Any], row: Any) -> object:
    """Dates stay dates, whole numbers stay numbers, all else is what the screen says."""
    words = column.display(row)
    if column.kind is Kind.DATE and column.sort_key is not None:
        day = column.sort_key(row)
        return day if isinstance(day, date) else words or None
    return int(words) if column.kind is Kind.NUMBER and words.isdecimal() else words or None
