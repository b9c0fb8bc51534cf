"""Notices: the same words every time, to the right people, once, and never a child's details."""

from datetime import timedelta

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import Cover
from kinfold.web.core import clock
from kinfold.web.core.ids import new_id
from kinfold.web.notices import actions, selectors, tasks
from kinfold.web.notices.kinds import NoticeKind
from kinfold.web.notices.models import EmailChoice, Notice
from tests import factories
from tests.factories.days import NOW

LOOK = NoticeKind("Something waits for you", "local:setting")
GENERAL = NoticeKind("Come and look", "access:account")
URGENT = NoticeKind("Come at once", "access:account", urgent=True)


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


def test_hundreds_are_told_with_the_same_questions_as_one(django_assert_max_num_queries):
    one, other = factories.worker(), factories.worker()
    about = [new_id() for _ in range(300)]
    actions.notify(LOOK, to=one, about_id=about[0])
    with django_assert_max_num_queries(6):
        told = actions.notify_each(LOOK, {each: [one, other] for each in about})
    expected = {(user, each) for user in (one, other) for each in about} - {(one, about[0])}
    assert {(notice.user, notice.about_id) for notice in told} == expected
    assert len(told) == len(expected)


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
        (notice,) = actions.notify(URGENT, to=worker)

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

    actions.notify(URGENT, to=worker)
    tasks.send_digests(0)

    assert Notice.objects.filter(user=worker).exists()
    assert not ProcrastinateJob.objects.exists()


def test_what_is_not_urgent_comes_each_morning_in_one_e_mail_that_names_nobody(as_app):
    worker, about = factories.worker(), [new_id(), new_id()]
    with as_app(worker):
        for one in about:
            actions.notify(LOOK, to=worker, about_id=one)
        actions.notify(GENERAL, to=worker)
        (read,) = actions.notify(LOOK, to=worker, about_id=new_id())
        actions.mark_read(notice=read, by=worker, at=NOW)
    assert not ProcrastinateJob.objects.exists()

    tasks.send_digests(0)
    assert ProcrastinateJob.objects.get(task_name="notices.send_digest").args == {"user_id": str(worker.pk)}
    for _ in range(2):
        tasks.send_digest(user_id=str(worker.pk))
    (sent,) = mail.outbox
    assert sent.subject.endswith("3 things to look at")
    assert "- Something waits for you (2 times)\n- Come and look\n" in sent.body
    assert not any(str(one) in sent.body for one in about)


def test_whoever_chose_it_is_told_at_once_and_gets_no_morning_e_mail(as_app):
    worker = factories.worker()
    with as_app(worker):
        actions.choose_email(how="at_once", by=worker, at=NOW)
        actions.notify(GENERAL, to=worker)
    tasks.send_digests(0)
    assert [job.task_name for job in ProcrastinateJob.objects.all()] == ["notices.send_by_email"]


def test_an_e_mail_server_that_is_down_loses_nothing(monkeypatch):
    worker = factories.worker()
    actions.notify(GENERAL, to=worker)
    with monkeypatch.context() as down:
        down.setattr(tasks, "send_mail", lambda **_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            tasks.send_digest(user_id=str(worker.pk))
    assert Notice.objects.get().e_mailed_at is None
    tasks.send_digest(user_id=str(worker.pk))
    assert len(mail.outbox) == 1


def test_whoever_stands_in_today_is_told_too_and_the_day_after_no_more(as_app):
    away, stands_in = factories.worker(), factories.worker()
    today = clock.today()
    cover = Cover.objects.create(away=away, by=stands_in, first_day=today, last_day=today, arranged_at=NOW,
                                 arranged_by=away)  # fmt: skip
    told = {notice.user: notice.words for notice in actions.notify(LOOK, to=away, about_id=new_id())}
    assert told == {away: LOOK.words, stands_in: f"For a colleague you stand in for: {LOOK.words}"}
    both = actions.notify(LOOK, to=[away, stands_in], about_id=new_id())
    assert {notice.words for notice in both} == {LOOK.words}
    cover.first_day = cover.last_day = today - timedelta(days=1)
    cover.save()
    assert {notice.user for notice in actions.notify(LOOK, to=away, about_id=new_id())} == {away}


def test_the_page_keeps_what_somebody_chose(browser_of):
    worker = factories.worker()
    browser = browser_of(worker)
    assert "Choose when you want an e-mail" in browser.post("/work/e-mails", {"how": ""}).content.decode()
    assert browser.post("/work/e-mails", {"how": "at_once"}).status_code == 302
    assert EmailChoice.objects.get(user=worker).how == "at_once"
