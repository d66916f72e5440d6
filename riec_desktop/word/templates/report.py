"""What is missing or odd in a template, in plain Dutch, and what the program does about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from riec_desktop.severity import Severity
from riec_desktop.word.templates.leftover import Leftover
from riec_desktop.word.templates.link import Linked
from riec_desktop.word.templates.names import dutch_name
from riec_desktop.word.templates.pages import PageFound
from riec_desktop.word.templates.settings import SettingsFound

_LANGUAGES = {"en": "Engels", "de": "Duits", "fr": "Frans", "es": "Spaans", "it": "Italiaans", "nl": "Nederlands"}
_MOST_NAMES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRemark:
    """One remark: how bad, about what ('Stijlen'), what is the matter, and what the program does about it."""

    severity: Severity
    subject: str
    sentence: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateReport:
    """What is to say about a template. `missing` are the styles that it misses, by the names that Word shows."""

    missing: tuple[str, ...]
    remarks: tuple[TemplateRemark, ...]

    @property
    def complete(self) -> bool:
        """Whether there is nothing to say."""
        return not self.remarks

    @property
    def headline(self) -> str:
        """The report in a line or two: 'Dit sjabloon mist 12 stijlen …' and how many remarks there are."""
        if self.complete:
            return "Dit sjabloon heeft alles wat het hoofdstuk nodig heeft."
        count = len(self.missing)
        others = sum(1 for one in self.remarks if one.subject != STYLES)
        head = f"Dit sjabloon mist {_counted(count, 'stijl', 'stijlen')}. Het programma vult {_them(count)} aan."
        remarks = _counted(others, "opmerking", "opmerkingen")
        more = f"Er {_is(others)} {'nog ' if count else ''}{remarks} bij het sjabloon."
        return " ".join(text for text, shown in ((head, count), (more, others)) if shown)


STYLES = "Stijlen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything that was found and done while a template was mended; styles by their English names."""

    missing: tuple[str, ...]
    linked: Linked
    language: str
    unflowing: bool
    cramped: bool
    dark: tuple[str, ...]
    small: tuple[str, ...]
    fonts: tuple[str, ...]
    page: PageFound
    settings: SettingsFound
    leftover: Leftover


def report_of(found: Found) -> TemplateReport:
    """The report on a template."""
    groups = (_of_styles(found), _of_lists(found), _of_letters(found), _of_page(found), _of_leftover(found))
    remarks = tuple(remark for group in groups for remark in group)
    return TemplateReport(missing=tuple(map(dutch_name, found.missing)), remarks=remarks)


def _warning(subject: str, sentence: str, remedy: str) -> TemplateRemark:
    return TemplateRemark(severity=Severity.WARNING, subject=subject, sentence=sentence, remedy=remedy)


def _tip(subject: str, sentence: str, remedy: str) -> TemplateRemark:
    return TemplateRemark(severity=Severity.TIP, subject=subject, sentence=sentence, remedy=remedy)


def _of_styles(found: Found) -> Iterator[TemplateRemark]:
    if found.missing:
        yield _warning(
            STYLES,
            f"Deze {_is(len(found.missing), 'stijl ontbreekt', 'stijlen ontbreken')}: {_names(found.missing)}.",
            "Het programma vult aan, in de lettertypen en kleuren van het sjabloon.",
        )
    if found.cramped:
        yield _tip(
            "Witruimte",
            "Alinea’s staan zonder witruimte onder elkaar.",
            "Het programma zet een halve regel wit tussen alinea’s.",
        )


def _of_lists(found: Found) -> Iterator[TemplateRemark]:
    existing = [name for name in found.linked.names if name not in found.missing]
    if found.linked.headings:
        yield _warning(
            "Nummering van koppen",
            "De koppen hangen niet samen in één genummerde lijst met vier niveaus.",
            "Het programma koppelt Kop 1 tot en met Kop 4 aan zo’n lijst, met nummers als 3.4.1.",
        )
    if found.linked.forms:
        yield _tip(
            "Nummering van koppen",
            "De koppen hebben een eigen manier van nummeren.",
            "Het programma gebruikt gewone nummers als 3.4.1; het inspringen blijft zoals het was.",
        )
    if existing:
        yield _tip(
            "Lijsten",
            f"Zonder passend opsommingsteken of nummer: {_names(existing)}.",
            "Het programma voegt de tekens en nummers toe.",
        )


def _of_letters(found: Found) -> Iterator[TemplateRemark]:
    if found.fonts:
        yield _warning(
            "Lettertypen",
            f"Niet op elke computer aanwezig, en niet in het sjabloon opgeslagen: {', '.join(found.fonts)}.",
            "De naam blijft staan. Waar het lettertype ontbreekt, kiest Word een ander.",
        )
    if found.dark:
        yield _tip(
            "Contrast",
            f"De letters zijn te licht om goed te lezen: {_names(found.dark)}.",
            "Het programma maakt de kleur zoveel donkerder als nodig is (4,5 op 1).",
        )
    if found.small:
        yield _tip(
            "Kleine letters", f"Kleiner dan 8 punten: {_names(found.small)}.", "Het programma maakt er 8 punten van."
        )
    if found.language:
        yield _tip("Taal", f"De taal is {_language(found.language)}.", "Het programma stelt Nederlands in.")
    if found.settings.unhyphenated or found.unflowing:
        yield _tip("Afbreken", "Woorden worden niet afgebroken.", "Het programma zet afbreken aan.")


def _of_page(found: Found) -> Iterator[TemplateRemark]:
    if found.page.paper:
        yield _warning(
            "Papier",
            f"Het sjabloon is gemaakt voor {found.page.paper}.",
            "Het hoofdstuk komt op A4; de marges blijven.",
        )
    if found.page.lying:
        yield _tip("Papier", "De bladzijde ligt.", "Staand of liggend kiest u bij het maken van het hoofdstuk.")
    if found.page.margins:
        yield _warning(
            "Marges", "De marges laten te weinig ruimte voor tekst over.", "Het hoofdstuk krijgt de gewone marges."
        )
    if found.settings.protected:
        yield _warning("Beveiliging", "Het sjabloon is beveiligd.", "Het hoofdstuk wordt niet beveiligd.")
    if found.settings.old:
        yield _tip(
            "Oude versie",
            "Het sjabloon is van een oudere Word en opent in de compatibiliteitsmodus.",
            "Het hoofdstuk krijgt de regels van de huidige Word.",
        )


def _of_leftover(found: Found) -> Iterator[TemplateRemark]:
    left = found.leftover
    if left.text:
        yield _tip("Tekst", f"In het sjabloon staat tekst (‘{left.text}’).", "De tekst komt niet in het hoofdstuk.")
    if left.fields:
        yield _tip("Invulvelden", "In het sjabloon staan velden of plaatsen om in te vullen.", "Ze gaan niet mee.")
    if left.lines or left.logo:
        yield _warning(
            "Kop- en voettekst",
            f"Boven of onder de bladzijde staat {_around(left)}.",
            "Het hoofdstuk heeft een eigen kop- en voetregel. Zet een logo er zo nodig in Word weer bij.",
        )
    if left.macros:
        yield _warning("Macro’s", "In het sjabloon zitten macro’s.", "Ze worden niet uitgevoerd en gaan niet mee.")
    if left.links:
        yield _warning(
            "Koppelingen",
            f"Het sjabloon verwijst naar een ander bestand: {', '.join(left.links)}.",
            "Het programma opent dat bestand niet en neemt de verwijzing niet over.",
        )


# --- Words -----------------------------------------------------------------------------------------------------------


def _around(left: Leftover) -> str:
    text = f"tekst (‘{left.lines}’)" if left.lines else ""
    return " en ".join(part for part in ("een afbeelding" if left.logo else "", text) if part)


def _names(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(map(dutch_name, names[:_MOST_NAMES]))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _is(count: int, one: str = "is", many: str = "zijn") -> str:
    return one if count == 1 else many


def _them(count: int) -> str:
    return _is(count, "hem", "ze")


def _language(code: str) -> str:
    return "niet vastgelegd" if code == "?" else _LANGUAGES.get(code[:2].lower(), code)
