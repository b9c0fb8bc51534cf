"""Addresses of agencies' returns and of published figures."""

from django.urls import path

from kinfold.web.intake.views import filling, published, returns, sheets

app_name = "intake"

urlpatterns = [
    path("returns", returns.returns, name="returns"),
    path("returns/ask", returns.ask, name="ask"),
    path("returns/<uuid:return_id>", returns.one_return, name="return"),
    path("returns/<uuid:return_id>/figures/<str:indicator>", filling.figure, name="figure"),
    path("returns/<uuid:return_id>/sign-off", filling.sign_off, name="sign_off"),
    path("returns/<uuid:return_id>/revise", filling.revise, name="revise"),
    path("returns/<uuid:return_id>/versions/<int:number>", returns.version, name="version"),
    path("returns/<uuid:return_id>/sheet", sheets.download, name="sheet"),
    path("returns/<uuid:return_id>/send", sheets.send, name="send"),
    path("returns/files/<uuid:upload_id>", sheets.sent, name="sent"),
    path("returns/files/<uuid:upload_id>/file", sheets.as_sent, name="as_sent"),
    path("published", published.releases, name="published"),
    path("published/load", published.load, name="load_published"),
    path("published/<uuid:release_id>", published.release, name="release"),
]
