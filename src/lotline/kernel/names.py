"""How a code that people type, print or scan is compared with another."""

import unicodedata


def code_key(text: str) -> str:
    """Fold a code for look-up: full-width forms to plain ones, no outer blanks, no case."""
    return unicodedata.normalize("NFKC", text).strip().upper()
