"""Django's settings, from one environment value."""

from csp.constants import NONE, SELF

from kinfold.web.config import cluster, environment

ENV = environment.read()

DEBUG = ENV.debug
DEMO = ENV.demo
SECRET_KEY = ENV.secret_key
ALLOWED_HOSTS = list(ENV.hosts)

PARTS = [
    "core", "audit", "access", "people", "local", "notices", "deadlines", "commitments", "directory", "questionnaires",
    "sharing", "signposting", "groups", "casework", "meetings", "outcomes", "before_birth", "mash", "early_help",
    "beyond_home", "partnership", "emergency", "exchange", "intake", "changes", "record", "insight", "today",
]  # fmt: skip

INSTALLED_APPS = [
    *(f"kinfold.web.{part}" for part in PARTS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "axes",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kinfold.web.core.middleware.KeepNoCopiesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kinfold.web.access.middleware.TransactionMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kinfold.web.core.middleware.StaleVersionMiddleware",
    "kinfold.web.people.middleware.SecretAddressMiddleware",
    "kinfold.web.access.middleware.PermissionMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "kinfold.web.config.urls"
ASGI_APPLICATION = "kinfold.web.config.asgi.application"
WSGI_APPLICATION = "kinfold.web.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "kinfold.web.core.jinja.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "kinfold.web.core.context.page",
            ],
        },
    },
]

# A database that comes back is found by the next request: dead connections are noticed before they are lent, and the
# pool does not wait ever longer between its attempts.
_pool = {"min_size": 1, "max_size": 8, "timeout": 10, "reconnect_timeout": 10}
# Values travel beside the question, so that a connection plans a question once and not every time: with row security a
# plan costs more than its answer. A session's own plans; see docs/decisions/0153.
_binding = {"server_side_binding": True}
DATABASES = {
    "default": {
        **ENV.connection(),
        "TEST": {"NAME": ENV.test_database},
        "OPTIONS": _binding | ({"pool": _pool, "prepare_threshold": 2} if ENV.role == "app" else {}),
        "CONN_HEALTH_CHECKS": True,
    },
    # Refusals are written here, outside the request's transaction, so that rolling back does not lose them.
    "audit": {**ENV.connection(), "TEST": {"MIRROR": "default"}},
}

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PARTNERSHIP_NAME = "Portsmouth Safeguarding Children Partnership"
PAGE_FRAME = "kinfold.web.config.navigation.frame"
PARENTS_DO_NOT_KNOW = "kinfold.web.record.selectors.children.parents_do_not_know"  # a contact tells; help must heed it

LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # what names a child is in no cookie
SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day; what is typed is saved as it is typed
SESSION_COOKIE_HTTPONLY = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
if DEMO or DEBUG:  # plain HTTP on this machine alone
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
CSRF_FAILURE_VIEW = "kinfold.web.core.errors.csrf_failure"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]  # never by address: all of a school or the council may share one
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "username"
AXES_LOCKOUT_CALLABLE = "kinfold.web.access.views.locked_out"
AXES_VERBOSE = False

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF],
        "script-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = environment.STATE / "static"
STATICFILES_DIRS: list[str] = []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = environment.STATE / "files"
RELEASES = environment.STATE / "releases"  # extracts that figures were counted from, by database
CARRIED = cluster.carried()  # tables that no slice keeps yet, by database

PGHISTORY_APPEND_ONLY = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
EMAIL_BACKEND = (
    "django.core.mail.backends.console.EmailBackend" if DEMO else "django.core.mail.backends.smtp.EmailBackend"
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS = ["axes.W003", "axes.W006"]
