"""What the school's own decision would make of the sample year's targets: issued on a copy, which is thrown away."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, ProposalId
from thidua_gui.core.proposals import State
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import campaigns, data_file, decisions, proposals_edit, report, reward_sheet
from thidua_gui.services.proposals_edit import Nominee

_TO_PASSED = (State.SUBMITTED, State.VALID, State.PRESENTED, State.PASSED)


def add_to(report_file: Path, path: Path, *, user: str, clock: Callable[[], datetime]) -> None:
    """`targets_after_decision` of a year whose council has met; no such key where the data cannot make a decision, as
    without its day or its signer. No data file may be open."""
    found = json.loads(report_file.read_text(encoding="utf-8"))
    if "rewards" not in found:
        return
    with tempfile.TemporaryDirectory() as folder:
        data_file.open_file(Path(shutil.copy(path, folder)), user=user, clock=clock)
        try:
            found["targets_after_decision"] = after_decision(campaigns.campaigns()[0].id)
        except UserError:
            return
        finally:
            data_file.close()
    report_file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def after_decision(campaign_id: CampaignId) -> object:
    """Issue what the council passed together with the title of advanced labourer for all who meet its conditions."""
    _pass_labourers(campaign_id)
    decisions.issue(campaign_id, decisions.draft(campaign_id).draft)
    return report.targets_report(campaign_id)


def _pass_labourers(campaign_id: CampaignId) -> None:
    """Who waits for that title already is left alone."""
    kind = TitleKey.ADVANCED_LABOURER
    waiting = {line.person_id for line in decisions.draft(campaign_id).lines if line.kind == kind}
    lines = reward_sheet.would_be_paid(campaign_id).lines
    people = [one.person_id for one in lines if one.kind == kind and one.person_id is not None]
    nominees = [Nominee(person) for person in people if person not in waiting]
    if nominees:
        made = proposals_edit.propose(campaign_id, kind, nominees).ids("proposals")
        for state in _TO_PASSED:
            proposals_edit.move([ProposalId(one) for one in sorted(made)], state)
