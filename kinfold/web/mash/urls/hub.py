"""Addresses of the board and of a contact as the hub sees it."""

from django.urls import path

from kinfold.web.mash.views import writing
from kinfold.web.mash.views.hub import (
    advising,
    asking,
    board,
    call,
    contact,
    deciding,
    delivering,
    feedback,
    grading,
    incidents,
    matching,
    open_case,
    quick,
    shifts,
    unmatched,
)

_CONTACT = "contacts/<uuid:contact_id>"
_CHILD = "contacts/child/<uuid:child_id>"

urlpatterns = [
    path("board", board.board, name="board"),
    path("significant-harm/<uuid:handover_id>", board.significant_harm, name="significant_harm"),
    path(_CONTACT, contact.contact, name="contact"),
    path(f"{_CONTACT}/rating", contact.rate, name="rate"),
    path(f"{_CONTACT}/parents", contact.parents_know, name="parents_know"),
    path(f"{_CONTACT}/came-in-writing", writing.came_in_writing, name="came_in_writing"),
    path(f"{_CONTACT}/answer", feedback.feedback, name="feedback"),
    path(f"{_CONTACT}/incident", incidents.incident, name="incident"),
    path(f"{_CHILD}/school", incidents.word_to_school, name="word_to_school"),
    path(f"{_CONTACT}/grade", grading.grade, name="grade"),
    path("advice", advising.advice, name="advice"),
    path("advice/new", advising.give, name="give_advice"),
    path("grades", grading.by_agency, name="grades"),
    path(f"{_CONTACT}/one-screen", quick.quick, name="quick"),
    path(_CHILD, contact.contact_child, name="contact_child"),
    path(f"{_CHILD}/match", matching.match, name="match"),
    path(f"{_CHILD}/search", matching.search_again, name="search_again"),
    path(f"{_CHILD}/new-person", matching.new_person, name="new_person"),
    path(f"{_CHILD}/decision", deciding.decide, name="decide"),
    path(f"{_CHILD}/agreement", deciding.agree, name="agree"),
    path(f"{_CHILD}/return", deciding.return_decision, name="return_decision"),
    path(f"{_CHILD}/ask", asking.which_agency, name="which_agency"),
    path(f"{_CHILD}/ask/<uuid:agency_id>", asking.ask, name="ask_agency"),
    path("requests/<uuid:asked_id>", asking.one_request, name="request"),
    path("requests/<uuid:asked_id>/chase", asking.chase, name="chase_request"),
    path("requests/<uuid:asked_id>/take-back", asking.take_back, name="take_back_request"),
    path("call", call.start_call, name="start_call"),
    path("call/<uuid:draft_id>", call.call, name="call"),
    path("shift", shifts.shift, name="shift"),
    path("shift/notes/<uuid:note_id>/read", shifts.read, name="read_shift_note"),
    path("board/on-paper", shifts.on_paper, name="on_paper"),
    path("deliveries", delivering.deliveries, name="deliveries"),
    path("deliveries/<uuid:delivery_id>", delivering.delivery, name="delivery"),
    path("deliveries/<uuid:delivery_id>/failed.csv", delivering.failed_lines, name="failed_lines"),
    path("unmatched", unmatched.unmatched, name="unmatched"),
    path("replies", asking.replies, name="replies"),
    path("handed-on/<uuid:handover_id>", open_case.handed_on, name="handed_on"),
    path("handed-on/<uuid:handover_id>/parents", open_case.parents_know, name="handed_on_parents_know"),
    path("open-case/<uuid:handover_id>", open_case.open_case, name="open_case"),
    path("open-case/<uuid:handover_id>/not-ours", open_case.not_ours, name="not_ours"),
]
