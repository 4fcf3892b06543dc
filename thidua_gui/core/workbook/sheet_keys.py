"""The sheets of a year workbook by name. Knows no columns and no wording."""

from enum import StrEnum


class SheetKey(StrEnum):
    """The sheets of a year workbook in their order; SCORES stands for one sheet per criteria sheet."""

    CAMPAIGN = "campaign"
    TARGETS = "targets"
    UNITS = "units"
    PEOPLE = "people"
    PERSONNEL_CHANGES = "personnel_changes"
    DISCIPLINES = "disciplines"
    REGISTRATIONS = "registrations"
    CRITERIA = "criteria"
    THRESHOLDS = "thresholds"
    SCORES = "scores"
    RESULTS = "results"
    INITIATIVES = "initiatives"
    AWARDS = "awards"
    COUNCIL = "council"
    MEETING_RULES = "meeting_rules"
    BALLOTS = "ballots"
    PLAN_ITEMS = "plan_items"
    INITIATIVE_USES = "initiative_uses"
    TEACHING = "teaching"
    UNIT_VOTES = "unit_votes"
    SUBMISSIONS = "submissions"
    MOVEMENTS = "movements"
    OUTSIDE_AWARDS = "outside_awards"
    SCHOOL_RESULTS = "school_results"
    MILESTONES = "milestones"
    AWARD_KINDS = "award_kinds"
    PROPOSALS = "proposals"
    PROPOSAL_EVENTS = "proposal_events"
    PROPOSAL_FINDINGS = "proposal_findings"
    PROPOSAL_PAPERS = "proposal_papers"
    CONDITION_OVERRIDES = "condition_overrides"
    OBJECTIONS = "objections"
    OPEN_CASES = "open_cases"
    COUNCIL_DECISION = "council_decision"
    MEETINGS = "meetings"
    MEETING_MEMBERS = "meeting_members"
    PASSAGES = "passages"
    AGENDA_ITEMS = "agenda_items"
    CANDIDATES = "candidates"
    RECUSALS = "recusals"
    VOTES = "votes"
    VOTE_COUNTS = "vote_counts"
    MEETING_EVENTS = "meeting_events"


ADDED_SHEETS = frozenset({
    SheetKey.PLAN_ITEMS, SheetKey.INITIATIVE_USES, SheetKey.TEACHING, SheetKey.UNIT_VOTES, SheetKey.SUBMISSIONS,
    SheetKey.MOVEMENTS, SheetKey.OUTSIDE_AWARDS, SheetKey.SCHOOL_RESULTS, SheetKey.MILESTONES, SheetKey.AWARD_KINDS,
    SheetKey.PROPOSALS, SheetKey.PROPOSAL_EVENTS, SheetKey.PROPOSAL_FINDINGS, SheetKey.PROPOSAL_PAPERS,
    SheetKey.CONDITION_OVERRIDES, SheetKey.OBJECTIONS, SheetKey.OPEN_CASES, SheetKey.COUNCIL_DECISION,
    SheetKey.MEETINGS, SheetKey.MEETING_MEMBERS, SheetKey.PASSAGES, SheetKey.AGENDA_ITEMS, SheetKey.CANDIDATES,
    SheetKey.RECUSALS, SheetKey.VOTES, SheetKey.VOTE_COUNTS, SheetKey.MEETING_EVENTS,
})  # fmt: skip
"""What the program adds to the format: such a sheet is written only when it holds something."""
