"""What can go wrong, as nouns with a stable code and a status; the edge makes problem documents of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing wrong at one place of the input.

    `pointer` is a JSON Pointer (RFC 6901) into the body; `params` fill the message's placeholders.
    """

    pointer: str
    code: str
    params: dict[str, str] = field(default_factory=dict)


class Problem(Exception):  # noqa: N818 – the noun of RFC 9457, not a bug
    """A request that cannot be answered as asked, with a code that never changes.

    `extensions` are members of the problem document beyond the standard ones (RFC 9457 §3.2).
    """

    status: ClassVar[int] = 500

    def __init__(
        self, code: str, violations: Iterable[Violation] = (), /, **params: object
    ) -> None:
        super().__init__(code)
        self.code = code
        self.violations = tuple(violations)
        self.params = {name: str(value) for name, value in params.items()}
        self.extensions: dict[str, str] = {}


class Invalid(Problem):
    """The request is malformed; nothing was written."""

    status = 422

    @classmethod
    def at(cls, pointer: str, code: str, /, **params: object) -> "Invalid":
        """Say that one place of the input is wrong."""
        shown = {name: str(value) for name, value in params.items()}
        return cls("request.invalid", [Violation(pointer, code, shown)])


class Conflict(Problem):
    """The request is well-formed, but what is recorded already stands against it."""

    status = 409


class NotFound(Problem):
    """There is no such thing, or none that the asker may know of."""

    status = 404


class Forbidden(Problem):
    """The asker is known but may not do this."""

    status = 403


class Unauthenticated(Problem):
    """The asker is not known."""

    status = 401


class TooLarge(Problem):
    """The request is larger than this door takes."""

    status = 413


class TooMany(Problem):
    """The asker tries too often; wait and try again."""

    status = 429


class NotBuilt(Problem):
    """A part of a standard that this installation does not have yet."""

    status = 501


class Busy(Problem):
    """A passing fault of this installation; the same request may succeed later."""

    status = 503
