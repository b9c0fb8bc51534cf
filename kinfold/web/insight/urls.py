"""Addresses of figures and reports."""

from django.urls import path

from kinfold.web.insight.views import scorecard

app_name = "insight"

urlpatterns = [
    path("scorecard", scorecard.show, name="scorecard"),
    path("scorecard/refresh", scorecard.refresh, name="refresh"),
    path("scorecard/progress", scorecard.progress, name="progress"),
    path("scorecard/<str:key>", scorecard.indicator, name="indicator"),
    path("scorecard/<str:key>/<slug:quarter>/rows", scorecard.rows, name="rows"),
]
