"""Addresses of families' outcomes."""

from django.urls import path

from kinfold.web.outcomes import views

app_name = "outcomes"

urlpatterns = [
    path("", views.overviewed, name="overview"),
    path("families/<uuid:episode_id>", views.of_family, name="of_family"),
    path("families/<uuid:episode_id>/put-forward", views.forward, name="put_forward"),
    path("needs/<uuid:need_id>", views.need, name="need"),
    path("needs/<uuid:need_id>/drop", views.drop, name="drop"),
    path("claims/<uuid:claim_id>", views.claim, name="claim"),
]
