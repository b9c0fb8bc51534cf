"""Notices: the same words every time, to the right people, once, and never a child's details."""

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from kinfold.web.access.checks import NotVisible
from kinfold.web.core.ids import new_id
from kinfold.web.notices import actions, selectors, tasks
from kinfold.web.notices.kinds import NoticeKind
from kinfold.web.notices.models import Notice
from tests import factories
from tests.factories.days import NOW

LOOK = NoticeKind("Something waits for you", "local:setting")
GENERAL = NoticeKind("Come and look", "access:account")


def test_each_person_of_a_team_is_told(as_app):
    team = factories.team()
    people = [factories.worker(team=team) for _ in range(2)]
    factories.worker()

    with as_app(people[0]):
        actions.notify(LOOK, to=team, about_id=new_id())

    assert set(Notice.objects.values_list("user", flat=True)) == {person.pk for person in people}


def test_the_same_notice_is_not_told_again_until_it_is_read(as_app):
    worker, about = factories.worker(), new_id()

    with as_app(worker):
        (first,) = actions.notify(LOOK, to=worker, about_id=about)
        assert actions.notify(LOOK, to=worker, about_id=about) == []
        assert len(actions.notify(LOOK, to=worker, about_id=new_id())) == 1
        actions.mark_read(notice=first, by=worker, at=NOW)
        assert len(actions.notify(LOOK, to=worker, about_id=about)) == 1


def test_unread_notices_say_where_to_look(as_app):
    worker, about = factories.worker(), new_id()

    with as_app(worker):
        actions.notify(LOOK, to=worker, about_id=about)
        actions.notify(GENERAL, to=[worker])

        newest, older = selectors.unread(worker)
        assert (newest.words, newest.url) == ("Come and look", "/account")
        assert older.url == f"/settings/{about}"
        assert selectors.count_unread(worker) == 2
        assert actions.mark_all_read(by=worker, at=NOW) == 2
        assert selectors.unread(worker) == []


def test_nobody_reads_anothers_notice(as_app):
    worker, other = factories.worker(), factories.worker()
    (notice,) = actions.notify(GENERAL, to=worker)

    with as_app(other), pytest.raises(NotVisible):
        actions.mark_read(notice=notice, by=other, at=NOW)


def test_a_closed_account_is_told_nothing(as_app):
    closed = factories.worker(is_active=False)

    assert actions.notify(GENERAL, to=closed) == []


@pytest.mark.parametrize("words", ["Contact T000123 waits", "{child} waits", "%s waits", "", "x" * 201])
def test_words_that_vary_are_refused(words):
    with pytest.raises(ValueError, match="A notice"):
        NoticeKind(words, "home")


def test_only_a_declared_kind_can_be_sent():
    with pytest.raises(TypeError):
        actions.notify("Maya waits", to=factories.worker())


def test_the_e_mail_is_a_job_that_stands_or_falls_with_what_it_tells(as_app):
    worker = factories.worker()

    with as_app(worker):
        (notice,) = actions.notify(GENERAL, to=worker)

    job = ProcrastinateJob.objects.get(task_name="notices.send_by_email")
    assert job.args == {"notice_id": str(notice.pk)}
    assert mail.outbox == []


def test_the_e_mail_carries_the_same_neutral_words_and_is_sent_once():
    worker = factories.worker()
    (notice,) = actions.notify(LOOK, to=worker, about_id=new_id())

    tasks.send_by_email(notice_id=str(notice.pk))
    tasks.send_by_email(notice_id=str(notice.pk))

    (sent,) = mail.outbox
    assert sent.to == [worker.email]
    assert "Something waits for you" in sent.subject
    assert str(notice.about_id) not in sent.body


def test_a_colleague_without_an_address_is_told_on_screen_alone():
    worker = factories.worker(email=None)

    actions.notify(GENERAL, to=worker)

    assert Notice.objects.filter(user=worker).exists()
    assert not ProcrastinateJob.objects.exists()
