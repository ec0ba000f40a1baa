"""Writes openapi.json, the snapshot that the typed client is generated from."""

import json
import os
from pathlib import Path

import django

TARGET = Path(__file__).parents[1] / "openapi.json"


def document() -> str:
    """Give the API's own description as text that does not change by itself."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lotline.config.settings")
    django.setup()
    from lotline.config.api import api  # noqa: PLC0415 – only after Django is set up

    return json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    TARGET.write_text(document(), encoding="utf-8")
