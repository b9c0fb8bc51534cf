"""The jobs that tell of notices by e-mail: one at once, after what it tells of has been saved, or all each morning."""

from collections import Counter

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kinfold.web.access.models import User
from kinfold.web.core.words import plural
from kinfold.web.notices.models import EmailChoice, Notice

MOST_LINES = 20
SIGNATURE = "Sign in to Kinfold to see it. We never send names or details by e-mail."


@app.task(name="notices.send_by_email", retry=RetryStrategy(max_attempts=5, exponential_wait=5))
def send_by_email(notice_id: str) -> None:
    """Sends once; a job that is run again finds the notice sent."""
    notice = Notice.objects.select_related("user").get(pk=notice_id)
    if notice.e_mailed_at is not None or not notice.user.email or not notice.user.is_active:
        return
    send_mail(
        subject=f"{settings.PARTNERSHIP_NAME}: {notice.words}",
        message=f"{notice.words}.\n\n{SIGNATURE}\n",
        from_email=None,
        recipient_list=[notice.user.email],
    )
    Notice.objects.filter(pk=notice.pk).update(e_mailed_at=timezone.now())


@app.periodic(cron="30 6 * * *")
@app.task(name="notices.send_digests", lock="notices.send_digests")
def send_digests(timestamp: int) -> None:
    """One job for each person who has something new to read; a server that is down holds up nobody else's."""
    waiting = Notice.objects.filter(read_at__isnull=True, e_mailed_at__isnull=True, user__is_active=True)
    told_at_once = EmailChoice.objects.filter(how=EmailChoice.How.AT_ONCE).values("user")
    people = waiting.exclude(user__in=told_at_once).exclude(user__email=None).values_list("user", flat=True)
    for user_id in sorted(set(people)):
        send_digest.defer(user_id=str(user_id))


@app.task(name="notices.send_digest", retry=RetryStrategy(max_attempts=5, exponential_wait=5))
def send_digest(user_id: str) -> None:
    """Each kind of notice with how often it came; sent once, and nothing where all has been read meanwhile."""
    user = User.objects.get(pk=user_id)
    rows = list(Notice.objects.filter(user=user, read_at__isnull=True, e_mailed_at__isnull=True).order_by("created_at"))
    if not rows or not user.email or not user.is_active:
        return
    counted = Counter(row.words for row in rows)
    lines = [f"- {words}{f' ({times} times)' if times > 1 else ''}" for words, times in counted.most_common(MOST_LINES)]
    subject = f"{plural(len(rows), 'thing')} to look at"
    send_mail(
        subject=f"{settings.PARTNERSHIP_NAME}: {subject}",
        message="\n".join([f"{subject} since the last e-mail:", "", *lines, "", SIGNATURE, ""]),
        from_email=None,
        recipient_list=[user.email],
    )
    Notice.objects.filter(pk__in=[row.pk for row in rows]).update(e_mailed_at=timezone.now())
