"""Every algorithm by its name: a record keeps the name with each hash, so old ones stay checkable.

SHA-256 stands for FIPS 180-4, SM3 for GB/T 32905-2016; SM3 needs an OpenSSL that brings it.
"""

import hashlib
from collections.abc import Callable
from typing import Final

SHA256: Final = "sha256/1"
SM3: Final = "sm3/1"
_HASHES: Final[dict[str, Callable[[bytes], bytes]]] = {
    SHA256: lambda message: hashlib.sha256(message).digest(),
    SM3: lambda message: hashlib.new("sm3", message).digest(),
}


class UnknownAlgorithm(ValueError):  # noqa: N818 – a noun that happened
    """A hash or signature names an algorithm that this installation does not have."""


def hash_function(algorithm: str) -> Callable[[bytes], bytes]:
    """Give the function behind a hash's name; raise `UnknownAlgorithm` where there is none."""
    found = _HASHES.get(algorithm)
    if found is None or (algorithm == SM3 and "sm3" not in hashlib.algorithms_available):
        raise UnknownAlgorithm(algorithm)
    return found
