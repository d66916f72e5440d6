"""The questions of a portfolio: prompt, help, last year's answer and promise, the editor, and what was noticed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import views
from riec_desktop.dossier.records import Answer, PortfolioReport, Question
from riec_desktop.ui.last_year.strip import LastYearStrip, pieces_of
from riec_desktop.ui.last_year.taking import take_over
from riec_desktop.ui.pages.findings_line import FindingLines
from riec_desktop.ui.pages.page import PageContext, Part, RecordField, Spot, first, label
from riec_desktop.ui.theme import unit
from riec_desktop.ui.widgets.comment_mark import CommentMark, spoken
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from riec_desktop.workspace.comments import field_counts
from riec_desktop.workspace.last_year import OldText


class QuestionPart(Part):
    """One question with the answer of one report."""

    def __init__(self, context: PageContext, report_id: str, question_id: str) -> None:
        super().__init__()
        self._context = context
        self._report_id = report_id
        self._question_id = question_id
        self._number = 1
        self._topic = label("", level=3)
        self._prompt = label("")
        self._help = label("", muted=True)
        self._before = LastYearStrip(self._take_over)
        self.editor = RichTextEditor(context.forms)
        self.editor.edited.connect(self._edited)
        self._findings = FindingLines()
        self.mark = CommentMark(self, always=True)
        self.mark.clicked.connect(self._comment)
        self.column.addLayout(self._head())
        for widget in (self._prompt, self._help, self._before, self.editor, self._findings):
            self.column.addWidget(widget)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._topic, 1)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _comment(self) -> None:
        answer = self.answer()
        if answer is not None:
            self._context.comment(answer, "text")

    def _question(self) -> Question | None:
        return self._context.editing.dossier.get(Question, self._question_id)

    def _report(self) -> PortfolioReport | None:
        return self._context.editing.dossier.get(PortfolioReport, self._report_id)

    def answer(self) -> Answer | None:
        """The answer as it is now, an empty one when nothing was written."""
        report, question = self._report(), self._question()
        return views.answer(self._context.editing.dossier, report, question) if report and question else None

    def _edited(self, text: str) -> None:
        answer = self.answer()
        if answer is not None:
            self._context.editing.set(answer, "text", text)

    def _take_over(self, old: OldText) -> None:
        """Put a text of last year in the answer, with the cursor behind it."""
        self.flush()
        year = (self._context.editing.year.year or 1) - 1
        if take_over(self, self._context.dialogs, self._context.editing, old, year):
            self.editor.setFocus()

    def refresh(self) -> None:
        """Show question and answer."""
        report, question, answer = self._report(), self._question(), self.answer()
        if report is None or question is None or answer is None:
            return
        year = self._context.editing.year.year
        needed = "" if views.is_required(question, report.status) else " (mag leeg blijven)"
        prompt = views.filled_prompt(question.prompt or question.topic, year)
        self._topic.setText(f"{self._number}. {views.filled_prompt(question.topic, year)}{needed}")
        self._prompt.setText(prompt)
        self._prompt.setVisible(bool(question.prompt))
        self._help.setText(views.filled_prompt(question.help, year))
        self._help.setVisible(bool(question.help))
        open_count, count = field_counts(self._context.editing.dossier, answer, ("text",)).get("text", (0, 0))
        self.mark.show_counts(self._topic.text(), open_count, count)
        self.editor.set_label(prompt, " ".join(filter(None, (spoken(open_count, count), question.help))))
        self.editor.set_budget(question.word_budget)
        self.editor.set_text(answer.text)
        self.editor.refresh_numbers()
        self._before.show_pieces(pieces_of(self._context.editing.dossier, report, question))

    def number(self, number: int) -> None:
        """The place of the question in the questionnaire, from 1."""
        self._number = number

    def heading(self) -> str:
        """Number, topic, and whether it may stay empty."""
        return self._topic.text()

    def last_year(self) -> LastYearStrip:
        """The strip about last year."""
        return self._before

    def last_year_text(self) -> str:
        """What the strip about last year says."""
        return self._before.text()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was noticed in this answer."""
        answer = self.answer()
        ids = {answer.id} if answer else set[str]()
        self._findings.set_findings([one for one in findings if one.record_id in ids or self._is_missing(one)])

    def _is_missing(self, finding: Finding) -> bool:
        """An answer that was never written has no record: its finding names the report and the question."""
        return finding.record_id == self._report_id and finding.field == self._question_id

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.editor.flush()

    def lock(self, *, locked: bool) -> None:
        """Read, and not change."""
        self.editor.set_read_only(locked)
        self._before.lock(locked=locked)

    def field_of(self, widget: QWidget) -> RecordField | None:
        """The answer."""
        answer = self.answer()
        return (answer, "text") if answer is not None else None

    def locate(self, spot: Spot) -> QWidget | None:
        """The editor, for its answer or its question in this report."""
        answer = self.answer()
        mine = spot.kind == "Answer" and answer is not None and spot.record_id == answer.id
        asked = spot.record_id == self._report_id and spot.field == self._question_id
        return self.editor if mine or asked else None


class QuestionsPart(Part):
    """All questions of a report, in the order of the questionnaire."""

    def __init__(self, context: PageContext, report_id: str) -> None:
        super().__init__("Vragen")
        self._context = context
        self._report_id = report_id
        self._shown: dict[str, QuestionPart] = {}
        self._order: list[str] = []
        self._findings: Sequence[Finding] = ()
        self._locked = False
        self._some: int | None = 1
        self._list = QVBoxLayout()
        self._list.setSpacing(unit(self) * 5)
        self.column.addLayout(self._list)
        self._nothing = QLabel("Dit jaar heeft nog geen vragenlijst. U maakt die bij Inrichting, Vragenlijst.")
        self._nothing.setWordWrap(True)
        self.column.addWidget(self._nothing)

    def _all(self) -> list[str]:
        editing = self._context.editing
        return [one.id for one in views.questions(editing.dossier, editing.year_id)]

    def grow(self) -> bool:
        """Make the next question."""
        if self._some is None:
            return False
        shown, order = len(self._order), self._all()
        self._some = shown + 1 if shown + 1 < len(order) else None
        self._arrange(order[: self._some])
        for part in self.parts()[shown:]:
            part.refresh()
            part.show_findings(self._findings)
            part.lock(locked=self._locked)
        return len(self._order) > shown

    def refresh(self) -> None:
        """Show the questions that there are now, as far as they are made; those that stay keep their editor."""
        order = self._all()[: self._some]
        if order != self._order:
            self._arrange(order)
        self._nothing.setVisible(not order)
        for part in self._shown.values():
            part.refresh()

    def _arrange(self, order: list[str]) -> None:
        for gone in [one for one in self._shown if one not in order]:
            self._shown.pop(gone).deleteLater()
        for index, question_id in enumerate(order):
            if question_id not in self._shown:
                self._shown[question_id] = QuestionPart(self._context, self._report_id, question_id)
            self._shown[question_id].number(index + 1)
            self._list.insertWidget(index, self._shown[question_id])
            self._shown[question_id].show()
        self._order = order

    def parts(self) -> Sequence[QuestionPart]:
        """The questions in their order."""
        return [self._shown[one] for one in self._order]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Every question shows its own."""
        self._findings = findings
        for part in self._shown.values():
            part.show_findings(findings)

    def flush(self) -> None:
        """Every question hands over what is being typed."""
        for part in self._shown.values():
            part.flush()

    def lock(self, *, locked: bool) -> None:
        """Every question."""
        self._locked = locked
        for part in self._shown.values():
            part.lock(locked=locked)

    def locate(self, spot: Spot) -> QWidget | None:
        """The editor of an answer."""
        return first(part.locate(spot) for part in self._shown.values())
