"""Names the integer keys of rows, so that a person's key can't stand where a unit's is meant. Knows no rows."""

from typing import NewType

PersonId = NewType("PersonId", int)
UnitId = NewType("UnitId", int)
CampaignId = NewType("CampaignId", int)
TargetId = NewType("TargetId", int)
MilestoneId = NewType("MilestoneId", int)
PlanItemId = NewType("PlanItemId", int)
SheetId = NewType("SheetId", int)
CriterionId = NewType("CriterionId", int)
StageId = NewType("StageId", int)
AwardId = NewType("AwardId", int)
DecisionId = NewType("DecisionId", int)
InitiativeId = NewType("InitiativeId", int)
AttachmentId = NewType("AttachmentId", int)
OperationId = NewType("OperationId", int)
DocumentId = NewType("DocumentId", int)
MembershipId = NewType("MembershipId", int)
PersonnelChangeId = NewType("PersonnelChangeId", int)
EvidenceId = NewType("EvidenceId", int)
RegistrationId = NewType("RegistrationId", int)
SubmissionId = NewType("SubmissionId", int)
SchoolResultId = NewType("SchoolResultId", int)
UnitVoteId = NewType("UnitVoteId", int)
InitiativeUseId = NewType("InitiativeUseId", int)
DisciplineId = NewType("DisciplineId", int)
MovementId = NewType("MovementId", int)
ProposalId = NewType("ProposalId", int)
ObjectionId = NewType("ObjectionId", int)
OpenCaseId = NewType("OpenCaseId", int)

SubjectId = PersonId | UnitId
"""Whose sheet is scored: a person's or a unit's; a SheetSubject beside it says which."""
