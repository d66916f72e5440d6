"""Dutch notation of numbers, dates and lists, written and read."""

import errno
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from riec_desktop.dossier import dutch
from riec_desktop.dossier.dutch import MINUS


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("0", 0, "0"),
        ("1234", 0, "1.234"),
        ("1234567.5", 0, "1.234.567,5"),
        ("1234.5", 2, "1.234,50"),
        ("-3", 0, f"{MINUS}3"),
        ("1E+3", 0, "1.000"),
    ],
)
def test_numbers_have_points_between_thousands_and_a_decimal_comma(value: str, decimals: int, shown: str) -> None:
    assert dutch.number(Decimal(value), decimals) == shown


def test_a_difference_carries_its_sign() -> None:
    assert [dutch.signed(Decimal(value)) for value in (12, 0, -3)] == ["+12", "0", f"{MINUS}3"]
    assert dutch.percentage(Decimal("12.4")) == "+12\u00a0%"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1.234", "1234"),
        ("1.234,5", "1234.5"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        (" 40 ", "40"),
        ("-3", "-3"),
        ("+ 3", "3"),
        (f"{MINUS}3", "-3"),
        ("1 234", "1234"),
        ("1,234.5", "1234.5"),
        ("0,05", "0.05"),
    ],
)
def test_typed_numbers_are_read_as_a_dutch_reader_does(typed: str, read: str) -> None:
    assert dutch.parse_number(typed) == Decimal(read)


@pytest.mark.parametrize("typed", ["", "n.v.t.", "±40", "40%", "<5", "1.2.3", "1,2,3", "-", "twaalf", "١٢"])
def test_what_is_no_number_is_not_read_as_one(typed: str) -> None:
    assert dutch.parse_number(typed) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_every_printed_number_is_read_back(value: Decimal) -> None:
    assert dutch.parse_number(dutch.number(value, 1)) == value


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_printed_date_is_read_back(day: date) -> None:
    assert dutch.parse_date(dutch.long_date(day)) == day
    assert dutch.parse_date(dutch.short_date(day)) == day
    assert dutch.parse_date(day.isoformat()) == day


@pytest.mark.parametrize("typed", ["", "31-2-2023", "3 mrt 2023", "2023", "1-13-2023"])
def test_what_is_no_day_is_not_read_as_one(typed: str) -> None:
    assert dutch.parse_date(typed) is None


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2023, 3, 1), date(2023, 3, 31), "maart 2023"),
        (date(2023, 3, 1), date(2023, 6, 1), "maart – juni 2023"),
        (date(2022, 11, 1), date(2023, 6, 1), "november 2022 – juni 2023"),
        (date(2023, 3, 1), None, "vanaf maart 2023"),
        (None, date(2023, 6, 1), "tot en met juni 2023"),
        (None, None, ""),
    ],
)
def test_a_period_reads_naturally(start: date | None, end: date | None, shown: str) -> None:
    assert dutch.period(start, end) == shown


def test_lists_end_with_and() -> None:
    assert [dutch.listing(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]


def test_small_counts_are_words() -> None:
    assert [dutch.count_word(count) for count in (1, 12, 13, 1300)] == ["één", "twaalf", "13", "1.300"]


def test_capitals_know_the_dutch_ij() -> None:
    assert [dutch.capitalised(text) for text in ("ijsselmonde", "één", "")] == ["IJsselmonde", "Één", ""]


class WindowsMoment(datetime):
    """A moment of 1850, of which Windows cannot say the local time."""

    def astimezone(self, tz: tzinfo | None = None) -> "WindowsMoment":
        if tz is None:
            raise OSError(errno.EINVAL, "Invalid argument")
        return super().astimezone(tz)


@pytest.mark.parametrize("zone", [UTC, None])
def test_a_moment_of_which_windows_knows_no_local_time_is_shown_all_the_same(zone: tzinfo | None) -> None:
    old = WindowsMoment(1850, 3, 1, 14, 5, tzinfo=zone)
    assert dutch.local_time(old) == datetime(1850, 3, 1, 14, 5, tzinfo=UTC)


@given(st.datetimes(timezones=st.just(UTC)))
@example(datetime.min.replace(tzinfo=UTC))
@example(datetime.max.replace(tzinfo=UTC))
def test_every_moment_has_a_time_to_show(moment: datetime) -> None:
    assert dutch.local_time(moment) == moment
