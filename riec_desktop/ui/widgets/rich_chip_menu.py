"""What can be done with the linked number at the cursor: change it, watch it, and say that a change was seen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from riec_desktop.dossier.linked import LinkedCount, LinkedNumber, Number, watchable
from riec_desktop.ui.widgets import rich_document as doc
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.rich_canvas import RichCanvas

CHANGE = "Cijfer wijzigen…"
SEEN = "Gezien: de zin klopt"
WATCH = "Herschrijven als de waarde wijzigt"
WATCH_NO_MORE = "Niet meer op letten"


@dataclass(frozen=True, slots=True)
class ChipItem:
    """One line of the menu."""

    title: str
    run: Callable[[], None]


def chip_items(area: RichCanvas, context: FormContext) -> tuple[ChipItem, ...]:
    """The lines for the number at the cursor; none without one, or where nothing may be changed."""
    number = doc.number_beside(area.textCursor())
    if area.isReadOnly() or not isinstance(number, LinkedNumber | LinkedCount):
        return ()
    return tuple(_items(area, context, number))


def _items(area: RichCanvas, context: FormContext, number: Number) -> Iterator[ChipItem]:
    def put(new: Number | None) -> None:
        if new is not None:
            area.replace_chip(new)

    watched = replace(number, watched=watchable(context.show_number(number)))
    if context.has_changed(number):
        yield ChipItem(SEEN, lambda: put(watched))
    yield ChipItem(CHANGE, lambda: put(context.change_number(number)))
    if number.watched is None:
        yield ChipItem(WATCH, lambda: put(watched))
    else:
        yield ChipItem(WATCH_NO_MORE, lambda: put(replace(number, watched=None)))
