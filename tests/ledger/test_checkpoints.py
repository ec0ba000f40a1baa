"""Checkpoints: signed, chained, exported, and what they find that a chain alone cannot."""

import json
import shutil
from datetime import timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction

from lotline.access import operations as access
from lotline.kernel.canonical import canonical_text
from lotline.kernel.errors import Conflict
from lotline.ledger import operations as ledger
from lotline.ledger import queries as history
from lotline.ledger import rules
from lotline.ledger.operations import verification
from lotline.ledger.records import CannotTell
from tests.ledger.conftest import ROOT, Scribe
from tests.ledger.forging import rechain


def test_a_checkpoint_signs_the_root_of_all_events_in_their_order(scribe: Scribe) -> None:
    scribe.write(5)
    made = scribe.sign()
    leaves = [bytes.fromhex(e.hash) for e in history.in_order(after=0, limit=100)]
    assert (made.size, made.root) == (5, rules.tree_root(leaves).hex())
    key = history.signing_keys()[0]
    assert rules.is_signed(key.alg, key.public, made.signature, made.text)
    assert not rules.is_signed(key.alg, key.public, made.signature, made.text + " ")


def test_each_checkpoint_grows_from_the_one_before_and_holds_on_to_it(scribe: Scribe) -> None:
    for count in (1, 2, 300, 1, 700):
        scribe.write(count)
        scribe.sign()
    leaves = [bytes.fromhex(e.hash) for e in history.in_order(after=0, limit=2000)]
    made = history.checkpoints()[::-1]
    assert [one.size for one in made] == [1, 3, 303, 304, 1004]
    assert [one.root for one in made] == [rules.tree_root(leaves[: m.size]).hex() for m in made]
    said = [rules.read_checkpoint(one.text) for one in made]
    links = [rules.Signed(one.text, one.signature).hash for one in made]
    assert [one.previous for one in said[1:]] == links[:-1]
    assert scribe.verify().intact


def test_nothing_new_is_not_signed_and_a_change_of_configuration_is(scribe: Scribe) -> None:
    assert ledger.checkpoint(clock=scribe.clock) is None
    scribe.write()
    scribe.sign()
    assert ledger.checkpoint(clock=scribe.clock) is None
    access.record_change(ROOT, "product.changed", "P-1", {})
    assert rules.read_checkpoint(scribe.sign().text).audit_seq == 1


def test_one_is_due_after_a_minute_or_a_thousand_events(scribe: Scribe) -> None:
    scribe.write()
    assert ledger.checkpoint_if_due(clock=scribe.clock)
    scribe.write()
    assert ledger.checkpoint_if_due(clock=scribe.clock) is None
    scribe.clock.advance(timedelta(seconds=60))
    assert ledger.checkpoint_if_due(clock=scribe.clock)
    scribe.clock.advance(timedelta(seconds=60))
    assert ledger.checkpoint_if_due(clock=scribe.clock) is None


def test_the_key_is_readable_by_its_owner_only_and_its_public_half_lies_beside_the_exports(
    scribe: Scribe,
) -> None:
    scribe.write()
    scribe.sign()
    (private,) = (scribe.home / "keys").glob("ledger-*.key")
    assert private.stat().st_mode & 0o777 == 0o600
    origin = history.signing_keys()[0].key_id
    public = json.loads((scribe.exports / origin / "keys" / "000001.json").read_text())
    assert json.loads(public["text"])["public"] == history.signing_keys()[0].public


def test_an_export_that_failed_is_made_up_for(scribe: Scribe, settings: Any) -> None:
    elsewhere = scribe.home / "elsewhere"
    elsewhere.write_text("a file where a folder should be")
    settings.LOTLINE_CHECKPOINTS = str(elsewhere)
    for _ in range(3):
        scribe.write()
        scribe.sign(export=False)
        faults = ledger.export_checkpoints(clock=scribe.clock)
        assert faults[str(scribe.exports)] is None
        assert faults[str(elsewhere)]
    elsewhere.unlink()
    assert set(ledger.export_checkpoints(clock=scribe.clock).values()) == {None}
    assert len(list(elsewhere.glob("*/e0001/*/*.json"))) == 3
    assert scribe.verify(against=[elsewhere]).intact


def test_a_history_rewritten_to_its_heads_is_found_by_the_root(
    scribe: Scribe, committed_db: str, as_administrator: Any
) -> None:
    scribe.write(10)
    scribe.sign()
    scribe.write(10)
    scribe.sign()
    victim = history.in_order(after=12, limit=1)[0]
    with as_administrator(committed_db) as there:
        rechain(there, victim.event_id, canonical_text({"forged": True}))
    found = scribe.verify()
    assert {finding.check for finding in found.findings} == {"root", "tree"} - {"tree"}
    assert found.window is not None
    assert (found.window.after, found.window.before) == (10, 20)
    assert found.first_bad is not None
    assert found.first_bad.position == 11


def test_a_rewrite_after_the_last_export_is_told_as_unprotected(
    scribe: Scribe, committed_db: str, as_administrator: Any
) -> None:
    scribe.write(4)
    scribe.sign()
    victim = scribe.write(3)[1]
    assert scribe.verify().unprotected == 3
    with as_administrator(committed_db) as there:
        rechain(there, victim.event_id, canonical_text({"forged": True}))
    found = scribe.verify()
    assert (found.intact, found.unprotected) == (True, 3)


def test_the_first_bad_event_and_the_window_are_named(scribe: Scribe, tamper: Any) -> None:
    for _ in range(3):
        scribe.write(5)
        scribe.sign()
    victim = history.in_order(after=6, limit=1)[0]
    later = history.in_order(after=12, limit=1)[0]
    for one in (later, victim):
        assert tamper("UPDATE ledger_event SET actor = 'x' WHERE event_id = %s", [one.event_id])
    found = scribe.verify()
    assert found.first_bad is not None
    assert (found.first_bad.event_id, found.first_bad.position) == (victim.event_id, 7)
    assert found.window is not None
    assert (found.window.after, found.window.before) == (5, 10)


def test_a_database_set_back_is_found_and_signs_nothing(scribe: Scribe, tamper: Any) -> None:
    scribe.write(3)
    scribe.sign()
    scribe.write(3)
    scribe.sign()
    assert tamper("DELETE FROM ledger_checkpoint WHERE number = 2")
    found = scribe.verify()
    assert "export" in {finding.check for finding in found.findings}
    scribe.write()
    with pytest.raises(Conflict, match="ledger.rolled_back"):
        ledger.checkpoint(clock=scribe.clock)


def test_a_declared_restore_opens_an_epoch_and_is_no_tampering(scribe: Scribe, tamper: Any) -> None:
    scribe.write(3)
    scribe.sign()
    scribe.write(3)
    scribe.sign()
    _set_back(tamper, 3)
    made = ledger.declare_restore(ROOT, reason="disk died", clock=scribe.clock)
    assert made.epoch == 2
    assert set(ledger.export_checkpoints(clock=scribe.clock).values()) == {None}
    scribe.write(2)
    scribe.sign()
    found = scribe.verify()
    assert found.findings == ()
    assert any("disk died" in note for note in found.notes)
    assert any("lost" in note for note in found.notes)


def test_a_declared_restore_hides_no_change_from_before_it(scribe: Scribe, tamper: Any) -> None:
    scribe.write(3)
    scribe.sign()
    scribe.write(3)
    scribe.sign()
    _set_back(tamper, 3)
    ledger.declare_restore(ROOT, reason="disk died", clock=scribe.clock)
    ledger.export_checkpoints(clock=scribe.clock)
    assert tamper("UPDATE ledger_event SET hash = repeat('a', 64) WHERE stream_seq = 1")
    assert "root" in {finding.check for finding in scribe.verify().findings}


def _set_back(tamper: Any, size: int) -> None:
    """Do what restoring a backup taken after `size` events does to the ledger's tables."""
    gone = "(SELECT event_id FROM ledger_event_order WHERE position > %d)" % size  # noqa: UP031
    tamper("DELETE FROM ledger_event_subject WHERE event_id IN " + gone)
    tamper("DELETE FROM ledger_event WHERE event_id IN " + gone)
    tamper(f"DELETE FROM ledger_event_order WHERE position > {size}")
    tamper(f"DELETE FROM ledger_checkpoint WHERE size > {size}")
    tamper(
        "UPDATE ledger_stream_head h SET (seq, hash, record_time) = (SELECT coalesce(max(seq), 0),"
        " coalesce(max(hash), repeat('0', 64)), coalesce(max(at), h.record_time) FROM (SELECT"
        " stream_seq AS seq, hash, record_time AS at FROM ledger_event e"
        " WHERE e.stream = h.stream ORDER BY stream_seq DESC LIMIT 1) last)"
    )
    tamper(
        "UPDATE ledger_subject s SET (version, record_time) = (SELECT coalesce(max(k.version), 0),"
        " coalesce(max(e.record_time), s.record_time) FROM ledger_event_subject k"
        " JOIN ledger_event e USING (event_id) WHERE k.subject = s.subject)"
    )


def test_a_folder_without_checkpoints_tells_nothing(scribe: Scribe, tmp_path: Path) -> None:
    scribe.write()
    scribe.sign()
    (tmp_path / "empty").mkdir()
    with pytest.raises(CannotTell):
        scribe.verify(against=[tmp_path / "empty"])
    with pytest.raises(CannotTell):
        scribe.verify(against=[tmp_path / "nowhere"])


def test_another_ledger_cannot_stand_in(scribe: Scribe, tamper: Any, settings: Any) -> None:
    scribe.write()
    scribe.sign()
    shutil.copytree(scribe.exports, scribe.home / "copy")
    for table in ("ledger_checkpoint", "ledger_signing_key"):
        tamper(f"DELETE FROM {table}")
    settings.LOTLINE_HOME = str(scribe.home / "other")
    ledger.checkpoint(clock=scribe.clock)
    found = ledger.verify(projections=False, against=[scribe.home / "copy"])
    assert {finding.check for finding in found.findings} == {"export"}
    settings.LOTLINE_HOME = str(scribe.home)
    assert "key" in {finding.check for finding in scribe.verify().findings}


@pytest.mark.parametrize(
    "table", ["ledger_signing_key", "ledger_checkpoint", "ledger_tree", "ledger_file"]
)
def test_the_database_refuses_to_change_what_proves(scribe: Scribe, table: str) -> None:
    scribe.write(300)
    scribe.sign()
    ledger.keep_file(ROOT, b"x", name="x", media_type="text/plain", clock=scribe.clock)
    for sql in (f"UPDATE {table} SET number = number", f"DELETE FROM {table}",
                f"TRUNCATE {table}", "SELECT ledger_erase(gen_random_uuid(), '/operator', 1)"):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.replace("SET number = number", "SET at = at"
                                       if table == "ledger_file" else "SET number = number"))  # fmt: skip


def test_what_is_signed_while_one_verifies_is_no_rollback(scribe: Scribe, monkeypatch: Any) -> None:
    scribe.write(3)
    scribe.sign()
    taken = verification._take_snapshot

    def go_on() -> None:
        scribe.write(2)
        scribe.sign()
        connections.close_all()

    def meanwhile() -> None:
        taken()
        history.count_events()
        writer = Thread(target=go_on)
        writer.start()
        writer.join()

    monkeypatch.setattr(verification, "_take_snapshot", meanwhile)
    found = scribe.verify()
    assert (found.findings, found.events) == ((), 3)
    monkeypatch.undo()
    assert scribe.verify().events == 5


def test_verifying_before_the_first_checkpoint_leaves_nothing_in_its_way(scribe: Scribe) -> None:
    scribe.write()
    assert scribe.verify(full=False, remember=True).intact
    assert scribe.sign().number == 1
    assert scribe.verify(full=False, remember=True).intact
