"""Dutch notation: numbers, dates and lists as they are printed, and numbers as they are typed.

Independent of the computer's own settings, so that a document is the same everywhere.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
NO_BREAK = "\u00a0"
MINUS = "\u2212"

_GROUPED = re.compile(r"[0-9]{1,3}(?:[. \u00a0][0-9]{3})+(?:,[0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[0-9]+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_SIGNS = {"-": -1, MINUS: -1, "+": 1}
_DATE = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_WORD_DATE = re.compile(rf"([0-9]{{1,2}}) ({'|'.join(MONTHS)}) ([0-9]{{4}})")


@lru_cache(maxsize=4096)
def number(value: Decimal | int, decimals: int = 0) -> str:
    """'1.234,5': points between thousands, a comma before decimals; the exact value when it has more decimals."""
    text = f"{abs(value):,.{max(decimals, places(Decimal(value)))}f}".translate({ord(","): ".", ord("."): ","})
    return f"{MINUS}{text}" if value < 0 else text


def places(value: Decimal) -> int:
    """How many decimals a number has: 2 for 1.25, 0 for 1.00."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def signed(value: Decimal, decimals: int = 0) -> str:
    """A difference: '+12', '−3', '0'."""
    return f"+{number(value, decimals)}" if value > 0 else number(value, decimals)


def percentage(value: Decimal) -> str:
    """A change in percent, rounded to whole numbers, with its sign and a space that does not break: '+12 %'."""
    return f"{signed(value.quantize(Decimal(1)))}{NO_BREAK}%"


def parse_number(text: str) -> Decimal | None:
    """The number that a Dutch reader sees in '1.234,5' or '1234'; None for what is no number.

    '12.5' can only be a decimal point and is read as 12,5; '1.234' is one thousand two hundred thirty-four.
    """
    bare = text.strip()
    sign = _SIGNS.get(bare[:1], 0)
    digits = bare[1:].strip() if sign else bare
    if _GROUPED.fullmatch(digits) or _PLAIN.fullmatch(digits):
        plain = re.sub(r"[. \u00a0]", "", digits).replace(",", ".")
    elif _ENGLISH.fullmatch(digits):
        plain = digits.replace(",", "")
    else:
        return None
    return Decimal(plain) * (sign or 1)


def long_date(day: date) -> str:
    """'3 maart 2023'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """'3-3-2023'."""
    return f"{day.day}-{day.month}-{day.year}"


def local_time(moment: datetime) -> datetime:
    """A moment in the time of this computer; one without a zone is of this computer already.

    Windows knows local time from 1970 to 3000 only, and other systems not at the ends of the calendar
    (https://docs.python.org/3/library/datetime.html#datetime.datetime.astimezone): outside of that it is UTC.
    """
    try:
        return moment.astimezone()
    except (OSError, OverflowError, ValueError):
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def period(start: date | None, end: date | None) -> str:
    """'maart 2023', 'maart–juni 2023', 'vanaf maart 2023', 'tot juni 2023' or ''."""
    if start is None or end is None:
        open_end = f"vanaf {_month(start)}" if start else ""
        return f"tot en met {_month(end)}" if end else open_end
    if (start.year, start.month) == (end.year, end.month):
        return _month(start)
    first = MONTHS[start.month - 1] if start.year == end.year else _month(start)
    return f"{first} \u2013 {_month(end)}"


def _month(day: date | None) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}" if day else ""


def parse_date(text: str) -> date | None:
    """The day in '3-3-2023', '3 maart 2023' or '2023-03-03'; None for what is no day."""
    bare = " ".join(text.strip().lower().split())
    if found := _WORD_DATE.fullmatch(bare):
        return _day(found[3], str(MONTHS.index(found[2]) + 1), found[1])
    if found := _DATE.fullmatch(bare):
        return _day(found[3], found[2], found[1])
    found = _ISO_DATE.fullmatch(bare)
    return _day(found[1], found[2], found[3]) if found else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def listing(items: Sequence[str]) -> str:
    """'a', 'a en b', 'a, b en c'."""
    *first, last = items or ("",)
    return f"{', '.join(first)} en {last}" if first else last


_WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def count_word(count: int) -> str:
    """Small numbers as words, as running text has them: 'drie'; from 13 on as digits."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else number(Decimal(count))


def capitalised(text: str) -> str:
    """The text with a capital, also for the letter pair ij: 'IJsselmonde'."""
    if text[:2] == "ij":
        return f"IJ{text[2:]}"
    return text[:1].upper() + text[1:]
