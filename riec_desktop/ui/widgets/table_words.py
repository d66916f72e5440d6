"""What a table says about its keys and about the clipboard."""

KEYS_HELP = (
    "Enter of F2: cel wijzigen · Insert: toevoegen · Delete: verwijderen · Alt+pijl: verplaatsen · Ctrl+C, Ctrl+X en "
    "Ctrl+V: cellen · Ctrl+D: doorvoeren naar beneden · Ctrl+Shift+L: filteren"
)
MOST_LINES = 2_000
"""More rows than a table here ever has: what is larger was copied by mistake."""
NO_TEXT = "Op het klembord staat geen tekst of tabel. Kopieer eerst cellen in Excel."
NOTHING_NEW = "Wat u plakt, staat er al."
TOO_MANY = "U plakt {count} regels. Dat zijn er meer dan {most}; kopieer alleen de cellen die u nodig hebt."


def counted(rows: int, shown: int) -> str:
    """'12 rijen', or '3 van 12 rijen' while some are out of sight."""
    if shown != rows:
        return f"{shown} van {rows} rijen"
    return "" if not rows else "1 rij" if rows == 1 else f"{rows} rijen"
