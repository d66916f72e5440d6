"""The actions that show what stands beside the page: last year and the comments. One part of the table of actions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec
from riec_desktop.ui.widgets.comment_mark import KEYS

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow
    from riec_desktop.ui.workbench import Workbench


Tab = Callable[["Workbench"], int]
"""Which tab at the right it is."""


class SideCommands:
    """What a person can ask of the open dossier; without one nothing happens."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def begin_comment(self) -> None:
        """Write a comment on the field with the cursor."""
        if self._window.workbench is not None:
            self._window.workbench.comments.begin_here()

    def toggle_comments(self) -> None:
        """Show or hide the comments."""
        self._toggle(_comments)

    def toggle_last_year(self) -> None:
        """Show or hide last year."""
        self._toggle(_last_year)

    def shows_comments(self) -> bool:
        """Whether the comments are in sight."""
        return self._shows(_comments)

    def shows_last_year(self) -> bool:
        """Whether last year is in sight."""
        return self._shows(_last_year)

    def _toggle(self, tab: Tab) -> None:
        bench = self._window.workbench
        if bench is not None:
            bench.toggle_side(tab(bench))
            self._window.actions_made.refresh()

    def _shows(self, tab: Tab) -> bool:
        bench = self._window.workbench
        return bench is not None and bench.shows_side(tab(bench))


def _comments(bench: "Workbench") -> int:
    return bench.side.indexOf(bench.comments.panel)


def _last_year(bench: "Workbench") -> int:
    return bench.side.indexOf(bench.last_year.view)


def side_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = SideCommands(window)
    return (
        ActionSpec(
            id="comment",
            title="Op&merking plaatsen",
            shortcut=KEYS,
            icon="comment",
            run=do.begin_comment,
            enabled=window.has_dossier,
            help="Een opmerking schrijven bij het veld waarin de cursor staat",
        ),
        ActionSpec(
            id="comments",
            title="&Opmerkingen",
            shortcut="F8",
            icon="comment",
            short="Opmerkingen",
            run=do.toggle_comments,
            enabled=window.has_dossier,
            checked=do.shows_comments,
            help="Tonen of verbergen wat bij de velden is opgemerkt",
        ),
        ActionSpec(
            id="last_year",
            title="Vorig &jaar",
            shortcut="F9",
            icon="history",
            short="Vorig jaar",
            run=do.toggle_last_year,
            enabled=window.has_dossier,
            checked=do.shows_last_year,
            help="Tonen of verbergen wat er vorig jaar stond, om te lezen en over te nemen",
        ),
    )
