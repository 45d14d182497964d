"""A TLS server whose certificate nobody vouches for."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Made for this test, for 127.0.0.1, signed by itself; it guards nothing.
_KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4BAHy7QR1GsWDut2
w8I0m7YPLWFv1ntxE1bgM0YS1kqhRANCAAT2YSKYegzrvy7xXjCHPCKUYC417TUz
b9kwCLE1W2c4j/5wkr29Qkoebw9YugQu8zeBA5YRePQ+0DM3H78pJDMp
-----END PRIVATE KEY-----
"""
_CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUYRVeVpt4zrC8zgGPRDDCXkVmMrkwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMjAyMTQ0OFoYDzIxMjYxMDI5
MDIxNDQ4WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT2YSKYegzrvy7xXjCHPCKUYC417TUzb9kwCLE1W2c4j/5wkr29Qkoe
bw9YugQu8zeBA5YRePQ+0DM3H78pJDMpo2QwYjAdBgNVHQ4EFgQUp8xYupCkd7h0
nUkaY9FLNNpgb3IwHwYDVR0jBBgwFoAUp8xYupCkd7h0nUkaY9FLNNpgb3IwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IQDr4pYvhPnnEoZhvv08nwORM0OzrJE3amDxlFKigtyXrAIgEJap9KSFc0TFyHHF
kYKZ0in+ce079O0Thvjb0v6QrZ8=
-----END CERTIFICATE-----
"""

_PATIENCE = 20.0
"""Seconds a handshake may take: wine does not always tell the server that the client has hung up."""


class SelfSigned:
    """What the server's address is, and what it could read."""

    def __init__(self, port: int) -> None:
        self.address = f"https://127.0.0.1:{port}"
        self.read: list[bytes] = []


@contextmanager
def a_self_signed_server(folder: Path) -> Iterator[SelfSigned]:
    """Serve TLS from this folder until the end of the block."""
    (folder / "both.pem").write_text(_KEY + _CERTIFICATE)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "both.pem")
    listening = socket.create_server(("127.0.0.1", 0))
    server = SelfSigned(listening.getsockname()[1])

    def serve() -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            line.settimeout(_PATIENCE)
            with line, suppress(OSError), context.wrap_socket(line, server_side=True) as tls:
                # Windows looks at a certificate when the handshake is over; then the client just goes.
                if said := tls.recv(65536):
                    server.read.append(said)

    thread = threading.Thread(target=serve, name="self-signed")
    thread.start()
    try:
        yield server
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()
