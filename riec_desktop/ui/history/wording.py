"""Steps, changes and values of the past in plain Dutch, and a change as a text with marked words."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import cast

from riec_desktop.dossier.changes import AddRecord, Change, RemoveRecord, SetField, Source
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised, local_time, short_date
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Record
from riec_desktop.ui.review.texts import escape, part, without
from riec_desktop.ui.theme import Colours
from riec_desktop.ui.widgets.marked_rows import Piece, ShownRow
from riec_desktop.workspace.marked import Mark, marked
from riec_desktop.workspace.names import shortened
from riec_desktop.workspace.past import FieldValue, PastStep
from riec_desktop.workspace.shown import filled_fields, value_text
from riec_desktop.workspace.whereabouts import STEP, whereabouts

NOTHING = "(leeg)"
BROUGHT = "meegekomen bij samenvoegen"
_MOST_SHOWN = 4_000
"""Characters of a value that are compared; more than anybody reads here."""


def moment_text(moment: datetime, now: datetime) -> str:
    """'vandaag 14:03', 'gisteren 9:12', '3-3-2023 14:05', in the time of this computer."""
    then, today = local_time(moment), now.astimezone().date()
    days = {today: "vandaag", today - timedelta(days=1): "gisteren"}
    return f"{days.get(then.date()) or short_date(then)} {then:%H:%M}"


# --- Steps -----------------------------------------------------------------------------------------------------------


def step_row(dossier: Dossier, step: PastStep, now: datetime) -> ShownRow:
    """What was done; below it who did it, and where. What is undone is struck out, and said to be."""
    made = step.changeset
    label = capitalised(made.label)
    state = "nu" if step.current else "teruggedraaid" if step.undone else BROUGHT if step.brought else ""
    source = "" if made.source is Source.INPUT else word(made.source)
    below = " · ".join(one for one in (state, made.author, source, _where(dossier, made.changes)) if one)
    when = moment_text(made.time, now)
    marked_label = (Piece(label, struck=step.undone),) if step.undone or step.current else ()
    return ShownRow(
        marked=marked_label,
        tail="" if marked_label else label,
        aside=when,
        below=below,
        spoken=f"{label}, {when}, {below}",
    )


def _where(dossier: Dossier, changes: tuple[Change, ...]) -> str:
    """The place of the only change, or how many there are."""
    return change_place(dossier, changes[0]) if len(changes) == 1 else f"{len(changes)} wijzigingen"


# --- Changes ---------------------------------------------------------------------------------------------------------


def record_of(dossier: Dossier, change: Change) -> Record | None:
    """The record of a change as it is now; as it was when it is gone; None when only its id is known."""
    if isinstance(change, SetField):
        return dossier.get(change.kind, change.record_id)
    return dossier.get(type(change.record), change.record.id) or change.record


def change_place(dossier: Dossier, change: Change) -> str:
    """'Mensenhandel 2023 › Context'."""
    record = record_of(dossier, change)
    field = change.field if isinstance(change, SetField) else ""
    if record is not None:
        return whereabouts(dossier, record, field)
    kind = cast("SetField", change).kind
    return f"{capitalised(kind.label)}{STEP}{specs(kind)[field].label}"


def change_row(dossier: Dossier, change: Change) -> ShownRow:
    """The place of a change, and what came there in short."""
    place = change_place(dossier, change)
    match change:
        case SetField():
            spec = specs(change.kind)[change.field]
            record = record_of(dossier, change)
            old, new = (
                shortened(value_text(dossier, record, spec, one)) or NOTHING for one in (change.old, change.new)
            )
            return ShownRow(tail=place, below=f"{old} → {new}", spoken=f"{place}: van {old} naar {new}")
        case AddRecord():
            return ShownRow(tail=place, below="toegevoegd", picture="add")
        case RemoveRecord():
            return ShownRow(tail=place, below="verwijderd", picture="remove")


def change_html(dossier: Dossier, change: Change, look: Colours) -> str:
    """The old and the new text with the words that differ marked; of a whole record every filled field."""
    match change:
        case SetField():
            spec = specs(change.kind)[change.field]
            record = record_of(dossier, change)
            old, new = (value_text(dossier, record, spec, one)[:_MOST_SHOWN] for one in (change.old, change.new))
            return two_texts(("Oud", old), ("Nieuw", new), look)
        case AddRecord():
            return "".join(_record_html(dossier, change.record, "Toegevoegd"))
        case RemoveRecord():
            return "".join(_record_html(dossier, change.record, "Verwijderd"))


def two_texts(old: tuple[str, str], new: tuple[str, str], look: Colours) -> str:
    """Two texts, each with its name: what is gone struck out, what came underlined and bold."""
    found = marked(old[1], new[1])
    above = part(old[0], without(found, Mark.ADDED), look)
    below = part(new[0], without(found, Mark.GONE), look)
    return "".join((*above, *below))


def _record_html(dossier: Dossier, record: Record, title: str) -> Iterator[str]:
    yield f"<p><b>{title}</b></p>"
    for label, text in filled_fields(dossier, record):
        yield f"<p><b>{escape(label)}</b><br/>{escape(text[:_MOST_SHOWN])}</p>"


# --- Values of one field ---------------------------------------------------------------------------------------------


def field_row(text: str, value: FieldValue, now: datetime, *, current: bool) -> ShownRow:
    """A value in short, with who gave it and when."""
    step = value.since
    when = moment_text(step.time, now) if step else "daarvoor"
    source = word(step.source) if step and step.source is not Source.INPUT else ""
    who = step.author if step else "van wie is niet bekend"
    below = " · ".join(one for one in ("nu" if current else "", who, source) if one)
    short = shortened(text, 90) or NOTHING
    return ShownRow(
        marked=(Piece(short),) if current else (),
        tail="" if current else short,
        aside=when,
        below=below,
        spoken=f"{when}, {below}: {short}",
    )
