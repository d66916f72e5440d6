"""A text at its place in the dossier: what every rule about texts is given."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from riec_desktop.checks.findings import Finding, Repair, Severity, noticed
from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec, Kind
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.records import PortfolioReport, Record
from riec_desktop.dossier.richtext import plain_text

LINKED = "0"
"""What a linked number or a reference reads as in `TextPlace.plain`: a word that no rule stumbles over."""


@lru_cache(maxsize=16384)
def plain_of(text: str) -> str:
    """What a reader sees of a rich text; remembered, because several rules ask it of the same texts."""
    return plain_text(parse(text), lambda _: LINKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlace:
    """One text field of one record. `where` begins the Dutch sentence of a finding and names the field.

    `text` is what the field holds, `plain` what a reader sees: a line per paragraph, without markup.
    """

    dossier: Dossier
    year: int
    record: Record
    spec: FieldSpec
    text: str
    plain: str
    where: str
    report: PortfolioReport | None = None

    def notice(
        self,
        severity: Severity,
        code: str,
        problem: str,
        *,
        repairs: tuple[Repair, ...] = (),
        reason: str = "",
        words: str = "",
    ) -> Finding:
        """The finding here; `problem` ends the sentence that `where` begins, `words` are the ones that it is about."""
        return noticed(
            self.record,
            self.spec.name,
            severity,
            code,
            f"{self.where}: {problem}",
            report=self.report,
            repairs=repairs,
            reason=reason,
            words=words,
        )

    def repair(self, title: str, mend: Callable[[str], str]) -> tuple[Repair, ...]:
        """The repair that puts what `mend` makes of each stretch of words in their place; none where that is nothing.

        Links, linked numbers and looks stay as they are. A record that is not in the dossier has nothing to mend.
        """
        if self.dossier.get(type(self.record), self.record.id) is None:
            return ()
        changes = set_field(self.record, self.spec.name, self._mended(mend))
        return (Repair(title=title, changes=changes),) if changes else ()

    def _mended(self, mend: Callable[[str], str]) -> str:
        if self.spec.kind is not Kind.RICH:
            return mend(self.text)
        blocks = parse(self.text)
        return write(
            replace(block, runs=tuple(run if run.linked else replace(run, text=mend(run.text)) for run in block.runs))
            for block in blocks
        )
