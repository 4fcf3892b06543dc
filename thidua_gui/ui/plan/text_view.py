"""The plan's text: what stands in it and who signs it. Runs the commands; judges nothing itself."""

from __future__ import annotations

from thidua_gui.ui.plan.year_view import YearView


class TextView(YearView):
    """Kế hoạch: outline at the left, the chosen part at the right."""
