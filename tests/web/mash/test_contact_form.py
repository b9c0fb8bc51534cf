"""The contact form page by page: what is kept, what is said about a mistake, and that it is sent once."""

import pytest
from django.test import Client
from django.urls import reverse

from kinfold.web.access.permissions import Role
from kinfold.web.mash.models import Contact, ContactDraft
from tests.factories import contact_child, person, team, worker
from tests.web.mash.told import PAGES, fill_in, page_of, problems_on


@pytest.fixture
def teacher():
    return worker(Role.SAFEGUARDING_LEAD, post="Designated Safeguarding Lead", telephone="023 9200 0000")


@pytest.fixture
def teachers_browser(teacher, browser_of):
    team("mash")
    return browser_of(teacher)


def begin(browser):
    return browser.post(reverse("mash:start_contact"))["Location"]


def test_the_form_opens_with_what_to_do_in_an_emergency(teachers_browser):
    html = teachers_browser.get(reverse("mash:start_contact")).content.decode()
    assert "call 999" in html
    assert "The MASH reads forms Monday to Thursday 8:30am to 5pm and Friday 8:30am to 4:30pm" in html


def test_a_form_filled_in_to_the_end_is_a_contact(teachers_browser, teacher):
    check = fill_in(teachers_browser, begin(teachers_browser))
    sent = teachers_browser.post(check)
    contact = Contact.objects.get()
    assert sent["Location"] == reverse("mash:contact_sent", args=[contact.pk])
    assert contact.reference in teachers_browser.get(sent["Location"]).content.decode()
    child = contact.children.get()
    assert (child.described_name, child.described_postcode) == ("Maya Larch", "PO4 8AA")
    assert {worry.worry for worry in child.worries.all()} == {"neglect", "domestic_abuse"}
    assert contact.early_help_assessment_why_not == "The worry could not wait"


def test_the_check_page_shows_every_answer(teachers_browser):
    html = teachers_browser.get(fill_in(teachers_browser, begin(teachers_browser))).content.decode()
    for words in ("Maya", "27 March 2018", "Neglect", "I do not like it when they shout.", "No, they do not agree"):
        assert words in html


def test_sending_twice_makes_one_contact(teachers_browser):
    check = fill_in(teachers_browser, begin(teachers_browser))
    first, second = teachers_browser.post(check), teachers_browser.post(check)
    assert first["Location"] == second["Location"]
    assert Contact.objects.count() == 1


def test_pressing_start_twice_gives_the_same_untouched_form(teachers_browser):
    assert begin(teachers_browser) == begin(teachers_browser)
    assert ContactDraft.objects.count() == 1


def to_page(browser, wanted, address=""):
    """The address of the first page of that name, everything before it answered."""
    address = address or begin(browser)
    while page_of(address) != wanted:
        address = browser.post(address, PAGES[page_of(address)])["Location"]
    return address


def test_brothers_and_sisters_share_a_home_that_is_typed_once(teachers_browser):
    address = to_page(teachers_browser, "children")
    address = teachers_browser.post(address, {"another": "yes"})["Location"]
    sibling = {"forename": "Finn", "surname": "Larch", "born": "age", "age": "3", "sex": "M"}
    address = teachers_browser.post(address, sibling)["Location"]
    key = ContactDraft.objects.get().answers["children"][0]["key"]
    assert "The same home and family as Maya" in teachers_browser.get(address).content.decode()
    check = fill_in(teachers_browser, address, {"home": {"same": key}})
    teachers_browser.post(check)
    maya, finn = Contact.objects.get().children.order_by("created_at")
    assert (finn.described_address, finn.described_parents) == (maya.described_address, maya.described_parents)
    assert (finn.described_age, finn.described_postcode) == ("3", "PO4 8AA")


def test_why_the_parents_were_not_told_can_be_said_in_words(teachers_browser):
    secret = {"informed": "no", "at_risk": "no", "reason": "other", "reason_words": "Her mother is in hospital"}
    teachers_browser.post(fill_in(teachers_browser, begin(teachers_browser), {"parents": secret}))
    assert Contact.objects.get().not_told_reason == "Another reason. Her mother is in hospital"


def test_an_unborn_baby_needs_no_date_of_birth(teachers_browser):
    baby = {
        "forename": "Baby Larch",
        "born": "unborn",
        "expected_on-day": "1",
        "expected_on-month": "1",
        "expected_on-year": "2020",
        "sex": "U",
    }
    address = to_page(teachers_browser, "child")
    answer = teachers_browser.post(address, baby)
    assert problems_on(answer) == ["The day a baby is due must be within the next ten months"]


@pytest.mark.parametrize(
    ("asked", "typed", "sentence"),
    [
        ("child", {"born_on-year": "2090"}, "Date of birth must be today or in the past"),
        ("child", {"born_on-day": "31", "born_on-month": "2"}, "Date of birth must be a real date"),
        ("child", {"forename": ""}, "Enter the child's first name, or what you know, like “boy, about 6”"),
        ("child", {"forename": "x" * 10_000}, "First name must be 200 characters or less"),
        (
            "school",
            {"nhs_number": "123 456 7890"},
            "This is not a real NHS number: check each digit where you found it. If you are not sure, leave it empty",
        ),
        (
            "school",
            {"upn": "A123"},
            "A unique pupil number is a letter, then 12 digits, like H801200001001. "
            "If you are not sure, leave it empty",
        ),
        ("worries", {"worries": ["made_up"]}, "Select at least one worry"),
        ("what-happened", {"what_happened": "y" * 10_001}, "Your answer must be 10,000 characters or less"),
        ("details", {"telephone": "ring me"}, "Enter a telephone number, like 023 9268 8793 or 07700 900 982"),
    ],
)
def test_odd_answers_get_a_plain_sentence_and_are_not_lost(teachers_browser, asked, typed, sentence):
    address = to_page(teachers_browser, asked)
    answer = teachers_browser.post(address, {**PAGES[asked], **typed})
    assert problems_on(answer) == [sentence]
    assert answer.status_code == 200
    kept = teachers_browser.get(address).content.decode()
    assert all(value in kept for value in typed.values() if isinstance(value, str))


@pytest.mark.parametrize("name", ["מאיה", "Zoë 👩‍👧", "=cmd|'/c calc'!A1", "<script>alert(1)</script>", "O'Brien-Ní"])
def test_names_of_every_script_and_shape_are_kept_as_typed(teachers_browser, name):
    check = fill_in(teachers_browser, begin(teachers_browser), {"child": {**PAGES["child"], "forename": name}})
    html = teachers_browser.get(check).content.decode()
    assert "<script>alert" not in html
    teachers_browser.post(check)
    assert Contact.objects.get().children.get().described_forename == name


def test_characters_that_hide_or_turn_text_are_taken_out_before_it_is_sent(teachers_browser):
    odd = {**PAGES["child"], "forename": "Ma\u202eya\x00"}
    teachers_browser.post(fill_in(teachers_browser, begin(teachers_browser), {"child": odd}))
    assert Contact.objects.get().children.get().described_forename == "Maya"


def test_a_page_with_mistakes_is_saved_all_the_same(teachers_browser):
    address = to_page(teachers_browser, "what-happened")
    answer = teachers_browser.post(address, {"what_happened": "half a sen"}, headers={"X-Kinfold-Autosave": "1"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert "half a sen" in teachers_browser.get(address).content.decode()


def test_carrying_on_leads_to_the_first_page_that_is_not_answered(teachers_browser):
    address = to_page(teachers_browser, "talking")
    draft = ContactDraft.objects.get()
    assert teachers_browser.get(reverse("mash:carry_on", args=[draft.pk]))["Location"] == address


def test_a_form_that_is_not_finished_cannot_be_sent(teachers_browser):
    to_page(teachers_browser, "parents")
    check = reverse("mash:check_contact", args=[ContactDraft.objects.get().pk])
    answer = teachers_browser.post(check)
    assert problems_on(answer) == ["Answer “Have you told the parents or carers?”", "Answer “Your details”"]
    assert Contact.objects.count() == 0


def test_asking_for_help_without_agreement_is_refused_kindly(teachers_browser):
    support = {"purpose": {"purpose": "support"}}
    with pytest.raises(AssertionError, match="Asking for help needs the family's agreement"):
        fill_in(teachers_browser, begin(teachers_browser), support)


def test_a_session_that_ends_keeps_what_was_typed_on_the_page(teachers_browser):
    address = to_page(teachers_browser, "what-happened")
    answer = Client().post(address, {"what_happened": "What I was typing"})
    assert answer.status_code == 401
    html = answer.content.decode()
    assert "What I was typing" in html
    assert "/sign-in?next=" in html


def test_another_persons_form_is_not_there(teachers_browser, browser_of):
    address = begin(teachers_browser)
    other = browser_of(worker(Role.SAFEGUARDING_LEAD))
    for path in (address, reverse("mash:check_contact", args=[ContactDraft.objects.get().pk])):
        assert other.get(path).status_code == 404
        assert other.post(path, {"danger": "yes"}).status_code == 404


@pytest.mark.parametrize("path", ["nothing-here", "child/nobody/home"])
def test_a_page_that_the_form_does_not_have_is_not_there(teachers_browser, path):
    begin(teachers_browser)
    assert teachers_browser.get(f"/mash/tell-us/{ContactDraft.objects.get().pk}/{path}").status_code == 404


def test_a_form_thrown_away_is_gone(teachers_browser):
    to_page(teachers_browser, "purpose")
    page = reverse("mash:throw_away_contact", args=[ContactDraft.objects.get().pk])
    assert teachers_browser.get(page).status_code == 200
    assert teachers_browser.post(page)["Location"] == reverse("mash:own_contacts")
    assert ContactDraft.objects.count() == 0
    assert teachers_browser.get(page).status_code == 404


def test_removing_the_only_child_asks_for_another(teachers_browser):
    to_page(teachers_browser, "children")
    draft = ContactDraft.objects.get()
    key = draft.answers["children"][0]["key"]
    teachers_browser.post(reverse("mash:remove_contact_child", args=[draft.pk, key]))
    children = reverse("mash:contact_children", args=[draft.pk])
    assert "No child is in this form yet" in teachers_browser.get(children).content.decode()
    assert teachers_browser.get(reverse("mash:check_contact", args=[draft.pk]))["Location"] == children


def test_the_referrer_reads_what_they_sent_after_the_child_is_matched(teachers_browser, teacher):
    teachers_browser.post(fill_in(teachers_browser, begin(teachers_browser)))
    contact = Contact.objects.get()
    matched = person()
    contact.children.update(record=matched.record)
    html = teachers_browser.get(reverse("mash:own_contact", args=[contact.pk])).content.decode()
    assert "Maya Larch" in html
    assert "I do not like it when they shout." in html


def test_the_list_of_own_contacts_asks_the_same_number_of_questions_however_long(
    teachers_browser, teacher, django_assert_max_num_queries
):
    for _ in range(12):
        teachers_browser.post(fill_in(teachers_browser, begin(teachers_browser)))
    with django_assert_max_num_queries(14):
        html = teachers_browser.get(reverse("mash:own_contacts")).content.decode()
    assert html.count("Maya Larch") == 12


def test_what_somebody_else_sent_is_not_there(browser_of):
    described = contact_child()
    stranger = browser_of(worker(Role.SAFEGUARDING_LEAD))
    assert stranger.get(reverse("mash:own_contact", args=[described.contact_id])).status_code == 404
    assert stranger.get(reverse("mash:contact_sent", args=[described.contact_id])).status_code == 404


def test_the_hub_writes_down_an_anonymous_call_without_asking_who(browser_of):
    duty = browser_of(worker(Role.MASH_DECISION_MAKER))
    address = duty.post(reverse("mash:start_contact_for_caller"))["Location"]
    came = {"received_at-day": "9", "received_at-month": "6", "received_at-year": "2025", "received_at-time": "10am"}
    caller = {"kind": "anonymous", "channel": "telephone", **came}
    unknown = {"informed": "not_known"}
    check = fill_in(duty, address, {"caller": caller, "parents": unknown})
    sent = duty.post(check)
    contact = Contact.objects.get()
    assert (contact.anonymous, contact.source_code, contact.referrer_name) == (True, "9", "")
    assert "The contact is on the board" in duty.get(sent["Location"]).content.decode()


def test_a_teacher_cannot_record_for_a_caller(teachers_browser):
    assert teachers_browser.post(reverse("mash:start_contact_for_caller")).status_code == 403
