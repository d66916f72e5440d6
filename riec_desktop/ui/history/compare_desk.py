"""From the window to two moments or two years side by side, and from there back into the dossier."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Change, Source
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.history.compare_dialog import CompareDialog, Scope, Sides
from riec_desktop.ui.history.wording import moment_text
from riec_desktop.workspace.comparing import Difference, all_back, differences, field_back, record_back
from riec_desktop.workspace.versions import Moment, dossier_at, moments
from riec_desktop.workspace.years_compared import years_compared

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench

MOMENTS, YEARS = "Twee momenten van dit dossier", "Twee verslagjaren"
Key = tuple[str, int]
"""A moment: its title, and how many steps were done; or a year: its id."""


class CompareDesk:
    """Compares within the dossier of a workbench. `around` gives its dialogs and the clock."""

    def __init__(self, bench: "Workbench", around: Surroundings) -> None:
        self._bench = bench
        self._around = around
        self._session = bench.session

    def show(self, since: Moment | None = None) -> None:
        """Show what differs between a moment and now; without one between the last step and now."""
        self._bench.flush()
        dialog = CompareDialog(self._bench)
        dialog.back_wanted.connect(self._put_back)
        dialog.show_sides(self.kinds(), _key(since) if since is not None else None)
        stop = self._session.subscribe(lambda _: dialog.show_sides(self.kinds()))
        self._around.dialogs.execute(dialog)
        stop()
        dialog.deleteLater()

    # --- what can be compared ----------------------------------------------------------------------------------------

    def kinds(self) -> dict[str, Sides]:
        """What can be compared, by its name."""
        years = [one for one in views.years(self._session.dossier) if one.year]
        return {MOMENTS: self._moments(), **({YEARS: self._years(years)} if len(years) > 1 else {})}

    def _moments(self) -> Sides:
        content, now = self._session.content, self._around.env.now()
        found = {_key(one): one for one in moments(content)}

        @lru_cache(maxsize=4)
        def at(key: Hashable) -> Dossier:
            return dossier_at(content, found[cast("Key", key)])

        def title(one: Moment) -> str:
            who = ", ".join(part for part in (moment_text(one.time, now) if one.time else "", one.author) if part)
            name = f"Versie ‘{one.title}’" if one.version is not None else one.title
            return f"{name} ({who})" if who else name

        return Sides(
            keys=tuple(found),
            titles=tuple(map(title, found.values())),
            compare=lambda old, new: differences(at(old), at(new)),
            restores=True,
        )

    def _years(self, years: list[ReportYear]) -> Sides:
        dossier = self._session.dossier
        by_id = {one.id: one for one in years}
        return Sides(
            keys=tuple(by_id),
            titles=tuple(str(one.year) for one in years),
            compare=lambda old, new: years_compared(dossier, by_id[cast("str", old)], by_id[cast("str", new)]),
        )

    # --- putting back ------------------------------------------------------------------------------------------------

    def _put_back(self, scope: Scope, old: Key, one: Difference | None) -> None:
        content = self._session.content
        moment = next((each for each in moments(content) if _key(each) == old), None)
        if moment is None:
            return
        now, then = self._session.dossier, dossier_at(content, moment)
        if scope is Scope.ALL:
            self._step(f"Teruggezet naar: {moment.title}", all_back(now, then))
        elif one is not None:
            back: Callable[[Dossier, Dossier, Difference], tuple[Change, ...]] = (
                field_back if scope is Scope.FIELD else record_back
            )
            self._step(f"Teruggezet: {one.place}", back(now, then, one))

    def _step(self, text: str, changes: tuple[Change, ...]) -> None:
        try:
            self._session.edit(text, changes, source=Source.RESTORE)
        except RiecError as error:
            self._around.dialogs.tell(self._bench, "Terugzetten lukt niet", sentence(error))


def _key(moment: Moment) -> Key:
    """The same for a moment before and after another step was done; now stays now."""
    return (
        moment.version.id if moment.version is not None else moment.title,
        0 if moment.time is None else moment.count,
    )
