"""The actions that bring a dossier out to open formats and back. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.exchange.desk import ExchangeDesk
    from riec_desktop.ui.main_window import MainWindow


class ExchangeCommands:
    """What a person can do with open formats."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def export(self) -> None:
        """Write everything in open formats."""
        self._desk().export()

    def read(self) -> None:
        """Make a dossier of what was exported."""
        self._desk().read()

    def _desk(self) -> "ExchangeDesk":
        from riec_desktop.ui.exchange.desk import ExchangeDesk

        return ExchangeDesk(self._window)


def exchange_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = ExchangeCommands(window)
    return (
        ActionSpec(
            id="export_all",
            title="Alles e&xporteren…",
            icon="share",
            run=do.export,
            enabled=window.has_dossier,
            help="Alles uit dit dossier bewaren in vormen die ook zonder dit programma te lezen zijn",
        ),
        ActionSpec(
            id="import_all",
            title="Alles i&mporteren…",
            icon="import",
            run=do.read,
            help="Een dossier maken uit een export of uit gegevens in JSON",
        ),
    )
