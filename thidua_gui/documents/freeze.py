"""A content as text and back, for the record of what was issued. Knows no database and no layout."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from thidua_gui.documents.content import CertificateContent, Heading, HeadingStyle
from thidua_gui.documents.score_sheet_content import ScoreSheetContent
from thidua_gui.documents.summary_content import ScoreSummaryContent, TargetReportContent

Content = CertificateContent | ScoreSummaryContent | TargetReportContent | ScoreSheetContent


def freeze(content: Content) -> str:
    """The content as JSON with sorted keys: equal contents give equal texts."""
    return json.dumps(asdict(content), ensure_ascii=False, sort_keys=True, default=_plain)


def thaw_certificate(frozen: str) -> CertificateContent:
    """The certificate that was frozen, so that it can be printed again as it was."""
    table: dict[str, Any] = json.loads(frozen)
    heading = table.pop("heading")
    style = HeadingStyle(heading.pop("style"))
    register = tuple(table.pop("register"))
    return CertificateContent(heading=Heading(style=style, **heading), register=register, **table)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
