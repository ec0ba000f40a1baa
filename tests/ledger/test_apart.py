"""What stands apart from the chain – files and personal values – and can still not lie."""

import json
from typing import Any, ClassVar

import pytest
from django.db import DatabaseError, connection, transaction

from lotline.kernel.errors import Invalid, NotFound, TooLarge
from lotline.ledger import operations as ledger
from lotline.ledger import queries as history
from lotline.ledger import rules
from lotline.ledger.operations import files
from tests.ledger.conftest import ROOT, Scribe


def checks(scribe: Scribe, **asked: Any) -> set[str]:
    return {finding.check for finding in scribe.verify(**asked).findings}


def test_a_personal_field_is_hashed_as_a_commitment_and_read_as_it_was(scribe: Scribe) -> None:
    (receipt,) = scribe.write(operator="张三")
    stored = history.event(receipt.event_id)
    assert stored is not None
    assert stored.payload["operator"] == "张三"
    assert "sealed" not in stored.payload
    assert "张三" not in stored.payload_text
    assert len(json.loads(stored.payload_text)["operator"]["sealed"]) == 64
    assert scribe.verify().intact


def test_the_same_name_is_committed_to_differently_each_time(scribe: Scribe) -> None:
    one, other = scribe.write(2, operator="张三")
    texts = [history.event(r.event_id).payload_text for r in (one, other)]  # type: ignore[union-attr]
    assert len({json.loads(text)["operator"]["sealed"] for text in texts}) == 2


def test_an_erased_value_is_gone_and_the_chain_is_whole(scribe: Scribe) -> None:
    one, other = scribe.write(2, operator="张三")
    scribe.sign()
    assert ledger.erase(ROOT, [one.event_id], pointer="/operator", reason="asked", clock=scribe.clock) == 1  # fmt: skip
    erased = history.event(one.event_id)
    assert erased is not None
    assert erased.payload["operator"] is None
    assert history.event(other.event_id).payload["operator"] == "张三"  # type: ignore[union-attr]
    assert scribe.verify().intact
    scribe.sign()
    assert scribe.verify().intact
    with pytest.raises(NotFound):
        ledger.erase(ROOT, [one.event_id], pointer="/operator", reason="asked", clock=scribe.clock)


class Names:
    """A projection that keeps who did it."""

    name: ClassVar[str] = "names"
    inline: ClassVar[bool] = True
    tables: ClassVar[tuple[str, ...]] = ("ledger_export",)

    def apply(self, events: Any) -> None:
        """Keep one row for each operator."""
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO ledger_export (folder, number) VALUES (%s, 0) ON CONFLICT DO NOTHING",
                [(str(event.payload.get("operator")),) for event in events],
            )


def test_projections_forget_when_they_are_rebuilt(scribe: Scribe) -> None:
    before = ledger.followers()
    ledger.register_followers([Names()])
    try:
        (receipt,) = scribe.write(operator="张三")
        ledger.erase(ROOT, [receipt.event_id], pointer="/operator", reason="x", clock=scribe.clock)
        assert not ledger.verify().intact
        ledger.rebuild()
        assert ledger.verify().intact
        with connection.cursor() as cursor:
            cursor.execute("SELECT folder FROM ledger_export")
            assert cursor.fetchall() == [("None",)]
    finally:
        ledger.register_followers(before)


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE ledger_personal SET value = '\"nobody\"'",
        "UPDATE ledger_personal SET salt = repeat('a', 64)",
        "DELETE FROM ledger_personal",
        "INSERT INTO ledger_personal (event_id, pointer, salt, value)"
        " SELECT event_id, '/note', salt, value FROM ledger_personal",
    ],
)
def test_a_personal_value_changed_or_lost_by_hand_is_found(
    scribe: Scribe, tamper: Any, edit: str
) -> None:
    scribe.write(operator="张三")
    assert tamper(edit)
    assert checks(scribe) == {"personal"}


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM ledger_personal",
        "UPDATE ledger_personal SET value = '1'",
        "TRUNCATE ledger_personal",
        "SELECT ledger_erase(event_id, pointer, 1) FROM ledger_personal",
        "SET LOCAL lotline.erasing = 'yes'; DELETE FROM ledger_personal",
    ],
)
def test_personal_values_go_only_by_the_operation(scribe: Scribe, sql: str) -> None:
    scribe.write(operator="张三")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert scribe.verify().intact


def test_a_payload_may_not_pass_for_a_sealed_one(scribe: Scribe) -> None:
    with pytest.raises(ValueError, match="sealed"):
        scribe.write(sealed=["/note"])


def test_only_what_is_there_is_sealed_and_escapes_are_read() -> None:
    payload = {"a/b": {"c~d": ["x", "y"]}, "n": None}
    places = ("/a~1b/c~0d/1", "/n", "/none", "/a~1b/c~0d/9")
    sealed, kept = rules.seal(payload, places, ["s"] * 4)
    assert [one.pointer for one in kept] == ["/a~1b/c~0d/1", "/n"]
    values = {one.pointer: one.value for one in kept}
    assert rules.unseal(sealed, values) == payload
    assert rules.unseal(rules.seal(payload, places[:1], ["s"])[0], {})["a/b"] == {
        "c~d": ["x", None]
    }


def kept(scribe: Scribe, content: bytes = b"%PDF certificate", name: str = "coa.pdf") -> str:
    found = ledger.keep_file(
        ROOT, content, name=name, media_type="application/pdf", clock=scribe.clock
    )
    return found.sha256


def test_a_file_is_kept_once_under_its_hash(scribe: Scribe) -> None:
    one, other = kept(scribe), kept(scribe, name="again.pdf")
    assert one == other
    found, path = history.read_file(ROOT, one)
    assert (found.name, path.read_bytes()) == ("coa.pdf", b"%PDF certificate")
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in path.parent.iterdir()] == [one]
    assert scribe.verify().intact


def test_a_file_altered_or_missing_is_named(scribe: Scribe) -> None:
    path = scribe.home / "files" / kept(scribe)
    path.write_bytes(b"something else")
    (finding,) = scribe.verify().findings
    assert finding.detail == f"{path.name}: was altered"
    assert checks(scribe, full=False) == {"file"}, "nothing is remembered, so all is looked at"
    path.unlink()
    (finding,) = scribe.verify().findings
    assert finding.detail == f"{path.name}: is missing"
    with pytest.raises(NotFound):
        history.read_file(ROOT, path.name)


@pytest.mark.parametrize(
    "edit", ["DELETE FROM ledger_file", "UPDATE ledger_file SET name = 'other.pdf'",
             "UPDATE ledger_file SET at = at + interval '1 s'"]
)  # fmt: skip
def test_the_list_of_files_stands_under_the_audit_trail(
    scribe: Scribe, tamper: Any, edit: str
) -> None:
    kept(scribe)
    assert tamper(edit)
    assert checks(scribe) == {"file"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [("../../etc/passwd", "passwd"), ("C:\\temp\\a.pdf", "a.pdf"), ("a\r\nb\x1b.pdf", "ab.pdf")],
)
def test_a_name_is_only_ever_shown(scribe: Scribe, name: str, shown: str) -> None:
    found, path = history.read_file(ROOT, kept(scribe, name=name))
    assert found.name == shown
    assert path.name == found.sha256


def test_what_cannot_be_kept_is_refused(scribe: Scribe, monkeypatch: Any) -> None:
    for name in ("", "..", "a/", "\n"):
        with pytest.raises(Invalid):
            kept(scribe, name=name)
    with pytest.raises(Invalid):
        ledger.keep_file(ROOT, b"x", name="x", media_type="text/html; x", clock=scribe.clock)
    monkeypatch.setattr(files, "MOST_BYTES", 3)
    with pytest.raises(TooLarge):
        kept(scribe)
    assert not (scribe.home / "files").exists()
