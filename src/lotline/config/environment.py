"""What the surroundings say: every environment variable Lotline reads, in one place."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lotline.host.records import CannotStart
from lotline.kernel.messages import Language

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Environment:
    """How this installation is asked to run."""

    home: Path
    host: str
    port: int
    database_url: str
    demo: bool
    workers: int
    language: Language


def read_environment(environ: Mapping[str, str]) -> Environment:
    """Read the surroundings, and refuse what cannot be meant."""
    host = environ.get("LOTLINE_HOST", "127.0.0.1")
    if host not in _LOOPBACK:
        raise CannotStart("host.not_loopback", host=host)
    return Environment(
        home=Path(environ.get("LOTLINE_HOME") or "var"),
        host="127.0.0.1" if host == "localhost" else host,
        port=_number(environ, "LOTLINE_PORT", 8000, 1, 65535),
        database_url=environ.get("DATABASE_URL", ""),
        demo=environ.get("LOTLINE_DEMO", "1") != "0",
        workers=_number(environ, "LOTLINE_WORKERS", 2, 1, 64),
        language=console_language(environ),
    )


def console_language(environ: Mapping[str, str]) -> Language:
    """Speak Chinese on the console, English where the surroundings ask for it."""
    for name in ("LOTLINE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if (asked := environ.get(name, "")[:2].lower()) in ("zh", "en"):
            return "en" if asked == "en" else "zh"
    return "zh"


def _number(environ: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    text = environ.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and low <= int(text) <= high):
        raise CannotStart("host.bad_setting", name=name, value=text, low=low, high=high)
    return int(text)
