"""Signatures by the name of their algorithm: Ed25519 (RFC 8032) now, others beside it later."""

from dataclasses import dataclass
from typing import Final, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from lotline.kernel.canonical import sha256_hex
from lotline.ledger.rules.algorithms import UnknownAlgorithm

ED25519: Final = "ed25519/1"


class Scheme(Protocol):
    """One way to sign; keys are bytes."""

    def make(self) -> bytes:
        """Give a new private key."""
        ...

    def public(self, private: bytes) -> bytes:
        """Give the public half."""
        ...

    def sign(self, private: bytes, message: bytes) -> bytes:
        """Sign a message."""
        ...

    def verifies(self, public: bytes, signature: bytes, message: bytes) -> bool:
        """Say whether the signature is the key's over the message."""
        ...


class _Ed25519:
    def make(self) -> bytes:
        return Ed25519PrivateKey.generate().private_bytes_raw()

    def public(self, private: bytes) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()

    def sign(self, private: bytes, message: bytes) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(private).sign(message)

    def verifies(self, public: bytes, signature: bytes, message: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


_SCHEMES: Final[dict[str, Scheme]] = {ED25519: _Ed25519()}


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A key that signs; whoever holds its bytes can speak for the ledger."""

    alg: str
    secret: bytes

    @classmethod
    def new(cls, alg: str = ED25519) -> "PrivateKey":
        """Make a key from the system's randomness."""
        return cls(alg, scheme(alg).make())

    @property
    def public(self) -> str:
        """Give the public half in hexadecimal."""
        return scheme(self.alg).public(self.secret).hex()

    @property
    def key_id(self) -> str:
        """Give the name under which the key is known."""
        return key_id(self.alg, self.public)

    def sign(self, text: str) -> str:
        """Sign a statement (hexadecimal)."""
        return scheme(self.alg).sign(self.secret, _message(text)).hex()


def scheme(alg: str) -> Scheme:
    """Give the scheme behind a name; raise `UnknownAlgorithm` where there is none."""
    found = _SCHEMES.get(alg)
    if found is None:
        raise UnknownAlgorithm(alg)
    return found


def key_id(alg: str, public: str) -> str:
    """Name a public key: the first 32 hexadecimal digits of a hash of it and its algorithm."""
    return sha256_hex(f"lotline.key\x00{alg}\x00{public}")[:32]


def is_signed(alg: str, public: str, signature: str, text: str) -> bool:
    """Say whether a statement bears the key's signature."""
    try:
        return scheme(alg).verifies(bytes.fromhex(public), bytes.fromhex(signature), _message(text))
    except ValueError:
        return False


def _message(text: str) -> bytes:
    """Put what is signed under a domain of its own, with its length before it."""
    raw = text.encode()
    return b"lotline.ledger.signature\x00" + len(raw).to_bytes(8, "big") + raw
