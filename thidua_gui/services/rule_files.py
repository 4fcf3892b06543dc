"""Gói quy tắc thêm vào: checks a file and lays it into the folder of rules beside the data file. Judges nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from thidua_gui.core.errors import UserError
from thidua_gui.core.rulepack import Pack, not_shipped
from thidua_gui.core.rulepack_reading import parse
from thidua_gui.documents.files import safe_name, write_whole
from thidua_gui.services import rules


@dataclass(frozen=True, slots=True)
class Incoming:
    """A pack that may be added; `replaces`: the file of the folder that it takes the place of, "" if none."""

    pack: Pack
    replaces: str


def examine(path: Path) -> Incoming:
    """Read a file that somebody chose; UserError of one that cannot be used beside the other packs."""
    pack = not_shipped(parse(rules.text_of(path)))
    found = rules.shelf()
    held = [one for one in found.packs if one.id == pack.id]
    if any(one.is_shipped and one.is_enabled for one in held):
        raise UserError("rule_pack_shipped", pack=pack.id)
    others = rules.shipped()
    for one in found.packs:
        if not one.is_shipped and one.id != pack.id:
            others = rules.joined(others, one)
    rules.joined(others, pack)
    name = _file_name(pack.id)
    there = (rules.folder() / name).exists()
    return Incoming(pack, found.files.get(pack.id, name if there else ""))


def add(path: Path, *, replaces: str = "") -> str:
    """Copy it into the folder and say the id; `replaces` is what `examine` said and somebody agreed to."""
    incoming = examine(path)
    there = incoming.replaces
    if there not in ("", replaces):
        raise UserError("rule_pack_there", file=there)
    write_whole(rules.folder() / (there or _file_name(incoming.pack.id)), rules.text_of(path).encode("utf-8"))
    return incoming.pack.id


def open_folder() -> Path:
    """The folder, made if it is not there yet."""
    place = rules.folder()
    place.mkdir(parents=True, exist_ok=True)
    return place


def _file_name(pack_id: str) -> str:
    return f"{safe_name(pack_id)}.toml"
