"""Levels of the excellent-teaching award. Knows no contest rules."""

from enum import StrEnum


class TeachingLevel(StrEnum):
    """Giảng viên dạy giỏi cấp khoa, trường, tỉnh, Học viện; a level does not include the ones below."""

    FACULTY = "faculty"
    SCHOOL = "school"
    PROVINCE = "province"
    ACADEMY = "academy"
