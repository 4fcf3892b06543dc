"""Collects what the paper of the year's plan says, in one read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.documents.plan_content import LineFacts, PlanContent, PlanFacts, plan_content
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.plan import PlanView, plan
from thidua_gui.services.transaction import open_session, read


def collected_plan(campaign_id: CampaignId) -> PlanContent:
    """Kế hoạch of a year as it is now. The rules of form are those of its date, today's while it has none."""
    with read():
        view, issuer = plan(campaign_id), letterhead(campaign_id)
        today = open_session().clock().date()
    head = view.head
    place = head.issued_at or issuer.office.place
    facts = PlanFacts(
        office=replace(issuer.office, place=place),
        year=view.year,
        theme=head.theme or "",
        school_theme=head.school_theme or "",
        sections=_sections(view),
        title=head.title or "",
        number=head.number or "",
        issued_on=head.issued_on,
        authority=head.signer_authority or "",
        signer_post=_post(view),
        signer_name=head.signer_name or view.usual.signer_name or "",
        heading=issuer.style,
    )
    return plan_content(facts, _form_on(view, today))


def _sections(view: PlanView) -> dict[PlanSection, list[LineFacts]]:
    return {
        part.section: [LineFacts(line.depth, line.text, line.number) for line in part.lines] for part in view.parts
    }


def _post(view: PlanView) -> str:
    """The usual signer's post is not put above another name."""
    head, usual = view.head, view.usual
    is_usual = head.signer_name is None or head.signer_name == usual.signer_name
    return head.signer_post or (usual.signer_post if is_usual and usual.signer_post else "")


def _form_on(view: PlanView, today: date) -> date:
    return view.head.issued_on or today
