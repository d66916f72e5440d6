"""The actions that help and tell about the program. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


def help_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    return (
        ActionSpec(
            id="about",
            title="&Over dit programma",
            shortcut="F1",
            icon="info",
            run=lambda: _about(window),
            help="Versie, licentie en waar uw werk wordt bewaard",
        ),
    )


def _about(window: "MainWindow") -> None:
    """Say what this program is."""
    from riec_desktop.ui.about import APP_NAME, about_text

    around = window.around
    around.dialogs.tell(window, f"Over {APP_NAME}", about_text(around.env.data_folder))
