"""The job that sends a notice by e-mail, after what it tells of has been saved."""

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kinfold.web.notices.models import Notice

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
