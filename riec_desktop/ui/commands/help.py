"""The actions that help and tell about the program. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

KEY = "F1"

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


def help_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    return (
        ActionSpec(
            id="manual",
            title="&Handleiding",
            shortcut=KEY,
            icon="help",
            run=lambda: _manual(window),
            help="Lezen wat er bij dit scherm hoort, en alle andere bladzijden van de handleiding",
        ),
        ActionSpec(
            id="about",
            title="&Over dit programma",
            icon="info",
            run=lambda: _about(window),
            help="Versie, licentie en waar uw werk wordt bewaard",
        ),
    )


def _manual(window: "MainWindow") -> None:
    """Open the manual at the page about what is on screen."""
    from riec_desktop.ui.manual.desk import show_manual

    bench = window.workbench
    show_manual(window, window.around.env, bench.place.page if bench is not None else None)


def _about(window: "MainWindow") -> None:
    """Say what this program is."""
    from riec_desktop.ui.about import APP_NAME, about_text

    around = window.around
    around.dialogs.tell(window, f"Over {APP_NAME}", about_text(around.env.data_folder))
