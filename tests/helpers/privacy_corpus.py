"""The corpus for the checks of privacy: sentences written by hand, and more of them made from templates.

Always the same: nothing is drawn by chance. Everybody and every number in it is invented.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "checks" / "corpus"
MARKED = re.compile(r"\[(?P<kind>[a-z_]+):(?P<hit>(?:[^\[\]]|\[at\])+)\]")

BSNS = ("123456782", "111222333", "999990019", "213456783", "100000009")
IBANS = ("NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", "NL02RABO0123456789", "DE89370400440532013000")
PHONES = ("06-12345678", "06 23456789", "0631234567", "+31 6 41234567", "043-3501234", "(020) 6123456", "+31201234567")
MAILS = ("j.jansen@politie.nl", "a.smit@om.nl", "p.de.wit@gemeente.nl", "fatima.elk@gmail.com", "kees77@hotmail.com")
PLATES = ("AB-12-CD", "12-GHJ-3", "GH-123-J", "1-GHJ-23", "GHJ-12-K", "12-GH-JK", "G-123-HJ", "99-XX-99")
POSTCODES = ("5911 AA", "6211CK", "1013 GK", "7511 HH")
STREETS = ("Kerkstraat 12", "Molenweg 4", "Julianalaan 101", "Stationsplein 7b")
BIRTHDAYS = ("12-03-1980", "1 mei 1975", "03/04/1991", "28 februari 1969", "4.7.1988")
DOCUMENTS = ("NXH8K21B4", "BW1234567", "IR4K2L9P3", "5123456789")
PEOPLE = (
    *("de heer Jansen", "mevrouw Van den Berg", "mw. El Idrissi", "dhr. P. de Vries", "J.P. Bakker", "K. van Dijk"),
    *("M.A. Yilmaz", "mevr. Smit-Bakker", "R.J. ter Horst", "de heer Öztürk"),
)

TEMPLATES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "bsn": (
        (
            "Het BSN {} stond in de tabel.",
            "Bij burgerservicenummer {} hoort geen adres.",
            "In de mail stond bsn {}, en dat mag niet.",
            "De lijst bevat {} als enige nummer van een persoon.",
            "Iemand typte {} in het verkeerde vak.",
            "Sofinummer {} komt uit het oude systeem.",
            "Het BSN is {} en hoort hier niet.",
        ),
        BSNS,
    ),
    "iban": (
        (
            "Het geld ging naar {}.",
            "Rekening {} is bevroren.",
            "De bank meldde {} aan de FIU.",
            "Betaling via {} gebeurde contant.",
            "Op {} stond nog een klein bedrag.",
            "De huur kwam van {}, elke maand.",
            "IBAN: {}.",
        ),
        IBANS,
    ),
    "phone": (
        (
            "Bel {} voor een afspraak.",
            "De tipgever is bereikbaar op {}.",
            "Zijn nummer is {}.",
            "Tel. {} werd afgeluisterd.",
            "U kunt ook bellen met {}.",
            "In de telefoon stond {} onder een bijnaam.",
        ),
        PHONES,
    ),
    "email": (
        (
            "Stuur de cijfers naar {}.",
            "De uitnodiging kwam van {}.",
            "Vragen? Mail {}.",
            "Het account {} is gehackt.",
            "Contactpersoon: {}.",
            "Zie de mail van {} van vorige week.",
            "Het adres {} is van een medewerker.",
        ),
        MAILS,
    ),
    "plate": (
        (
            "De auto met kenteken {} is gezien.",
            "Bij de controle reed {} door.",
            "Op de foto staat {}.",
            "De bus met {} stond er elke nacht.",
            "Kenteken {} hoort bij een huurbedrijf.",
            "De eigenaar van {} is onbekend.",
        ),
        PLATES,
    ),
    "address": (
        (
            "Het pand op {} 12 is gesloten.",
            "Hij woont op {}, nummer 45.",
            "De post ging naar {} 7.",
            "Postcode {} huisnummer 3 is doorzocht.",
            "Het lab zat aan de Markt 14, {} in de kelder.",
            "De woning ({} 101) staat leeg.",
        ),
        POSTCODES,
    ),
    "street": (
        (
            "Aan de {} was een inval.",
            "De loods op {} is verzegeld.",
            "Het bedrijf staat ingeschreven op {}.",
            "In de {} woont niemand meer.",
        ),
        STREETS,
    ),
    "birth": (
        (
            "Hij is geboren op {}.",
            "De verdachte (geb. {}) zweeg.",
            "Geboortedatum {} staat in het dossier.",
            "Zij werd op {} geboren.",
            "Op het formulier stond de geboortedatum: {}.",
            "De bestuurder, geboren {}, is aangehouden.",
        ),
        BIRTHDAYS,
    ),
    "document": (
        (
            "Het paspoort {} was vervalst.",
            "Paspoortnummer {} is gemeld.",
            "Hij toonde identiteitskaart {}.",
            "Het rijbewijs met nummer {} is ingetrokken.",
            "Documentnummer: {}.",
        ),
        DOCUMENTS,
    ),
    "person": (
        (
            "Volgens {} is er niets gebeurd.",
            "Het overleg met {} was kort.",
            "Wij spraken met {} over de aanpak.",
            "Het pand is van {}.",
            "Het rapport van {} is klaar.",
            "Daarna belde {} de gemeente.",
            "Met dank aan {} voor de foto.",
        ),
        PEOPLE,
    ),
}

NEUTRAL = (
    "In {year} deelden de RIEC's {number} signalen, tegen {other} in {before}.",
    "Artikel {small}, lid {tiny}, van de Wet Bibob geeft die bevoegdheid.",
    "Zie Kamerstukken II {before}/{short}, 29 911, nr. {medium}.",
    "Er is € {number},{two} besteed aan {tiny} trainingen.",
    "Dossiernummer {nine} is overgedragen aan de gemeente.",
    "Zaaknummer {year}-{five} staat nog open.",
    "De bijeenkomst van {day}-{month}-{year} trok {medium} deelnemers.",
    "Op {day} maart {year} is het convenant vernieuwd.",
    "Tabel 3.4-{tiny} toont {small} tot {medium} gevallen.",
    "Het bedrag van {number} euro is in {year} verdubbeld.",
    "Van de {number} scans leidden er {medium} tot een advies.",
    "Het hoofd RIEC Limburg tekende in {year} voor {tiny} projecten.",
    "De RIEC's meldden {medium} casussen en {small} interventies.",
    "Kenmerk {nine}-{two} hoort bij de brief van de minister.",
    "Het percentage steeg van {two},{tiny} naar {small},{two}.",
    "Bel 14 0{two} voor de gemeente, of mail info@riec-{tiny}.nl.",
    "In de regio met {number} inwoners zijn {small} panden bezocht.",
    "Het KvK-nummer {eight} is van een stichting.",
    "Zie ECLI:NL:RVS:{year}:{medium} voor de uitspraak.",
    "De publicatie in de Staatscourant ({year}, {five}) bevat de regeling.",
    "Er zijn {nine} sigaretten gevonden in {year}.",
    "Bestuurlijke rapportage {two}-{medium} is in {year} gedeeld.",
    "Pagina {small}-{medium} van bijlage B gaat over {before}.",
    "Tussen {day} en {day} april waren er {tiny} acties.",
    "Bestand {nine} is verwerkt.",
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and what must be found in it: kind and text."""

    text: str
    hits: tuple[tuple[str, str], ...]


def lines(name: str) -> Iterator[str]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def marked_sentences() -> Iterator[Marked]:
    """Written and made; at least 400."""
    for line in (*lines("privacy_treffers.txt"), *_made_hits()):
        found = tuple((one["kind"], one["hit"]) for one in MARKED.finditer(line))
        yield Marked(MARKED.sub(lambda one: one["hit"], line), found)


def _made_hits() -> Iterator[str]:
    for kind, (templates, values) in TEMPLATES.items():
        for template in templates:
            yield from (template.format(f"[{kind}:{value}]") for value in values)


def neutral_sentences(count: int = 2800) -> tuple[str, ...]:
    """Written and made; years, articles, amounts, file numbers."""
    made = (template.format(**_numbers(index)) for index, template in enumerate(islice(cycle(NEUTRAL), count)))
    return (*lines("privacy_neutraal.txt"), *made)


def _numbers(index: int) -> dict[str, str]:
    """Numbers that differ from sentence to sentence; 7919 is prime, so that they do not soon come again."""
    far = index * 7919
    return {
        "year": str(2015 + index % 10),
        "before": str(2014 + index % 10),
        "short": f"{(15 + index) % 100:02}",
        "tiny": str(1 + index % 9),
        "two": f"{10 + far % 90}",
        "small": str(2 + far % 98),
        "medium": str(100 + far % 900),
        "other": f"{1 + far % 9}.{100 + far % 900}",
        "number": f"{1 + far % 99}.{far % 1000:03}",
        "five": f"{10000 + far % 90000}",
        "eight": f"{10000000 + (far * 97) % 90000000}",
        "nine": f"{100000000 + (far * 8779) % 900000000}",
        "day": str(1 + index % 28),
        "month": str(1 + index % 12),
    }
