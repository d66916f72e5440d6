"""One row of a form, made in one place: label with buddy, input with accessible name, help, error, findings."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from riec_desktop.dossier.dutch import capitalised
from riec_desktop.ui.theme import Tone, small_font, unit
from riec_desktop.ui.widgets.comment_mark import CommentMark, spoken
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.ui.widgets.inputs import FieldInput
from riec_desktop.ui.widgets.notes import FindingLabel

Note = tuple[Tone, str]
"""Severity and sentence of something that was noticed at a field."""


LONG_LABEL = 30
"""Characters: a longer label may take two lines, so that two fields fit beside each other."""


class FormRow(QWidget):
    """An input with all that belongs to it."""

    def __init__(self, field: FieldInput, label: str = "", help_text: str = "") -> None:
        """`label` and `help_text` are those of the field when left out."""
        super().__init__()
        self.field = field
        self._name = capitalised(label or field.spec.label)
        self._help = help_text or field.spec.help
        self.label = QLabel(self._name.replace("&", "&&"), self)
        self.label.setWordWrap(len(self._name) > LONG_LABEL)
        self.label.setBuddy(field.main)
        self.label.setVisible(not field.has_own_label)
        self.error: FindingLabel | None = None
        self.mark = CommentMark(self)
        self.mark.hide()
        self._said = ""
        self._notes = QVBoxLayout()
        self._shown: tuple[Note, ...] = ()
        self._labels: list[FindingLabel] = []
        self._lay_out()
        field.set_label(self._name, self._help)
        field.main.setToolTip(self._help or self._name)
        field.problem_changed.connect(self._show_problem)

    def _help_label(self) -> QLabel:
        made = InkLabel(self._help, self)
        made.setWordWrap(True)
        made.setFont(small_font(self.font()))
        return made

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(unit(self))
        self._column.addLayout(self._head())
        if not self.field.has_own_label:
            self._column.addWidget(self.field)
        if self._help:
            self._column.addWidget(self._help_label())
        self._column.addLayout(self._notes)
        self._column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        """The label, or an input that carries its own, with the mark of the comments behind it."""
        head = QHBoxLayout()
        head.addWidget(self.label, 100 if self.label.wordWrap() else 0)
        if self.field.has_own_label:
            head.addWidget(self.field)
        head.addWidget(self.mark)
        head.addStretch(1)
        return head

    def show_comments(self, open_count: int, count: int) -> None:
        """Show how many comments are open at this field, of how many; without this call there is no mark."""
        self._said = spoken(open_count, count)
        self.mark.show_counts(self._name, open_count, count)
        self.mark.show()
        self._describe()

    def _show_problem(self, sentence: str) -> None:
        """The sentence is part of what a screen reader says for the field."""
        if self.error is None:
            self.error = FindingLabel(tone=Tone.ERROR, parent=self)
            self._column.insertWidget(self._column.indexOf(self._notes), self.error)
        self.error.show_finding(sentence, Tone.ERROR)
        self.error.setVisible(bool(sentence))
        self._describe()

    def _describe(self) -> None:
        """What a screen reader says after the name of the field."""
        problem = self.field.problem()
        self.field.set_label(self._name, " ".join(part for part in (problem, self._said, self._help) if part))

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show what was noticed at this field."""
        if tuple(notes) == self._shown:
            return
        self._shown = tuple(notes)
        for label in self._labels:
            self._notes.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = [FindingLabel(sentence, tone, parent=self) for tone, sentence in notes]
        for label in self._labels:
            self._notes.addWidget(label)
            label.show()
