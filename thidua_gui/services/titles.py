"""The catalogue of titles and forms shipped with the program, and what a written wording means by it."""

import tomllib
from functools import cache, lru_cache

from thidua_gui import resources
from thidua_gui.core.awards import AwardCatalogue, AwardKind, award_key, parse_catalogue
from thidua_gui.core.titles import TitleKey


@cache
def catalogue() -> AwardCatalogue:
    """Read once; the file is part of the program."""
    return parse_catalogue(tomllib.loads(resources.text("awards.toml")))


@cache
def kinds() -> dict[TitleKey, AwardKind]:
    """Each kind by its key, lowest first."""
    return {kind.key: kind for kind in catalogue().kinds}


@lru_cache(maxsize=4096)
def key_of(written: str) -> TitleKey | None:
    """The kind that a wording means, None if the catalogue does not have it."""
    return award_key(written, catalogue().aliases)


def short_of(written: str) -> str:
    """The short name for grids; an unknown wording stays as it was written."""
    key = key_of(written)
    return written if key is None else kinds()[key].short
