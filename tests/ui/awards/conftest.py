"""The page of awards over the sample year, as the clerk sees it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from thidua_gui.ui.awards.page import AwardsPage
from thidua_gui.ui.context import Context


@pytest.fixture
def page(qtbot: QtBot, sample_context: Context) -> Iterator[AwardsPage]:
    """Hidden at the end, so that nothing is asked of a data file that is closed."""
    page = AwardsPage(sample_context)
    qtbot.addWidget(page)
    page.resize(1184, 816)
    page.show()
    page.show_loaded()
    page._load_card()
    yield page
    page.hide()
