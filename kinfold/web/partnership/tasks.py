"""The job that brings every board's forward plan up to date, every morning."""

from django.db import transaction
from procrastinate.contrib.django import app

from kinfold.web.access.checks import act_as
from kinfold.web.core import clock
from kinfold.web.partnership.actions import boards
from kinfold.web.partnership.models import Board


@app.periodic(cron="15 6 * * *")
@app.task(name="partnership.plan_ahead", lock="partnership.plan_ahead")
def plan_ahead(timestamp: int) -> None:
    """In the name of one of those who look after each board; a board that nobody looks after is passed by."""
    for board in Board.objects.filter(support_team__isnull=False, duties__ended_on__isnull=True).distinct():
        with transaction.atomic():
            supporter = boards.supporter_of(board)
            if supporter is not None and board.duties.filter(ended_on__isnull=True).exists():
                act_as(supporter)
                boards.plan_ahead(board=board, by=supporter, today=clock.today())
