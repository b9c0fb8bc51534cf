"""The jobs of requests to agencies: the e-mail with the link, and a look for the reply at the moment it is due."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.words import moment
from kinfold.web.deadlines.models import Deadline
from kinfold.web.local import selectors as local
from kinfold.web.notices.actions import notify
from kinfold.web.sharing import notice_kinds
from kinfold.web.sharing.link_secrets import hashed, new_token
from kinfold.web.sharing.models import AgencyRequest, ReplyLink

SUBJECT = "A request for information"
LETTER = """Hello,

We ask your agency for information. Our request is {reference}.

Reply here: {link}

The link works once, until {until}. To open it you need a code. We tell you the code by telephone.
If nobody has rung you, ring us on {telephone} and say {reference}.

Do not pass this message on. We never send names or details by e-mail.

{partnership}
"""
REMINDER = """Hello,

We have not had your reply to our request {reference} yet.

Use the link in our first message. If you do not have it, or the code, ring us on {telephone} and say {reference}.

{partnership}
"""


@app.task(name="sharing.send_link", retry=RetryStrategy(max_attempts=5, exponential_wait=5))
def send_link(link_id: str, asker_id: str, site: str) -> None:
    """In the asker's name. The link is made here and now, so that it is stored nowhere: not with the job either.

    Where the message was refused, the next try makes another, and the one before it opens nothing.
    """
    with _in_the_name_of(asker_id):
        link = ReplyLink.objects.select_for_update().select_related("request").filter(pk=link_id).first()
        if link is None or link.sent_at or link.used_at or link.closed_at:
            return
        token = new_token()
        link.token_hash, link.sent_at = hashed(token), clock.now()
        link.save(update_fields=["token_hash", "sent_at"])
        where = f"{site.rstrip('/')}{reverse('sharing:by_link', args=[token])}"
        _send(link.request, LETTER.format(link=where, until=moment(link.expires_at), **_words(link.request)))


@app.task(name="sharing.look_for_reply")
def look_for_reply(request_id: str, asker_id: str) -> None:
    """At the moment a reply is due: where it has not come, whoever was asked is reminded, and whoever asked is told.

    A look that comes too early, because the rating has changed since, does nothing; the newer due time has its own.
    """
    with _in_the_name_of(asker_id):
        now = clock.now()
        request = AgencyRequest.objects.select_for_update(of=("self",)).filter(pk=request_id).first()
        if request is None or not request.is_open:
            return
        if not any(row.due_at <= now for row in Deadline.objects.open().filter(about_id=request.pk)):
            return
        request.chased_at, request.times_chased = now, request.times_chased + 1
        request.save(update_fields=["chased_at", "times_chased"])
        events.record("sharing.chased", by=None, about=request)
        notify(notice_kinds.SILENT, to=request.asked_by, about_id=request.pk)
        if request.to_user is not None:
            notify(notice_kinds.CHASED, to=request.to_user, about_id=request.pk)
        else:
            _send(request, REMINDER.format(**_words(request)))


@contextmanager
def _in_the_name_of(asker_id: str) -> Iterator[None]:
    with transaction.atomic():
        act_as(User.objects.get(pk=asker_id))
        yield


def _words(request: AgencyRequest) -> dict[str, str]:
    telephone = str(local.value("mash_phone"))
    return {"reference": request.reference, "telephone": telephone, "partnership": settings.PARTNERSHIP_NAME}


def _send(request: AgencyRequest, words: str) -> None:
    send_mail(
        subject=f"{settings.PARTNERSHIP_NAME}: {SUBJECT} ({request.reference})", message=words, from_email=None,
        recipient_list=[request.to_email],
    )  # fmt: skip
