"""The wording of emulation titles and commendation forms, and which canonical title a written wording means."""

from collections.abc import Mapping

from thidua_gui.core.titles import TitleKey
from thidua_gui.core.vietnamese import fold

NAMES: Mapping[TitleKey, str] = {
    TitleKey.ADVANCED_LABOURER: "Lao động tiên tiến",
    TitleKey.GRASSROOTS_FIGHTER: "Chiến sĩ thi đua cơ sở",
    TitleKey.PROVINCIAL_FIGHTER: "Chiến sĩ thi đua cấp tỉnh",
    TitleKey.NATIONAL_FIGHTER: "Chiến sĩ thi đua toàn quốc",
    TitleKey.ADVANCED_COLLECTIVE: "Tập thể lao động tiên tiến",
    TitleKey.EXCELLENT_COLLECTIVE: "Tập thể lao động xuất sắc",
    TitleKey.EMULATION_FLAG: "Cờ thi đua cấp tỉnh",
    TitleKey.GOVERNMENT_FLAG: "Cờ thi đua của Chính phủ",
    TitleKey.CERTIFICATE_OF_MERIT: "Giấy khen",
    TitleKey.COMMEMORATIVE_MEDAL: "Kỷ niệm chương",
    TitleKey.DIPLOMA_OF_MERIT: "Bằng khen",
    TitleKey.PRIME_MINISTER_DIPLOMA: "Bằng khen của Thủ tướng Chính phủ",
    TitleKey.EXCELLENT_TEACHER: "Nhà giáo ưu tú",
    TitleKey.PEOPLES_TEACHER: "Nhà giáo nhân dân",
    TitleKey.MEDAL: "Huy chương",
    TitleKey.ORDER_THIRD: "Huân chương Lao động hạng Ba",
    TitleKey.ORDER_SECOND: "Huân chương Lao động hạng Nhì",
    TitleKey.ORDER_FIRST: "Huân chương Lao động hạng Nhất",
}

SHORT: Mapping[TitleKey, str] = {
    TitleKey.ADVANCED_LABOURER: "LĐTT",
    TitleKey.GRASSROOTS_FIGHTER: "CSTĐCS",
    TitleKey.PROVINCIAL_FIGHTER: "CSTĐ tỉnh",
    TitleKey.NATIONAL_FIGHTER: "CSTĐTQ",
    TitleKey.ADVANCED_COLLECTIVE: "TTLĐTT",
    TitleKey.EXCELLENT_COLLECTIVE: "TTLĐXS",
    TitleKey.EMULATION_FLAG: "Cờ TĐ tỉnh",
    TitleKey.GOVERNMENT_FLAG: "Cờ TĐ CP",
    TitleKey.CERTIFICATE_OF_MERIT: "Giấy khen",
    TitleKey.COMMEMORATIVE_MEDAL: "KNC",
    TitleKey.DIPLOMA_OF_MERIT: "Bằng khen",
    TitleKey.PRIME_MINISTER_DIPLOMA: "BK Thủ tướng",
    TitleKey.EXCELLENT_TEACHER: "NGƯT",
    TitleKey.PEOPLES_TEACHER: "NGND",
    TitleKey.MEDAL: "Huy chương",
    TitleKey.ORDER_THIRD: "HCLĐ Ba",
    TitleKey.ORDER_SECOND: "HCLĐ Nhì",
    TitleKey.ORDER_FIRST: "HCLĐ Nhất",
}

# The first prefix that fits decides, so the narrower wording stands before the wider one.
_PREFIXES: tuple[tuple[str, TitleKey], ...] = (
    ("tap the lao dong tien tien", TitleKey.ADVANCED_COLLECTIVE),
    ("ttldtt", TitleKey.ADVANCED_COLLECTIVE),
    ("tap the lao dong xuat sac", TitleKey.EXCELLENT_COLLECTIVE),
    ("ttldxs", TitleKey.EXCELLENT_COLLECTIVE),
    ("lao dong tien tien", TitleKey.ADVANCED_LABOURER),
    ("ldtt", TitleKey.ADVANCED_LABOURER),
    ("chien si thi dua co so", TitleKey.GRASSROOTS_FIGHTER),
    ("chien si thi dua cap co so", TitleKey.GRASSROOTS_FIGHTER),
    ("cstd co so", TitleKey.GRASSROOTS_FIGHTER),
    ("cstdcs", TitleKey.GRASSROOTS_FIGHTER),
    ("chien si thi dua toan quoc", TitleKey.NATIONAL_FIGHTER),
    ("cstd toan quoc", TitleKey.NATIONAL_FIGHTER),
    ("cstdtq", TitleKey.NATIONAL_FIGHTER),
    ("chien si thi dua cap tinh", TitleKey.PROVINCIAL_FIGHTER),
    ("chien si thi dua tinh", TitleKey.PROVINCIAL_FIGHTER),
    ("chien si thi dua cap bo", TitleKey.PROVINCIAL_FIGHTER),
    ("chien si thi dua bo", TitleKey.PROVINCIAL_FIGHTER),
    ("chien si thi dua cap thanh pho", TitleKey.PROVINCIAL_FIGHTER),
    ("cstd cap tinh", TitleKey.PROVINCIAL_FIGHTER),
    ("cstd tinh", TitleKey.PROVINCIAL_FIGHTER),
    ("cstd cap bo", TitleKey.PROVINCIAL_FIGHTER),
    ("co thi dua cua chinh phu", TitleKey.GOVERNMENT_FLAG),
    ("co thi dua chinh phu", TitleKey.GOVERNMENT_FLAG),
    ("co thi dua", TitleKey.EMULATION_FLAG),
    ("giay khen", TitleKey.CERTIFICATE_OF_MERIT),
    ("bang khen cua thu tuong", TitleKey.PRIME_MINISTER_DIPLOMA),
    ("bang khen thu tuong", TitleKey.PRIME_MINISTER_DIPLOMA),
    ("bang khen", TitleKey.DIPLOMA_OF_MERIT),
    ("ky niem chuong", TitleKey.COMMEMORATIVE_MEDAL),
    ("nha giao uu tu", TitleKey.EXCELLENT_TEACHER),
    ("nha giao nhan dan", TitleKey.PEOPLES_TEACHER),
    ("huan chuong lao dong hang nhat", TitleKey.ORDER_FIRST),
    ("huan chuong lao dong hang nhi", TitleKey.ORDER_SECOND),
    ("huan chuong lao dong hang ba", TitleKey.ORDER_THIRD),
    ("huy chuong", TitleKey.MEDAL),
)
_HONORIFIC = "danh hieu "


def title_key(written: str) -> TitleKey | None:
    """The canonical title that a written wording means, or None if the catalogue does not have it.

    A longer wording counts only if it goes on after a whole word: "Giấy khen của Hiệu trưởng" is a giấy khen.
    """
    folded = " ".join(fold(written).split()).strip('"“”')
    folded = folded.removeprefix(_HONORIFIC).strip('"“”')
    for prefix, key in _PREFIXES:
        if folded == prefix or folded.startswith(prefix + " "):
            return key
    return None


def short_title(written: str) -> str:
    """The short form used in grids; an unknown wording stays as it was written."""
    key = title_key(written)
    return written if key is None else SHORT[key]
