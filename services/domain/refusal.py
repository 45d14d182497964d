"""What a gateway's refusal is about, where only its words tell."""

from __future__ import annotations

from services.domain.words import says


def is_about_the_address(text: str | None) -> bool:
    """Whether it says that this computer's address is not registered: EsnekPOS's 102, "IP adresinden".

    The key is right then, and nothing is gained by typing it again.
    """
    return text is not None and says([text], "IP adresinden")
