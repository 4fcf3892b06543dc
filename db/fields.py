"""Field types whose columns are STRICT-safe: dates, booleans and points as TEXT and INTEGER. Knows no tables."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, overload

import peewee as pw

Value = TypeVar("Value")

if TYPE_CHECKING:
    from peewee import Field as _Field
    from peewee import IntegerField as _IntegerField
else:
    # peewee's stubs are generic in the value, its classes are not

    class _Field(pw.Field, Generic[Value]):
        pass

    class _IntegerField(pw.IntegerField, Generic[Value]):
        pass


TextField = pw.TextField
BlobField = pw.BlobField


def _exact_int(value: object) -> int:
    """Refuse what would be rounded silently: half points are 50 hundredths, never 0.5."""
    if type(value) is not int:
        raise TypeError(f"an integer is needed, not {value!r}")
    return value


class IntField(_IntegerField[Value]):
    """INTEGER; refuses floats, texts and booleans instead of converting them."""

    field_type = "INTEGER"

    @overload
    def __new__(cls, *args: Any, null: Literal[True], **kwargs: Any) -> IntField[int | None]: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = ..., **kwargs: Any) -> IntField[int]: ...
    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        return super().__new__(cls)

    def adapt(self, value: object) -> int:
        return _exact_int(value)


class PointsField(_IntegerField[Value]):
    """INTEGER hundredths of a point: 13,5 points are 1350."""

    field_type = "INTEGER"

    @overload
    def __new__(cls, *args: Any, null: Literal[True], **kwargs: Any) -> PointsField[int | None]: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = ..., **kwargs: Any) -> PointsField[int]: ...
    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        return super().__new__(cls)

    def adapt(self, value: object) -> int:
        return _exact_int(value)


class BoolField(_Field[Value]):
    """INTEGER 0 or 1; NULL where the table allows "not known"."""

    field_type = "INTEGER"

    @overload
    def __new__(cls, *args: Any, null: Literal[True], **kwargs: Any) -> BoolField[bool | None]: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = ..., **kwargs: Any) -> BoolField[bool]: ...
    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        return super().__new__(cls)

    def db_value(self, value: object) -> int | None:
        if value is None or value is True or value is False:
            return None if value is None else int(value)
        raise TypeError(f"True, False or None is needed, not {value!r}")

    def python_value(self, value: int | None) -> bool | None:
        return None if value is None else bool(value)


class DateField(_Field[Value]):
    """TEXT as 2022-03-02: sorts and compares as dates do."""

    field_type = "TEXT"

    @overload
    def __new__(cls, *args: Any, null: Literal[True], **kwargs: Any) -> DateField[date | None]: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = ..., **kwargs: Any) -> DateField[date]: ...
    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        return super().__new__(cls)

    def db_value(self, value: object) -> str | None:
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise TypeError(f"a date is needed, not {value!r}")
        return value.isoformat()

    def python_value(self, value: str | None) -> date | None:
        return None if value is None else date.fromisoformat(value)


class DateTimeField(_Field[Value]):
    """TEXT as 2022-03-02T14:05:09: local time of the computer, whole seconds."""

    field_type = "TEXT"

    @overload
    def __new__(cls, *args: Any, null: Literal[True], **kwargs: Any) -> DateTimeField[datetime | None]: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = ..., **kwargs: Any) -> DateTimeField[datetime]: ...
    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        return super().__new__(cls)

    def db_value(self, value: object) -> str | None:
        if value is None:
            return None
        if not isinstance(value, datetime):
            raise TypeError(f"a date and time is needed, not {value!r}")
        return value.isoformat(sep="T", timespec="seconds")

    def python_value(self, value: str | None) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)
