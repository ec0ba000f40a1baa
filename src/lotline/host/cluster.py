"""The embedded database's files: made once, whole or not at all, opened only to the users named here."""

import getpass
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path

import psutil

from lotline.host.accounts import can_pass, database_account
from lotline.host.binaries import REACHABLE, find_binaries
from lotline.host.records import Account, CannotStart, Home, Program

OWNER = "lotline_owner"
SERVING = "lotline_app"
_SOCKET_LIMIT = 107 - len("/.s.PGSQL.5432")


def prepare_cluster(home: Home) -> tuple[Program, Path]:
    """Make the data folder if there is none; give the database's program and its runtime folder."""
    account = database_account(home.data)
    binaries = find_binaries(account)
    data = _data_folder(home, account, binaries)
    runtime = _runtime_folder(account)
    argv = (str(binaries / "postgres"), "-D", str(data), *_settings(runtime))
    log = home.log / "postgres.log"
    # SIGINT is PostgreSQL's fast shutdown: sessions end, nothing committed is lost.
    return Program("postgres", argv, _ENVIRONMENT, account, 2, 3.0, log, Path("/")), runtime


def dump(home: Home, dsn: str, target: Path) -> None:
    """Write a complete dump of the database before something changes its tables."""
    command = find_binaries(this_user()) / "pg_dump"
    done = subprocess.run(
        [command, "--format=custom", f"--file={target}", f"--dbname={dsn}"],
        capture_output=True,
        check=False,
        text=True,
    )
    if done.returncode:
        target.unlink(missing_ok=True)
        raise CannotStart("host.dump_failed", fault=done.stderr.strip()[-300:], home=home.root)


_ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC"}


def _data_folder(home: Home, account: Account, binaries: Path) -> Path:
    if home.data.exists():
        data = home.data.resolve()
        if data.stat().st_uid != account.uid:
            raise CannotStart("host.data_foreign", data=data, user=account.name)
        return data
    parent = home.root if can_pass(account, home.root) else _elsewhere()
    draft = Path(tempfile.mkdtemp(prefix="pg.new.", dir=parent))
    os.chown(draft, account.uid, account.gid)
    _initialise(draft, account, binaries)
    data = parent / "pg"
    draft.rename(data)
    if parent != home.root:
        home.data.symlink_to(data)
    return data


def _elsewhere() -> Path:
    """Make a place outside a closed home, where root's database user can reach its data."""
    place = REACHABLE / "data" / secrets.token_hex(8)
    for folder in (REACHABLE, place.parent, place):
        if not folder.is_dir():
            folder.mkdir(parents=True)
            folder.chmod(0o755)
    return place


def _initialise(data: Path, account: Account, binaries: Path) -> None:
    options = ("-U", "postgres", "--encoding=UTF8", "--data-checksums", "--auth=peer")
    # The built-in provider sorts by code point on every machine alike, whatever locales are installed.
    locale = ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
    same = account.uid == os.geteuid()
    done = subprocess.run(
        [binaries / "initdb", "-D", data, *options, *locale],
        user=None if same else account.uid,
        group=None if same else account.gid,
        extra_groups=None if same else [account.gid],
        env={**os.environ, **_ENVIRONMENT},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        shutil.rmtree(data, ignore_errors=True)
        raise CannotStart("host.initdb_failed", fault=done.stderr.strip()[-300:])


def _runtime_folder(account: Account) -> Path:
    """Make a short closed folder for the socket, with the rules of who may log in as whom."""
    runtime = Path(tempfile.mkdtemp(prefix="lotline-", dir=_short_place(account)))
    (runtime / "pg_hba.conf").write_text("local all all peer map=lotline\n", encoding="ascii")
    user = getpass.getuser() if os.name == "nt" else pwd.getpwuid(os.geteuid()).pw_name
    roles = ("postgres", OWNER, SERVING)
    lines = [f'lotline "{user}" {role}\n' for role in roles]
    (runtime / "pg_ident.conf").write_text("".join(lines), encoding="utf-8")
    for rules in ("pg_hba.conf", "pg_ident.conf"):
        (runtime / rules).chmod(0o644)
    os.chown(runtime, account.uid, account.gid)
    return runtime


def _short_place(account: Account) -> Path:
    for place in (Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")):  # noqa: S108
        short = len(os.fsencode(place / "lotline-12345678")) <= _SOCKET_LIMIT
        if short and os.access(place, os.W_OK) and can_pass(account, place):
            return place
    raise CannotStart("host.no_socket_folder")


def _settings(runtime: Path) -> list[str]:
    """Set what belongs to this machine; durability (fsync, synchronous_commit, checksums) stays on."""
    memory = psutil.virtual_memory().total // 2**20
    chosen = {
        "listen_addresses": "",
        "unix_socket_directories": str(runtime),
        "unix_socket_permissions": "0700",
        "hba_file": str(runtime / "pg_hba.conf"),
        "ident_file": str(runtime / "pg_ident.conf"),
        "shared_buffers": f"{max(64, min(1024, memory // 8))}MB",
        "effective_cache_size": f"{max(256, memory // 2)}MB",
        "max_connections": "100",
        "max_wal_size": "2GB",
        "autovacuum_naptime": "20s",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
    }
    return [word for name, value in chosen.items() for word in ("-c", f"{name}={value}")]


def this_user() -> Account:
    """Give the user this process runs as."""
    entry = pwd.getpwuid(os.geteuid())
    return Account(entry.pw_uid, entry.pw_gid, entry.pw_name)
