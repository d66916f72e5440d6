"""The screen that the program starts with: work that was left over, recent dossiers, and three ways to begin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.ui.icons import icon
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters, icon_size, scaled_font, unit
from riec_desktop.ui.widgets.card import Card

if TYPE_CHECKING:
    from riec_desktop.workspace.last_run import BadEnd
    from riec_desktop.workspace.session import Recovery

WELCOME = (
    "Verzamel per portefeuille wat er dit jaar is gedaan en bereikt. Het programma maakt daarvan hoofdstuk 3.4 van "
    "het jaarverslag in Word en overzichten in Excel."
)
PRIVATE = "Alles blijft op uw eigen computer. Het programma maakt geen verbinding met internet."
LEFT_OVER = (
    "Het programma is de vorige keer niet gewoon afgesloten, of u hebt ervoor gekozen uw werk op deze computer te "
    "bewaren. Er is niets verloren: kies hieronder waarmee u verder wilt."
)
CRASHED = "Het programma is de vorige keer onverwacht gestopt door een fout."
DISAPPEARED = (
    "Het programma is de vorige keer niet gewoon afgesloten. Dat gebeurt bijvoorbeeld als de computer uitvalt of "
    "opnieuw start."
)
RECOVERED = "Het werk dat nog niet in een bestand stond, is teruggevonden: het staat hieronder bij Onafgemaakt werk."
COMPLETE = "Er is geen onafgemaakt werk gevonden: wat was bewaard, staat in het dossierbestand."
HELPDESK = "Gebeurt dit vaker, stuur dan de details naar de beheerder. Er staat niets in uit uw dossier."


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginnings:
    """The three ways to begin."""

    new: Callable[[], None]
    open: Callable[[], None]
    example: Callable[[], None]


def _way(text: str, help_text: str, picture: str, run: Callable[[], None]) -> QCommandLinkButton:
    button = QCommandLinkButton(text, help_text)
    button.setIcon(icon(picture))
    side = icon_size(button) * 3 // 2
    button.setIconSize(QSize(side, side))
    button.setAccessibleName(text)
    button.setAccessibleDescription(help_text)

    def press() -> None:
        run()

    button.clicked.connect(press)
    return button


def recovery_text(recovery: "Recovery") -> str:
    """What was left over, in plain words."""
    from riec_desktop.dossier.dutch import long_date

    count = "1 wijziging staat" if recovery.unsaved == 1 else f"{recovery.unsaved} wijzigingen staan"
    local = recovery.last_edit.astimezone() if recovery.last_edit else None
    when = f"Laatst gewijzigd op {long_date(local.date())} om {local:%H:%M}. " if local else ""
    where = f"nog niet in {recovery.path.name}" if recovery.path else "nog in geen enkel bestand"
    return f"{when}{count} {where}."


def bad_end_text(ended: "BadEnd", *, left_over: bool) -> str:
    """What happened, what was recovered, and what to do."""
    from riec_desktop.dossier.dutch import long_date

    began = ended.began.astimezone()
    when = f"Het was begonnen op {long_date(began.date())} om {began:%H:%M}."
    parts = (CRASHED if ended.crashed else DISAPPEARED, when, RECOVERED if left_over else COMPLETE, HELPDESK)
    return " ".join(parts)


def shown_folder(path: Path, home: Path) -> str:
    """The folder of a file as people know it: 'Documenten' for one in their own folder, else the whole path."""
    folder = path.parent
    if folder == home or home not in folder.parents:
        return str(folder)
    return str(folder.relative_to(home))


def _welcome() -> QHBoxLayout:
    """The name of the program beside its sign, and what it is for."""
    sign, name, text = QLabel(), label("RIEC Jaarverslag"), label(WELCOME)
    side = icon_size(sign) * 3
    sign.setPixmap(icon("document").pixmap(side, side))
    name.setFont(scaled_font(name.font(), 2.0, bold=True))
    text.setFont(scaled_font(text.font(), 1.1))
    words = QVBoxLayout()
    words.addWidget(name)
    words.addWidget(text)
    row = QHBoxLayout()
    row.setSpacing(unit(sign) * 4)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


class StartScreen(QScrollArea):
    """Emits `path_chosen` for a recent file; `recover_chosen` and `discard_chosen` for work that was left over."""

    path_chosen = Signal(object)
    recover_chosen = Signal(object)
    discard_chosen = Signal(object)

    def __init__(self, begin: Beginnings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Beginscherm")
        sheet = QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(unit(self) * 4)
        self._paths: tuple[Path, ...] = ()
        self._found: tuple[Recovery, ...] = ()
        self._last_run = QVBoxLayout()
        self._left_over = QVBoxLayout()
        self._recent = QVBoxLayout()
        self._fill(begin)
        self._center(sheet)
        self.setWidget(sheet)

    def _center(self, sheet: QWidget) -> None:
        box = QWidget()
        box.setLayout(self._column)
        box.setMaximumWidth(characters(self, 130))
        row = QHBoxLayout(sheet)
        row.setContentsMargins(unit(self) * 8, unit(self) * 8, unit(self) * 8, unit(self) * 8)
        row.addStretch(1)
        row.addWidget(box, 20)
        row.addStretch(1)

    def _fill(self, begin: Beginnings) -> None:
        self._column.addStretch(2)
        self._column.addLayout(_welcome())
        self._column.addLayout(self._last_run)
        self._column.addLayout(self._left_over)
        halves = QHBoxLayout()
        halves.setSpacing(unit(self) * 6)
        halves.addWidget(self._ways(begin), 1)
        halves.addWidget(self._recent_card(), 1)
        self._column.addLayout(halves)
        self._column.addWidget(label(PRIVATE, muted=True))
        self._column.addStretch(3)

    def _ways(self, begin: Beginnings) -> QWidget:
        card = Card("Beginnen")
        for text, help_text, picture, run in (
            ("Nieuw dossier", "Met doelen, portefeuilles en vragen om mee te beginnen", "new", begin.new),
            ("Dossier openen…", "Een bestand dat u eerder hebt opgeslagen of gekregen", "open", begin.open),
            ("Voorbeeld openen", "Een ingevuld dossier om in rond te kijken en te oefenen", "example", begin.example),
        ):
            card.add(_way(text, help_text, picture, run))
        return card

    def _recent_card(self) -> QWidget:
        card = Card("Laatst geopend")
        holder = QWidget()
        self._recent.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(self._recent)
        card.add(holder)
        return card

    def recent(self) -> tuple[Path, ...]:
        """The files that are shown."""
        return self._paths

    def left_over(self) -> "tuple[Recovery, ...]":
        """The left-over work that is shown."""
        return self._found

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The files that were opened last."""
        self._paths = tuple(paths)
        _emptied(self._recent)
        for path in paths:
            self._recent.addWidget(self._recent_button(path))
        if not paths:
            self._recent.addWidget(label("Hier staan straks de dossiers die u hebt geopend.", muted=True))
        self._recent.addStretch(1)

    def _recent_button(self, path: Path) -> QWidget:
        button = _way(path.stem, shown_folder(path, Path.home()), "document", lambda: self.path_chosen.emit(path))
        button.setToolTip(str(path))
        return button

    def show_last_run(self, ended: "BadEnd | None") -> None:
        """How the run before this one ended, when that was badly; call it after `show_left_over`."""
        _emptied(self._last_run)
        if ended is None:
            return
        card, details = Card("Vorige keer"), ended.details
        card.add(label(bad_end_text(ended, left_over=bool(self._found))))
        copy = QPushButton("Kopieer details")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        card.add(row)
        self._last_run.addWidget(card)

    def show_left_over(self, found: "Sequence[Recovery]") -> None:
        """Work that a stopped program left."""
        self._found = tuple(found)
        _emptied(self._left_over)
        if found:
            card = Card("Onafgemaakt werk")
            card.add(label(LEFT_OVER))
            for recovery in found:
                card.add(self._left_over_row(recovery))
            self._left_over.addWidget(card)

    def show_unreadable(self, sentences: Sequence[str]) -> None:
        """What is wrong with work that cannot be gone on with; call it after `show_left_over`."""
        if sentences:
            card = Card("Werk dat niet kan worden gelezen")
            for one in sentences:
                card.add(label(one))
            self._left_over.addWidget(card)

    def _left_over_row(self, recovery: "Recovery") -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        name = recovery.name or "(dossier zonder naam)"
        row.addWidget(label(f"{name}\n{recovery_text(recovery)}"), 1)
        go_on = QPushButton("Verdergaan")
        go_on.setAccessibleName(f"Verdergaan met {name}")
        go_on.clicked.connect(lambda: self.recover_chosen.emit(recovery))
        drop = QPushButton("Weggooien…")
        drop.setAccessibleName(f"{name} weggooien")
        drop.clicked.connect(lambda: self.discard_chosen.emit(recovery))
        row.addWidget(go_on, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(drop, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder


def _emptied(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
