"""The system user of the embedded database: this user, or, for root, one without any rights."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

from lotline.host.records import Account, CannotStart

NAME = "lotline-pg"


def database_account(data: Path) -> Account:
    """Give the user the database runs as: who owns its data, else this user, else for root one made for it."""
    if os.geteuid() != 0:
        return _named(os.geteuid())
    if data.exists() and data.stat().st_uid != 0:
        return _named(data.stat().st_uid)
    try:
        return _account(pwd.getpwnam(NAME))
    except KeyError:
        return _made()


def can_pass(account: Account, path: Path) -> bool:
    """Tell whether that user can reach a path, by trying it as that user."""
    if account.uid == os.geteuid():
        return os.access(path, os.X_OK)
    tried = subprocess.run(
        ["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)],
        user=account.uid,
        group=account.gid,
        extra_groups=[account.gid],
        cwd="/",
        check=False,
    )
    return tried.returncode == 0


def user_of(path: Path) -> str:
    """Name the user a folder belongs to."""
    return _named(path.stat().st_uid).name


def _made() -> Account:
    for words in (
        ("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME),
        ("adduser", "-S", "-D", "-H", NAME),
    ):
        if command := shutil.which(words[0], path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"):
            subprocess.run([command, *words[1:]], capture_output=True, check=False)
        try:
            return _account(pwd.getpwnam(NAME))
        except KeyError:
            continue
    raise CannotStart("host.no_account", name=NAME)


def _named(uid: int) -> Account:
    try:
        return _account(pwd.getpwuid(uid))
    except KeyError as fault:
        raise CannotStart("host.nameless_user", uid=uid) from fault


def _account(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_uid, entry.pw_gid, entry.pw_name)
