"""Dutch sentences about a draft that came back: about the file as a whole, and about how sure a place is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from riec_desktop.word.marking import FieldKey
from riec_desktop.word.reading.read import ReadDocument
from riec_desktop.workspace.word_back_places import Placed
from riec_desktop.workspace.word_back_text import BackPara

NO_RECORD = "Dit is intussen uit uw dossier verwijderd. Kopieer de tekst als u haar nog nodig hebt."
MOVED = "Deze tekst stond eerst bij {place}."
_FOREIGN = "Dit document hoort bij een ander dossier of een ander jaar. Neem alleen over wat u zeker weet."
_NOT_KNOWN = (
    "Uw dossier weet niet dat dit document is verstuurd. Daarom is het vergeleken met wat er nu in uw dossier staat."
)
_NO_MANIFEST = (
    "In dit document ontbreken de gegevens waaraan dit programma het herkent. De teksten zijn teruggevonden aan hun "
    "plaats en hun woorden; kijk ze goed na."
)
_NO_TAGS = (
    "De vakken om de teksten zijn verdwenen, waarschijnlijk doordat het document in een ander programma is bewaard. De "
    "teksten zijn herkend aan hun bladwijzers."
)
_OPEN = (
    "In het document staan nog wijzigingen die niemand heeft geaccepteerd of geweigerd ({count}). U kiest hier zelf."
)
_REMARKS = "Er staan opmerkingen in het document ({count}). Neemt u ze over, dan staan ze bij het veld in uw dossier."
_ODDITIES: Mapping[str, str] = {
    "altchunk": "In het document zit een ander bestand ingevoegd; de tekst daarvan is niet gelezen.",
    "external": "Het document verwijst naar bestanden buiten het document; die zijn niet geopend.",
    "dde": "In het document zit een koppeling met een ander programma; die is niet uitgevoerd.",
    "hidden": "In het document staat verborgen tekst; die is wel gelezen.",
    "macros": "In het document zitten macro’s; die zijn niet uitgevoerd.",
    "nested": "In het document staan tabellen in tabellen; kijk goed na of alle tekst er is.",
}
_UNTAGGED = "Het vak om deze tekst ontbreekt; zij is herkend aan haar plaats of haar woorden."
_OUTSIDE = "Er is ook tekst buiten het vak getypt; die hoort er nu bij."
_ELSEWHERE = "Een alinea van deze tekst staat op een andere plaats in het document."
_GONE = "Deze tekst staat niet meer in het document."
_THINGS = "In deze tekst staat ook iets dat niet in het dossier kan: {things}."
_TABLE = "Een deel van deze tekst staat in een tabel; alleen de woorden zijn gelezen."


def notes_of(document: ReadDocument, placed: Placed, *, known: bool, foreign: bool) -> Iterator[str]:
    """The sentences about a document. `known`: the dossier kept what was sent; `foreign`: it is of another dossier."""
    if foreign:
        yield _FOREIGN
    if document.manifest is None:
        yield _NO_MANIFEST
    elif not known:
        yield _NOT_KNOWN
    if document.manifest is not None and not placed.has_tags:
        yield _NO_TAGS
    changes = sum(1 for para in document.paras for one in para.stretches if one.fate)
    if changes:
        yield _OPEN.format(count=changes)
    if document.remarks:
        yield _REMARKS.format(count=len(document.remarks))
    twice = sum(1 for one in placed.strays if one.twice)
    if twice:
        yield f"Er staan kopieën van teksten in het document ({twice}). U ziet ze bij ‘niet geplaatst’."
    yield from odd_notes(document)


def odd_notes(document: ReadDocument) -> Iterator[str]:
    """A sentence for everything that is odd about a file."""
    yield from (_ODDITIES[one] for one in document.oddities)


def doubt_of(key: FieldKey, paras: Sequence[BackPara], placed: Placed) -> str:
    """What makes the reading of a text unsure; '' for nothing."""
    if not paras:
        return _GONE
    return " ".join(_doubts(key, paras, placed))


def _doubts(key: FieldKey, paras: Sequence[BackPara], placed: Placed) -> Iterable[str]:
    if key in placed.untagged:
        yield _UNTAGGED
    if key in placed.outside:
        yield _OUTSIDE
    if key in placed.moved:
        yield _ELSEWHERE
    things = dict.fromkeys(one.thing for each in paras for one in each.para.stretches if one.thing)
    if things:
        yield _THINGS.format(things=", ".join(things))
    if len({each.para.cell is None for each in paras}) > 1:
        yield _TABLE
