"""What is wrong with a code, and where: said to people, never raised past this room."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a code; `position` counts characters from 1, as people do."""

    code: str
    position: int = 1
    details: dict[str, str] = field(default_factory=dict)

    @property
    def params(self) -> dict[str, str]:
        """Give what fills the placeholders of the sentence."""
        return {"position": str(self.position), **self.details}


class Faulty(Exception):  # noqa: N818 – the noun: a code that is faulty
    """A code that does not keep to its standard."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault

    @classmethod
    def at(cls, position: int, code: str, /, **details: str) -> "Faulty":
        """Say what is wrong and where; the position counts from 0, as the parsers do."""
        return cls(Fault(code, position + 1, details))

    def moved(self, by: int) -> "Faulty":
        """Give the same fault, seen from a text that begins earlier."""
        return Faulty(Fault(self.fault.code, self.fault.position + by, self.fault.details))
