"""Repairing many findings at once, as one step that can be undone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from riec_desktop.checks.checker import Checker
from riec_desktop.checks.findings import Finding
from riec_desktop.dossier.changes import Change, SetField, apply_changes
from riec_desktop.dossier.dossier import Dossier

Mark = tuple[str, str, str, str]
"""The code, the id of the record, the field and the words."""


def repaired_all(
    dossier: Dossier, year: int, wanted: Callable[[Finding], bool], checker: Checker
) -> tuple[Change, ...]:
    """The changes that repair every wanted finding of a year with its first repair.

    Two findings in one field are repaired one after the other, each in what the other left; one that a repair does not
    take away is tried once. `checker` makes that quick.
    """
    working, tried, done = dossier, set[Mark](), list[Change]()
    while True:
        found = [one for one in checker.check(working, year) if one.repairs and wanted(one) and mark(one) not in tried]
        if not found:
            return tuple(_joined(done))
        now = _one_a_field(found)
        tried.update(map(mark, now))
        applied = apply_changes(working, (change for one in now for change in one.repairs[0].changes))
        working = applied.dossier
        done += applied.done


def mark(finding: Finding) -> Mark:
    """What a finding is the same finding by, after another one in its text was repaired."""
    return finding.code, finding.record_id, finding.field, finding.words


def _one_a_field(findings: Iterable[Finding]) -> list[Finding]:
    """The first finding of each field: the repair of a second would not fit the text any more."""
    return list({(one.record_id, one.field): one for one in reversed(list(findings))}.values())


def _joined(changes: Iterable[Change]) -> Iterator[Change]:
    """Several changes of one field as one."""
    joined: dict[object, Change] = {}
    for change in changes:
        key = (change.kind, change.record_id, change.field) if isinstance(change, SetField) else change
        before = joined.get(key)
        if isinstance(change, SetField) and isinstance(before, SetField):
            joined[key] = replace(before, new=change.new)
        else:
            joined[key] = change
    yield from joined.values()


# --- What was seen in a document -------------------------------------------------------------------------------------

MENDED_BY: Mapping[str, tuple[str, ...]] = {
    "drawings.described": ("picture.no_description",),
    "final.prompts": ("text.leftover",),
    "headings.fake": ("typing.heading",),
    "headings.empty": ("goal.no_short_name", "report.no_name", "year.no_title"),
    "lists.typed": ("typing.list",),
    "text.spaces": ("typing.spaces",),
}
"""A point of the inspection of a document → the findings in the dossier that bring it about."""


def behind(findings: Iterable[Finding], point: str) -> tuple[Finding, ...]:
    """The findings that bring about what was seen in a document on this point."""
    return tuple(one for one in findings if one.code in MENDED_BY.get(point, ()))
