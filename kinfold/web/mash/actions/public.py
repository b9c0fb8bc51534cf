"""Telling the hub without an account: a worried person, or a young person about themselves."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.postgres.functions import TransactionNow
from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from kinfold.web.access import grants
from kinfold.web.access.checks import act_as
from kinfold.web.access.connecting import named_job
from kinfold.web.access.models import Grant, User
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import one_at_a_time
from kinfold.web.core.words import in_london
from kinfold.web.local import selectors as local
from kinfold.web.mash import rules, sources
from kinfold.web.mash.actions.contacts import keep
from kinfold.web.mash.actions.told import came_out_of_hours, contact_row
from kinfold.web.mash.models import PublicSending
from kinfold.web.mash.telling import Teller, Telling

WRITER = "The public form"
AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class SentBy:
    """``source_code`` is of the code list referral_source. ``once`` tells one filled-in page from another."""

    source_code: str
    once: UUID
    can_be_reached: bool = False  # without a name, by something they wrote
    network: str = ""  # empty where it is this machine's, or a proxy's, and says nothing
    signed_in: User | None = None  # who reads the next page, after all


@transaction.atomic
def tell_publicly(*, telling: Telling, sent_by: SentBy, at: datetime) -> str:
    """The contact's reference, the same when it is sent twice. Of somebody who gives no name nothing is kept."""
    one_at_a_time("mash.tell_publicly", sent_by.once)
    came_from = _hashed(sent_by.network, at)
    from_there, in_all, before = _sent(sent_by.once, came_from, at - AN_HOUR)
    if before:
        return before
    hold(rules.mc11_not_very_many_from_one_place, from_there, int(str(local.value("public_forms_from_one_place"))))
    hold(rules.mc12_not_very_many, in_all, int(str(local.value("public_forms_in_all"))))
    hold(rules.mc1_names_a_child, telling.children)
    hold(rules.mc8_born_or_expected_in_time, telling.children, in_london(at))
    hold(rules.mc3_says_what_happened, telling)
    anonymous = telling.teller == Teller() and not sent_by.can_be_reached
    source = sources.ANONYMOUS if anonymous and sent_by.source_code != sources.THE_CHILD else sent_by.source_code
    writer = named_job(WRITER)
    act_as(writer)
    try:
        contact = contact_row(
            telling, telling.teller, record=grants.new_record(), received_at=at, out_of_hours=came_out_of_hours(at),
            channel="form", source_code=source, anonymous=anonymous, from_public=True,
        )  # fmt: skip
        keep(contact, telling, readers=[writer], at=at)
        PublicSending.objects.create(
            record_id=contact.record_id, once=sent_by.once, contact=contact, sent_at=at, came_from=came_from
        )
        details = {"reference": contact.reference, "channel": "form", "children": len(telling.children)}
        events.record("contact.received", about=contact, by=None, details=details)
        given = Grant.objects.filter(user=writer, record_id=contact.record_id)
        given.update(started_at=TransactionNow(), ended_at=TransactionNow())  # by the clock that row security asks
    finally:
        act_as(sent_by.signed_in)
    return contact.reference


def _hashed(network: str, at: datetime) -> str:
    salt = f"kinfold.mash.public.{in_london(at):%Y-%m-%d}"
    return salted_hmac(salt, network, algorithm="sha256").hexdigest() if network else ""


def _sent(once: UUID, came_from: str, since: datetime) -> tuple[int, int, str]:
    """Forms since then from there and from everywhere, and the reference that this one was given before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT from_there, in_all, before FROM mash_public_sendings(%s, %s, %s)",
                       [once, came_from, since])  # fmt: skip
        from_there, in_all, before = cursor.fetchone()
    return int(from_there), int(in_all), str(before or "")
