"""The one way to write a JSON value as text, so that a hash over it means something (RFC 8785)."""

import hashlib

import rfc8785


def canonical_text(value: object) -> str:
    """Write a JSON value in canonical form; numbers other than small integers must be strings."""
    return rfc8785.dumps(value).decode()  # type: ignore[arg-type]


def sha256_hex(text: str) -> str:
    """Give the SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
