"""From a condition of a dossier to the rule it comes from."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.proposals.acting import FIGHTER
from tests.ui.year_pages import Show
from thidua_gui.services import proposals_edit
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.ui.proposals.page import ProposalsPage


def test_a_condition_leads_to_its_rule_in_the_pack_that_judged(
    year: CampaignSummary, show: Show, qtbot: QtBot
) -> None:
    proposals_edit.propose_from_registrations(year.id, FIGHTER)
    page = show(ProposalsPage)
    assert isinstance(page, ProposalsPage)
    page.open_argument(FIGHTER)
    page.load_dossier()
    line = page.desk.seen.lines[0]
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        page.view.dossier.check.rule_wanted.emit(line)
    assert asked.args == ["rules", ("packs", "A", FIGHTER, line.condition)]
