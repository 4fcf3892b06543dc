"""Wording that the summaries' services add to the official wording."""

NO_UNIT = "Chưa rõ đơn vị"
