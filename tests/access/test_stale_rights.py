"""A right that is taken away is gone at the next request, on every channel (RELIABILITY C09)."""

from collections.abc import Callable

import psycopg

from lotline.access import operations, queries
from lotline.access.records import Actor
from lotline.access.tokens import recognise
from tests.access.callers import Caller

Screen = Callable[..., Caller]


def test_a_token_loses_at_once_what_its_user_loses(
    committed_db: str, settled: Callable[..., str], root: Actor
) -> None:
    settled("floor", "inspector")
    secret = operations.create_token(root, username="floor", role="inspector").secret
    person = queries.person_named("floor")
    operations.update_user(root, person.id, roles=["operator"])
    found = recognise(secret)
    assert found is not None and not found.actor.may("hold.write")
    with psycopg.connect(committed_db) as owner:
        owner.execute("DELETE FROM access_role_permission WHERE permission = 'capture.write'")
    found = recognise(secret)
    assert found is not None and not found.actor.may("capture.write")


def test_a_permission_taken_from_a_role_is_gone_at_the_next_request(
    committed_db: str, screen: Screen
) -> None:
    caller = screen("boss", "administrator")
    assert caller.ask("GET", "/users").status == 200
    with psycopg.connect(committed_db) as owner:
        owner.execute("DELETE FROM access_role_permission WHERE permission = 'users.manage'")
    assert caller.ask("GET", "/users").status == 403
