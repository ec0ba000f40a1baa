"""The API is what its snapshot says: a change of it is seen, generated from and committed."""

import json
from pathlib import Path

from lotline.config.api import api

ROOT = Path(__file__).parents[2]


def test_the_snapshot_is_the_api_of_today() -> None:
    kept = json.loads((ROOT / "openapi.json").read_text(encoding="utf-8"))
    now = json.loads(json.dumps(api.get_openapi_schema()))
    assert kept == now, "run: python3 tools/openapi.py, then npm run generate in web/"


def test_the_document_is_openapi_3_1() -> None:
    assert str(api.get_openapi_schema()["openapi"]).startswith("3.1")
