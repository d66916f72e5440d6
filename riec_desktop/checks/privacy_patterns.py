"""What data about persons looks like in Dutch text: one pattern per kind, and what else must hold.

Every pattern is bounded, so that no text can make it slow. A sieve before it says cheaply that a text has nothing of
the kind. Names without a title or initials are not found: the team's own list is for those.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from riec_desktop.checks.privacy_people import PEOPLE, is_function_mailbox, is_person
from riec_desktop.checks.privacy_tests import digits_of, is_bsn, is_iban
from riec_desktop.severity import Severity

Found = re.Match[str]
_NEAR = 40
"""Characters around a hit in which a word may say what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One kind of data: the end of its code ('bsn' of 'privacy.bsn') and what it is called in a sentence.

    `judge` says how sure a match is, None for no hit. `has_digit`: a text without one has nothing of the kind.
    `sieve` begins with one character out of a set where it can: such places are found many times quicker.
    """

    code: str
    title: str
    sieve: re.Pattern[str]
    regex: re.Pattern[str]
    judge: Callable[[Found], Severity | None]
    has_digit: bool = True


def _before(found: Found, length: int = _NEAR) -> str:
    return found.string[max(0, found.start() - length) : found.start()]


def _after(found: Found, length: int = _NEAR) -> str:
    return found.string[found.end() : found.end() + length]


# --- Numbers of persons ----------------------------------------------------------------------------------------------

_BSN_LABEL = re.compile(
    r"\b(?:bsn|burger ?service ?nummer|sofi(?: ?nummer)?|persoonsnummer)\b[^\d\n]{0,15}$", re.IGNORECASE
)
_NUMBER_LABEL = re.compile(
    r"(?i)\b(?:zaak|dossier|kenmerk|referentie|order|factuur|kvk|rsin|bestand|rapport|ISBN|DOI|bedrag|eur)[\w-]{0,12}"
    r"[^\w\n]{0,6}$|[€$§]\s?$"
)
"""What says that the number after it is not of a person."""
_UNIT = re.compile(
    r"^\s?(?:euro|eur|miljoen|m2|m²|kilo|kg|stuks|sigaretten|liter|gram|pillen|regels|records)\b", re.IGNORECASE
)


def _bsn(found: Found) -> Severity | None:
    if _BSN_LABEL.search(_before(found)):
        return Severity.ERROR if is_bsn(found[0]) else Severity.WARNING
    bare = found[0].isdigit() and len(found[0]) == len("123456782")
    if not bare or not is_bsn(found[0]) or _NUMBER_LABEL.search(_before(found)) or _UNIT.match(_after(found)):
        return None
    return Severity.WARNING


def _iban(found: Found) -> Severity | None:
    if is_iban(found[0]):
        return Severity.ERROR
    return Severity.WARNING if _DUTCH_ACCOUNT.fullmatch("".join(found[0].split())) else None


_DUTCH_ACCOUNT = re.compile(r"NL\d{2}[A-Z]{4}\d{10}", re.IGNORECASE)
_DOCUMENT_LABEL = re.compile(
    r"\b(?:paspoort|identiteits(?:kaart|bewijs)|id[- ]?(?:kaart|bewijs)|rijbewijs|document|v-|vreemdelingen|"
    r"verblijfs(?:document|vergunning))(?: ?-?(?:nummer|nr\.?))?\b[^\d\n]{0,20}$",
    re.IGNORECASE,
)


def _document(found: Found) -> Severity | None:
    mixed = any(one.isdigit() for one in found[0])
    return Severity.ERROR if mixed and _DOCUMENT_LABEL.search(_before(found)) else None


# --- To reach or find somebody ---------------------------------------------------------------------------------------

_AREA = re.compile(r"01[035]|02[0346]|03[03568]|04[0356]|05[0358]|07\d|0[1-5][1-9]\d")
"""Area codes of three and of four digits (Nummerplan telefoon- en ISDN-diensten)."""
_MOBILE = re.compile(r"06[1-58]")
_PHONE_LABEL = re.compile(
    r"\b(?:tel(?:efoon(?:nummer|nr)?)?|mobiel|gsm|bel(?:len)?(?: naar| met| via)?|bereikbaar op|06-nummer)\b"
    r"[^\d\n]{0,20}$",
    re.IGNORECASE,
)


def _phone(found: Found) -> Severity | None:
    digits = digits_of(found[0])
    if found[0].startswith(("+", "00")):
        return Severity.ERROR
    mobile = _MOBILE.match(digits) is not None
    if not mobile and not _AREA.match(digits):
        return None
    if not found[0].isdigit() or _PHONE_LABEL.search(_before(found)):
        return Severity.ERROR
    return Severity.ERROR if mobile and not _NUMBER_LABEL.search(_before(found)) else None


def _email(found: Found) -> Severity | None:
    return None if is_function_mailbox(found[1]) else Severity.ERROR


_STREET_BEFORE = re.compile(r"[A-Z][\w'’.-]{2,30}(?: [\w'’.-]{1,20}){0,3} \d{1,5} ?[a-zA-Z]{0,3}(?:-\d{1,4})?,? $")
_NUMBER_AFTER = re.compile(r"^,? ?(?:huisnummer|huisnr\.?|nummer|nr\.?)? ?\d{1,5}(?![\d.,-]\d)")
_MAILBOX = re.compile(r"\b(?:postbus|antwoordnummer) ?\d{1,6},? $", re.IGNORECASE)
_STANDARD = re.compile(r"(?i)\b(?:nen|iso|besluit|verordening|richtlijn|artikel|nr\.?) $")
_YEAR = re.compile(r"^(?:19|20)\d\d")


def _address(found: Found) -> Severity | None:
    before = _before(found, 60)
    if _MAILBOX.search(before) or _STANDARD.search(before):
        return None
    if _STREET_BEFORE.search(before):
        return Severity.ERROR
    follows = _NUMBER_AFTER.match(_after(found)) is not None
    return Severity.ERROR if follows and (not _YEAR.match(found[0]) or "postcode" in before.lower()) else None


_STREETS = ("straat", "laan", "weg", "plein", "gracht", "kade", "singel", "dreef", "steeg", "dijk", "hof")


def _street(_: Found) -> Severity:
    return Severity.WARNING


# --- Cars ------------------------------------------------------------------------------------------------------------

_SIDECODES = (
    *("XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99"),
    *("XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9", "XXX-99-9"),
)
"""The forms of Dutch number plates, sidecode 1 to 14 and the one that follows (RDW). X is a letter, 9 a digit."""
_PLATE_LABEL = re.compile(r"\b(?:kenteken(?:s|plaat|nummer)?|auto|voertuig|bus|scooter)\b[^\n]{0,25}$", re.IGNORECASE)
_SEPARATED = "|".join(one.replace("X", "[A-Z]").replace("9", r"\d") for one in _SIDECODES)
_JOINED = "|".join(one.replace("-", " ?").replace("X", "[A-Z]").replace("9", r"\d") for one in _SIDECODES)


def _plate(found: Found) -> Severity | None:
    return Severity.ERROR if "-" in found[0] or _PLATE_LABEL.search(_before(found)) else None


# --- Birth -----------------------------------------------------------------------------------------------------------

_BIRTH_LABEL = re.compile(r"\b(?:geboren|geb\.?|geboorte\w{0,6}|geb\.? ?datum|g\.d\.)(?!\w)[^\n]{0,40}$", re.IGNORECASE)
_BIRTH_AFTER = re.compile(r"^[^\n.;]{0,12}\b(?:geboren|geb\.)", re.IGNORECASE)
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_YEARS_OF_BIRTH = range(1900, 2010)


def _birth(found: Found) -> Severity | None:
    year = found[0][-4:]
    old = year.isdigit() and int(year) in _YEARS_OF_BIRTH
    if _BIRTH_LABEL.search(_before(found, 60)) or (old and _BIRTH_AFTER.match(_after(found))):
        return Severity.ERROR
    near = _before(found, 35)
    named = any(is_person(one) and len(near) - one.end() <= len(" (*1-2") for one in PEOPLE.finditer(near))
    return Severity.ERROR if old and named else None


# --- People ----------------------------------------------------------------------------------------------------------


def _person(found: Found) -> Severity | None:
    return Severity.WARNING if is_person(found) else None


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        code="email",
        title="een e-mailadres van een persoon",
        sieve=re.compile(r"[@\[(](?:(?<=@)|[aA][tT][\])])"),
        regex=re.compile(
            r"(?<![\w.+-])([\w.+-]{1,64}) ?(?:@|\[at\]|\(at\)) ?[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,12}\b",
            re.IGNORECASE,
        ),
        judge=_email,
        has_digit=False,
    ),
    Pattern(
        code="iban",
        title="een bankrekening",
        sieve=re.compile(r"(?:[A-Z][A-Z] ?|nl)\d\d[ .]?[A-Za-z0-9]{4}"),
        regex=re.compile(
            r"(?<!\w)(?:[A-Z]{2} ?\d{2}(?:[ .]?[A-Z0-9]{4}){2,7}(?:[ .]?[A-Z0-9]{1,3})?"
            r"|nl\d{2} ?[a-z]{4}(?: ?\d{4}){2} ?\d\d)(?!\w)"
        ),
        judge=_iban,
    ),
    Pattern(
        code="birth",
        title="een geboortedatum",
        sieve=re.compile(r"\d(?:[-/.]\d{1,2}[-/.]\d| [a-z]{3,9} \d{4})"),
        regex=re.compile(
            r"(?<![\w.-])(?:\d{1,2}(?P<s>[-/.])\d{1,2}(?P=s)(?:\d{4}|\d{2})"
            rf"|\d{{1,2}} (?:{_MONTHS}) \d{{4}})(?![\w-])"
        ),
        judge=_birth,
    ),
    Pattern(
        code="phone",
        title="een telefoonnummer",
        sieve=re.compile(r"[+0](?<!\w.)\d"),
        regex=re.compile(
            r"(?<![\w.,/+-])(?:"
            r"(?:\+31|0031)[ -]?(?:\(0\)[ -]?)?[1-9](?:[ .-]{0,2}\d){8}"
            r"|(?:\+|00)(?!31)[1-9]\d{0,2}(?:[ .-]?\d){7,11}"
            r"|\(?0[1-9]\d{0,2}\)?(?: ?/ ?)?(?:[ .-]{0,3}\d){6,8}(?<=\d)"
            r")(?![\w]|[.,/-]\d)"
        ),
        judge=lambda found: _phone(found) if _is_long(found) else None,
    ),
    Pattern(
        code="bsn",
        title="een burgerservicenummer (BSN)",
        sieve=re.compile(r"\d\d\d[ .-]?\d\d"),
        regex=re.compile(
            r"(?<![\w.,/-])(?:\d{8,9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3})(?![\w/-]|[.,]\d)"
        ),
        judge=_bsn,
    ),
    Pattern(
        code="document",
        title="het nummer van een paspoort, rijbewijs of ander document",
        sieve=re.compile(r"[A-Z0-9]{8}\d"),
        regex=re.compile(r"(?<![\w-])(?:[A-Z]{2}[A-Z0-9]{6}\d|\d{10})(?![\w-])"),
        judge=_document,
    ),
    Pattern(
        code="plate",
        title="een kenteken",
        sieve=re.compile(r"\d[ -]?[A-Z]|[A-Z][ -]?\d"),
        regex=re.compile(rf"(?<![\w-])(?:{_SEPARATED}|{_JOINED})(?![\w-])"),
        judge=_plate,
    ),
    Pattern(
        code="address",
        title="een adres (postcode met huisnummer)",
        sieve=re.compile(r"\d\d\d\d ?[A-Z]{2}\b"),
        regex=re.compile(r"(?<![\w.,-])[1-9]\d{3} ?(?!S[ADS])[A-Z]{2}(?!\w)"),
        judge=_address,
    ),
    Pattern(
        code="street",
        title="een adres (straat met huisnummer)",
        sieve=re.compile(rf"[a-z] (?=\d)(?:{'|'.join(f'(?<={one} )' for one in _STREETS)})"),
        regex=re.compile(
            r"(?<!\w)(?:(?:Van|De|Den|Ter|Sint|St\.|Oude|Nieuwe|Burgemeester|Lange|Korte|Grote|Kleine|Prins|Prinses|"
            r"Koningin|Graaf|Hertog|Dr\.|Mr\.|Jan) (?:(?:van|de|der|den) ){0,2}){0,2}"
            r"(?!Rijksw|Snelw|Spoorw)[A-Z][\w'’-]{1,30}?"
            rf"(?:{'|'.join(_STREETS)}) \d{{1,4}}(?: ?[a-zA-Z])?(?![\w%]|[.,-]\d)"
        ),
        judge=_street,
    ),
    Pattern(
        code="person",
        title="de naam van een persoon",
        sieve=re.compile(
            r"[A-Zhfmd](?<!\w.)(?:(?<=[A-Z])\w?\.|(?<=[Hh])eer\b|(?<=[Ff])amilie|(?<=[Mm])(?:evr|w|eneer|ijnheer)"
            r"|(?<=[Dd])hr)"
        ),
        regex=PEOPLE,
        judge=_person,
        has_digit=False,
    ),
)
"""In order of weight: what one pattern took, another does not take again."""

_SHORTEST_PHONE = 10


def _is_long(found: Found) -> bool:
    """A Dutch number without the country has ten digits, no more and no fewer."""
    return found[0].startswith(("+", "00")) or len(digits_of(found[0])) == _SHORTEST_PHONE
