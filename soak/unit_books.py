"""Books of units mangled by chance, or saved by LibreOffice: what is shown is what happens, and nothing else."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from db.models.organisation import Unit
from soak.workbooks import rows, spoil
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import UnitId
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.unit_book.comparing import CellKey, Choice
from thidua_gui.core.unit_book.content import Book, FieldKind, Line
from thidua_gui.core.unit_book.returned import meta_grid, parse
from thidua_gui.services import campaigns, data_file, history, sample, unit_book_applying, unit_books
from thidua_gui.services import unit_book_file as drawing
from thidua_gui.services import unit_book_receiving as receiving
from thidua_gui.services.unit_book_receiving import CameBack, Preview
from thidua_gui.services.workbook_file import load
from thidua_gui.text.errors import SENTENCES

AT = datetime(2022, 11, 16, 9, 41)
PREPARED = "unit-book-sample.tdkt"


def mangled(work: Path, seed: int) -> dict[str, int]:
    """One seed: a unit's book spoilt in its cells (even seeds) or in its bytes (odd), taken in with random choices."""
    chance = random.Random(seed)
    with _opened(work, f"unit-book-{seed}") as folder:
        campaign = campaigns.campaigns()[0].id
        path = _written(folder, chance)
        if seed % 2:
            path.write_bytes(_spoilt_bytes(chance, path.read_bytes()))
            files, refused = receiving.read_files([path])
        else:
            files, refused = _spoilt_cells(chance, path)
        before = rows()
        shown = receiving.preview(campaign, files, refused)
        assert all(each.problem.code in SENTENCES for each in shown.refused)
        assert rows() == before, "a preview wrote something"
        if not shown.books:
            return {"unit_books": 1, "refused_as_a_file": 1}
        _take_in(shown, chance)
    return {"unit_books": 1, "taken_in": 1}


def through_libreoffice(work: Path, seed: int) -> dict[str, int]:
    """One seed: a filled book opened and saved by LibreOffice says the same as the one that was not."""
    chance = random.Random(seed)
    with _opened(work, f"libreoffice-{seed}") as folder:
        campaign = campaigns.campaigns()[0].id
        path = _filled(folder, chance)
        target = folder / "luu"
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{work.resolve()}/soffice", "--convert-to"]
        subprocess.run([*command, "xlsx", "--outdir", target, path], check=True, capture_output=True)
        ours, theirs = (receiving.preview(campaign, [receiving.read_file(each)]) for each in (path, target / path.name))
        changed = set(ours.books[0].comparison.differences) ^ set(theirs.books[0].comparison.differences)
        assert not changed, f"LibreOffice changed something: {changed}"
        assert ours.books[0].comparison == theirs.books[0].comparison
        found = len(ours.books[0].comparison.differences)
        _take_in(theirs, chance)
    return {"unit_books": 1, "cells_filled_in": found}


def _take_in(shown: Preview, chance: random.Random) -> None:
    """What was promised is what happens; the same file again brings nothing; undo restores every row."""
    before = rows()
    (book,) = shown.books
    choices: dict[CellKey, Choice] = {
        each.key: chance.choice(tuple(Choice)) for each in book.comparison.differences if not each.is_new
    }
    taken = book.comparison.taken(choices)
    done = unit_book_applying.apply(shown, {book.token: choices}, SubmissionKind.RESULTS, at=AT, user="Thư ký")
    assert done.changed == len(taken)
    again = receiving.preview(shown.campaign_id, [book.came]).books[0]
    assert again.received_at == AT
    written = {each.key for each in taken if not each.is_new}
    left = {each.key for each in again.comparison.differences if each.key in written}
    assert not left, f"not as promised: {left}"
    history.undo_last()
    after = rows()
    kept = {table for table in before if table != "attachments"}
    assert {table: after[table] for table in kept} == {table: before[table] for table in kept}


@contextmanager
def _opened(work: Path, name: str) -> Iterator[Path]:
    """A copy of the sample year in a folder of its own, which goes if all is well."""
    prepared = work / PREPARED
    if not prepared.exists():
        data_file.create(prepared, user="Thư ký", clock=lambda: AT)
        sample.fill()
        data_file.close()
    folder = work / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(prepared, folder / "truong.tdkt")
    data_file.open_file(folder / "truong.tdkt", user="Thư ký", clock=lambda: AT)
    try:
        yield folder
    finally:
        data_file.close()
    shutil.rmtree(folder)


def _some_unit(chance: random.Random) -> UnitId:
    units = list(Unit.select(Unit.id).where(~Unit.is_root).order_by(Unit.id))
    return UnitId(chance.choice(units).id)


def _written(folder: Path, chance: random.Random) -> Path:
    campaign = campaigns.campaigns()[0].id
    done = unit_books.write_books(campaign, [_some_unit(chance)], folder / "so", AT, make_token=lambda: "so-1")
    return done.books[0].path


def _filled(folder: Path, chance: random.Random) -> Path:
    """A book with its formats, in which the unit has filled in some open cells."""
    campaign = campaigns.campaigns()[0].id
    planned = unit_books.plan(campaign, [_some_unit(chance)], lambda: "so-1")
    (book,) = unit_books.collect(campaign, planned, AT.date())
    with patch.object(drawing, "meta_grid", lambda _: meta_grid(book)):
        (written,) = unit_books.write_files(planned, [_with_changes(book, chance)], folder / "so")
    unit_books.record(campaign, [written], AT)
    return written.path


def _with_changes(book: Book, chance: random.Random) -> Book:
    sheets = []
    for sheet in book.sheets:
        lines: list[Line] = []
        for line in sheet.lines:
            words = dict(line.values)
            for field in sheet.fields:
                if field.is_open and field.kind in _SAMPLES and chance.random() < 0.3:
                    words[field.key] = chance.choice((*_SAMPLES[field.kind], *field.words[:3]))
            lines.append(replace(line, values=words))
        sheets.append(replace(sheet, lines=tuple(lines)))
    return replace(book, sheets=tuple(sheets))


_SAMPLES: dict[FieldKind, tuple[str, ...]] = {
    FieldKind.POINTS: ("", "0", "0,5", "3", "7,5", "42", "bảy"),
    FieldKind.DATE: ("", "25/03/2022", "01/12/2022", "29/02/2024"),
    FieldKind.COUNT: ("", "0", "3", "12"),
    FieldKind.LONG: ("", "=1+1", "-5%", "+84 213", "@", "Một dòng\nhai dòng", "é" * 300, '"; DROP', "'=A1", "007"),
    FieldKind.WORD: ("",),
}


def _spoilt_cells(chance: random.Random, path: Path) -> tuple[list[CameBack], list[receiving.RefusedFile]]:
    content = path.read_bytes()
    sheets = {title: [list(row) for row in grid] for title, grid in load(path).items()}
    spoil(chance, sheets)
    try:
        returned = parse(sheets, path.name)
    except UserError as refusal:
        return [], [receiving.RefusedFile(path.name, refusal)]
    return [CameBack(path.name, content, hashlib.sha256(content).hexdigest(), returned)], []


def _spoilt_bytes(chance: random.Random, content: bytes) -> bytes:
    spoilt = bytearray(content)
    if chance.random() < 0.3:
        return bytes(spoilt[: chance.randrange(len(spoilt))])
    for _ in range(chance.choice((1, 5, 50))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)
