"""Certificates, sound and expired, made on the spot; there is no key in the repository."""

from __future__ import annotations

import ssl
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


def expired_context() -> ssl.SSLContext:
    """The context of a server whose certificate ran out in 2020."""
    return _context(
        *_certificate("expired.example", datetime(2019, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC))
    )


def sound_context(name: str, roots: Path) -> ssl.SSLContext:
    """The context of a server whose certificate is good for this name to everybody who trusts the file `roots`."""
    now = datetime.now(UTC)
    private, public = _certificate(name, now - timedelta(days=1), now + timedelta(days=1))
    roots.write_bytes(public)
    return _context(private, public)


def _certificate(name: str, begins: datetime, ends: datetime) -> tuple[bytes, bytes]:
    """Key and certificate as PEM; it has signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mock server")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return private, certificate.public_bytes(pem)


def _context(private: bytes, public: bytes) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        both = Path(folder, "both.pem")
        both.write_bytes(private + public)
        context.load_cert_chain(both)
    return context
