"""Django's settings while tests run: as the owner, who arranges; what is asserted is then looked at as the app."""

# ruff: noqa: F403, E402
import os

from kinfold.web.config import cluster

os.environ.setdefault("KINFOLD_ROLE", "owner")
cluster.start()

from kinfold.web.config.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # no collecting before a test
