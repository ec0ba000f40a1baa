"""How far it reaches, why, how sure and as of when: the blast radius and what explains a trace."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from lotline.demo.records import Truth
from tests.browser.test_stories import SCREENS, open_lot, serious

Desk = Callable[..., Page]


def open_scope(page: Page, code: str) -> None:
    open_lot(page, code)
    page.get_by_test_id("scope-link").click()
    expect(page.get_by_test_id("scope-figures")).to_be_visible()


def lot_page(page: Page, code: str, query: str) -> None:
    open_lot(page, code)
    page.goto(re.sub(r"\?.*", "", page.url) + query)
    expect(page.get_by_test_id("trace-complete")).to_be_visible()


@SCREENS
def test_the_blast_radius_of_the_bad_fruit_tells_both_figures_and_every_pot_it_went_into(
    desk: Desk, dairy: Truth, language: str, width: int
) -> None:
    page = desk(language, width)
    open_scope(page, dairy.supplier_lot)
    expect(page.get_by_test_id("figure-affected")).to_be_visible()
    expect(page.get_by_test_id("figure-equivalent")).to_be_visible()
    expect(page.get_by_test_id("sum-bar").first).to_contain_text("100 %")
    expect(page.get_by_test_id("suspect")).to_contain_text(dairy.supplier_lot)
    expect(page.get_by_test_id("part-residual")).to_have_count(0)
    for code in sorted(dairy.finished_lots):
        expect(page.get_by_text(code, exact=True).first).to_be_attached()
    page.get_by_test_id("row-open").first.click()
    expect(page.get_by_test_id("lot-account")).to_be_visible()


@SCREENS
def test_it_says_why_a_lot_is_in_the_answer_with_the_events_on_the_way(
    desk: Desk, dairy: Truth, language: str, width: int
) -> None:
    page = desk(language, width)
    open_scope(page, dairy.supplier_lot)
    page.get_by_test_id("account-filter").locator("input").or_(
        page.locator("input[data-testid=account-filter]")
    ).fill(dairy.complaint_lot)
    page.get_by_test_id("why-button").last.click()
    path = page.get_by_test_id("why-path")
    expect(path).to_contain_text(dairy.supplier_lot)
    expect(path).to_contain_text(dairy.complaint_lot)
    path.get_by_test_id("why-event").last.click()
    expect(page.get_by_test_id("event-verify")).to_be_visible()


@SCREENS
def test_narrowing_shows_what_it_spares_and_a_link_shows_the_same(
    desk: Desk, dairy: Truth, language: str, width: int
) -> None:
    page = desk(language, width)
    open_scope(page, dairy.supplier_lot)
    if width < 600:
        page.get_by_test_id("narrow-open").click()
    page.get_by_test_id("narrow-starts").fill("2026-07-15T00:00")
    page.get_by_test_id("narrow-starts").press("Enter")
    saving = page.get_by_test_id("saving")
    expect(saving).to_be_visible()
    expect(saving).to_contain_text(re.compile("而不是|instead of"))
    said = saving.text_content() or ""
    page.reload()
    expect(page.get_by_test_id("saving")).to_have_text(said)
    page.get_by_test_id("narrow-clear").click()
    expect(saving).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 390])
def test_one_click_holds_everything_affected(desk: Desk, dairy: Truth, width: int) -> None:
    page = desk("zh", width)
    open_scope(page, dairy.supplier_lot)
    page.get_by_test_id("hold-button").click()
    page.get_by_test_id("hold-reason").click()
    page.keyboard.press("Enter")
    page.get_by_test_id("hold-confirm").click()
    expect(page.get_by_test_id("hold-button")).to_be_disabled()
    for code in (dairy.supplier_lot, *sorted(dairy.finished_lots)):
        open_lot(page, code)
        expect(page.get_by_test_id("hold-banner")).to_be_visible()


def test_a_second_suspect_is_added_by_scan_and_taken_out_again(desk: Desk, dairy: Truth) -> None:
    page = desk("zh", 1280)
    open_scope(page, dairy.supplier_lot)
    page.get_by_test_id("suspect-add").locator("input").fill(dairy.complaint_lot)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("suspect")).to_have_count(2)
    assert page.url.count("lot=") == 2
    page.get_by_test_id("suspect-remove").first.click()
    expect(page.get_by_test_id("suspect")).to_have_count(1)


@SCREENS
def test_a_trace_as_recorded_earlier_says_that_it_is_not_the_present(
    desk: Desk, dairy: Truth, language: str, width: int
) -> None:
    page = desk(language, width)
    lot_page(page, dairy.complaint_lot, "?tab=list")
    expect(page.get_by_test_id("reading-notice")).to_be_hidden()
    page.get_by_test_id("reading-open").click()
    page.get_by_test_id("reading-recorded").fill("2026-07-18T08:00")
    page.get_by_test_id("reading-recorded").press("Enter")
    notice = page.get_by_test_id("reading-notice")
    expect(notice).to_contain_text("08:00")
    assert "recorded=" in page.url
    page.get_by_test_id("reading-now").click()
    expect(notice).to_be_hidden()
    assert "recorded=" not in page.url


@SCREENS
def test_shares_tell_what_a_lot_is_made_of(
    desk: Desk, dairy: Truth, language: str, width: int
) -> None:
    page = desk(language, width)
    lot_page(page, dairy.complaint_lot, "?tab=shares")
    expect(page.get_by_text(dairy.supplier_lot, exact=True).first).to_be_attached()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("query", ["", "?tab=list&plain=1", "?tab=shares"])
def test_these_pages_fit_their_screen_and_axe_finds_nothing_serious(
    desk: Desk, dairy: Truth, query: str, width: int
) -> None:
    page = desk("zh", width)
    if query:
        lot_page(page, dairy.complaint_lot, query)
        page.get_by_test_id("reading-open").click()
    else:
        open_scope(page, dairy.supplier_lot)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []
