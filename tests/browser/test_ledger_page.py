"""Is the record whole? The page that answers, on a record that is and on one that is not."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Page, expect
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from lotline.host.records import Database
from lotline.ledger import operations as ledger
from tests.browser.test_stories import SCREENS, serious

Desk = Callable[..., Page]


@pytest.fixture
def signed(committed_db: str, tmp_path: Path, settings: Any) -> str:
    """The dairy's record under a checkpoint of its own, exported beside its own keys."""
    settings.LOTLINE_HOME = str(tmp_path)
    ledger.checkpoint()
    ledger.export_checkpoints()
    return committed_db


def open_ledger(page: Page, live_url: str) -> None:
    page.goto(f"{live_url}/ledger")
    page.get_by_test_id("ledger-verdict").wait_for()


@SCREENS
def test_a_whole_record_says_so_and_says_how_far_that_reaches(
    signed: str, desk: Desk, live_url: str, language: str, width: int
) -> None:
    page = desk(language, width)
    open_ledger(page, live_url)
    verdict = page.get_by_test_id("ledger-verdict")
    expect(verdict).to_have_attribute("data-told", "unknown")
    page.get_by_test_id("ledger-verify").click()
    expect(page.get_by_test_id("ledger-result")).to_have_attribute("data-intact", "true")
    expect(verdict).to_have_attribute("data-told", "intact")
    expect(page.get_by_test_id("ledger-unsigned").locator("dd")).to_have_text("0")
    expect(page.get_by_test_id("protection")).to_contain_text(
        page.get_by_test_id("ledger-events").locator("dd").inner_text()
    )


@SCREENS
def test_a_changed_event_is_named_and_opens(
    signed: str, server: Database, desk: Desk, live_url: str, language: str, width: int
) -> None:
    page = desk(language, width)
    page.goto(f"{live_url}/events?kind=receive")
    page.get_by_test_id("event-link").first.click()
    page.get_by_test_id("event-verify").wait_for()
    event = page.url.rsplit("/", 1)[-1]
    falsify(server, signed, event)
    open_ledger(page, live_url)
    page.get_by_test_id("ledger-verify").click()
    result = page.get_by_test_id("ledger-result")
    expect(result).to_have_attribute("data-intact", "false")
    expect(page.get_by_test_id("ledger-verdict")).to_have_attribute("data-told", "tampered")
    result.get_by_role("link", name=event).click()
    expect(page.get_by_test_id("event-verify")).to_be_visible()


@SCREENS
def test_a_proof_for_one_event_can_be_taken_along(
    signed: str, desk: Desk, live_url: str, language: str, width: int
) -> None:
    page = desk(language, width)
    page.goto(f"{live_url}/events?kind=ship")
    page.get_by_test_id("event-link").first.click()
    page.get_by_test_id("inclusion-proof").scroll_into_view_if_needed()
    with page.expect_download() as waiting:
        page.get_by_test_id("inclusion-proof").click()
    proof = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert proof["event_id"] == page.url.rsplit("/", 1)[-1]
    assert proof["checkpoint"]["size"] == proof["size"] > proof["index"]
    expect(page.get_by_test_id("inclusion-told")).to_be_visible()


def test_without_a_checkpoint_the_page_says_so_and_a_proof_is_refused_in_words(
    committed_db: str, tmp_path: Path, settings: Any, desk: Desk, live_url: str
) -> None:
    settings.LOTLINE_HOME = str(tmp_path)
    page = desk("zh", 1280)
    page.goto(f"{live_url}/events")
    event = page.get_by_test_id("event-link").first.get_attribute("href") or ""
    open_ledger(page, live_url)
    page.get_by_test_id("proof-event").fill(event.rsplit("/", 1)[-1])
    page.get_by_test_id("inclusion-proof").click()
    expect(page.get_by_test_id("problem")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_ledger_page_fits_its_screen_and_everybody(
    signed: str, desk: Desk, live_url: str, width: int
) -> None:
    page = desk("en", width)
    open_ledger(page, live_url)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []


def falsify(server: Database, owner: str, event: str) -> None:
    """Change one event as whoever rules the database server, past every guard."""
    assert server.admin is not None
    name = str(conninfo_to_dict(owner)["dbname"])
    with psycopg.connect(make_conninfo(server.admin, dbname=name)) as there:
        there.execute("SET session_replication_role = replica")
        there.execute(
            'UPDATE ledger_event SET payload = replace(payload, \'"mode":"command"\','
            ' \'"mode":"fact"\') WHERE event_id = %s',
            [event],
        )
