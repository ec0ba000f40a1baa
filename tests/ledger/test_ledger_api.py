"""The ledger over HTTP and on the command line: health, proofs, verification, files."""

import base64
import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
import typer
from django.test import Client

from lotline.access import operations as access
from lotline.config.cli import ledger as commands
from lotline.config.cli import ledger_keeping as keeping
from lotline.config.cli.work import _Keeper
from lotline.ledger import queries as history
from lotline.ledger import rules
from tests.ledger.conftest import ROOT, Scribe

API = "/api/v1"


@pytest.fixture
def caller(scribe: Scribe) -> Callable[[str], Client]:
    """Make a program with one role."""

    def made(role: str) -> Client:
        access.create_user(ROOT, username=role, roles=[role])
        issued = access.create_token(ROOT, username=role, role=role)
        return Client(headers={"Authorization": f"Bearer {issued.secret}"})

    return made


def test_health_tells_how_the_ledger_stands(scribe: Scribe, caller: Any) -> None:
    auditor = caller("auditor")
    empty = auditor.get(f"{API}/ledger/health").json()
    assert (empty["events"], empty["checkpoint"], empty["origin"]) == (0, None, None)
    scribe.write(3)
    made = scribe.sign()
    scribe.write()
    scribe.verify(full=False, remember=True)
    shown = auditor.get(f"{API}/ledger/health").json()
    assert (shown["events"], shown["unsigned"], shown["can_sign"]) == (4, 1, True)
    assert shown["checkpoint"]["root"] == made.root
    assert shown["exports"] == [
        {"folder": str(scribe.exports), "number": 1, "fault": None, "behind": 0,
         "at": shown["exports"][0]["at"]}
    ]  # fmt: skip
    assert (shown["verification"]["intact"], shown["verification"]["hashed"]) == (True, 4)
    assert [epoch["number"] for epoch in shown["epochs"]] == [1]
    assert [key["number"] for key in shown["keys"]] == [1]


def test_checkpoints_are_listed_page_by_page(scribe: Scribe, caller: Any) -> None:
    for _ in range(5):
        scribe.write()
        scribe.sign()
    auditor = caller("auditor")
    first = auditor.get(f"{API}/ledger/checkpoints?limit=3").json()
    second = auditor.get(f"{API}/ledger/checkpoints?limit=3&cursor={first['next']}").json()
    assert [one["number"] for one in first["items"] + second["items"]] == [5, 4, 3, 2, 1]
    assert second["next"] is None
    assert auditor.get(f"{API}/ledger/checkpoints?cursor=x").status_code == 422


@pytest.mark.parametrize("count", [1, 7, 600])
def test_an_inclusion_proof_can_be_checked_by_anybody(
    scribe: Scribe, caller: Any, count: int
) -> None:
    scribe.write(count)
    scribe.sign()
    auditor = caller("auditor")
    for receipt in scribe.written[:: max(1, count // 9)]:
        proof = auditor.get(f"{API}/ledger/events/{receipt.event_id}/inclusion").json()
        said = json.loads(proof["checkpoint"]["text"])
        key = proof["keys"][-1]
        signature = proof["checkpoint"]["signature"]
        assert rules.is_signed(key["alg"], key["public"], signature, proof["checkpoint"]["text"])
        assert rules.includes(
            bytes.fromhex(receipt.hash), proof["index"], said["size"],
            [bytes.fromhex(node) for node in proof["path"]], bytes.fromhex(said["root"]),
        )  # fmt: skip


def test_what_is_not_signed_or_not_there_is_not_proved(scribe: Scribe, caller: Any) -> None:
    scribe.write()
    auditor = caller("auditor")
    answer = auditor.get(f"{API}/ledger/events/{scribe.written[0].event_id}/inclusion")
    assert (answer.status_code, answer.json()["code"]) == (409, "ledger.not_signed_yet")
    assert auditor.get(f"{API}/ledger/events/{uuid4()}/inclusion").status_code == 404


def test_a_broken_tree_proves_nothing(scribe: Scribe, caller: Any, tamper: Any) -> None:
    scribe.write(300)
    scribe.sign()
    tamper("UPDATE ledger_tree SET hash = repeat('a', 64)")
    answer = caller("auditor").get(f"{API}/ledger/events/{scribe.written[-1].event_id}/inclusion")
    assert (answer.status_code, answer.json()["code"]) == (409, "ledger.unproved")
    assert {finding.check for finding in scribe.verify().findings} == {"tree"}


def test_verification_over_http_looks_at_what_is_new(
    scribe: Scribe, caller: Any, tamper: Any
) -> None:
    scribe.write(4)
    scribe.sign()
    auditor = caller("auditor")
    post = lambda: auditor.post(  # noqa: E731
        f"{API}/ledger/verifications", {}, content_type="application/json"
    ).json()
    assert (post()["intact"], post()["scope"]["hashed"]) == (True, 0)
    scribe.write(2)
    tamper("UPDATE ledger_event SET actor = 'x' WHERE event_id = %s",
           [scribe.written[-1].event_id])  # fmt: skip
    found = post()
    assert not found["intact"]
    assert found["first_bad"]["event_id"] == str(scribe.written[-1].event_id)
    shown = auditor.get(f"{API}/ledger/health").json()
    assert shown["verification"]["first_finding"].startswith("hash")


def test_a_file_goes_in_and_comes_out_as_an_attachment(scribe: Scribe, caller: Any) -> None:
    operator = caller("operator")
    content = b"<svg onload='alert(1)'/>"
    body = {
        "name": '照片"\r\n.svg', "media_type": "image/svg+xml",
        "content": base64.b64encode(content).decode(),
    }  # fmt: skip
    made = operator.post(f"{API}/files", body, content_type="application/json")
    assert made.status_code == 201
    answer = operator.get(f"{API}/files/{made.json()['sha256']}")
    assert b"".join(answer.streaming_content) == content
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer["Cache-Control"] == "no-store"


def test_what_is_no_file_is_refused(scribe: Scribe, caller: Any) -> None:
    operator = caller("operator")
    for changed in ({"content": "?"}, {"name": ".."}, {"media_type": "x"}, {"owner": "me"}):
        body = {"name": "a", "media_type": "text/plain", "content": "eA==", **changed}
        answer = operator.post(f"{API}/files", body, content_type="application/json")
        assert answer.status_code == 422
    large = base64.b64encode(b"x" * (5 * 2**20 + 1)).decode()
    body = {"name": "a", "media_type": "text/plain", "content": large}
    assert operator.post(f"{API}/files", body, content_type="application/json").status_code == 413
    for name in ("a" * 64, "..%2f..%2fetc%2fpasswd", "x"):
        assert operator.get(f"{API}/files/{name}").status_code in {404, 422}


def test_verify_says_intact_tampered_or_cannot_tell(
    scribe: Scribe, tamper: Any, capsys: Any
) -> None:
    scribe.write(5)
    scribe.sign()
    assert _exit(commands.verify, as_json=True, chains_only=True) == 0
    assert json.loads(capsys.readouterr().out)["looked_at"]["hashed"] == 5
    assert _exit(commands.verify, chains_only=True, against=[scribe.home / "nowhere"]) == 2
    tamper("UPDATE ledger_event SET actor = 'x' WHERE stream_seq = 1")
    assert _exit(commands.verify, chains_only=True, full=True, against=[scribe.exports]) == 1
    told = capsys.readouterr().out
    assert "TAMPERED" in told
    assert "changed after the checkpoint over 0 events" in told


def test_checkpoint_rotate_erase_and_declare_on_the_command_line(
    scribe: Scribe, capsys: Any
) -> None:
    scribe.write(2, operator="张三")
    keeping.checkpoint()
    keeping.rotate(reason="yearly")
    keeping.list_keys()
    keeping.erase(reason="asked", value="张三", event=[], pointer="/operator")
    assert "erased /operator of 2 events" in capsys.readouterr().out
    assert _exit(keeping.erase, reason="x", value="张三", event=[], pointer="/operator") == 2
    keeping.restore_declare(reason="drill")
    assert "epoch 2 begins" in capsys.readouterr().out
    assert scribe.verify().intact


def test_the_keeper_signs_exports_and_tells_a_fault_once(
    scribe: Scribe, settings: Any, caplog: Any
) -> None:
    (scribe.home / "bad").write_text("")
    settings.LOTLINE_CHECKPOINTS = str(scribe.home / "bad")
    scribe.write(2)
    keeper = _Keeper()
    for _ in range(3):
        keeper.keep()
        keeper._next_export = 0
    last = history.last_checkpoint()
    assert last is not None
    assert last.size == 2
    assert len(list(scribe.exports.glob("*/e0001/*/*.json"))) == 1
    assert sum("bad" in record.message for record in caplog.records) == 1


def test_readiness_tells_the_age_of_the_last_checkpoint(scribe: Scribe) -> None:
    scribe.write()
    scribe.sign()
    shown = Client().get("/readyz", headers={"host": "127.0.0.1"}).json()["checks"]["checkpoints"]
    assert shown["unsigned"] == 0
    assert shown["ok"] is True


def _exit(command: Any, **asked: Any) -> int:
    with pytest.raises(typer.Exit) as ended:
        command(**asked)
    return int(ended.value.exit_code)
