"""A wrong record is put right at the desk: what was recorded stays visible, and nothing is lost."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from lotline.ledger import operations as ledger
from tests.browser.test_stories import SCREENS, serious

Desk = Callable[..., Page]
NOTE = "称重单核对：录入时看错一行"


def open_event(page: Page, live_url: str, kind: str) -> str:
    """Open the latest event of a kind; give its address."""
    page.goto(f"{live_url}/events?kind={kind}")
    page.get_by_test_id("event-link").first.click()
    page.get_by_test_id("event-verify").wait_for()
    return page.url


def begin(page: Page) -> None:
    page.get_by_test_id("correct-button").click()
    page.get_by_test_id("correct-send").wait_for()


def send(page: Page) -> Locator:
    """Say why, send, and give what the desk answers."""
    page.get_by_test_id("correct-note").fill(NOTE)
    page.get_by_test_id("correct-send").click()
    done = page.get_by_test_id("correction-done")
    done.wait_for()
    return done


@SCREENS
def test_a_wrong_quantity_is_put_right_and_the_old_one_stays_struck_through(
    desk: Desk, live_url: str, language: str, width: int
) -> None:
    page = desk(language, width)
    wrong = open_event(page, live_url, "transform")
    begin(page)
    quantity = page.get_by_test_id("correct-quantity").first
    before = quantity.input_value()
    quantity.fill("7.5")
    expect(page.get_by_test_id("old-value").first).to_contain_text(before)
    expect(page.get_by_test_id("changes")).to_contain_text("7.5")
    send(page).get_by_test_id("open-replacement").click()
    history = page.get_by_test_id("event-history")
    expect(history.locator("li")).to_have_count(3)
    expect(history).to_contain_text(NOTE)
    expect(page.get_by_test_id("changes").locator("del").first).to_contain_text(before)
    page.goto(wrong)
    banner = page.get_by_test_id("void-banner")
    expect(banner).to_contain_text(NOTE)
    banner.get_by_test_id("instead").click()
    expect(page.get_by_role("main")).to_contain_text("7.5")
    assert ledger.verify(projections=False).intact


@SCREENS
def test_what_never_happened_is_declared_and_greyed_wherever_it_is_told(
    desk: Desk, live_url: str, language: str, width: int
) -> None:
    page = desk(language, width)
    wrong = open_event(page, live_url, "move")
    lot = page.locator("a[href^='/lots/']").first.get_attribute("href")
    begin(page)
    page.get_by_role("radiogroup").locator("label").last.click()
    expect(page.get_by_test_id("old-value").first).to_be_visible()
    send(page)
    expect(page.get_by_test_id("open-replacement")).to_have_count(0)
    page.goto(f"{live_url}/events?kind=move")
    expect(page.get_by_test_id("voided-mark")).to_have_count(1)
    page.goto(f"{live_url}{lot}?tab=events")
    told = page.locator("[data-testid=timeline-entry][data-void]")
    expect(told.first).to_be_visible()
    told.first.get_by_role("link").first.click()
    expect(page).to_have_url(wrong)
    assert ledger.verify(projections=False).intact


@SCREENS
def test_a_wrong_lot_is_replaced_by_scanning_the_right_one(
    desk: Desk, live_url: str, language: str, width: int
) -> None:
    page = desk(language, width)
    page.goto(f"{live_url}/lots?sort=-first_event_time")
    right = page.locator("a[href^='/lots/']").last.inner_text()
    open_event(page, live_url, "inspect")
    begin(page)
    line = page.get_by_test_id("correct-line").first
    old = line.locator("a[href^='/lots/']").inner_text()
    page.get_by_test_id("correct-other-lot").first.click()
    page.get_by_test_id("correct-scan").press_sequentially(right)
    page.keyboard.press("Enter")
    expect(line).to_contain_text(right)
    expect(line.get_by_test_id("old-value")).to_contain_text(old)
    send(page)
    assert ledger.verify(projections=False).intact


def test_nothing_is_sent_without_a_change_a_sound_number_and_a_reason(
    desk: Desk, live_url: str
) -> None:
    page = desk("zh", 1280)
    open_event(page, live_url, "receive")
    begin(page)
    button = page.get_by_test_id("correct-send")
    expect(button).to_be_disabled()
    page.get_by_test_id("correct-quantity").first.fill("很多")
    expect(button).to_be_disabled()
    page.get_by_test_id("correct-quantity").first.fill("12")
    expect(button).to_be_enabled()
    button.click()
    expect(page.locator(".ant-form-item-explain-error")).to_be_visible()
    expect(page.get_by_test_id("correction-done")).to_have_count(0)


def test_corrections_can_be_listed_and_a_declared_record_is_not_corrected_again(
    desk: Desk, live_url: str
) -> None:
    page = desk("zh", 1280)
    wrong = open_event(page, live_url, "receive")
    begin(page)
    page.get_by_test_id("correct-operator").fill("马丽")
    send(page)
    page.goto(wrong + "/correct")
    expect(page.get_by_test_id("correct-send")).to_have_count(0)
    page.goto(f"{live_url}/events")
    page.get_by_test_id("only-corrections").click()
    expect(page).to_have_url(re.compile("kind=correct"))
    expect(page.get_by_test_id("event-link")).to_have_count(1)
    page.get_by_test_id("event-link").click()
    expect(page.get_by_test_id("event-history")).to_contain_text(NOTE)
    expect(page.get_by_test_id("correct-button")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_correction_fits_its_screen_and_everybody(
    desk: Desk, live_url: str, width: int
) -> None:
    page = desk("en", width)
    open_event(page, live_url, "ship")
    begin(page)
    page.get_by_test_id("correct-operator").fill("Wu Gang")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []
