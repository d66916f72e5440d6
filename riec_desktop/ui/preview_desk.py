"""The preview beside the page: made when the page is painted, so that going to a page never waits for it.

A section is made at once. The whole chapter of a large dossier takes longer than a person waits between two keys, so
it is made on another thread, and only when something changed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.ui.background import raised
from riec_desktop.ui.later import Later
from riec_desktop.ui.preview import Shown, preview_html, shows_section, spot_of_link
from riec_desktop.ui.theme import is_dark
from riec_desktop.workspace.environment import Environment

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the preview of a whole chapter was made of."""

    dossier: Dossier
    year_id: str
    day: date
    dark: bool

    def is_same(self, other: "_Whole") -> bool:
        """The very dossier: comparing all of it would take longer than making the text."""
        rest = (self.year_id, self.day, self.dark) == (other.year_id, other.day, other.dark)
        return rest and self.dossier is other.dossier


class PreviewDesk:
    """Fills the tab with the preview of a workbench and follows its links."""

    def __init__(self, bench: "Workbench", env: Environment) -> None:
        self._bench = bench
        self._env = env
        self._later = Later(bench, lambda: bench.stage.guard(self.show), 0)
        self._wanted: _Whole | None = None
        self._made: tuple[_Whole, Shown] | None = None
        bench.side.preview.link_chosen.connect(self._follow)

    def ask(self) -> None:
        """Show it as soon as what is on screen is painted."""
        self._later.ask()

    def settle(self) -> None:
        """Show it now when it was asked for."""
        self._later.settle()

    def stop(self) -> None:
        """Show nothing any more."""
        self._later.stop()

    def show(self) -> None:
        """The section of the page, or the whole chapter; nothing while another tab is in sight."""
        bench = self._bench
        if not bench.shows_side(0):
            return
        now, dark = self._env.now(), is_dark(bench.palette())
        make = partial(preview_html, bench.session.dossier, bench.editing.year, bench.place, now, dark=dark)
        if shows_section(bench.place):
            self._wanted = None
            bench.side.preview.show_html(*make())
        else:
            self._show_whole(_Whole(bench.session.dossier, bench.editing.year_id, now.date(), dark), make)

    def _show_whole(self, wanted: _Whole, make: Callable[[], Shown]) -> None:
        if self._made is not None and self._made[0].is_same(wanted):
            self._wanted = wanted
            self._bench.side.preview.show_html(*self._made[1])
        elif self._wanted is None or not self._wanted.is_same(wanted):
            self._wanted = wanted
            self._bench.in_background(lambda _progress, _cancel: make(), partial(self._take, wanted), self._fail)

    def _take(self, made: _Whole, shown: Shown) -> None:
        """A whole chapter that was made; meanwhile a person may have gone on to another page."""
        self._made = (made, shown)
        if self._wanted is not None and self._wanted.is_same(made) and self._bench.shows_side(0):
            self._bench.side.preview.show_html(*shown)

    def _fail(self, error: Exception) -> None:
        """Told above the page, as for a section that cannot be made."""
        self._bench.stage.guard(partial(raised, error))

    def _follow(self, address: str) -> None:
        """A link in the preview: to a field, or to another place in the chapter."""
        spot = spot_of_link(address)
        if spot is not None:
            self._bench.jump(spot)
        elif address.startswith("#"):
            self._bench.side.preview.scroll_to(address[1:])
