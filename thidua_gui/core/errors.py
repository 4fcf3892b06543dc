"""Refusals and failures as codes with details. Knows no wording: text.errors turns a code into a sentence."""


class Problem(Exception):
    """Something the user must be told: a stable `code` and the `details` its sentence needs."""

    def __init__(self, code: str, /, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details: dict[str, object] = details

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.code, self.details)

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.details.items())
        return f"{self.code}({shown})" if shown else self.code


class UserError(Problem):
    """A refusal of what the user asked; nothing was written and the user can put it right."""


class SystemProblem(Problem):
    """The machine failed the user: disk full, file locked, damaged, of a newer version."""


class Cancelled(Exception):
    """The user stopped a running job; whoever raises it leaves the old state."""


def _rebuilt(kind: type[Problem], code: str, details: dict[str, object]) -> Problem:
    return kind(code, **details)
