"""What a person asks in the tab 'Aandachtspunten', done on the open dossier."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from riec_desktop.checks.findings import Finding, Repair
from riec_desktop.checks.kinds import with_kind
from riec_desktop.ui.findings.groups import Group
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.places import place_of_finding
from riec_desktop.ui.search.selecting import select_words
from riec_desktop.workspace.repairing import behind, mark, repaired_all

if TYPE_CHECKING:
    from riec_desktop.ui.desk import Surroundings
    from riec_desktop.ui.workbench import Workbench


class FindingsDesk:
    """Lives as long as its workbench, in the same surroundings."""

    def __init__(self, bench: "Workbench", around: "Surroundings") -> None:
        self._bench = bench
        self._around = around
        panel = bench.side.findings
        panel.finding_chosen.connect(self.go_to)
        panel.repair_wanted.connect(self.repair)
        panel.all_wanted.connect(self.repair_all)
        panel.hide_wanted.connect(self.leave_out)
        panel.reason_wanted.connect(self.give_reason)
        bench.place_shown.connect(panel.refresh)

    def is_here(self, finding: Finding) -> bool:
        """Whether it is about the page in sight."""
        return place_of_finding(self._bench.session.dossier, finding, self._bench.editing.year_id) == self._bench.place

    def go_to(self, finding: Finding) -> None:
        """Show the field, with the words selected that it is about."""
        dossier = self._bench.session.dossier
        place = place_of_finding(dossier, finding, self._bench.editing.year_id)
        spot = Spot(finding.kind.__name__, finding.record_id, finding.field)
        self._bench.go(place, spot)
        page = self._bench.stage.page
        field = page.locate(spot) if page is not None else None
        if field is not None and finding.words:
            select_words(field, finding.words)

    def repair(self, finding: Finding, repair: Repair) -> None:
        """Do one repair, as one step; what is being typed comes first, and may have made it another repair or none."""
        self._bench.flush()
        self._bench.derive_now()
        same = [one for one in self._bench.derived.findings if mark(one) == mark(finding)]
        now = next((one for found in same for one in found.repairs if one.title == repair.title), None)
        if now is not None:
            self._bench.editing.do(f"Repareren: {now.title}", now.changes)
            self._bench.derive_now()

    def repair_all(self, group: Group) -> None:
        """Repair every finding of a kind with its first repair, as one step."""
        self._repair(group.findings, f"Repareren: {group.kind.title}")

    def _repair(self, findings: Iterable[Finding], label: str) -> None:
        self._bench.flush()
        editing, marks = self._bench.editing, {mark(one) for one in findings}
        changes = repaired_all(
            editing.dossier, editing.year.year or 0, lambda one: mark(one) in marks, self._bench.checker
        )
        editing.do(label, changes)
        self._bench.derive_now()

    def mend(self, point: str) -> str:
        """Repair in the dossier what was seen in a document on this point; tells in Dutch what came of it."""
        self._bench.flush()
        self._bench.derive_now()
        found = behind(self._bench.derived.findings, point)
        repairable = [one for one in found if one.repairs]
        if repairable:
            self._repair(repairable, "Herstellen wat in het document opviel")
            count = "1 plaats is" if len(repairable) == 1 else f"{len(repairable)} plaatsen zijn"
            return f"{count} in het dossier hersteld. Maak het document daarna opnieuw."
        if found:
            self._bench.show_side(self._bench.side.findings)
            return "Dit staat bij de aandachtspunten van het dossier: daar kunt u het zelf aanvullen."
        return "In het dossier is hiervoor niets te herstellen; het staat alleen in dit bestand."

    def give_reason(self, finding: Finding) -> None:
        """Show the gate at this finding, where a person says why it may stay."""
        from riec_desktop.ui.gate.desk import make_final_documents

        make_final_documents(self._bench, self._around, at=finding)

    def leave_out(self, group: Group) -> None:
        """Show this kind no more, until it is ticked again under Controles."""
        editing = self._bench.editing
        changes = with_kind(editing.dossier, group.kind, wanted=False)
        editing.do(f"Niet meer tonen: {group.kind.title}", changes)
        self._bench.derive_now()
