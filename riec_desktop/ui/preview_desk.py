"""The preview beside the page: made when the page is painted, so that going to a page never waits for it.

The section that is typed in follows every letter: it is made in slices between keys, and what did not change since the
last time is not made again. A whole chapter is composed on another thread, only when something changed, and comes on
screen in slices too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from shiboken6 import isValid

from riec_desktop.chapter.html import Palette
from riec_desktop.checks.watched import Watched
from riec_desktop.dossier import edits
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.ui.background import raised
from riec_desktop.ui.later import Later
from riec_desktop.ui.pages.page import RecordField, Spot, field_at
from riec_desktop.ui.paper import paper
from riec_desktop.ui.places import Place, place_of
from riec_desktop.ui.preview import (
    Section,
    is_numbered,
    is_section,
    preparing,
    section,
    shows_section,
    spot_name,
    spot_of_link,
    whole_chapter,
)
from riec_desktop.ui.preview_memory import PreviewMemory
from riec_desktop.ui.slices import Slices
from riec_desktop.ui.widgets.inputs import FieldInput
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from riec_desktop.workspace.environment import Environment

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the preview of a whole chapter was made of."""

    dossier: Dossier
    year_id: str
    day: date
    palette: Palette

    def is_same(self, other: "_Whole") -> bool:
        """The very dossier: comparing all of it would take longer than making the text."""
        rest = (self.year_id, self.day, self.palette) == (other.year_id, other.day, other.palette)
        return rest and self.dossier is other.dossier


@dataclass(frozen=True, slots=True)
class _Typed:
    """Where a person types, and the section that it is part of. `text` stands there; None: it was handed over."""

    field: RecordField
    place: Place
    text: str | None

    @property
    def name(self) -> str:
        """The name of the text in the preview."""
        record, field = self.field
        return spot_name(Spot(type(record).__name__, record.id, field))


class PreviewDesk:
    """Fills the tab with the preview of a workbench and follows its links."""

    def __init__(self, bench: "Workbench", env: Environment) -> None:
        self._bench = bench
        self._env = env
        self._later = Later(bench, lambda: bench.stage.guard(self.show), 0)
        self._slices = Slices(bench.turns, bench.stage.guard)
        self._memory = PreviewMemory()
        self._typed_in: RichTextEditor | FieldInput | None = None
        self._wanted: _Whole | None = None
        self._made: tuple[_Whole, Section] | None = None
        bench.side.preview.link_chosen.connect(self._follow)
        bench.place_shown.connect(self._turn)

    def ask(self) -> None:
        """Show it as soon as what is on screen is painted."""
        self._later.ask()

    def follow(self, field: RichTextEditor | FieldInput) -> None:
        """Show what is typed there, as soon as the letter is painted."""
        self._typed_in = field
        self._later.ask()

    def _turn(self) -> None:
        """Another page came: what was typed on the one before was handed over."""
        self._typed_in = None

    def settle(self) -> None:
        """Show it now when it was asked for."""
        self._later.settle()
        self._slices.settle()

    def stop(self) -> None:
        """Show nothing any more."""
        self._later.stop()
        self._slices.stop()

    def show(self) -> None:
        """The section of the page or of what is typed, or the whole chapter; nothing while another tab is in sight."""
        bench = self._bench
        if not bench.shows_side(0):
            return
        typed, place = self._typed(), bench.place
        if typed is not None and is_section(typed.place):
            place = typed.place
        if shows_section(bench.session.dossier, bench.editing.year, place):
            self._wanted = None
            self._slices.begin(self._section(typed, place))
        else:
            self._slices.stop()
            self._show_whole()

    # --- A section ---------------------------------------------------------------------------------------------------

    def _typed(self) -> _Typed | None:
        """What is being typed, or was typed last on this page."""
        field = self._typed_in if self._typed_in is not None and isValid(self._typed_in) else None
        found = field_at(field) if field is not None else None
        if field is None or found is None:
            return None
        bench, (record, _) = self._bench, found
        place = place_of(bench.session.dossier, type(record).__name__, record.id, bench.editing.year_id)
        return _Typed(found, place, field.unsent())

    def _section(self, typed: _Typed | None, place: Place) -> Iterator[None]:
        """Make it and show it. Numbers are counted before the first letter, so a letter waits for its section alone."""
        bench = self._bench
        dossier = _with(bench.session.dossier, typed)
        past = self._memory.of(dossier)
        year = dossier.get(ReportYear, bench.editing.year_id) or bench.editing.year
        yield
        if dossier is bench.session.dossier and is_numbered(place):
            yield from self._memory.keeping(preparing(Watched(past), year))
        made = section(Watched(past), year, place, paper(bench.palette()))
        yield
        preview = bench.side.preview
        preview.show_pieces(made.pieces, made.palette, made.drawings)
        if typed is not None and typed.text is not None:
            preview.follow(typed.name)

    # --- The whole chapter -------------------------------------------------------------------------------------------

    def _show_whole(self) -> None:
        bench, now = self._bench, self._env.now()
        dossier, palette = bench.session.dossier, paper(bench.palette())
        wanted = _Whole(dossier, bench.editing.year_id, now.date(), palette)
        if self._made is not None and self._made[0].is_same(wanted):
            self._wanted = wanted
            self._grow(self._made[1])
        elif self._wanted is None or not self._wanted.is_same(wanted):
            self._wanted = wanted
            self._make(wanted, partial(whole_chapter, dossier, bench.editing.year, now, palette))

    def _make(self, wanted: _Whole, make: Callable[[], Section]) -> None:
        self._bench.in_background(lambda _progress, _cancel: make(), partial(self._take, wanted), self._fail)

    def _grow(self, whole: Section) -> None:
        """What is on screen of it already is left as it is."""
        self._slices.begin(self._bench.side.preview.growing(whole.pieces, whole.palette, whole.drawings))

    def _take(self, made: _Whole, whole: Section) -> None:
        """A whole chapter that was made; meanwhile a person may have gone on to another page."""
        self._made = (made, whole)
        if self._wanted is not None and self._wanted.is_same(made) and self._bench.shows_side(0):
            self._grow(whole)

    def _fail(self, error: Exception) -> None:
        """Told above the page, as for a section that cannot be made."""
        self._bench.stage.guard(partial(raised, error))

    # --- Links -------------------------------------------------------------------------------------------------------

    def _follow(self, address: str) -> None:
        """A link in the preview: to a field, or to another place in the chapter."""
        spot = spot_of_link(address)
        if spot is not None:
            self._bench.jump(spot)
        elif address.startswith("#"):
            self._bench.side.preview.scroll_to(address[1:])


def _with(dossier: Dossier, typed: _Typed | None) -> Dossier:
    """The dossier as it will be when what is typed is handed over."""
    if typed is None or typed.text is None:
        return dossier
    record, field = typed.field
    return edits.applied(dossier, edits.set_value(dossier, record, field, typed.text))
