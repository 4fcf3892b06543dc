"""The money of a year's own awards as report.json gives it. Works nothing out itself."""

from __future__ import annotations

from typing import Any

from db.models.meetings import AgendaItem, Ballot, Meeting
from thidua_gui.core.ids import CampaignId
from thidua_gui.services.reward_sheet import would_be_paid
from thidua_gui.services.transaction import read


def rewards_report(campaign_id: CampaignId) -> dict[str, Any]:
    """`rewards` of a year that has had a meeting with a ballot, nothing of any other: what its council's word and the
    conditions come to, also where a decision has been issued since. Collectives are told where any is paid."""
    with read():
        of_year = AgendaItem.select(AgendaItem.id).join(Meeting, on=AgendaItem.meeting == Meeting.id)
        if not Ballot.select().where(Ballot.item.in_(of_year.where(Meeting.campaign == campaign_id))).exists():
            return {}
        sheet = would_be_paid(campaign_id)
    collectives = {one.code: one.amount for one in sheet.by_bearer if one.is_unit}
    salary = sheet.rules.salary
    return {"rewards": {
        "base_salary": None if salary is None else salary.amount,
        "by_person": {one.code: one.amount for one in sheet.by_bearer if not one.is_unit},
        **({"by_collective": collectives} if collectives else {}),
        "total": sheet.total,
    }}  # fmt: skip
