"""The actions for what stands beside the page: preview, findings, last year, comments. A part of the table."""

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

    def toggle_preview(self) -> None:
        """Show or hide the preview."""
        self._toggle(_preview)

    def toggle_findings(self) -> None:
        """Show or hide the findings."""
        self._toggle(_findings)

    def shows_preview(self) -> bool:
        """Whether the preview is in sight."""
        return self._shows(_preview)

    def shows_findings(self) -> bool:
        """Whether the findings are in sight."""
        return self._shows(_findings)

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


def _preview(_: "Workbench") -> int:
    return 0


def _findings(_: "Workbench") -> int:
    return 1


def _comments(bench: "Workbench") -> int:
    return bench.side.indexOf(bench.comments.panel)


def _last_year(bench: "Workbench") -> int:
    return bench.side.indexOf(bench.last_year.view)


def side_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = SideCommands(window)
    return (*_chapter_specs(window, do), *_beside_specs(window, do))


def _chapter_specs(window: "MainWindow", do: SideCommands) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="preview",
            title="&Voorbeeld van het hoofdstuk",
            shortcut="F6",
            icon="preview",
            short="Voorbeeld",
            run=do.toggle_preview,
            enabled=window.has_dossier,
            checked=do.shows_preview,
            help="Tonen of verbergen hoe het hoofdstuk eruit komt te zien",
        ),
        ActionSpec(
            id="findings",
            title="&Aandachtspunten",
            shortcut="F7",
            icon="warning",
            short="Aandachtspunten",
            run=do.toggle_findings,
            enabled=window.has_dossier,
            checked=do.shows_findings,
            help="Tonen of verbergen wat er nog ontbreekt of niet klopt",
        ),
    )


def _beside_specs(window: "MainWindow", do: SideCommands) -> tuple[ActionSpec, ...]:
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
