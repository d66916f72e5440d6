"""The report that goes with final documents: what was checked, what was accepted and why, what a person must judge.

It is a chapter of blocks like any other, so that the same writer makes it and the same checks hold for it. It never
says that a document is accessible or that it meets a law: a program cannot know that.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from riec_desktop import __version__
from riec_desktop.chapter.blocks import (
    Align,
    Block,
    Caption,
    Cell,
    Chapter,
    Column,
    Heading,
    ListItem,
    Paragraph,
    Span,
    State,
    Table,
)
from riec_desktop.checks.discreet import masked_in
from riec_desktop.checks.kinds import KINDS, Topic
from riec_desktop.checks.own_rules import OwnRules
from riec_desktop.checks.report_rules import NOT_AGREED
from riec_desktop.checks.small_rules import SMALL_SHOWN
from riec_desktop.dossier.dutch import capitalised, listing, long_date, number
from riec_desktop.files import digest_of
from riec_desktop.workspace.gate import Gate, by_kind, without_advice
from riec_desktop.workspace.inspection import Inspection, summary
from riec_desktop.workspace.traces import PDF_POINTS

BY_A_PERSON = (
    "of de beschrijvingen bij afbeeldingen en grafieken zeggen wat een lezer moet weten",
    "of iemand te herkennen is zonder naam, bijvoorbeeld door de plaats, het beroep of een bijzondere gebeurtenis",
    "of er namen in staan zonder ‘de heer’, ‘mevrouw’ of voorletters; die kent het programma alleen uit uw eigen lijst",
    "of op foto’s mensen, kentekens of documenten te zien zijn",
    "of de redenen in dit verslag goed genoeg zijn om openbaar te maken wat er staat",
    "of kleur nergens de enige aanwijzing is",
    "of de cijfers kloppen met de bron, en of iedereen die dat moet akkoord is",
    "hoe lang de documenten bewaard worden en of er beperkingen gelden; dat vult uw archief aan",
)
_PERSONS = (
    "persoonsgegevens in elke tekst, tabel en beschrijving: BSN, bankrekening, telefoonnummer, e-mailadres, kenteken, "
    "adres, geboortedatum, documentnummer, namen met aanhef of voorletters, en uw eigen namen en patronen"
)
_OF_PDF = (
    f"gecontroleerd op {PDF_POINTS} punten: namen in de eigenschappen, bijlagen, opmerkingen, opdrachten, koppelingen "
    "naar bestanden en verborgen gegevens in foto’s. De tekst is die van het hoofdstuk en is daar gecontroleerd. De "
    "toegankelijkheid van de PDF is niet gecontroleerd"
)
_CHOSEN = "Bij de indicator is gekozen om kleine aantallen te tonen."
_SUBJECT = "Controleverslag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What there is to tell. `to_agree` says which portfolios nobody agreed on yet ('' for none).

    `own` are the names and patterns of the team, `left_out` the codes of the kinds that it does not see.

    `files` are the documents by name, `inspections` what was found in those looked at.
    """

    title: str
    organisation: str
    year: int
    version: str
    made_at: datetime
    gate: Gate
    to_agree: str
    own: OwnRules
    left_out: Collection[str]
    files: Mapping[str, bytes]
    inspections: Mapping[str, Inspection]


def report(checked: Checked) -> Chapter:
    """The report as a chapter."""
    return Chapter(
        year=checked.year,
        number="",
        title=f"{_SUBJECT} {checked.title}",
        subject=_SUBJECT,
        organisation=checked.organisation,
        header="",
        footer=f"{_SUBJECT} Jaarverslag {checked.year}",
        state=State.FINAL,
        landscape=False,
        made_on=checked.made_at.date(),
        blocks=tuple(_blocks(checked)),
    )


def _blocks(checked: Checked) -> Iterator[Block]:
    yield _heading(1, f"{_SUBJECT} {checked.title}")
    version = f" van {checked.version} van het dossier" if checked.version else ""
    yield _paragraph(
        f"RIEC Jaarverslag {__version__} maakte deze documenten{version} op {long_date(checked.made_at.date())} en "
        "controleerde ze. Dit verslag zegt waarop is gecontroleerd. Het zegt niet dat de documenten toegankelijk zijn "
        "of aan alle regels voldoen: dat beoordeelt een mens."
    )
    yield from _documents(checked)
    yield from _points(checked)
    yield from _accepted(checked)
    yield from _advice(checked)
    yield _heading(2, "Wat een mens nog moet beoordelen")
    yield from _items(3, BY_A_PERSON)


def _documents(checked: Checked) -> Iterator[Block]:
    yield _heading(2, "De documenten")
    columns = (Column(title="Bestand", weight=5), Column(title="Grootte in kB", weight=2, align=Align.RIGHT))
    rows = [(name, number(max(1, len(data) // 1000))) for name, data in checked.files.items()]
    yield _table(1, "De documenten en hun grootte", columns, rows)
    yield _paragraph("Met dit controlegetal (SHA-256) kan iedereen nagaan of een bestand nog hetzelfde is:")
    yield from _items(1, [f"{name}: {_in_groups(digest_of(data))}" for name, data in checked.files.items()])


def _in_groups(digest: str) -> str:
    """With places to break the line."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def _points(checked: Checked) -> Iterator[Block]:
    yield _heading(2, "Waarop is gecontroleerd")
    looked = [kind for kind in KINDS if kind.code not in checked.left_out]
    topics = [topic for topic in Topic if any(kind.topic is topic for kind in looked)]
    kinds = {topic: len({kind.code for kind in looked if kind.topic is topic}) for topic in topics}
    told = [f"{topic.value} in het dossier: {_kinds(count)}" for topic, count in kinds.items()]
    told.append(_PERSONS)
    unseen = [f"‘{kind.title}’" for kind in KINDS if kind.code in checked.left_out]
    told += [f"niet gecontroleerd, want uw team kiest daar niet voor: {listing(unseen)}"] if unseen else []
    told += [f"{name}: {_lowered(summary(found))}" for name, found in checked.inspections.items()]
    told += [f"{name}: {_OF_PDF}" for name in checked.files if name.endswith(".pdf")]
    told.append("In geen document staan de naam van de gebruiker, de naam van de computer of zijn mappen.")
    yield from _items(2, told)


def _kinds(count: int) -> str:
    return f"{number(count)} {'soort controle' if count == 1 else 'soorten controles'}"


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _accepted(checked: Checked) -> Iterator[Block]:
    """What was accepted; a reason that names what it is about is masked too."""
    yield _heading(2, "Wat mag blijven staan, en waarom")
    rows = [
        (without_advice(finding), masked_in(decision.reason, (finding.words,) if finding.words else (), checked.own))
        for finding, decision in checked.gate.accepted
    ]
    rows += [(without_advice(one), _CHOSEN) for one in checked.gate.advice if one.code == SMALL_SHOWN]
    if not rows:
        yield _paragraph("Er was niets dat een reden vroeg.")
        return
    yield _paragraph("Wat gevonden is, staat hier afgekort. Wie besliste en wanneer, staat in het dossier.")
    columns = (Column(title="Wat", weight=5), Column(title="Reden", weight=4))
    yield _table(2, "Wat met een reden mag blijven staan", columns, rows)


def _advice(checked: Checked) -> Iterator[Block]:
    yield _heading(2, "Wat opviel en niets tegenhield")
    advice = [one for one in checked.gate.advice if one.code not in (SMALL_SHOWN, NOT_AGREED)]
    told = [checked.to_agree] if checked.to_agree else []
    told += [f"{kind.title}: {number(len(some))}" for kind, some in by_kind(advice)]
    told += [
        f"{name}, {remark.place}: {remark.reason}"
        for name, found in checked.inspections.items()
        for remark in found.remarks
    ]
    if told:
        yield from _items(4, told)
    else:
        yield _paragraph("Niets.")


# --- Blocks ----------------------------------------------------------------------------------------------------------


def _heading(level: int, text: str) -> Heading:
    """Its bookmark is the same in every run."""
    return Heading(level=level, text=text, bookmark=f"_Toc{int(digest_of(text.encode())[:8], 16)}")


def _paragraph(text: str) -> Paragraph:
    return Paragraph(spans=(Span(text=text),))


def _items(list_id: int, texts: Sequence[str]) -> Iterator[ListItem]:
    for text in texts:
        yield ListItem(spans=(Span(text=capitalised(text)),), ordered=False, list_id=list_id)


def _table(at: int, title: str, columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    return Table(
        columns=columns,
        rows=tuple(tuple(_cell(text) for text in row) for row in rows),
        caption=Caption(label="Tabel", prefix="", number=at, text=title, bookmark=f"_Tabel{at}"),
        title=title,
        description=f"{title}, een regel per stuk.",
    )


def _cell(text: str) -> Cell:
    return ((Span(text=text),),)
