"""Prefixes of a JSON-LD document: what they stand for, and names written out in full."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

# Prefixes of the standard's own context (epcis-context.jsonld 2.0); they hold undeclared.
STANDARD: Final[Mapping[str, str]] = {
    "cbv": "https://ref.gs1.org/cbv/",
    "cbvmda": "urn:epcglobal:cbv:mda",
    "epcis": "https://ref.gs1.org/epcis/",
    "gs1": "https://gs1.org/voc/",
}
_VALUE_PREFIXES: Final = frozenset({"cbv", "epcis", "gs1"})
_FULL_NAME: Final = re.compile(r"((?:https?://|urn:).*[/#:])([^/#:]+)")


def of_contexts(*contexts: object) -> dict[str, str]:
    """Gather the prefixes that JSON-LD contexts declare, later ones winning."""
    found = dict(STANDARD)
    for context in contexts:
        for prefix, uri in _declared(context):
            # XML writes this namespace without the colon that makes a JSON-LD prefix of it.
            found[prefix] = uri.rstrip(":") if uri.startswith("urn:") else uri
    return found


def full_name(name: str, namespaces: Mapping[str, str]) -> str:
    """Write a field's name as `{namespace}local`, as the event hash wants it (CBV 2.0 §8.9.2)."""
    prefix, colon, local = name.partition(":")
    if colon and prefix in namespaces:
        return f"{{{namespaces[prefix]}}}{local}"
    parts = _FULL_NAME.fullmatch(name)
    if parts is None:
        return name
    return f"{{{parts[1].rstrip(':')}}}{parts[2]}"


def full_value(value: str, namespaces: Mapping[str, str]) -> str:
    """Write out a value that uses a prefix of the standard; prefixes of others stay as they are."""
    prefix, colon, local = value.partition(":")
    if colon and prefix in _VALUE_PREFIXES and not local.startswith("//"):
        return namespaces.get(prefix, STANDARD[prefix]) + local
    return value


def _declared(context: object) -> Iterator[tuple[str, str]]:
    if isinstance(context, list):
        for part in context:
            yield from _declared(part)
    elif isinstance(context, dict):
        for prefix, meaning in context.items():
            uri = meaning.get("@id") if isinstance(meaning, dict) else meaning
            if isinstance(uri, str) and not prefix.startswith("@"):
                yield prefix, uri
