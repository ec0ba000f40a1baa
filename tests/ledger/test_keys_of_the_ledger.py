"""Keys change, algorithms change; what was signed and hashed before still verifies."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from lotline.kernel.errors import Conflict
from lotline.ledger import operations as ledger
from lotline.ledger import queries as history
from lotline.ledger import rules
from lotline.ledger.rules import PrivateKey
from tests.ledger.conftest import ROOT, Scribe


def private_keys(scribe: Scribe) -> list[Path]:
    return sorted((scribe.home / "keys").glob("ledger-*[0-9a-f].key"))


def test_a_new_key_is_signed_by_the_old_one_which_is_gone_then(scribe: Scribe) -> None:
    scribe.write()
    before = scribe.sign()
    (old,) = (p for p in private_keys(scribe) if before.key_id in p.name)
    card = ledger.rotate_key(ROOT, reason="yearly", clock=scribe.clock)
    assert not old.exists()
    first, second = history.signing_keys()
    assert second.key_id == card.key_id
    assert rules.is_signed(first.alg, first.public, second.signature, second.text)
    scribe.write()
    assert scribe.sign().key_id == card.key_id
    assert len(list(scribe.exports.glob("*/keys/*.json"))) == 2
    assert scribe.verify().intact
    assert scribe.verify(against=[scribe.exports]).intact


def test_a_key_from_nowhere_is_found(scribe: Scribe, tamper: Any) -> None:
    scribe.write()
    scribe.sign()
    stranger = PrivateKey.new()
    origin = history.signing_keys()[0].key_id
    text = rules.write(
        rules.KeyText(
            origin=origin, number=2, key=stranger.key_id, alg=stranger.alg,
            public=stranger.public, at="2026-03-02T00:00:00.000000Z", after=1, signed_by=origin,
        )
    )  # fmt: skip
    tamper(
        "INSERT INTO ledger_signing_key VALUES (2, %s, %s, %s)",
        [stranger.key_id, text, stranger.sign(text)],
    )
    assert "key" in {finding.check for finding in scribe.verify().findings}


def test_an_old_key_may_sign_nothing_after_its_time(scribe: Scribe, tamper: Any) -> None:
    scribe.write()
    scribe.sign()
    (path,) = (p for p in private_keys(scribe))
    alg, secret = path.read_text().split()
    stolen = PrivateKey(alg, bytes.fromhex(secret))
    ledger.rotate_key(ROOT, reason="lost laptop", clock=scribe.clock)
    scribe.write()
    made = scribe.sign(export=False)
    forged = made.text.replace(made.key_id, stolen.key_id)
    tamper(
        "UPDATE ledger_checkpoint SET text = %s, signature = %s, key_id = %s WHERE number = 2",
        [forged, stolen.sign(forged), stolen.key_id],
    )
    assert "checkpoint" in {finding.check for finding in scribe.verify().findings}


def test_without_the_key_nothing_is_signed_and_nothing_breaks(scribe: Scribe) -> None:
    scribe.write()
    scribe.sign()
    for path in private_keys(scribe):
        path.unlink()
    scribe.write()
    assert ledger.checkpoint(clock=scribe.clock) is None
    assert not history.standing(ROOT, clock=scribe.clock).can_sign
    with pytest.raises(Conflict, match=r"ledger\.no_key"):
        ledger.rotate_key(ROOT, reason="x", clock=scribe.clock)


def test_a_crash_between_key_file_and_database_leaves_no_second_first_key(scribe: Scribe) -> None:
    key = PrivateKey.new()
    folder = scribe.home / "keys"
    folder.mkdir()
    (folder / f"ledger-{key.key_id}.key").write_text(f"{key.alg} {key.secret.hex()}\n")
    scribe.write()
    scribe.sign()
    assert history.signing_keys()[0].key_id == key.key_id


@pytest.mark.skipif("sm3" not in hashlib.algorithms_available, reason="OpenSSL without SM3")
def test_a_chain_of_two_algorithms_verifies_and_each_event_names_its_own(
    scribe: Scribe, settings: Any, tamper: Any
) -> None:
    scribe.write(3, "lot-1")
    settings.LOTLINE_EVENT_HASH = rules.SM3
    scribe.write(3, "lot-1")
    settings.LOTLINE_EVENT_HASH = rules.SHA256
    scribe.write(3, "lot-1")
    scribe.sign()
    algorithms = [event.alg for event in history.in_order(after=0, limit=20)]
    assert algorithms == [rules.SHA256] * 3 + [rules.SM3] * 3 + [rules.SHA256] * 3
    assert scribe.verify().intact
    proof = history.verify_event(scribe.written[4].event_id)
    assert proof is not None
    assert all(check.ok for check in proof.checks)
    assert tamper("UPDATE ledger_event SET alg = 'sha256/1' WHERE alg = 'sm3/1'")
    assert "hash" in {finding.check for finding in scribe.verify().findings}


def test_sm3_is_the_standards_own() -> None:
    # GB/T 32905-2016, appendix A.1.
    wanted = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert rules.hash_function(rules.SM3)(b"abc").hex() == wanted


def test_an_unknown_algorithm_is_said_to_be_unknown(scribe: Scribe, tamper: Any) -> None:
    scribe.write(2)
    tamper("UPDATE ledger_event SET alg = 'md5/1' WHERE stream_seq = 1")
    assert any("unknown algorithm" in found.detail for found in scribe.verify().findings)
    with pytest.raises(rules.UnknownAlgorithm):
        rules.hash_function("md5/1")


def test_what_was_verified_is_remembered_outside_the_database(scribe: Scribe, tamper: Any) -> None:
    scribe.write(20)
    scribe.sign()
    assert scribe.verify(full=False, remember=True).scope.hashed == 20  # type: ignore[union-attr]
    scribe.write(5)
    scribe.sign()
    again = scribe.verify(full=False, remember=True)
    assert again.intact
    assert again.scope is not None
    assert (again.scope.hashed, again.scope.trusted, again.events) == (5, 20, 25)


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE ledger_event SET hash = repeat('a', 64) WHERE stream_seq = 1",
        "UPDATE ledger_event_order SET position = CASE position WHEN 3 THEN 4 WHEN 4 THEN 3 END"
        " WHERE position IN (3, 4)",
        "UPDATE ledger_checkpoint SET root = repeat('a', 64) WHERE number = 1",
        "UPDATE ledger_checkpoint SET signature = repeat('a', 128) WHERE number = 1",
        "DELETE FROM ledger_event_order WHERE position = 25",
        "DELETE FROM ledger_checkpoint WHERE number = 1",
    ],
)
def test_a_look_at_what_is_new_sees_old_roots_too(scribe: Scribe, tamper: Any, edit: str) -> None:
    scribe.write(20)
    scribe.sign()
    scribe.verify(full=False, remember=True)
    scribe.write(5)
    scribe.sign()
    tamper("ALTER TABLE ledger_event_order DROP CONSTRAINT ledger_event_order_pkey")
    assert tamper(edit)
    assert not scribe.verify(full=False).intact


def test_only_a_full_look_hashes_old_events_again(scribe: Scribe, tamper: Any) -> None:
    scribe.write(20)
    scribe.sign()
    scribe.verify(full=False, remember=True)
    assert tamper("UPDATE ledger_event SET actor = 'x' WHERE stream_seq = 1")
    assert scribe.verify(full=False).intact
    assert not scribe.verify().intact


def test_a_forged_memory_is_not_believed(scribe: Scribe, tamper: Any) -> None:
    scribe.write(20)
    scribe.sign()
    scribe.verify(full=False, remember=True)
    path = scribe.home / "keys" / "ledger-verified.json"
    kept = json.loads(path.read_text())
    kept["text"] = kept["text"].replace('"size":20', '"size":25')
    path.write_text(json.dumps(kept))
    found = scribe.verify(full=False)
    assert found.scope is not None
    assert (found.scope.hashed, found.scope.trusted) == (20, 0)
    assert history.standing(ROOT).verification is None
