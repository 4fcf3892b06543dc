"""The card of awards is reached from the pages of people and of units, and printed for a selection or a whole unit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from db.models.organisation import Person, Unit
from thidua_gui.services.award_cards import Bearer
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.page import Page
from thidua_gui.ui.people.page import PeoplePage
from thidua_gui.ui.units.page import UnitsPage

Went = list[tuple[str, object]]


@pytest.fixture
def went(sample_context: Context) -> Went:
    found: Went = []
    sample_context.bus.navigate.connect(lambda key, argument: found.append((key, argument)))
    return found


def shown(qtbot: QtBot, page: Page) -> None:
    qtbot.addWidget(page)
    page.resize(1184, 816)
    page.show()
    page.show_loaded()


@pytest.fixture
def people(qtbot: QtBot, sample_context: Context) -> Iterator[PeoplePage]:
    page = PeoplePage(sample_context)
    shown(qtbot, page)
    yield page
    page.hide()


@pytest.fixture
def units(qtbot: QtBot, sample_context: Context) -> Iterator[UnitsPage]:
    page = UnitsPage(sample_context)
    shown(qtbot, page)
    yield page
    page.hide()


def test_somebodys_menu_leads_to_their_card(people: PeoplePage, went: Went) -> None:
    person = Person.get(Person.code == "CB05").id
    people.grid.select_row(person)
    people._load_panel()
    people.panel.card_wanted.emit()
    assert went == [("awards", Bearer(False, person))]


def test_checked_people_have_their_cards_printed(people: PeoplePage) -> None:
    people.model.pick([Person.get(Person.code == code).id for code in ("CB04", "CB05")], True)
    people.bulk_desk.print_cards()
    (preview,) = people.findChildren(ListPreview)
    assert preview.view.page_count >= 2


def test_a_units_menu_leads_to_its_card_and_prints_those_of_its_people(units: UnitsPage, went: Went) -> None:
    unit = Unit.get(Unit.code == "XDD").id
    units.tree.choose(unit)
    units._load_unit()
    units.unit.card_wanted.emit()
    assert went == [("awards", Bearer(True, unit))]
    units.unit.cards_wanted.emit()
    (preview,) = units.findChildren(ListPreview)
    assert preview.view.page_count >= 9
