"""Reads the former unit out of a transfer's detail ("Từ QLDT"). Knows no dates and no people."""

from collections.abc import Mapping


def former_unit(detail: str | None, words_before: str, units: Mapping[str, str | None]) -> str | None:
    """The code named after `words_before`, by code or by the unit's full name; None if the detail says another thing.

    One word that is no unit's code is returned as it stands, for the caller to refuse; free words name an office
    outside the school.
    """
    if detail is None or not detail.startswith(words_before):
        return None
    named = detail.removeprefix(words_before).strip()
    if named in units or (named and not any(character.isspace() for character in named)):
        return named
    return next((code for code, name in units.items() if name == named), None) if named else None
