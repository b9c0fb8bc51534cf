"""The style guide in a real browser: no accessibility fault, nothing wider than a phone, nothing the policy blocks."""

import mimetypes
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404
from django.test import RequestFactory
from playwright.sync_api import expect

from kinfold.web.core import style_guide

SITE = "http://kinfold.test"
REQUESTS = RequestFactory()


def test_the_style_guide_is_not_there_for_the_public(settings):
    settings.DEMO = settings.DEBUG = False
    with pytest.raises(Http404):
        style_guide.style_guide(REQUESTS.get("/style-guide"))


@pytest.fixture
def opened(page, settings):
    """Opens the guide without a server: the page is drawn here, its files are read from where they lie."""
    settings.DEMO = True
    complaints = []
    page.saving = 204

    def answer(route):
        if route.request.method == "POST":
            route.fulfill(status=page.saving)
            return
        path = route.request.url.removeprefix(SITE)
        if path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/").split("?")[0])
            assert found, f"{path} is not served"
            route.fulfill(path=found, content_type=mimetypes.guess_type(found)[0])
        else:
            view = CSPMiddleware(style_guide.style_guide)
            response = view(REQUESTS.get(path))
            route.fulfill(status=200, headers=dict(response.headers), body=response.content.decode())

    page.route("**/*", answer)
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))

    def open_at(width, address):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(SITE + address)
        page.locator("[data-govuk-radios-init]").first.wait_for()
        return complaints

    return open_at


@pytest.mark.browser
@pytest.mark.parametrize("address", ["/style-guide", "/style-guide?form=wrong"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_component_is_accessible_and_fits(page, opened, width, address):
    complaints = opened(width, address)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []
    assert "default-src" in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]


@pytest.mark.browser
def test_errors_take_the_focus_lead_to_their_box_and_stand_in_the_title(page, opened):
    opened(1280, "/style-guide?form=wrong")
    assert page.title() == "Error: Style guide – Kinfold"
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.get_by_role("link", name="Date of birth must be a real date").click()
    assert page.evaluate("document.activeElement.id") == "id_born_on-day"
    assert page.locator("#id_born_on-day").input_value() == "31"


@pytest.mark.browser
def test_an_answer_reveals_its_question(page, opened):
    opened(390, "/style-guide")
    question = page.get_by_label("Who agreed not to tell them?")
    assert not question.is_visible()
    page.get_by_role("group", name="Have you told the parents or carers?").get_by_role("radio", name="No").check()
    assert question.is_visible()
    assert page.locator("input[type=radio][aria-expanded]").count() == 0


@pytest.mark.browser
def test_a_form_is_sent_once_however_often_it_is_pressed(page, opened):
    opened(390, "/style-guide")
    page.evaluate(
        "() => { window.sends = 0; document.addEventListener('submit', (event) => {"
        " if (!event.defaultPrevented) window.sends += 1; event.preventDefault(); }) }"
    )
    button = page.get_by_role("button", name="Send", exact=True)
    for _ in range(3):
        button.click()
    assert page.evaluate("window.sends") == 1


@pytest.mark.browser
def test_what_is_typed_is_saved_after_a_pause_and_says_so(page, opened):
    opened(390, "/style-guide")
    with page.expect_request(lambda request: request.method == "POST") as saved:
        page.get_by_label("First name").fill("Maya")
    assert saved.value.headers["x-kinfold-autosave"] == "1"
    assert 'name="name"\r\n\r\nMaya' in (saved.value.post_data or "")
    expect(page.locator("[data-kf-saved]")).to_have_text(re.compile(r"^Saved at \d+:\d\d[ap]m$"))


@pytest.mark.browser
def test_what_could_not_be_saved_says_so_and_stays(page, opened):
    opened(390, "/style-guide")
    page.saving = 503
    page.get_by_label("First name").fill("Maya")
    page.get_by_text("Not saved yet. We will keep trying; what you typed is still here.").wait_for()
    assert page.get_by_label("First name").input_value() == "Maya"


@pytest.mark.browser
def test_without_script_every_question_can_be_seen_and_answered(browser, settings):
    settings.DEMO = True
    html = style_guide.style_guide(REQUESTS.get("/style-guide")).content.decode()
    stylesheet = finders.find("govuk/govuk-frontend.min.css")
    page = browser.new_context(java_script_enabled=False).new_page()
    page.route("**/*.css", lambda route: route.fulfill(path=stylesheet))
    page.route(SITE + "/style-guide", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(SITE + "/style-guide")
    assert page.get_by_label("Who agreed not to tell them?").is_visible()
    page.context.close()
