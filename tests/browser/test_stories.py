"""What people do at the desk, in a real browser: desktop and phone, Chinese and English."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lotline.demo.records import Truth
from lotline.ledger import operations as ledger

Desk = Callable[..., Page]
AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
# Each language and each width in every run; all four pairs in the long form (LOTLINE_SOAK=1).
PAIRS = [("zh", 1280), ("en", 390), ("en", 1280), ("zh", 390)]
SCREENS = pytest.mark.parametrize(
    ("language", "width"), PAIRS if os.environ.get("LOTLINE_SOAK") == "1" else PAIRS[:2]
)
FORWARD = {"zh": "去向", "en": "Forward"}


def search(page: Page, text: str) -> None:
    page.get_by_test_id("search-input").fill(text)
    page.keyboard.press("Enter")


def open_lot(page: Page, code: str) -> None:
    search(page, code)
    expect(page.get_by_test_id("lot-code")).to_contain_text(code)


@SCREENS
def test_a_newcomer_finds_the_bad_fruit_lot_and_everything_it_touched(
    desk: Desk, dairy: Truth, language: str, width: int
) -> None:
    page = desk(language, width)
    complaint = page.get_by_test_id("complaint").first
    expect(complaint).to_contain_text(dairy.complaint)
    complaint.click()
    expect(page.get_by_test_id("lot-code")).to_contain_text(dairy.complaint_lot)
    expect(page.get_by_test_id("trace-complete")).to_be_visible()
    page.goto(re.sub(r"\?.*", "", page.url) + "?tab=list")
    fruit = page.get_by_text(dairy.supplier_lot, exact=True).first
    fruit.scroll_into_view_if_needed()
    fruit.click()
    expect(page.get_by_test_id("lot-code")).to_contain_text(dairy.supplier_lot)
    page.goto(re.sub(r"\?.*", "", page.url) + "?tab=list&direction=forward")
    for code in sorted(dairy.finished_lots):
        expect(page.get_by_text(code, exact=True).first).to_be_attached()


@SCREENS
def test_the_genealogy_is_drawn_and_a_node_tells_its_story(
    desk: Desk, dairy: Truth, language: str, width: int
) -> None:
    page = desk(language, width)
    open_lot(page, dairy.complaint_lot)
    page.goto(re.sub(r"\?.*", "", page.url) + "?tab=graph")
    root = page.locator(f".react-flow__node:has-text('{dairy.complaint_lot}')").first
    expect(root).to_be_visible()
    root.click()
    side = page.get_by_test_id("graph-side")
    expect(side).to_contain_text(dairy.complaint_lot)
    expect(side).to_contain_text("2,300")


@SCREENS
def test_a_hold_lies_on_the_lot_at_once_and_is_lifted_with_a_reason(
    desk: Desk, dairy: Truth, language: str, width: int
) -> None:
    page = desk(language, width)
    open_lot(page, dairy.complaint_lot)
    page.get_by_test_id("hold-button").click()
    page.get_by_test_id("hold-reason").click()
    page.keyboard.press("Enter")
    page.get_by_test_id("hold-note").fill("复检前不得发运")
    page.get_by_test_id("hold-confirm").click()
    banner = page.get_by_test_id("hold-banner")
    expect(banner).to_be_visible()
    page.get_by_test_id("release-button").first.click()
    page.get_by_test_id("release-note").fill("复检合格")
    page.get_by_test_id("release-confirm").click()
    expect(banner).to_be_hidden()
    assert ledger.verify(projections=False).intact


@SCREENS
def test_an_event_proves_itself(desk: Desk, dairy: Truth, language: str, width: int) -> None:
    page = desk(language, width)
    search(page, dairy.complaint)
    verify = page.get_by_test_id("event-verify")
    verify.scroll_into_view_if_needed()
    verify.click()
    result = page.get_by_test_id("verify-result")
    expect(result).to_be_visible()
    expect(result).to_contain_text(
        re.compile("一致|match|agree|通过|intact|unchanged", re.IGNORECASE)
    )


def test_a_wedge_scanner_lands_in_the_search_box_from_anywhere(desk: Desk, dairy: Truth) -> None:
    page = desk("zh", 1280)
    page.locator("h1").first.click()
    page.keyboard.type(dairy.complaint_lot, delay=5)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("lot-code")).to_contain_text(dairy.complaint_lot)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["/", "/lots", "/events", "/holds", "/attempts"])
def test_no_page_is_wider_than_its_screen_and_axe_finds_nothing_serious(
    desk: Desk, live_url: str, path: str, width: int
) -> None:
    page = desk("zh", width)
    page.goto(live_url + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = serious(page)
    assert found == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_lot_page_is_fit_for_everybody(desk: Desk, dairy: Truth, width: int) -> None:
    page = desk("en", width)
    open_lot(page, dairy.complaint_lot)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []


def serious(page: Page) -> list[str]:
    """Give what axe finds serious or critical; evaluated past the page's own script policy."""
    page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:160]}"
        for v in result["violations"]
        if v["impact"] in {"serious", "critical"}
    ]
