"""The log: one JSON object a line on standard output, each naming the request it belongs to."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

# The name of the request at hand; it stands here because the log is arranged before any room is loaded.
correlation: ContextVar[str] = ContextVar("correlation", default="")


class JsonLines(logging.Formatter):
    """Writes a log record as one line of JSON, so that no text in it can pretend to be another line."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line for one record."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if correlation.get():
            line["correlation_id"] = correlation.get()
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def logging_settings(level: str) -> dict[str, Any]:
    """Give the arrangement of the log for the whole process."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "lotline.config.logs.JsonLines"}},
        "handlers": {
            "stdout": {
                "class": "logging.StreamHandler",
                "stream": "ext://sys.stdout",
                "formatter": "json",
            }
        },
        "root": {"handlers": ["stdout"], "level": level},
        "loggers": {"django": {"level": "WARNING"}, "django.request": {"level": "ERROR"}},
    }
