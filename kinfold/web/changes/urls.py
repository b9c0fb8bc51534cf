"""Addresses of files of changes and of the lines that wait."""

from django.urls import path

from kinfold.web.changes import views

app_name = "changes"

urlpatterns = [
    path("", views.files, name="files"),
    path("files/<uuid:change_file_id>", views.file, name="file"),
    path("files/<uuid:change_file_id>/faults.csv", views.faults, name="faults"),
    path("waiting", views.waiting, name="waiting"),
    path("waiting/<uuid:put_aside_id>", views.put_aside, name="put_aside"),
]
