"""A file is attached to a paper of a dossier in the same step; undo lets it go again."""

from __future__ import annotations

import pytest

from tests.services import proposed
from tests.services.proposed import LABOURER, propose
from tests.services.small_school import refusal
from thidua_gui.core.proposals import PaperState
from thidua_gui.services import attachments, history, proposals, proposals_edit
from thidua_gui.services.evidence import Offered

pytestmark = pytest.mark.usefixtures("data_file")
FILE = Offered("QĐ 15.pdf", b"%PDF-1.4", "application/pdf")


def test_the_paper_is_there_with_its_file_and_undo_takes_both_back():
    (proposal,) = propose(proposed.ripe(), LABOURER, "CB01")
    name = proposals.dossier(proposal).papers[0].name
    proposals_edit.note_paper(proposal, name, PaperState.PRESENT, file=FILE)
    paper = proposals.dossier(proposal).papers[0]
    assert (paper.state, paper.attachment) == (PaperState.PRESENT, "QĐ 15.pdf")
    assert paper.attachment_id is not None
    assert attachments.content(paper.attachment_id) == FILE.content
    history.undo_last()
    assert proposals.dossier(proposal).papers[0].attachment_id is None


def test_an_empty_file_is_refused_and_the_paper_stays_missing():
    (proposal,) = propose(proposed.ripe(), LABOURER, "CB01")
    name = proposals.dossier(proposal).papers[0].name
    empty = Offered("trong.pdf", b"", "application/pdf")
    refused = refusal(proposals_edit.note_paper, proposal, name, PaperState.PRESENT, file=empty)
    assert refused.code == "attachment_empty"
    assert proposals.dossier(proposal).papers[0].state is None
