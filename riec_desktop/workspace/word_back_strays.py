"""What came back in a draft and has no place: shown with where it stood, and with the texts that it can go to."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import set_value
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.richtext import BlockKind, RichBlock, Run
from riec_desktop.word.marking import FieldKey
from riec_desktop.workspace.review import Destination, Proposal, Standing
from riec_desktop.workspace.whereabouts import whereabouts
from riec_desktop.workspace.word_back_places import Placed, Stray
from riec_desktop.workspace.word_sent import record_of, spelling_of

LABEL = "niet geplaatst"
_MOST = 300
_LOOSE = "Dit staat niet in een tekst van het dossier. Kies waar het hoort, of laat het zoals het is."
_TWICE = "Dit is een kopie van een tekst die ook op haar eigen plaats staat."
_INSTEAD = "Deze regel maakt het programma zelf. Pas het gegeven in het dossier aan. Er stond: ‘{line}’"
_GONE = "Deze tekst is in het document weggehaald, en stond niet in een tekst van het dossier."


def stray_proposals(dossier: Dossier, placed: Placed, document_id: str) -> Iterator[Proposal]:
    """A proposal for each stretch of paragraphs without a place."""
    for at, (_, group) in enumerate(groupby(placed.strays[:_MOST], _together)):
        yield _proposal(dossier, tuple(group), natural_id(document_id, "stray", at))


def _together(stray: Stray) -> tuple[object, ...]:
    table = stray.para.cell[0] if stray.para.cell else None
    return stray.para.part, stray.heading, stray.before, stray.after, stray.twice, stray.instead, table


def _proposal(dossier: Dossier, strays: Sequence[Stray], proposal_id: str) -> Proposal:
    first = strays[0]
    text = "\n".join(filter(None, map(_text, strays)))
    return Proposal(
        id=proposal_id,
        standing=Standing.UNKNOWN,
        place=_place(first),
        label=LABEL,
        theirs=text,
        doubt=_doubt(first, text),
        destinations=tuple(_destinations(dossier, strays)) if text and not first.instead else (),
    )


def _text(stray: Stray) -> str:
    things = "".join(f" [{one.thing}]" for one in stray.para.stretches if one.thing)
    return f"{stray.para.text}{things}".strip()


def _place(stray: Stray) -> str:
    part = stray.para.part or ("tabel" if stray.para.cell else "")
    where = f"Onder ‘{stray.heading}’" if stray.heading else "Aan het begin"
    return f"{where} ({part})" if part else where


def _doubt(stray: Stray, text: str) -> str:
    if stray.twice:
        return _TWICE
    if stray.instead:
        return _INSTEAD.format(line=stray.instead)
    return _LOOSE if text else _GONE


def _destinations(dossier: Dossier, strays: Sequence[Stray]) -> Iterator[Destination]:
    """After the text before it, or before the text after it."""
    first = strays[0]
    yield from _destination(dossier, first.before, strays, "Achter", after=True)
    yield from _destination(dossier, first.after, strays, "Voor", after=False)


def _destination(
    dossier: Dossier, key: FieldKey | None, strays: Iterable[Stray], word: str, *, after: bool
) -> Iterator[Destination]:
    record = record_of(dossier, key) if key else None
    if key is None or record is None:
        return
    held, new = parse(spelling_of(dossier, key)), tuple(map(_block, strays))
    changes = set_value(dossier, record, key[2], write((*held, *new) if after else (*new, *held)))
    if changes:
        yield Destination(name=f"{word} {whereabouts(dossier, record, key[2])}", changes=changes)


def _block(stray: Stray) -> RichBlock:
    para = stray.para
    kept = (one for one in para.stretches if one.fate != "out")
    runs = tuple(Run(one.text, bold=one.bold, italic=one.italic, href=one.href) for one in kept)
    return RichBlock(BlockKind(para.kind), runs, para.depth)
