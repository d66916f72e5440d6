"""The actions that begin, keep and close a dossier. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


def _begin_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="new",
            title="&Nieuw dossier…",
            shortcut="Ctrl+N",
            icon="new",
            run=window.new,
            help="Een nieuw dossier met de doelen, portefeuilles en vragen om mee te beginnen",
        ),
        ActionSpec(
            id="open",
            title="&Openen…",
            shortcut="Ctrl+O",
            icon="open",
            run=window.open,
            help="Een dossier openen dat u eerder hebt opgeslagen",
        ),
        ActionSpec(
            id="example",
            title="&Voorbeeld openen",
            icon="example",
            run=window.open_example,
            help="Een ingevuld voorbeeld om in rond te kijken en te oefenen",
        ),
    )


def _keep_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="save",
            title="O&pslaan",
            shortcut="Ctrl+S",
            icon="save",
            short="Opslaan",
            run=window.save,
            enabled=window.has_dossier,
            help="Het dossier in zijn bestand opslaan",
        ),
        ActionSpec(
            id="save_as",
            title="Opslaan &als…",
            shortcut="Ctrl+Shift+S",
            run=window.save_as,
            enabled=window.has_dossier,
            help="Het dossier onder een andere naam of in een andere map opslaan",
        ),
        ActionSpec(
            id="close",
            title="S&luiten",
            shortcut="Ctrl+W",
            run=window.close_dossier,
            enabled=window.has_dossier,
            help="Dit dossier sluiten en terug naar het beginscherm",
        ),
        ActionSpec(
            id="quit",
            title="A&fsluiten",
            shortcut="Ctrl+Q",
            run=window.quit,
            help="Het programma afsluiten",
        ),
    )


def file_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    return (*_begin_specs(window), *_keep_specs(window))
