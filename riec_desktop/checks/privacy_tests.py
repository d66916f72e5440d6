"""The arithmetic that tells a number of a person from any other: the tests that such numbers were given to have.

Three short functions; a library for them would be larger than all checks of privacy together.
"""

_LENGTH = 9
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ELEVEN = 11
_LETTER_A = 55
"""What is taken from the code of a capital so that A counts as 10."""
_REST = 1
_DIVISOR = 97


def digits_of(text: str) -> str:
    """The digits alone."""
    return "".join(one for one in text if one.isdigit())


def is_bsn(text: str) -> bool:
    """Whether the digits pass the eleven test of a burgerservicenummer; eight digits have lost their first zero.

    https://www.rvig.nl (Logisch ontwerp GBA, III.01.20): the digits times 9 to 2, less the last one, divide by 11.
    """
    digits = digits_of(text).zfill(_LENGTH)
    if len(digits) != _LENGTH or len(set(digits)) == 1:
        return False
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % _ELEVEN == 0


def is_iban(text: str) -> bool:
    """Whether the check digits of a bank account number hold (ISO 13616: remainder 1 after division by 97)."""
    account = "".join(one for one in text if one.isalnum()).upper()
    turned = account[4:] + account[:4]
    number = "".join(one if one.isdigit() else str(ord(one) - _LETTER_A) for one in turned)
    return number.isdigit() and int(number) % _DIVISOR == _REST
