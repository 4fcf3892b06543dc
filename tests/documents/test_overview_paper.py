"""Tổng quan stands on one page: the type gets smaller and the list of debts shorter before a second page begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from thidua_gui.documents.overview_paper import OverviewContent, render_overview
from thidua_gui.services import overview_paper

TODAY = date(2022, 11, 22)


@pytest.fixture
def content(sample_year) -> OverviewContent:
    return overview_paper.overview_content(sample_year.id, TODAY)


def pages(content: OverviewContent) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(render_overview(content))).pages]


def test_every_milestone_target_and_debt_is_on_the_one_page(content):
    (text,) = pages(content)
    for row in (*content.milestones, *content.debts, *(line.cells for line in content.targets)):
        for words in row:
            assert " ".join(words.split()[:2]) in text


@pytest.mark.parametrize("times", [3, 40, 400])
def test_many_debts_are_cut_and_counted(content, times):
    many = replace(content, debts=content.debts * times)
    (text,) = pages(many)
    shown = text.count("Chưa nộp kết quả")
    left = len(many.debts) - shown - text.count("Chưa đăng ký")
    assert left >= 0
    assert (f"Và {left} mục khác" in text) is (left > 0)


def test_nothing_missing_is_said(content):
    (text,) = pages(replace(content, debts=()))
    assert content.no_debts in text


def test_equal_content_gives_equal_bytes(content):
    assert render_overview(content) == render_overview(content)
