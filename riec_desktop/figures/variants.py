"""How a number reads inside a sentence: other words for none, one, many, a difference, and a number nobody knows."""

from decimal import Decimal

from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.dutch import NO_BREAK
from riec_desktop.dossier.labels import word

NOT_KNOWN = "nog niet bekend"


def in_words(count: Decimal, text: str, one: str, many: str) -> str:
    """'geen signalen', 'één signaal', '12 signalen'; `text` is the number as it is printed.

    Without a noun 'geen', 'één' and '12' remain; without one for a single thing the noun of many is used.
    """
    if count == 0:
        return f"geen {many}".rstrip()
    if count == 1:
        return f"één {one or many}".rstrip()
    return f"{text}{NO_BREAK}{many}" if many else text


def hidden_in_words(instead: str, many: str) -> str:
    """'minder dan 5 signalen' for '<5'; the other words for hidden numbers stand by themselves."""
    if not instead.startswith("<"):
        return instead
    return f"minder dan {instead[1:]}{NO_BREAK}{many}".rstrip()


def unknown_in_words(reason: MissingReason) -> str:
    """'nog niet bekend', or the reason where there is one that will stay."""
    return NOT_KNOWN if reason in (MissingReason.NONE, MissingReason.UNKNOWN) else word(reason)


def more_or_less(value: Decimal, text: str) -> str:
    """'12 meer', '3 minder', 'evenveel'; `text` is the size of the difference without its sign."""
    if not value:
        return "evenveel"
    return f"{text} {'meer' if value > 0 else 'minder'}"
