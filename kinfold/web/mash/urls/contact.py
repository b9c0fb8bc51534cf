"""Addresses of the contact form and of the contacts a person has sent."""

from django.urls import path

from kinfold.web.mash.views import contact_form, own_contacts, sending_contact, writing

_DRAFT = "tell-us/<uuid:draft_id>"

urlpatterns = [
    path("tell-us", contact_form.start, name="start_contact"),
    path("tell-us/for-a-caller", contact_form.start_for_caller, name="start_contact_for_caller"),
    path(f"{_DRAFT}", contact_form.carry_on, name="carry_on"),
    path(f"{_DRAFT}/children", contact_form.children, name="contact_children"),
    path(f"{_DRAFT}/check", sending_contact.check, name="check_contact"),
    path(f"{_DRAFT}/throw-away", sending_contact.throw_away, name="throw_away_contact"),
    path(f"{_DRAFT}/child/<slug:child>/remove", contact_form.remove_child, name="remove_contact_child"),
    path(f"{_DRAFT}/child/<slug:child>/<slug:page>", contact_form.page, name="contact_child_page"),
    path(f"{_DRAFT}/<slug:page>", contact_form.page, name="contact_page"),
    path("your-contacts", own_contacts.own_contacts, name="own_contacts"),
    path("your-contacts/quality", own_contacts.quality, name="quality"),
    path("your-contacts/<uuid:contact_id>", own_contacts.own_contact, name="own_contact"),
    path("your-contacts/<uuid:contact_id>/in-writing", writing.written_form, name="written_form"),
    path("your-contacts/<uuid:contact_id>/sent", sending_contact.sent, name="contact_sent"),
]
