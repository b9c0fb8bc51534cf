"""The address that a family's own link opens."""

from django.urls import path

from kinfold.web.early_help.views import family_view

app_name = "family"

urlpatterns = [path("family/<str:token>", family_view.opened, name="opened")]
