"""What the doctor says of the way to a gateway: proxy, name, connection, certificate, answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.sentences import Words
from services.domain.diagnosis import Diagnosis


def on_the_way(diagnosis: Diagnosis) -> Words | None:
    """Say what was found on the way; None for what lies at either of its ends."""
    return {**_leaving(), **_speaking(), **_arriving()}.get(diagnosis)


def _leaving() -> dict[Diagnosis, Words]:
    translate = QCoreApplication.translate
    return {
        Diagnosis.DIRECT: (translate("Doctor", "The way leads to {host} without a proxy."), ""),
        Diagnosis.THROUGH_PROXY: (translate("Doctor", "The way leads through the proxy {proxy}."), ""),
        Diagnosis.PROXY_UNUSABLE: (
            translate("Doctor", "The system's proxy setting can't be used."),
            translate(
                "Doctor",
                "Enter an HTTP proxy in the system's settings, or none. SOCKS proxies are not supported.",
            ),
        ),
        Diagnosis.PROXY_PASSWORD: (
            translate("Doctor", "The proxy {proxy} wants a user name and a password."),
            translate("Doctor", "Ask whoever runs your network to let {host}:443 through without."),
        ),
        Diagnosis.PROXY_REFUSES: (
            translate("Doctor", "The proxy {proxy} does not let the connection to {host} through."),
            translate("Doctor", "Ask whoever runs your network to allow {host}:443."),
        ),
        Diagnosis.NAME_FOUND: (translate("Doctor", "{host} was found: {address}"), ""),
        Diagnosis.NAME_INSIDE: (
            translate("Doctor", "{host} leads to an address inside this network: {address}"),
            translate(
                "Doctor", "A filter or a sign-in page may be in the way. Ask whoever runs your network."
            ),
        ),
        Diagnosis.NAME_UNKNOWN: (
            translate("Doctor", "The name {host} was not found."),
            translate(
                "Doctor",
                "Is there internet? Open a page in the browser. If that works, restart the modem or set"
                " another DNS server, 1.1.1.1 for instance.",
            ),
        ),
        Diagnosis.CONNECTED: (translate("Doctor", "Port {port} is open."), ""),
        Diagnosis.NO_CONNECTION: (
            translate("Doctor", "The connection to {host}:{port} was refused, or no way leads there."),
            translate(
                "Doctor", "Check the cable or Wi-Fi, and whether a firewall lets this program out on {port}."
            ),
        ),
        Diagnosis.SILENCE: (
            translate("Doctor", "{host}:{port} does not answer."),
            translate(
                "Doctor",
                "A firewall often swallows such a connection without a word. Try over a phone's hotspot: if"
                " that works, it is your network.",
            ),
        ),
    }


def _speaking() -> dict[Diagnosis, Words]:
    translate = QCoreApplication.translate
    return {
        Diagnosis.TRUSTED: (translate("Doctor", "The certificate is good. Signed by: {issuer}"), ""),
        Diagnosis.NO_TLS_NEEDED: (
            translate("Doctor", "The simulator is on this computer; nothing is encrypted here."),
            "",
        ),
        Diagnosis.NOT_LOOKED_AT: (translate("Doctor", "It can't be looked at through this proxy."), ""),
        Diagnosis.INTERCEPTED: (
            translate("Doctor", "{issuer} opens this connection and can read the credentials."),
            translate(
                "Doctor",
                "In the virus scanner or firewall, take {host} out of what it looks into (“HTTPS scanning”).",
            ),
        ),
        Diagnosis.ISSUER_UNKNOWN: (
            translate(
                "Doctor",
                "Nobody this computer trusts has signed the certificate (signed by: {issuer}). The"
                " connection may be read by others, so nothing is sent.",
            ),
            translate(
                "Doctor",
                "Usually a virus scanner or a firewall looks into the connection: take {host} out there. Do"
                " not go on in a foreign network.",
            ),
        ),
        Diagnosis.CERTIFICATE_TIME: (
            translate("Doctor", "By this computer's clock ({now}) the certificate is not valid."),
            translate("Doctor", "Nearly always the clock is wrong: set date and time, then look again."),
        ),
        Diagnosis.ANOTHERS_CERTIFICATE: (
            translate("Doctor", "Somebody else answers in the place of {host}: {names}"),
            translate(
                "Doctor",
                "In a hotel or a café, sign in to the network in the browser first. Otherwise ask whoever"
                " runs your network.",
            ),
        ),
        Diagnosis.NO_TLS: (
            translate("Doctor", "Whoever answers at {host}:{port} does not encrypt, so nothing is sent."),
            translate("Doctor", "A proxy or a sign-in page is in the way. Try another network."),
        ),
    }


def _arriving() -> dict[Diagnosis, Words]:
    translate = QCoreApplication.translate
    return {
        Diagnosis.ANSWERS: (translate("Doctor", "{host} answers."), ""),
        Diagnosis.ADDRESS_NOT_REGISTERED: (
            translate("Doctor", "Param does not let this shop's internet address in (HTTP 403)."),
            translate(
                "Doctor",
                "Give Param the public IP address of this connection to register, for tests too. It changes"
                " with the line: ask your provider for a fixed one.",
            ),
        ),
        Diagnosis.FORBIDDEN: (
            translate("Doctor", "The service does not let this address in (HTTP 403)."),
            translate("Doctor", "Ask the gateway's support whether your internet address is blocked."),
        ),
        Diagnosis.REDIRECTED: (
            translate("Doctor", "Instead of the service, the network leads to another page."),
            translate("Doctor", "Sign in to this network in the browser first, then look again."),
        ),
        Diagnosis.FAULTY: (
            translate("Doctor", "The service answers with an error of its own (HTTP {status})."),
            translate("Doctor", "It may pass by itself. If it stays, ask the gateway's support."),
        ),
        Diagnosis.DOWN: (
            translate("Doctor", "The service is not available now (HTTP {status})."),
            translate("Doctor", "The trouble is at the gateway. Wait, and look again later."),
        ),
        Diagnosis.NO_ANSWER: (
            translate("Doctor", "The connection broke off before an answer came."),
            translate("Doctor", "Look again. If it stays so, try another network."),
        ),
    }
