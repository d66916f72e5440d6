"""The dialog that asks which portfolios go to a colleague, and says what goes along with them and what does not."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.form_dialog import FormDialog
from riec_desktop.ui.generate.portfolios import PortfolioList
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters, line_height
from riec_desktop.workspace.parts import PartWords

HELP = (
    "Uw collega krijgt een eigen dossier met alleen de portefeuilles die u kiest, en werkt daar gewoon in. Komt het "
    "terug, dan voegt u het samen met uw dossier; wat er niet in zat, blijft zoals het bij u is."
)
NOTHING = "Kies ten minste één portefeuille."


class PartDialog(FormDialog):
    """Accepted, `chosen` are the portfolios. `words` says what a choice means; `ticked` is chosen at first."""

    def __init__(
        self,
        parent: QWidget | None,
        names: Mapping[str, str],
        ticked: tuple[str, ...],
        words: Callable[[tuple[str, ...]], PartWords],
    ) -> None:
        super().__init__(parent, "Deel van het dossier delen", "&Deel maken…")
        self._words = words
        self.list = PortfolioList()
        self.list.offer(names)
        self.list.choose(ticked)
        self.along, self.behind = label(""), label("")
        for text in (self.along, self.behind):
            # The list keeps its size when a tick brings words below it: what was ticked stays in sight.
            text.setMinimumHeight(line_height(self) * 2)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
        at = self.column.indexOf(self.buttons)
        for widget in (label(HELP, muted=True), self.list, self.along, self.behind):
            self.column.insertWidget(at, widget)
            at += 1
        self.column.setStretchFactor(self.list, 1)
        self.list.changed.connect(self._explain)
        self.setMinimumWidth(characters(self, 70))
        resize_within_screen(self, characters(self, 80), line_height(self) * 30)
        self._explain()

    def chosen(self) -> tuple[str, ...]:
        """The ids of the chosen portfolios."""
        return self.list.chosen()

    def _explain(self) -> None:
        chosen = self.chosen()
        words = self._words(chosen)
        self.along.setText(words.along if chosen else NOTHING)
        self.behind.setText(words.behind if chosen else "")
        self.accept_button.setEnabled(bool(chosen))
