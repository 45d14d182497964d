"""zeep over our HTTP: it builds and sends what our own WSDL describes; answers come back unread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from importlib import resources
from io import BytesIO
from typing import Any, NoReturn

import zeep
from lxml import etree

from services.gateways.http import Reply

Post = Callable[[bytes, Mapping[str, str]], Reply]
"""Sends a body with these headers, once, to where it is meant to go."""


class Soap:
    """The operations of one WSDL in `resources/wsdl`. Any thread may call it.

    The WSDL is parsed once, with the first call (some 10 ms), on that call's thread. Its `soap:address`
    is never used: `Post` knows where to.

    Args:
        wsdl: The file's name.
        binding: The binding's qualified name, ``{namespace}name``.
    """

    def __init__(self, wsdl: str, binding: str) -> None:
        self._wsdl = wsdl
        self._binding = binding
        self._transport = _Transport()
        self._loading = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None
        # At DEBUG zeep writes whole envelopes down, whatever level the root has.
        logging.getLogger("zeep").setLevel(logging.WARNING)

    def write(self, operation: str, fields: Mapping[str, object]) -> bytes:
        """Return the very bytes that `call` would send; pure."""
        client, service = self._load()
        return _serialised(client.create_message(service, operation, **fields))

    def call(self, operation: str, fields: Mapping[str, object], post: Post) -> Reply:
        """Build one request and hand it to `post`, once.

        Raises:
            zeep.exceptions.Error: The fields don't fit the WSDL. Nothing was sent.
            Exception: Whatever `post` raises.
        """
        _, service = self._load()
        self._transport.post = post
        try:
            reply: Reply = service[operation](**fields)
        finally:
            self._transport.post = None
        return reply

    def _load(self) -> tuple[Any, Any]:
        """Return zeep's client and service; only reading them, threads can share them."""
        with self._loading:
            if self._loaded is None:
                source = resources.files("resources").joinpath("wsdl", self._wsdl).read_bytes()
                settings = zeep.Settings(
                    strict=True,
                    raw_response=True,
                    forbid_dtd=True,
                    forbid_entities=True,
                    forbid_external=True,
                )
                make: Any = zeep.Client  # zeep has no types
                client = make(BytesIO(source), transport=self._transport, settings=settings)
                self._loaded = client, client.create_service(self._binding, address="")
            return self._loaded


class _Transport(threading.local):
    """zeep's way out: each thread's call goes by that call's own `Post`, or nowhere."""

    post: Post | None = None

    def load(self, _url: str) -> NoReturn:
        raise PermissionError("our WSDL refers to nothing outside itself")

    def post_xml(self, _address: str, envelope: etree._Element, headers: Mapping[str, str]) -> Reply:
        if self.post is None:
            raise PermissionError("nothing is sent outside a call")
        return self.post(_serialised(envelope), headers)


def _serialised(envelope: etree._Element) -> bytes:
    """Indented, as the document prints it: a person reads these very bytes before they are sent."""
    return bytes(etree.tostring(envelope, pretty_print=True, xml_declaration=True, encoding="utf-8"))
