"""The kinds of findings as data: what they are called, why they matter, and which of them a team may leave out.

A kind is found by the code of a finding: by the whole code, or by its first part ('answer' of 'answer.missing').
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Change
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import set_value


class Topic(Enum):
    """What a kind is about; the value is Dutch. In the order in which a person wants to look at them."""

    COMPLETE = "Volledigheid"
    PRIVACY = "Privacy"
    NUMBERS = "Cijfers"
    NAMES = "Namen"
    YEARS = "Jaartallen"
    LANGUAGE = "Taal"
    TYPOGRAPHY = "Opmaak van de tekst"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckKind:
    """One kind of finding. `optional`: a team may leave it out, by its code in `Settings.checks_off`.

    `advice`: it is about style alone, so that nobody counts it among what is left to do. `starts_off`: a team sees it
    only when it asks for it, by its code in `Settings.checks_on`.
    """

    code: str
    topic: Topic
    title: str
    reason: str
    optional: bool = False
    advice: bool = False
    starts_off: bool = False


def _needed(code: str, title: str, reason: str, topic: Topic = Topic.COMPLETE) -> CheckKind:
    return CheckKind(code=code, topic=topic, title=title, reason=reason)


def _optional(code: str, topic: Topic, title: str, reason: str) -> CheckKind:
    return CheckKind(code=code, topic=topic, title=title, reason=reason, optional=True)


def _advice(code: str, topic: Topic, title: str, reason: str) -> CheckKind:
    return CheckKind(code=code, topic=topic, title=title, reason=reason, optional=True, advice=True)


KINDS: tuple[CheckKind, ...] = (
    _needed("text.leftover", "Nog aan te vullen tekst", "Een lezer mag geen aanwijzing voor de schrijver zien."),
    _needed(
        "answer", "Antwoorden", "De vragenlijst zegt wat bij deze status nodig is; zonder dat is het verslag niet af."
    ),
    _needed(
        "report",
        "Portefeuilles en hun rollen",
        "De lezer wil weten wie opdracht gaf, wie haar uitvoerde en hoever het is.",
    ),
    _needed(
        "report.not_agreed",
        "Nog niet akkoord",
        "Wie nog geen akkoord gaf, kan na het definitieve document nog iets willen veranderen.",
    ),
    _needed("promise", "Beloften", "Wat vorig jaar is beloofd, krijgt dit jaar een antwoord."),
    _needed(
        "activity",
        "Activiteiten",
        "De tabel met activiteiten laat zien wat er is gedaan; een regel met een gat roept vragen op.",
    ),
    _needed(
        "callout",
        "Kaderteksten",
        "Een voorbeeld van één organisatie staat in een kader, met haar naam en bij een portefeuille.",
    ),
    _needed(
        "picture",
        "Afbeeldingen",
        "Wie een afbeelding niet ziet, heeft de beschrijving nodig. Toegankelijkheid is wettelijk verplicht.",
    ),
    _needed("region", "Regionale bijdragen", "Een bladzijde zonder kop of tekst komt niet in het hoofdstuk."),
    _needed(
        "goal", "Doelen", "Elk doel wordt een kop en een regel in de lijst, en krijgt een portefeuille of een uitleg."
    ),
    _needed("year", "Het hoofdstuk", "Nummer, titel en agenda staan aan het begin van het hoofdstuk."),
    _needed("agenda", "De strategische agenda", "Het hoofdstuk legt verantwoording af over deze agenda."),
    _needed("step", "De strategische agenda", "De stappen van de agenda staan als lijst in het hoofdstuk."),
    _needed("question", "De vragenlijst", "Zonder vraag weet niemand wat er moet komen te staan."),
    _needed(
        "figure",
        "Ontbrekende cijfers",
        "Een leeg vak in een tabel zegt niet of het om nul gaat of om onbekend.",
        Topic.NUMBERS,
    ),
    _needed("indicator", "Indicatoren", "De naam van een indicator staat in de tabel.", Topic.NUMBERS),
    _needed(
        "number", "Gekoppelde cijfers", "Een gekoppeld cijfer zonder waarde laat een gat in de zin.", Topic.NUMBERS
    ),
    _needed("reference", "Verwijzingen", "Een verwijzing die nergens heen gaat, laat de lezer zoeken."),
    _needed(
        "figure.small",
        "Kleine aantallen",
        "Een klein aantal in een regio of op een thema kan naar personen wijzen.",
        Topic.PRIVACY,
    ),
    _needed(
        "figure.small_shown",
        "Kleine aantallen die getoond worden",
        "Een klein aantal in een regio of op een thema kan naar personen wijzen.",
        Topic.PRIVACY,
    ),
    _needed(
        "figure.confidential",
        "Vertrouwelijke cijfers die te berekenen zijn",
        "Met het landelijke cijfer en de cijfers van de anderen rekent een lezer het vertrouwelijke aantal uit.",
        Topic.PRIVACY,
    ),
    _optional(
        "figure.small_unmarked",
        Topic.NUMBERS,
        "Aantallen die over personen lijken te gaan",
        "Een klein aantal kan naar personen wijzen. Het programma let daarop als u dat bij de indicator aanzet.",
    ),
    _needed(
        "privacy",
        "Persoonsgegevens",
        "Het hoofdstuk wordt openbaar; gegevens over personen horen er niet in.",
        Topic.PRIVACY,
    ),
    *(
        _needed(code, title, "Het hoofdstuk wordt openbaar; gegevens over personen horen er niet in.", Topic.PRIVACY)
        for code, title in (
            ("privacy.bsn", "Burgerservicenummers"),
            ("privacy.iban", "Bankrekeningen"),
            ("privacy.phone", "Telefoonnummers"),
            ("privacy.email", "E-mailadressen van personen"),
            ("privacy.plate", "Kentekens"),
            ("privacy.address", "Adressen"),
            ("privacy.street", "Straten met een huisnummer"),
            ("privacy.birth", "Geboortedata"),
            ("privacy.document", "Nummers van paspoorten en andere documenten"),
            ("privacy.person", "Namen van personen"),
            ("privacy.own_name", "Uw geheime namen"),
            ("privacy.own_pattern", "Uw eigen patronen"),
            ("privacy.contractor", "Namen van opdrachtnemers"),
            ("privacy.in_comment", "Persoonsgegevens in opmerkingen"),
            ("privacy.in_picture", "Verborgen gegevens in afbeeldingen"),
        )
    ),
    _needed("words", "Eigen regels", "Een regel die niet klopt, doet niets.", Topic.LANGUAGE),
    _needed(
        "words.forbidden",
        "Verboden woorden",
        "Uw team heeft afgesproken dit woord niet te gebruiken.",
        Topic.LANGUAGE,
    ),
    _optional(
        "answer.too_long",
        Topic.COMPLETE,
        "Langer dan de ruimte",
        "De vragenlijst geeft ruimte voor een aantal woorden, zodat alle portefeuilles ongeveer even lang worden.",
    ),
    _optional(
        "report.one_region",
        Topic.COMPLETE,
        "Resultaat van één organisatie",
        "Gezamenlijke resultaten staan in de lopende tekst, een voorbeeld van één RIEC in een kader.",
    ),
    _optional(
        "names.year",
        Topic.NAMES,
        "Namen die in dit jaar niet golden",
        "Een organisatie die een andere naam kreeg, heet in het verslag zoals zij in dat jaar heette.",
    ),
    _optional(
        "names.unknown",
        Topic.NAMES,
        "Namen die niemand kent",
        "Een naam die net anders is geschreven, leest als een andere organisatie, portefeuille of doel.",
    ),
    _optional(
        "names.old",
        Topic.NAMES,
        "Oude namen van portefeuilles",
        "In het hoofdstuk staat de naam van dit jaar; een oude naam vindt de lezer nergens terug.",
    ),
    _optional(
        "names.alias",
        Topic.NAMES,
        "Andere schrijfwijzen",
        "Met overal dezelfde naam ziet de lezer dat het om dezelfde organisatie gaat, en vindt een zoekopdracht alles.",
    ),
    _optional(
        "years",
        Topic.YEARS,
        "Woorden over jaren",
        "Wie het verslag later leest, weet alleen met een jaartal welk jaar u bedoelt.",
    ),
    _advice(
        "language.long_sentence",
        Topic.LANGUAGE,
        "Lange zinnen",
        "Korte zinnen leest iedereen sneller. Bij taalniveau B1 hoort ongeveer 15 woorden per zin.",
    ),
    _advice(
        "language.mean_sentence",
        Topic.LANGUAGE,
        "Zinnen gemiddeld te lang",
        "Een enkele lange zin is niet erg; een tekst met vooral lange zinnen leest zwaar.",
    ),
    _advice(
        "language.readability",
        Topic.LANGUAGE,
        "Moeilijk te lezen",
        "De leesbaarheidsindex van Flesch-Douma telt woorden per zin en lettergrepen per woord; lager is moeilijker.",
    ),
    _advice(
        "language.hard_word",
        Topic.LANGUAGE,
        "Moeilijke woorden",
        "Voor dit woord is een gewoner woord dat iedereen kent.",
    ),
    _advice(
        "language.passive",
        Topic.LANGUAGE,
        "Veel zinnen met ‘worden’",
        "In een zin met ‘worden’ blijft vaak weg wie iets doet. Juist dat wil de lezer van een jaarverslag weten.",
    ),
    _advice(
        "language.nouns",
        Topic.LANGUAGE,
        "Naamwoordstijl",
        "‘Het uitvoeren van controles’ leest zwaarder dan ‘controles uitvoeren’.",
    ),
    _advice(
        "language.person",
        Topic.LANGUAGE,
        "‘We’ en ‘RIEC-LIEC’ door elkaar",
        "Wie in één tekst ‘we’ en ‘RIEC-LIEC’ leest, vraagt zich af of dat dezelfde zijn.",
    ),
    _advice(
        "language.compound",
        Topic.LANGUAGE,
        "Los geschreven woorden",
        "In het Nederlands schrijft u samenstellingen aan elkaar; los geschreven lezen zij als twee dingen.",
    ),
    _advice(
        "language.abbreviation",
        Topic.LANGUAGE,
        "Afkortingen zonder uitleg",
        "Niet elke lezer kent de afkorting. Schrijf haar de eerste keer voluit, met de afkorting tussen haakjes.",
    ),
    CheckKind(
        code="language.spelling",
        topic=Topic.LANGUAGE,
        title="Spelling",
        reason="Het woordenboek kent dit woord niet: een tikfout, of een woord dat nog niet in uw lijst staat.",
        optional=True,
        advice=True,
        starts_off=True,
    ),
    _advice(
        "typing.spaces",
        Topic.TYPOGRAPHY,
        "Spaties te veel",
        "Op papier is een dubbele spatie een gat in de regel.",
    ),
    _advice(
        "typing.quotes",
        Topic.TYPOGRAPHY,
        "Rechte en gebogen aanhalingstekens",
        "Met één soort aanhalingstekens oogt de tekst verzorgd.",
    ),
    _advice(
        "typing.heading",
        Topic.TYPOGRAPHY,
        "Alinea’s die op een kop lijken",
        "Een vette regel is voor een schermlezer geen kop; hij staat ook niet in de inhoudsopgave.",
    ),
    _advice(
        "typing.list",
        Topic.TYPOGRAPHY,
        "Getypte lijsten",
        "Een echte lijst herkent een schermlezer, en Word houdt haar recht als er een regel bij komt.",
    ),
)
"""Every kind that has words of its own; a code that is not among them is an ordinary finding about completeness."""

_BY_CODE: Mapping[str, CheckKind] = {one.code: one for one in KINDS}
_OTHER = CheckKind(code="", topic=Topic.COMPLETE, title="Overige punten", reason="")

OPTIONAL: tuple[CheckKind, ...] = tuple(one for one in KINDS if one.optional)
"""The kinds that a team may leave out."""


def kind_of(finding: Finding) -> CheckKind:
    """The kind that a finding is of."""
    return kind_of_code(finding.code)


def kind_of_code(code: str) -> CheckKind:
    """The kind with this code, or else with the first part of it."""
    return _BY_CODE.get(code) or _BY_CODE.get(code.partition(".")[0], _OTHER)


def reason_of(finding: Finding) -> str:
    """Why anybody should care."""
    return finding.reason or kind_of(finding).reason


def hidden_kinds(dossier: Dossier) -> frozenset[str]:
    """The codes of the kinds that the team does not see."""
    chosen = views.settings(dossier)
    unasked = {one.code for one in OPTIONAL if one.starts_off and one.code not in chosen.checks_on}
    return frozenset({one.code for one in OPTIONAL if one.code in chosen.checks_off} | unasked)


def with_kind(dossier: Dossier, kind: CheckKind, *, wanted: bool) -> tuple[Change, ...]:
    """The changes after which the team sees a kind, or sees it no more."""
    field = "checks_on" if kind.starts_off else "checks_off"
    chosen = views.settings(dossier)
    listed: tuple[str, ...] = getattr(chosen, field)
    others = tuple(one for one in listed if one != kind.code)
    return set_value(dossier, chosen, field, (*others, kind.code) if wanted is kind.starts_off else others)


def weighty(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is left to do: the findings without the advice on style."""
    return tuple(one for one in findings if not kind_of(one).advice)
