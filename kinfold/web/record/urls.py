"""Addresses of people's pages, search, the work tray and who looked."""

from django.urls import path

from kinfold.web.record.views import (
    audit,
    audit_paper,
    away,
    cautions,
    children,
    colleagues,
    conflicts,
    emergency,
    families,
    lives,
    merging,
    search,
    tray,
)

app_name = "record"

urlpatterns = [
    path("children/<uuid:person_id>", children.child, name="child"),
    path("children/<uuid:person_id>/chronology", children.chronology, name="chronology"),
    path("families/<uuid:family_id>", families.family, name="family"),
    path("families/<uuid:family_id>/who-is-who", families.picture, name="family_picture"),
    path("people/<uuid:person_id>/same-person", merging.same_person, name="same_person"),
    path("people/<uuid:person_id>/same-person/<uuid:other_id>", merging.compare, name="compare"),
    path("people/<uuid:person_id>/same-person/<uuid:other_id>/never", merging.keep_apart, name="keep_apart"),
    path("people/kept-apart/<uuid:apart_id>/ended", merging.end_keeping_apart, name="end_keeping_apart"),
    path("people/joined/<uuid:merge_id>", merging.merge, name="merge"),
    path("people/joined/<uuid:merge_id>/two-people", merging.part, name="part"),
    path("people/<uuid:person_id>/something-to-mind", cautions.add, name="add_caution"),
    path("people/to-mind/<uuid:caution_id>", cautions.one, name="caution"),
    path("people/<uuid:person_id>/known-to-somebody", conflicts.declare, name="declare_conflict"),
    path("people/<uuid:person_id>/born", lives.born, name="born"),
    path("people/<uuid:person_id>/died", lives.died, name="died"),
    path("people/<uuid:person_id>/moved-away", lives.moved_away, name="moved_away"),
    path("people/<uuid:person_id>/came-back", lives.came_back, name="came_back"),
    path("conflicts", conflicts.conflicts, name="conflicts"),
    path("conflicts/<uuid:conflict_id>/end", conflicts.end, name="end_conflict"),
    path("search", search.search, name="search"),
    path("work", tray.own, name="tray"),
    path("work/away", away.own, name="away"),
    path("work/away/<uuid:cover_id>/end", away.end, name="end_cover"),
    path("work/<uuid:team_id>", tray.team, name="team_tray"),
    path("colleagues", colleagues.colleagues, name="colleagues"),
    path("colleagues/<uuid:user_id>", colleagues.work_of, name="work_of"),
    path("colleagues/<uuid:user_id>/away", away.of_colleague, name="colleague_away"),
    path("accounts/<uuid:pk>/close", colleagues.leave, name="leave"),
    path("emergency-reviews", emergency.all_requests, name="emergencies"),
    path("emergency-reviews/counts.csv", emergency.counts, name="emergency_counts"),
    path("emergency-reviews/<uuid:request_id>", emergency.review, name="emergency_review"),
    path("who-looked", audit.latest, name="audit"),
    path("who-looked/record/<uuid:record_id>", audit.record, name="record_audit"),
    path("who-looked/<uuid:family_id>/for-the-family", audit_paper.give, name="give_audit"),
    path("who-looked/<uuid:family_id>", audit.family, name="family_audit"),
]
