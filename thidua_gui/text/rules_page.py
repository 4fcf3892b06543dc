"""Wording of the page "Danh hiệu & quy định": its views, the list of rule packs. Knows no rule."""

TITLE = "Danh hiệu & quy định"
VIEWS = "Xem danh hiệu, quy định pháp luật hay tỷ lệ và cách tính"
KINDS_VIEW = "Danh hiệu & hình thức"
PACKS_VIEW = "Quy định pháp luật"
QUOTAS_VIEW = "Tỷ lệ & cách tính"
