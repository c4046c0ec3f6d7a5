"""Every setting of the office, read from the environment with a safe default.

``docs/operations.md`` has one line for each. Nothing else in the project reads the environment.
"""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from cabinet.config.environment import (
    read_database,
    read_department_door,
    read_flag,
    read_folder,
    read_mail,
    read_number,
    read_text,
    read_witnesses,
    read_words,
)
from cabinet.config.secret_key import read_secret_key

PACKAGE = Path(__file__).resolve().parent.parent
VAR = read_folder("CABINET_VAR", PACKAGE.parent.parent / "var")

DEBUG = read_flag("CABINET_DEBUG", default=False)
SECRET_KEY = read_secret_key(VAR / "secret-key")
ALLOWED_HOSTS = read_words("CABINET_HOSTS", ["127.0.0.1", "localhost", "[::1]", "testserver"])
CSRF_TRUSTED_ORIGINS = read_words("CABINET_ORIGINS", [])
BEHIND_TLS = read_flag("CABINET_BEHIND_TLS", default=False)

# The Cabinet's door to the database, the departments', and the owner's, which only migrates.
DATABASES = {"default": read_database("DATABASE_URL", f"sqlite:///{VAR / 'cabinet.sqlite3'}")}
_DEPARTMENT = read_department_door("CABINET_DEPARTMENT_URL", DATABASES["default"])
if _DEPARTMENT:
    DATABASES["department"] = _DEPARTMENT
if read_text("CABINET_OWNER_URL", ""):
    DATABASES["owner"] = read_database("CABINET_OWNER_URL", "")
DATABASE_ROUTERS = ["cabinet.ledger.doors.router.ByTheDoor"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The files of the papers, named by their SHA-256.
FILES = read_folder("CABINET_FILES", VAR / "files")
# The log of acts that auditors read, its name, and the keys that sign it, which no backup holds.
LEDGER = read_folder("CABINET_LEDGER", VAR / "ledger")
LEDGER_NAME = read_text("CABINET_LEDGER_NAME", "cabinet/acts")
KEYS = read_folder("CABINET_KEYS", VAR / "keys")
# Where heads of the log go, and how often. TSA: a time-stamping authority's address.
CHECKPOINTS = read_folder("CABINET_CHECKPOINTS", VAR / "checkpoints")
CHECKPOINT_HOURS = read_number("CABINET_CHECKPOINT_HOURS", 24, least=1, most=168)
TSA = read_text("CABINET_TSA", "")
# Public keys of those who cosign heads of the log, and how many of them make a quorum.
WITNESSES = read_witnesses("CABINET_WITNESSES")
QUORUM = read_number("CABINET_QUORUM", min(len(WITNESSES), 2), least=0, most=len(WITNESSES))
MAIL = read_text("CABINET_MAIL", "")
if MAIL:
    EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, DEFAULT_FROM_EMAIL = read_mail(
        "CABINET_MAIL"
    )
# The largest paper or enclosure taken in, in bytes (default 64 MiB).
LARGEST_FILE_BYTES = read_number("CABINET_LARGEST_FILE_BYTES", 64 * 2**20, least=2**10, most=2**33)
EMAIL_TIMEOUT = 20  # seconds; an errand's lease is longer
# Work after an act: a list in the same database, so that it is there if and only if the act is.
TASKS = {
    "default": {
        "BACKEND": "cabinet.errands.backend.ListOfErrands",
        "QUEUES": ["default", "outside"],
    }
}
# PostgreSQL only: the roles that the application logs in as, given their rights by ``migrate``.
APPLICATION_ROLE = read_text("CABINET_APPLICATION_ROLE", "")
DEPARTMENT_ROLE = read_text("CABINET_DEPARTMENT_ROLE", "")

# Desks, top layer first (the import contract in pyproject.toml has the same order).
INSTALLED_APPS = [
    "cabinet.config",
    "cabinet.audit",
    "cabinet.desk",
    "cabinet.dispatch",
    "cabinet.gate",
    "cabinet.review",
    "cabinet.resolutions",
    "cabinet.registry",
    "cabinet.terminology",
    "cabinet.directory",
    "cabinet.errands",
    "cabinet.accounts",
    "cabinet.ledger",
    "cabinet.ui",
    "django_tasks",
    "allauth",
    "allauth.account",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

# What is not there for an officer is told after so long, however soon it was known.
NOT_FOUND_MILLISECONDS = read_number("CABINET_NOT_FOUND_MILLISECONDS", 40, least=0, most=1000)

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cabinet.ui.middleware.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "cabinet.ui.taken_once.TakenOnce",  # before anything reads the session
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cabinet.accounts.middleware.OfficerOnDuty",
    "cabinet.audit.readings.ReadingLog",
    "cabinet.registry.doors.ByTheRightDoor",
]

ROOT_URLCONF = "cabinet.config.urls"
WSGI_APPLICATION = "cabinet.config.wsgi.application"
FORM_RENDERER = "cabinet.ui.widgets.Widgets"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "cabinet.ui.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    {
        # The sign-in package's own pages fall back on this engine; ours are all in the first.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

AUTH_USER_MODEL = "accounts.Officer"
AUTHENTICATION_BACKENDS = ["cabinet.accounts.signed_in.OfficerBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "cabinet.accounts.adapter.ClosedDoor"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False

SESSION_ENGINE = "cabinet.accounts.signed_in"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English")), ("fr", _("French"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = read_text("CABINET_TIME_ZONE", "Asia/Riyadh")

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # the package's own files need no collecting first
WHITENOISE_AUTOREFRESH = DEBUG

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
