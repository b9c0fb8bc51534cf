"""Addresses of early help: families, their help, conversations, plans, reviews, handovers."""

from django.urls import path

from kinfold.web.early_help.views import (
    actions,
    closing,
    conversations,
    episodes,
    families,
    family_links,
    goals,
    handovers,
    papers,
    plans,
    reviews,
    sharing,
)

app_name = "early_help"

urlpatterns = [
    path("families", families.families, name="families"),
    path("families/start", families.find_to_start, name="find_family"),
    path("families/<uuid:family_id>/start", families.start_support, name="start_support"),
    path("episodes/<uuid:episode_id>", episodes.episode, name="episode"),
    path("episodes/<uuid:episode_id>/agreement/<slug:purpose>", episodes.agreement, name="agreement"),
    path("episodes/<uuid:episode_id>/lead", episodes.lead, name="lead"),
    path("episodes/<uuid:episode_id>/conversations/start", conversations.start, name="start_conversation"),
    path("episodes/<uuid:episode_id>/plans/new", plans.new, name="new_plan"),
    path("episodes/<uuid:episode_id>/hand-over/<slug:kind>", handovers.offer, name="offer"),
    path("episodes/<uuid:episode_id>/significant-harm", handovers.harm, name="harm"),
    path("episodes/<uuid:episode_id>/close", closing.close, name="close"),
    path("conversations/<uuid:conversation_id>", conversations.conversation, name="conversation"),
    path("conversations/<uuid:conversation_id>/<slug:page>", conversations.page, name="conversation_page"),
    path("plans/<uuid:plan_id>", plans.plan, name="plan"),
    path("plans/<uuid:plan_id>/words", plans.words, name="plan_words"),
    path("plans/<uuid:plan_id>/goals/new", goals.new, name="new_goal"),
    path("plans/<uuid:plan_id>/actions/new", actions.new, name="new_action"),
    path("plans/<uuid:plan_id>/sharing", sharing.sharing, name="sharing"),
    path("plans/<uuid:plan_id>/agree", plans.agree, name="agree_plan"),
    path("plans/<uuid:plan_id>/end", closing.end_plan, name="end_plan"),
    path("plans/<uuid:plan_id>/copies", papers.copies, name="copies"),
    path("plans/<uuid:plan_id>/copies/<uuid:person_id>", papers.copy, name="copy"),
    path("plans/<uuid:plan_id>/copies/<uuid:person_id>/pdf", papers.copy_pdf, name="copy_pdf"),
    path("plans/<uuid:plan_id>/family", family_links.family, name="family"),
    path("plans/<uuid:plan_id>/family/<uuid:person_id>/link", family_links.make, name="make_family_link"),
    path("family-links/<uuid:family_link_id>/close", family_links.close, name="close_family_link"),
    path("family-said/<uuid:family_said_id>", family_links.family_said, name="family_said"),
    path("goals/<uuid:goal_id>", goals.change, name="goal"),
    path("actions/<uuid:commitment_id>", actions.change, name="action"),
    path("reviews/<uuid:meeting_id>", reviews.review, name="review"),
    path("reviews/<uuid:meeting_id>/start", reviews.start, name="start_review"),
    path("reviews/<uuid:meeting_id>/<slug:page>", reviews.page, name="review_page"),
    path("handovers", handovers.handovers, name="handovers"),
    path("handovers/<uuid:handover_id>", handovers.handover, name="handover"),
    path("handovers/<uuid:handover_id>/take-back", handovers.take_back, name="take_back"),
]
