"""The dated wording of official forms, from resources/documents. Knows which edition holds when, not what it says."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from thidua_gui import resources
from thidua_gui.core.errors import UserError


@dataclass(frozen=True, slots=True)
class Wording:
    """One edition of a form's wording (biểu mẫu): texts with {places}, the numbers that belong to it, its source."""

    id: str
    source: str
    texts: Mapping[str, str] = field(hash=False)
    numbers: Mapping[str, float] = field(hash=False)

    def text(self, key: str, **places: object) -> str:
        """The text with its places filled; KeyError for a key or a place that the edition does not have."""
        return self.texts[key].format(**places)


def wording(form_id: str, on: date) -> Wording:
    """The edition in force on a day; days before the first edition known get that first one."""
    editions = _editions(form_id)
    return next((edition for start, edition in reversed(editions) if start <= on), editions[0][1])


@lru_cache(maxsize=32)
def _editions(form_id: str) -> tuple[tuple[date, Wording], ...]:
    try:
        table = tomllib.loads(resources.text("documents", f"{form_id}.toml"))
        editions = sorted(((edition["from"], _edition(form_id, edition)) for edition in table["edition"]), key=_start)
    except (FileNotFoundError, tomllib.TOMLDecodeError, KeyError) as error:
        raise UserError("wording_damaged", document=form_id) from error
    return tuple(editions)


def _start(dated: tuple[date, Wording]) -> date:
    return dated[0]


def _edition(form_id: str, table: Mapping[str, Any]) -> Wording:
    return Wording(
        id=form_id,
        source=str(table["source"]),
        texts={key: str(text) for key, text in table.get("text", {}).items()},
        numbers={key: float(number) for key, number in table.get("number", {}).items()},
    )
