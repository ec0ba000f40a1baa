"""What other rooms need at the web's edge: a guard for each route and a base for each body."""

from typing import Any

from ninja import Schema
from pydantic import ConfigDict, GetCoreSchemaHandler, ValidationInfo, model_validator
from pydantic.functional_validators import ModelWrapValidatorHandler
from pydantic_core import CoreSchema

from lotline.access.doors import BearerDoor, ClosedDoor, SessionDoor, VisitorDoor, is_known
from lotline.access.records import PERMISSIONS, PUBLIC, SELF
from lotline.access.schema_faults import escape, schema_problem, violations
from lotline.access.strict_types import as_json

__all__ = [
    "Body",
    "closed",
    "escape",
    "guard",
    "is_known",
    "schema_problem",
    "violations",
]


class Body(Schema):
    """A JSON request body: unknown fields are refused and types are taken as written."""

    model_config = ConfigDict(extra="forbid", from_attributes=False)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read every field's type the JSON way."""
        return as_json(handler(source), cls)

    @model_validator(mode="wrap")
    @classmethod
    def _run_root_validator(
        cls, values: Any, handler: ModelWrapValidatorHandler["Body"], info: ValidationInfo
    ) -> Any:
        return handler(values)


def guard(permission: str) -> dict[str, Any]:
    """Give the arguments that put a permission on a route; `request.auth` is then the `Actor`.

    "public" lets anybody in (forgery-checked on writes), "self" anybody who is signed in.
    """
    if permission not in PERMISSIONS | {PUBLIC, SELF}:
        raise ValueError(f"no such permission: {permission}")
    doors = [VisitorDoor()] if permission == PUBLIC else _doors(permission)
    return {"auth": doors, "openapi_extra": {"x-permission": permission}}


def _doors(permission: str) -> list[Any]:
    return [BearerDoor(permission), SessionDoor(permission)]


closed = ClosedDoor()
