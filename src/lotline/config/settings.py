"""Django's settings: few, safe with an empty environment, and the same on every machine."""

import os
import secrets
from pathlib import Path

from lotline.config.database import address, database_settings
from lotline.config.logs import logging_settings
from lotline.host.operations import open_home, secret_key

_PACKAGE = Path(__file__).parent
_ROOMS = (
    "access",
    "ledger",
    "masterdata",
    "lots",
    "genealogy",
    "quality",
    "timeliness",
    "capture",
    "config",
)

# A process that serves is handed its home; tools that only read the settings need no lasting key.
SECRET_KEY = (
    secret_key(open_home(Path(os.environ["LOTLINE_HOME"])))
    if os.environ.get("LOTLINE_HOME")
    else secrets.token_urlsafe(48)
)
LOTLINE_HOME = os.environ.get("LOTLINE_HOME") or "."
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ROOT_URLCONF = "lotline.config.urls"
WSGI_APPLICATION = "lotline.config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    *(f"lotline.{room}" for room in _ROOMS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "lotline.config.middleware.with_content_policy",
    "lotline.config.middleware.for_known_hosts",
    "lotline.config.edge.EdgeMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]

AUTH_USER_MODEL = "access.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]

# Interactive work ends after 10 s; commands and followers may take their time; migrations take what they need.
STATEMENT_SECONDS = int(os.environ.get("LOTLINE_STATEMENT_SECONDS", "120"))
DATABASES = {"default": database_settings(address(os.environ, "serving"), STATEMENT_SECONDS)}

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "lotline_session"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "lotline_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "lotline.config.problems.forbidden"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
APPEND_SLASH = False

# More folders that checkpoints are exported to, and how new events are hashed ("sm3/1" for SM3).
LOTLINE_CHECKPOINTS = os.environ.get("LOTLINE_CHECKPOINTS", "")
LOTLINE_EVENT_HASH = os.environ.get("LOTLINE_EVENT_HASH", "sha256/1")

# A body is measured before it is read; the largest thing taken today is a batch of 1,000 captures.
LOTLINE_BODY_LIMIT = 8 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = LOTLINE_BODY_LIMIT
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LANGUAGE_CODE = "zh-hans"

STATIC_URL = "/static/"
STATIC_ROOT = _PACKAGE / "static"
WEB_ROOT = STATIC_ROOT / "web"
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/web/assets/"

LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = logging_settings(os.environ.get("LOTLINE_LOG_LEVEL", "INFO"))
