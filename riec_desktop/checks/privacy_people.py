"""How Dutch texts name people: 'de heer Jansen', 'mw. Van den Berg', 'J.P. de Vries'; and what only looks like it."""

import re
from functools import cache

from riec_desktop.checks.wordlist import shipped

_INFIXES = (
    "[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Tt]e|in|op|het|’t|'t|la|le|[Ee]l|[Aa]l|[Bb]en|[Bb]in|von|du|dos|da"
)
_INFIX = rf"(?:(?:{_INFIXES}) ){{0,3}}"
_SURNAME = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’][\w'’]{1,30}(?:-(?:(?:van|de|der|den) ){0,2}[A-ZÀ-ÖØ-Þ][\w'’]{1,30})?"
_INITIALS = r"(?:(?:[A-ZÀ-ÖØ-Þ]|Th|Ch|Ph|Ij|IJ)\. ?){1,5}"
_TITLE = r"(?:(?:[Dd]e )?[Hh]eer|[Ff]amilie|[Dd]hr\.?|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Mm]ijnheer)"

PEOPLE = re.compile(
    rf"(?<![\w.])(?:(?P<title>{_TITLE}) (?:{_INITIALS})?{_INFIX}{_SURNAME}"
    rf"|(?P<initials>{_INITIALS})(?P<infix>{_INFIX})(?P<surname>{_SURNAME}))"
)
"""A name with a title or with initials; `is_person` says whether it is one."""

_LETTERED = re.compile(
    r"\b(?:\w{0,12}project|bijlage|variant|optie|deel|groep|categorie|onderdeel|lid|sub|fase|scenario|cluster|type|klasse|spoor|stap|"
    r"model|punt|tabel|figuur|rij|kolom|letter|aanhef|ad|hoofdstuk|paragraaf|artikel|afdeling)\s$",
    re.IGNORECASE,
)
"""What a letter with a full stop counts off: 'bijlage A. Overzicht'."""
_COMPANIES = frozenset(
    {"B.V.", "N.V.", "V.S.", "U.S.", "E.U.", "S.A.", "P.S.", "N.B.", "C.V.", "V.O.F.", "H.M.", "Z.M."}
)
_LIST_LETTERS = "ABCDEF"
_OFFICE = re.compile(
    r"Ministers?|Staatssecretaris|Burgemeester|Voorzitter|Hoofd|Directeur|Commissaris|Officier|Kamerlid|Wethouder|"
    r"Koning(?:in)?|President"
)


def is_person(found: re.Match[str]) -> bool:
    """Whether a match of `PEOPLE` names somebody, and not an office, a company or an item of a list."""
    if found["title"]:
        return not _OFFICE.fullmatch(found[0].split()[-1])
    initials = found["initials"].replace(" ", "")
    before = found.string[max(0, found.start() - 20) : found.start()]
    if initials in _COMPANIES or _OFFICE.fullmatch(found["surname"]) or _LETTERED.search(before):
        return False
    is_single = len(initials) == len("A.")
    starts_line = not before or before.endswith("\n")
    return not (is_single and starts_line and initials[0] in _LIST_LETTERS and not found["infix"])


@cache
def _mailboxes() -> re.Pattern[str]:
    words = (re.escape(one).replace(r"\*", r"[\w.+-]{0,60}") for one in shipped("functieadressen"))
    return re.compile("|".join(words), re.IGNORECASE)


def is_function_mailbox(local: str) -> bool:
    """Whether what stands before the @ is a desk of an organisation: 'info', 'riec-limburg', 'team.analyse'."""
    return _mailboxes().fullmatch(local) is not None
