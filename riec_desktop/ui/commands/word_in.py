"""The action that reads the chapter of an earlier year. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


def word_in_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The action, for the table of the window."""

    def read_year() -> None:
        from riec_desktop.ui.word_in.desk import YearDesk

        if window.workbench is not None:
            window.flush()
            YearDesk(window.workbench, window.around).pick()

    return (
        ActionSpec(
            id="read_year",
            title="Hoofdstuk van een eerder &jaar inlezen…",
            icon="import",
            run=read_year,
            enabled=window.has_dossier,
            help="Een bestaand Word-hoofdstuk lezen, zodat u de teksten van een eerder jaar niet hoeft over te typen",
        ),
    )
