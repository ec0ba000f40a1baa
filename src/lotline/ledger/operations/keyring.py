"""The ledger's keys: private halves in the installation's folder, signed public ones in the chain.

The first key names the ledger (its origin). A key that the database holds but the chain does not
lead to, or another first key than this installation remembers, is a finding of verification.
"""

from datetime import datetime

from django.db import connection, transaction

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Conflict
from lotline.ledger import folders, queries
from lotline.ledger.records import KeyCard
from lotline.ledger.rules import KeyText, PrivateKey, moment_text, write

_SYSTEM_CLOCK = SystemClock()
_ALG = "ed25519/1"


def signing_key(at: datetime) -> tuple[KeyCard, PrivateKey] | None:
    """Give the key that signs now, made where the ledger has none yet; call it under the lock.

    None where its private half lies in another installation's folder. Raises `Conflict`
    `ledger.foreign` where this installation's ledger had another first key.
    """
    chain = queries.signing_keys()
    if not chain:
        return _first_key(at)
    if folders.known_origin() not in (None, chain[0].key_id):
        raise Conflict("ledger.foreign", origin=folders.known_origin(), found=chain[0].key_id)
    private = _private(chain[-1].key_id)
    if private is not None and folders.known_origin() is None:
        transaction.on_commit(lambda: _remember_origin(chain[0].key_id))
    return (chain[-1], private) if private else None


@transaction.atomic
def rotate_key(actor: Actor, *, reason: str, clock: Clock = _SYSTEM_CLOCK) -> KeyCard:
    """Let a new key sign from here on; the old one vouches for it and is then removed.

    Raises `Conflict` `ledger.no_key` where this installation does not hold the present key.
    """
    _lock_keys()
    found = signing_key(clock.now())
    if found is None:
        raise Conflict("ledger.no_key")
    card, old = found
    new = PrivateKey.new(_ALG)
    _keep(new)
    last = queries.last_checkpoint()
    origin = queries.signing_keys()[0].key_id
    text = write(
        KeyText(
            origin=origin, number=card.number + 1, key=new.key_id, alg=new.alg, public=new.public,
            at=moment_text(clock.now()), after=last.number if last else 0, signed_by=old.key_id,
        )
    )  # fmt: skip
    _insert(card.number + 1, new.key_id, text, old.sign(text))
    detail = {"key": new.key_id, "before": old.key_id, "reason": reason}
    access.record_change(actor, "ledger.key_rotated", new.key_id, detail, clock=clock)
    transaction.on_commit(lambda: folders.private_key_file(old.key_id).unlink(True))
    return queries.signing_keys()[-1]


def _first_key(at: datetime) -> tuple[KeyCard, PrivateKey]:
    """Make the first key, or take the one made when the database did not get to know it."""
    origin = folders.known_origin()
    left = folders.held_keys()
    private = _private(left[0]) if left else None
    if private is None:
        private = PrivateKey.new(_ALG)
        _keep(private)
    if origin not in (None, private.key_id):
        raise Conflict("ledger.foreign", origin=origin, found="-")
    text = write(
        KeyText(
            origin=private.key_id, number=1, key=private.key_id, alg=private.alg,
            public=private.public, at=moment_text(at), after=0, signed_by=private.key_id,
        )
    )  # fmt: skip
    _insert(1, private.key_id, text, private.sign(text))
    transaction.on_commit(lambda: _remember_origin(private.key_id))
    return queries.signing_keys()[-1], private


def _insert(number: int, key_id: str, text: str, signature: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_signing_key (number, key_id, text, signature)"
            " VALUES (%s, %s, %s, %s)",
            [number, key_id, text, signature],
        )


def _lock_keys() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHECKPOINT_LOCK])


CHECKPOINT_LOCK = 0x4C4F5443  # one writer of checkpoints and keys at a time


def _private(key_id: str) -> PrivateKey | None:
    try:
        alg, secret = folders.private_key_file(key_id).read_text(encoding="ascii").split()
    except FileNotFoundError:
        return None
    return PrivateKey(alg, bytes.fromhex(secret))


def _keep(key: PrivateKey) -> None:
    folders.make_folder(folders.key_folder(), folders.CLOSED)
    content = f"{key.alg} {key.secret.hex()}\n".encode()
    folders.write_durably(folders.private_key_file(key.key_id), content, folders.SECRET)


def _remember_origin(origin: str) -> None:
    content = f"{origin}\n".encode()
    folders.write_durably(folders.key_folder() / folders.ORIGIN, content, folders.SECRET)
