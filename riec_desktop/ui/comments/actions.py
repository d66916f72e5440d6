"""The actions with comments. One part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec
from riec_desktop.ui.widgets.comment_mark import KEYS

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


class CommentCommands:
    """What a person can ask of the open dossier; without one nothing happens."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def begin(self) -> None:
        """Write a comment on the field with the cursor."""
        if self._window.workbench is not None:
            self._window.workbench.comments.begin_here()

    def toggle(self) -> None:
        """Show or hide the comments."""
        bench = self._window.workbench
        if bench is not None:
            bench.toggle_side(bench.side.indexOf(bench.comments.panel))
            self._window.actions_made.refresh()

    def shows(self) -> bool:
        """Whether they are in sight."""
        bench = self._window.workbench
        return bench is not None and bench.shows_side(bench.side.indexOf(bench.comments.panel))


def comment_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = CommentCommands(window)
    return (
        ActionSpec(
            id="comment",
            title="Op&merking plaatsen",
            shortcut=KEYS,
            icon="comment",
            run=do.begin,
            enabled=window.has_dossier,
            help="Een opmerking schrijven bij het veld waarin de cursor staat",
        ),
        ActionSpec(
            id="comments",
            title="&Opmerkingen",
            shortcut="F8",
            icon="comment",
            short="Opmerkingen",
            run=do.toggle,
            enabled=window.has_dossier,
            checked=do.shows,
            help="Tonen of verbergen wat bij de velden is opgemerkt",
        ),
    )
