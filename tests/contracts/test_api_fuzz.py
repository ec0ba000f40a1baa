"""The API fuzzed from its own description: whatever comes in, no fault of ours goes out."""

import json
from typing import Any

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.core import NOT_SET

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.config.api import api
from lotline.ledger import operations as ledger
from lotline.ledger import queries as history
from tests.plant import Plant, kg

EXAMPLES = 12
pytestmark = pytest.mark.django_db
SCHEMA = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema())))
OPERATIONS = {
    found.ok().label: found.ok()
    for found in SCHEMA.get_all_operations()
    if found.ok().path not in {"/api/v1/auth/login", "/api/v1/auth/logout"}
}


@pytest.fixture
def caller(db: None) -> Client:
    """A program with every right there is, on a plant with something in it."""
    plant = Plant.build()
    plant.receive("A", kg(100))
    plant.make({"A": 60}, {"Y": 50}, loss=10)
    access.create_first_administrator()
    issued = access.create_token(
        Actor.system("test"),
        username="admin",
        role="quality_manager",
        label="fuzz",
        expires_at=None,
    )
    return Client(
        headers={"Authorization": f"Bearer {issued.secret}"}, raise_request_exception=False
    )


@pytest.mark.parametrize("label", sorted(OPERATIONS))
def test_no_input_makes_a_fault_of_ours(label: str, caller: Client) -> None:
    operation = OPERATIONS[label]

    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def fuzz(case: Any) -> None:
        _judge(_send(caller, case), case)

    fuzz()


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(junk=JUNK)
@settings(
    max_examples=150, deadline=None, database=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_junk_at_the_door_is_a_problem_and_writes_nothing(junk: object, caller: Client) -> None:
    before = history.count_events()
    for path in ("captures", "captures/batch", "holds"):
        answer = caller.post(f"/api/v1/{path}", json.dumps(junk), content_type="application/json")
        assert 400 <= answer.status_code < 500, answer.content
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["code"]
    assert history.count_events() == before


def test_after_all_that_the_record_still_verifies(caller: Client) -> None:
    for label in ("POST /api/v1/captures", "POST /api/v1/captures/batch"):
        test_no_input_makes_a_fault_of_ours(label, caller)
    assert ledger.verify().intact


def _send(caller: Client, case: Any) -> Any:
    path = case.formatted_path.encode("utf-8", "replace").decode()
    body = "" if case.body is NOT_SET else json.dumps(case.body, default=str)
    query = {k: str(v) for k, v in (case.query or {}).items()}
    return caller.generic(
        case.method, path, body, content_type="application/json", query_params=query
    )


def _judge(answer: Any, case: Any) -> None:
    assert answer.status_code < 500, (case.method, case.formatted_path, case.body, answer.content)
    if answer.status_code >= 400:
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["code"]
