"""Every address: one line a part, plus signing in, health and home."""

from django.urls import include, path

from kinfold.web.access import views as access_views
from kinfold.web.config.navigation import home
from kinfold.web.core import errors, health, pages, style_guide

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("sign-in", access_views.sign_in, name="sign_in"),
    path("sign-out", access_views.sign_out, name="sign_out"),
    path("demo/as/<slug:persona>", access_views.demo_as, name="demo_as"),
    path("help", pages.help_page, name="help"),
    path("privacy", pages.privacy, name="privacy"),
    path("accessibility", pages.accessibility, name="accessibility"),
    path("style-guide", style_guide.style_guide, name="style_guide"),
    path("", home, name="home"),
    path("", include("kinfold.web.access.urls")),
    path("", include("kinfold.web.today.urls")),
    path("people/", include("kinfold.web.people.urls")),
    path("", include("kinfold.web.record.urls")),
    path("emergency-access/", include("kinfold.web.emergency.urls")),
    path("services/", include("kinfold.web.directory.urls")),
    path("api/oruk/", include("kinfold.web.directory.oruk.urls")),
    path("services/", include("kinfold.web.signposting.urls")),
    path("services/", include("kinfold.web.groups.urls")),
    path("outcomes/", include("kinfold.web.outcomes.urls")),
    path("before-birth/", include("kinfold.web.before_birth.urls")),
    path("settings/", include("kinfold.web.local.urls")),
    path("mash/", include("kinfold.web.mash.urls")),
    path("", include("kinfold.web.mash.urls.api")),
    path("", include("kinfold.web.mash.urls.public")),
    path("changes/", include("kinfold.web.changes.urls")),
    path("requests/", include("kinfold.web.sharing.urls")),
    path("early-help/", include("kinfold.web.early_help.urls")),
    path("", include("kinfold.web.early_help.family_urls")),
    path("", include("kinfold.web.insight.urls")),
    path("", include("kinfold.web.intake.urls")),
    path("strategy/", include("kinfold.web.partnership.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
