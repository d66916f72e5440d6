"""Actions as data: menus, toolbar, help and tests all read this one table.

An action knows its Dutch title, its key, what it does and when it can be done; nothing here knows how it looks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from riec_desktop.ui.icons import icon


def always() -> bool:
    """For an action that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One thing a person can do.

    `title` carries the access key (`&`); `live_title` gives a title that changes, such as the step to undo. `checked`
    makes it a switch and tells how it stands. `short` is the text on the toolbar. `shortcut` may name
    several keys, with a semicolon between them.
    """

    id: str
    title: str
    help: str
    run: Callable[[], None]
    shortcut: str = ""
    icon: str = ""
    short: str = ""
    enabled: Callable[[], bool] = always
    live_title: Callable[[], str] | None = None
    checked: Callable[[], bool] | None = None


class Commands(Protocol):
    """What the window can do; every method takes no arguments and shows its own errors."""

    def new(self) -> None: ...
    def open(self) -> None: ...
    def open_example(self) -> None: ...
    def save(self) -> None: ...
    def save_as(self) -> None: ...
    def close_dossier(self) -> None: ...
    def quit(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def make_word(self) -> None: ...
    def make_excel(self) -> None: ...
    def inspect_word(self) -> None: ...
    def make_form(self) -> None: ...
    def read_forms(self) -> None: ...
    def show_waiting(self) -> None: ...
    def toggle_preview(self) -> None: ...
    def toggle_findings(self) -> None: ...
    def about(self) -> None: ...
    def has_dossier(self) -> bool: ...
    def undo_title(self) -> str: ...
    def redo_title(self) -> str: ...
    def can_undo(self) -> bool: ...
    def can_redo(self) -> bool: ...
    def shows_preview(self) -> bool: ...
    def shows_findings(self) -> bool: ...


def _begin_specs(do: Commands) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="new",
            title="&Nieuw dossier…",
            shortcut="Ctrl+N",
            icon="new",
            run=do.new,
            help="Een nieuw dossier met de doelen, portefeuilles en vragen om mee te beginnen",
        ),
        ActionSpec(
            id="open",
            title="&Openen…",
            shortcut="Ctrl+O",
            icon="open",
            run=do.open,
            help="Een dossier openen dat u eerder hebt opgeslagen",
        ),
        ActionSpec(
            id="example",
            title="&Voorbeeld openen",
            icon="example",
            run=do.open_example,
            help="Een ingevuld voorbeeld om in rond te kijken en te oefenen",
        ),
    )


def _keep_specs(do: Commands) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="save",
            title="O&pslaan",
            shortcut="Ctrl+S",
            icon="save",
            short="Opslaan",
            run=do.save,
            enabled=do.has_dossier,
            help="Het dossier in zijn bestand opslaan",
        ),
        ActionSpec(
            id="save_as",
            title="Opslaan &als…",
            shortcut="Ctrl+Shift+S",
            run=do.save_as,
            enabled=do.has_dossier,
            help="Het dossier onder een andere naam of in een andere map opslaan",
        ),
        ActionSpec(
            id="close",
            title="S&luiten",
            shortcut="Ctrl+W",
            run=do.close_dossier,
            enabled=do.has_dossier,
            help="Dit dossier sluiten en terug naar het beginscherm",
        ),
        ActionSpec(
            id="quit",
            title="A&fsluiten",
            shortcut="Ctrl+Q",
            run=do.quit,
            help="Het programma afsluiten",
        ),
    )


def _edit_specs(do: Commands) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="undo",
            title="&Ongedaan maken",
            shortcut="Ctrl+Z",
            icon="undo",
            short="Ongedaan",
            run=do.undo,
            enabled=do.can_undo,
            live_title=do.undo_title,
            help="De laatste stap terugdraaien",
        ),
        ActionSpec(
            id="redo",
            title="O&pnieuw",
            shortcut="Ctrl+Y",
            icon="redo",
            short="Opnieuw",
            run=do.redo,
            enabled=do.can_redo,
            live_title=do.redo_title,
            help="De teruggedraaide stap weer uitvoeren",
        ),
    )


def _document_specs(do: Commands) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="word",
            title="&Word-hoofdstuk…",
            shortcut="Ctrl+G",
            icon="word",
            short="Word-hoofdstuk…",
            run=do.make_word,
            enabled=do.has_dossier,
            help="Het hoofdstuk van dit jaar als Word-document maken",
        ),
        ActionSpec(
            id="excel",
            title="&Excel-overzicht…",
            shortcut="Ctrl+Shift+G",
            icon="excel",
            short="Excel-overzicht…",
            run=do.make_excel,
            enabled=do.has_dossier,
            help="Een overzicht van dit jaar als Excel-werkmap maken",
        ),
        ActionSpec(
            id="inspect",
            title="Word-&bestand controleren…",
            run=do.inspect_word,
            help="Een Word-bestand nakijken op toegankelijkheid, verwijzingen en verborgen gegevens",
        ),
    )


def _share_specs(do: Commands) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="form",
            title="&Aanleverformulier maken…",
            icon="share",
            run=do.make_form,
            enabled=do.has_dossier,
            help="Een Excel-formulier maken waarin een collega gegevens invult",
        ),
        ActionSpec(
            id="read",
            title="Formulieren &inlezen…",
            shortcut="Ctrl+Shift+I",
            icon="import",
            short="Inlezen…",
            run=do.read_forms,
            enabled=do.has_dossier,
            help="Formulieren die terugkwamen nakijken en overnemen",
        ),
        ActionSpec(
            id="waiting",
            title="&Bewaard om later te beslissen…",
            icon="history",
            run=do.show_waiting,
            enabled=do.has_dossier,
            help="Wat u bij het inlezen nog niet hebt overgenomen",
        ),
    )


def _view_specs(do: Commands) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="preview",
            title="&Voorbeeld van het hoofdstuk",
            shortcut="F6",
            icon="preview",
            short="Voorbeeld",
            run=do.toggle_preview,
            enabled=do.has_dossier,
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
            enabled=do.has_dossier,
            checked=do.shows_findings,
            help="Tonen of verbergen wat er nog ontbreekt of niet klopt",
        ),
        ActionSpec(
            id="about",
            title="&Over dit programma",
            shortcut="F1",
            icon="info",
            run=do.about,
            help="Versie, licentie en waar uw werk wordt bewaard",
        ),
    )


def action_specs(do: Commands) -> tuple[ActionSpec, ...]:
    """Every action of the program."""
    return (
        *_begin_specs(do),
        *_keep_specs(do),
        *_edit_specs(do),
        *_document_specs(do),
        *_share_specs(do),
        *_view_specs(do),
    )


SEPARATOR = ""
RECENT = "recent"
"""In a menu: where the list of recent files goes."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "&Bestand",
        ("new", "open", "example", RECENT, SEPARATOR, "save", "save_as", SEPARATOR, "close", "quit"),
    ),
    (
        "B&ewerken",
        ("undo", "redo", SEPARATOR, "search", "palette", SEPARATOR, "history", "field_history", SEPARATOR, "comment"),
    ),
    ("&Document", ("word", "excel", SEPARATOR, "inspect")),
    ("De&len", ("form", SEPARATOR, "read", "figures", SEPARATOR, "waiting")),
    ("Bee&ld", ("preview", "findings", "last_year", "comments")),
    ("&Help", ("about",)),
)

TOOLBAR: tuple[str, ...] = (
    *("save", "undo", "redo", SEPARATOR),
    *("word", "excel", SEPARATOR),
    *("read", SEPARATOR),
    *("preview", "findings", "search"),
)


def _made(parent: QObject, spec: ActionSpec) -> QAction:
    action = QAction(spec.title, parent)
    action.setObjectName(spec.id)
    action.setIconText(spec.short or spec.title.replace("&", ""))
    action.setStatusTip(spec.help)
    action.setToolTip(f"{spec.help} ({spec.shortcut})" if spec.shortcut else spec.help)
    action.setCheckable(spec.checked is not None)
    if spec.shortcut:
        action.setShortcuts(QKeySequence.listFromString(spec.shortcut))
    if spec.icon:
        action.setIcon(icon(spec.icon))

    def run() -> None:
        spec.run()

    action.triggered.connect(run)
    return action


class ActionSet:
    """The actions of one window as Qt has them, made from their specs."""

    def __init__(self, window: QWidget, specs: Sequence[ActionSpec]) -> None:
        self.specs = {spec.id: spec for spec in specs}
        self.actions = {spec.id: _made(window, spec) for spec in specs}
        window.addActions(list(self.actions.values()))

    def refresh(self) -> None:
        """Bring titles, switches and what can be done up to date."""
        for name, spec in self.specs.items():
            action = self.actions[name]
            action.setEnabled(spec.enabled())
            if spec.live_title is not None:
                action.setText(spec.live_title())
            if spec.checked is not None:
                action.setChecked(spec.checked())

    def fill_menus(self, bar: QMenuBar, recent: QMenu, before: Callable[[], None]) -> None:
        """Add the menus to a menu bar; `before` runs when one of them is about to show."""
        for title, names in MENUS:
            menu = bar.addMenu(title)
            menu.aboutToShow.connect(before)
            for name in names:
                self._add(menu, name, recent)

    def _add(self, menu: QMenu, name: str, recent: QMenu) -> None:
        if name == RECENT:
            menu.addMenu(recent)
        elif name == SEPARATOR:
            menu.addSeparator()
        else:
            menu.addAction(self.actions[name])

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Add the buttons to a toolbar."""
        for name in TOOLBAR:
            if name == SEPARATOR:
                bar.addSeparator()
            else:
                bar.addAction(self.actions[name])
