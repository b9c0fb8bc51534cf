"""Addresses of strategies and boards."""

from django.urls import path

from kinfold.web.partnership.views import boards, files, lines, meetings, strategies

app_name = "partnership"

urlpatterns = [
    path("", strategies.index, name="strategies"),
    path("plans/<slug:key>", strategies.strategy, name="strategy"),
    path("plans/<slug:key>/on-a-page", strategies.on_a_page, name="on_a_page"),
    path("plans/<slug:key>/file", files.strategy_file, name="strategy_file"),
    path("read-in", files.read_in, name="read_in"),
    path("lines/<slug:level>/<uuid:line_id>", lines.show, name="line"),
    path("lines/<slug:level>/<uuid:line_id>/update", lines.update, name="update"),
    path("lines/<slug:level>/<uuid:line_id>/evidence", lines.evidence, name="evidence"),
    path("lines/<slug:level>/<uuid:line_id>/change", lines.change, name="change"),
    path("boards", boards.index, name="boards"),
    path("boards/file", files.boards_file, name="boards_file"),
    path("boards/<slug:key>", boards.show, name="board"),
    path("boards/<slug:key>/support", boards.support, name="support"),
    path("boards/<slug:key>/terms", boards.terms, name="terms"),
    path("boards/<slug:key>/seats/new", boards.add_seat, name="add_seat"),
    path("boards/<slug:key>/forward-plan", boards.plan_ahead, name="plan_ahead"),
    path("boards/<slug:key>/meetings/new", meetings.plan, name="plan_meeting"),
    path("seats/<uuid:seat_id>", boards.fill_seat, name="seat"),
    path("meetings/<uuid:board_meeting_id>", meetings.show, name="meeting"),
    path("meetings/<uuid:board_meeting_id>/record", meetings.hold, name="hold_meeting"),
    path("meetings/<uuid:board_meeting_id>/decisions/new", meetings.decide, name="decide"),
    path("agreed/<uuid:promise_id>", meetings.promise, name="promise"),
    path("reports-due/<uuid:due_id>", meetings.due_report, name="due_report"),
    path("reports-due/<uuid:due_id>/delivered", meetings.deliver, name="deliver"),
    path("<slug:key>", strategies.priority, name="priority"),
    path("<slug:key>/objectives/new", lines.add_objective, name="add_objective"),
    path("<slug:key>/actions/new", lines.add_action, name="add_action"),
]
