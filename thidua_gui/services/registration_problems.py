"""Why refused texts of the registration grid are still refused, in sentences. Reads nothing and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_gui.core.errors import UserError
from thidua_gui.services.registration_rules import (
    CONTENT,
    DAY,
    TITLE,
    Registrant,
    judged_day,
    judged_title,
    refuse_repeated,
)
from thidua_gui.services.transaction import open_session
from thidua_gui.services.typed_drafts import Draft
from thidua_gui.text.errors import sentence


def problems_of(
    texts: Mapping[str, str], year: int, who: Registrant, titles: Sequence[str]
) -> Mapping[str, Draft]:
    """Each text with its reason; `titles` are what the person or unit has registered."""
    return {field: Draft(text, sentence(_refusal(field, text, year, who, titles))) for field, text in texts.items()}


def _refusal(field: str, text: str, year: int, who: Registrant, titles: Sequence[str]) -> UserError:
    try:
        if field == TITLE:
            refuse_repeated(judged_title(text, who.side), titles[1:])
        elif field == DAY:
            judged_day(text, year, who, open_session().clock().date())
    except UserError as refused:
        return refused
    if field in (DAY, CONTENT) and not titles:
        return UserError("registration_without_title", field=field)
    return UserError("registration_draft_ready", field=field)
