"""The one way a master is written: may I, is it fit, is it still as it was read, write it, tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from decimal import Decimal
from typing import Any, Final, NoReturn, TypeVar

from django.db import IntegrityError, transaction

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.decimals import plain
from lotline.kernel.errors import Conflict, Invalid, NotFound, Violation
from lotline.kernel.ids import uuid7
from lotline.masterdata import models, paging, records, references, rules
from lotline.masterdata.rows import Collection

M = TypeVar("M", bound=models.Master)
R = TypeVar("R", bound=records.Kept)
# What a unique constraint's name says about the field that is taken.
_UNIQUE: Final = {
    "_code_": "code",
    "_uri_": "uri",
    "_gtin_": "gtin",
    "_gln_": "gln",
    "characteristic_once": "kde",
    "one_transit": "party",
}


def save(
    actor: Actor,
    collection: Collection[M, R],
    draft: records.Named,
    change: records.Change | None = None,
) -> R:
    """Keep a draft as a new master, or as the next version of the one the change names."""
    access.require(actor, "masters.write")
    draft = rules.tidy(draft)
    with transaction.atomic():
        before = _standing(collection, change)
        _check(draft, before)
        row = _written(collection, draft, change)
        after = collection.record(row)
        _tell(actor, collection.noun, before, after)
    return after


def _standing(collection: Collection[M, R], change: records.Change | None) -> R | None:
    if change is None:
        return None
    row = collection.locked(change.id)
    if row is None:
        raise NotFound("masterdata.not_found", id=change.id)
    if row.version != change.version:
        raise Conflict("masterdata.version_conflict", given=change.version, standing=row.version)
    return collection.record(row)


def _check(draft: records.Named, before: records.Kept | None) -> None:
    found = (*rules.violations(draft), *rules.changes(draft, before))
    if not found:
        found = tuple(references.violations(draft, before.id if before else None))
    if found:
        raise Invalid("request.invalid", found)


def _written(
    collection: Collection[M, R], draft: records.Named, change: records.Change | None
) -> M:
    row = collection.model(**_columns(collection.model, draft))
    row.id = change.id if change else uuid7()
    row.version = change.version + 1 if change else 1
    with refusing_doubles():
        row.save(force_insert=change is None, force_update=change is not None)
    return row


@contextmanager
def refusing_doubles() -> Iterator[None]:
    """Turn the database's refusal of a double into a conflict that names the field."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        _taken(error)


def _columns(model: type[models.Master], draft: records.Named) -> dict[str, Any]:
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    if isinstance(draft, records.OrderDraft):
        values["lines"] = [_line(line) for line in draft.lines]
    named = {_column(model, name): value for name, value in values.items()}
    return named | paging.derived(draft.code, draft.name, draft.name_en)


def _column(model: type[models.Master], name: str) -> str:
    field = model._meta.get_field(name)
    return str(getattr(field, "attname", name))


def _line(line: records.OrderLine) -> dict[str, str]:
    return {"product": str(line.product), "quantity": plain(line.quantity), "unit": line.unit}


def _taken(error: IntegrityError) -> NoReturn:
    constraint = str(getattr(getattr(error.__cause__, "diag", None), "constraint_name", ""))
    for mark, field in _UNIQUE.items():
        if mark in constraint:
            code = f"masterdata.{field}_taken"
            raise Conflict(code, [Violation(f"/{field}", code)]) from error
    raise error


def _tell(actor: Actor, noun: str, before: records.Kept | None, after: records.Kept) -> None:
    was, now = _shown(before), _shown(after)
    changed = {name: [was.get(name), now[name]] for name in now if was.get(name) != now[name]}
    verb = "create" if before is None else "change"
    access.record_change(actor, f"masterdata.{verb}_{noun}", str(after.id), changed)


def _shown(record: records.Kept | None) -> dict[str, str | None]:
    if record is None:
        return {}
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return {name: None if value is None else _text(value) for name, value in values.items()}


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, tuple):
        return "; ".join(" ".join(_line(line).values()) for line in value)
    return str(value)
