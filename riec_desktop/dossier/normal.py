"""How a value of each kind is kept. Applied where values enter: typing, import, forms and drafts."""

from decimal import Context, Decimal

from riec_desktop.dossier.fields import Kind, Value
from riec_desktop.dossier.markdown import canonical
from riec_desktop.dossier.text import clean_line, clean_text


def normalise(kind: Kind, value: Value) -> Value:
    """The value in its kept form: composed text without control characters, canonical rich text, short decimals."""
    match value:
        case str() if kind is Kind.RICH:
            return canonical(value)
        case str() if kind is Kind.TEXT:
            return clean_text(value)
        case str() if kind is Kind.LINE:
            return clean_line(value)
        case tuple() if kind is Kind.LINES:
            return tuple(line for one in value if (line := clean_line(one)))
        case Decimal():
            return _plain(value)
        case _:
            return value


def _plain(value: Decimal) -> Decimal:
    """Without zeros at the end, with every other digit: a position that was halved often is long."""
    exact = Context(prec=max(1, len(value.as_tuple().digits)))
    return Decimal(f"{value.normalize(exact):f}") if value else Decimal(0)
