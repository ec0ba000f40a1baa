"""What the running house is made of: its folder, its database, its programs, and why it cannot start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


class CannotStart(Exception):  # noqa: N818 – a noun that happened, told in one line
    """The house cannot start, and the reason can be read in one line."""

    exit_code = 2

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = {name: str(value) for name, value in params.items()}


@dataclass(frozen=True)
class Home:
    """The folder of one installation: database, keys, files, logs and what runs now."""

    root: Path

    @property
    def data(self) -> Path:
        """Give the data folder of the embedded database."""
        return self.root / "pg"

    @property
    def keys(self) -> Path:
        """Give the folder of secrets, readable by this user only."""
        return self.root / "keys"

    @property
    def log(self) -> Path:
        """Give the folder where the embedded database writes its log."""
        return self.root / "log"

    @property
    def backups(self) -> Path:
        """Give the folder of dumps, such as the one made before a migration."""
        return self.root / "backups"

    @property
    def files(self) -> Path:
        """Give the folder of kept files, each named by its SHA-256."""
        return self.root / "files"

    @property
    def checkpoints(self) -> Path:
        """Give the folder that signed checkpoints of the ledger are exported to."""
        return self.root / "checkpoints"

    @property
    def run(self) -> Path:
        """Give the folder that tells what runs now: the lock, the database's address, the programs."""
        return self.root / "run"


@dataclass(frozen=True)
class Database:
    """Where the database is: one address for the owner who migrates, one for the role that serves."""

    owner: str
    serving: str
    embedded: bool
    admin: str | None = None
    runtime: Path | None = None

    def environment(self) -> dict[str, str]:
        """Give the two addresses as the environment of a program that uses the database."""
        return {"LOTLINE_OWNER_DSN": self.owner, "LOTLINE_SERVING_DSN": self.serving}


@dataclass(frozen=True)
class Account:
    """The system user a program runs as; root is never the user of the database."""

    uid: int
    gid: int
    name: str


@dataclass(frozen=True)
class Program:
    """One program the house runs and starts again when it dies."""

    name: str
    argv: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    account: Account | None = None
    stop_signal: int = 15
    patience: float = 3.2
    log: Path | None = None
    folder: Path | None = None


@dataclass(frozen=True)
class Trace:
    """The mark of a running process: its number and its birth, so that no stranger is taken for it."""

    name: str
    pid: int
    birth: str


@dataclass(frozen=True)
class PortOwner:
    """Who already listens on a port."""

    pid: int | None
    command: str
