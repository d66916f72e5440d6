"""The actions that take a step back or do it again. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


def _undo_title(window: "MainWindow") -> str:
    return _step_title("&Ongedaan maken", window.desk.session.undo_label if window.desk.session else "")


def _redo_title(window: "MainWindow") -> str:
    return _step_title("O&pnieuw", window.desk.session.redo_label if window.desk.session else "")


def _step_title(verb: str, step: str) -> str:
    return f"{verb}: {step.replace('&', '&&')}" if step else verb


def edit_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    return (
        ActionSpec(
            id="undo",
            title="&Ongedaan maken",
            shortcut="Ctrl+Z",
            icon="undo",
            short="Ongedaan",
            run=window.undo,
            enabled=window.can_undo,
            live_title=lambda: _undo_title(window),
            help="De laatste stap terugdraaien",
        ),
        ActionSpec(
            id="redo",
            title="O&pnieuw",
            shortcut="Ctrl+Y",
            icon="redo",
            short="Opnieuw",
            run=window.redo,
            enabled=window.can_redo,
            live_title=lambda: _redo_title(window),
            help="De teruggedraaide stap weer uitvoeren",
        ),
    )
