"""Rules on what a file says about itself: title, subject and language."""

import re
from collections.abc import Iterator

from riec_desktop.word.etree import W
from riec_desktop.word.inspection.flow import Run
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error, tip, warning
from riec_desktop.word.inspection.styles import inner, value

PLACE = "in de eigenschappen van het bestand"
_LANGUAGE = "nl"
_SAYS_NOTHING = re.compile(r"(word[- ]?)?(document|naamloos|untitled|titel|title)[\s_-]*\d*(\.docx?)?", re.IGNORECASE)


def title(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 2.4.2: a title that says what the document is about."""
    found = document.core.get("title", "").strip()
    how = "Vul in Word bij Bestand, Info een titel in: die wordt voorgelezen als iemand het bestand opent."
    if not found:
        yield error(PLACE, f"Het document heeft geen titel. {how}")
    elif _SAYS_NOTHING.fullmatch(found):
        yield error(PLACE, f"De titel ‘{found}’ zegt niet waar het document over gaat. {how}")


def subject(document: Document) -> Iterator[Hit]:
    """The subject helps to find a document back."""
    if not document.core.get("subject", "").strip():
        yield warning(
            PLACE,
            "Het document heeft geen onderwerp. Vul het in Word in bij Bestand, Info, Eigenschappen. Dan is het "
            "document terug te vinden.",
        )


def language(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 3.1.1: the language of the whole document, which a screen reader needs to speak it."""
    styles = document.styles
    of_style = value(styles.found(styles.default, "rPr/lang"))
    found = of_style or value(inner(styles.default_run, "lang"))
    how = "Kies in Word bij Controleren, Taal de taal Nederlands als standaard: anders klinkt het voorgelezen vreemd."
    if not found:
        yield error(PLACE, f"Er staat niet in welke taal het document is. {how}")
    elif not _is_dutch(found):
        yield error(PLACE, f"De taal van het document is ‘{found}’ en niet Nederlands. {how}")


def _is_dutch(tag: str) -> bool:
    return tag.lower().split("-")[0] == _LANGUAGE


def text_language(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 3.1.2: text that is marked as being in another language is read out in that language."""
    seen: set[str] = set()
    for paragraph in document.paragraphs():
        for run in paragraph.runs:
            tag = _other_language(run)
            if tag and tag not in seen:
                seen.add(tag)
                yield tip(
                    paragraph.place,
                    f"Hier staat tekst die is gemarkeerd als ‘{tag}’. Is het gewoon Nederlands? Kies dan in Word bij "
                    "Controleren, Taal voor deze tekst Nederlands.",
                )


def _other_language(run: Run) -> str:
    if run.properties is None or not any(map(str.isalpha, run.text)):
        return ""
    tag = value(run.properties.find(f"{W}lang"))
    return tag if tag and not _is_dutch(tag) else ""
