"""Wording of the money that goes with awards: how it is rounded. Knows no amount."""

from thidua_gui.core.rewards import MoneyRounding
from thidua_gui.core.vietnamese import grouped

STEP = "Đặt cách làm tròn tiền thưởng"
ROUNDINGS = {
    MoneyRounding.NEAREST_10000: "Đến chục nghìn gần nhất",
    MoneyRounding.CEIL_10000: "Lên hàng chục nghìn",
    MoneyRounding.NONE: "Không làm tròn",
}


def dong(amount: int) -> str:
    """"447.000 đồng"."""
    return f"{grouped(amount)} đồng"
