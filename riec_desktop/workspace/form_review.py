"""A form that came back as proposals: what is in it, against what was sent and what stands in the dossier now.

Pure: a dossier and an answer give an `Incoming`. Nothing is dropped: what has no place in the dossier is a proposal
that says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from riec_desktop.dossier.changes import AddRecord, Change, Source
from riec_desktop.dossier.choices import OrganisationKind, PromiseOutcome
from riec_desktop.dossier.codec import WrongValueError
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import end_position, set_value
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.merge import merge_text
from riec_desktop.dossier.order import STEP
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    ContributionForm,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Promise,
    Question,
    Record,
    ReportYear,
)
from riec_desktop.dossier.richtext import Linked
from riec_desktop.dossier.views import is_required, report_name, reports
from riec_desktop.excel.form_answer import AnswerRow, FormAnswer, column_label
from riec_desktop.excel.form_fields import ASKED, NOTHING_SENT, Key, Sent, in_dossier, record_at, unpacked, value_hash
from riec_desktop.excel.form_values import Given, Known, given
from riec_desktop.excel.reading.cells import shown
from riec_desktop.figures.shown import linked_text
from riec_desktop.workspace.form_notes import OTHER_DOSSIER, notes_of
from riec_desktop.workspace.form_places import Placed, placed_rows, replace_report, year_of_form
from riec_desktop.workspace.form_shown import place_of, shown_record, shown_value
from riec_desktop.workspace.review import Destination, Incoming, Proposal, Standing, with_own_ids

_OURS = ("regel", "woorden", "oordeel", "gevraagd")
"""Columns that the form itself fills."""
_GONE = "(verwijderd)"
_MOST_STRAYS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Review:
    """What the comparison knows: the dossier, the answer, what was sent. `added` counts the new records."""

    dossier: Dossier
    answer: FormAnswer
    form: ContributionForm | None
    sent: Sent
    year: ReportYear | None
    doubt: str
    added: list[str] = field(default_factory=list[str])

    @property
    def known(self) -> Known:
        """For reading cells."""
        tokens = self.sent.tokens or self.answer.tokens
        return Known(dossier=self.dossier, tokens=tokens, show=self.show)

    def show(self, linked: Linked) -> str:
        """What a linked number prints in the year of the form."""
        return linked_text(self.dossier, linked, self.year.year if self.year else None)


def proposals(dossier: Dossier, answer: FormAnswer, dossier_id: str = "") -> Incoming:
    """Everything that a form brings, for review. `dossier_id`: the id of this dossier, '' when it is not known."""
    form = dossier.get(ContributionForm, answer.form_id)
    foreign = form is None and bool(dossier_id) and answer.dossier_id not in ("", dossier_id)
    review = _Review(
        dossier=dossier,
        answer=answer,
        form=form,
        sent=(unpacked(form.content) if form else None) or NOTHING_SENT,
        year=year_of_form(dossier, answer, form),
        doubt=OTHER_DOSSIER if foreign else "",
    )
    placed = placed_rows(dossier, answer, form)
    found = [one for row in placed for one in _of_row(review, row)]
    found += [*_missing_rows(review, placed), *_strays(review)]
    who = answer.filled_by or (form.recipient if form else "")
    return Incoming(
        id=natural_id("form", answer.form_id, answer.origin),
        source=Source.FORM,
        title=f"Formulier van {who}" if who else f"Formulier {answer.origin}",
        origin=answer.origin,
        from_whom=who,
        answers=answer.form_id,
        proposals=tuple(with_own_ids(_doubted(one, review.doubt) for one in found)),
        notes=notes_of(dossier, answer, review.sent, known=form is not None, foreign=foreign),
    )


def _doubted(proposal: Proposal, doubt: str) -> Proposal:
    return replace(proposal, doubt=f"{doubt} {proposal.doubt}".strip()) if doubt else proposal


# --- A row -----------------------------------------------------------------------------------------------------------


def _of_row(review: _Review, placed: Placed) -> Iterator[Proposal]:
    if placed.key is None:
        unknown = _unknown(review, placed.row, placed.doubt)
        yield replace(unknown, destinations=tuple(_destinations(review, placed)))
        return
    record = record_at(review.dossier, placed.key)
    if in_dossier(review.dossier, record) or type(record) not in (Activity, Callout):
        yield from _fields(review, placed, placed.key, record)
    else:
        yield from _spare_row(review, placed, placed.key, record)


def _spare_row(review: _Review, placed: Placed, key: Key, record: Record) -> Iterator[Proposal]:
    """A new record, or what somebody wrote that makes none: a name that nobody knows, and nothing else."""
    filled = _filled(review, placed, key).values()
    if any(one.value for one in filled):
        yield from _new_record(review, placed, key, record)
    elif doubts := [doubt for one in filled for doubt in one.doubts]:
        yield _unknown(review, placed.row, " ".join(doubts))


def _destinations(review: _Review, placed: Placed) -> Iterator[Destination]:
    """The portfolios of the year, for a new record that names none of them."""
    if placed.homeless is None or review.year is None:
        return
    for report in reports(review.dossier, review.year):
        key = replace_report(placed.homeless, report.id)
        for one in _new_record(review, placed, key, record_at(review.dossier, key)):
            yield Destination(name=report_name(review.dossier, report), changes=one.changes)


def _unknown(review: _Review, row: AnswerRow, doubt: str) -> Proposal:
    """A row that nothing in the dossier answers to, with all that stands in it."""
    written = ((name, cell) for name, cell in row.cells.items() if name not in _OURS)
    said = ((column_label(row.kind, name), shown(cell).strip()) for name, cell in written)
    text = "\n".join(f"{label}: {words}" for label, words in said if words)
    place = f"Blad {row.sheet}, rij {row.number}"
    return Proposal(
        id=natural_id(review.answer.form_id, "row", row.sheet, text),
        standing=Standing.UNKNOWN,
        place=place,
        label="regel",
        theirs=text,
        doubt=doubt or "Deze regel hoort bij niets in het dossier.",
    )


def _base(review: _Review, key: Key, name: str, mine: Value) -> Value:
    """What was sent; what stands in the dossier now when the dossier does not know the form."""
    return review.sent.value(key, name) if review.sent.asked(key) else mine


def _given(review: _Review, placed: Placed, key: Key, name: str, base: Value) -> Given:
    return given(placed.row.cells.get(name), specs(key.kind)[name], base, review.known)


def _fields(review: _Review, placed: Placed, key: Key, record: Record) -> Iterator[Proposal]:
    for name in ASKED[key.kind]:
        if name in placed.row.columns:
            mine = cast("Value", getattr(record, name))
            base = _base(review, key, name, mine)
            found = _given(review, placed, key, name, base)
            yield from _field(review, _Field(placed=placed, key=key, record=record, name=name, base=base, given=found))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """One field that came back."""

    placed: Placed
    key: Key
    record: Record
    name: str
    base: Value
    given: Given

    @property
    def spec(self) -> FieldSpec:
        return specs(self.key.kind)[self.name]

    @property
    def mine(self) -> Value:
        return cast("Value", getattr(self.record, self.name))


def _field(review: _Review, one: _Field) -> Iterator[Proposal]:
    """What a field asks for, if anything."""
    theirs = one.given.value
    if not one.given.understood:
        yield _made(review, one, Standing.UNKNOWN, theirs=shown(one.placed.row.cells[one.name]))
    elif _is_unchanged(review, one):
        yield from _unread(review, one)
        yield from _left_open(review, one)
    elif theirs == one.mine:
        return
    elif _is_empty(theirs, one.spec) and not _is_empty(one.base, one.spec):
        yield _made(review, one, Standing.MISSING, changes=_setting(review, one, theirs))
    else:
        yield _changed(review, one)


def _unread(review: _Review, one: _Field) -> Iterator[Proposal]:
    """Words in an unchanged field that the dossier cannot hold: an unknown name, a linked number typed over."""
    if one.given.doubts and one.spec.kind in (Kind.RICH, Kind.REFS):
        yield _made(review, one, Standing.UNKNOWN, theirs=shown(one.placed.row.cells[one.name]))


def _is_unchanged(review: _Review, one: _Field) -> bool:
    same = one.given.value == one.base
    return same or (not review.sent.asked(one.key) and _is_as_sent(review, one.placed, one.name, one.given.value))


def _is_as_sent(review: _Review, placed: Placed, name: str, value: Value) -> bool:
    """Whether the form itself says that it was sent with this value; for a form that the dossier does not know."""
    sent = review.answer.hashes.get(placed.row.key, {}).get(name)
    if sent is None or placed.key is None:
        return False
    try:
        return value_hash(placed.key.kind, name, value) == sent
    except WrongValueError:
        return False


def _is_empty(value: Value, spec: FieldSpec) -> bool:
    unsaid = spec.kind is Kind.CHOICE and value == spec.default and str(value) in ("none", PromiseOutcome.OPEN)
    return value in ("", None, ()) or unsaid


def _changed(review: _Review, one: _Field) -> Proposal:
    theirs = one.given.value
    changes = _setting(review, one, theirs)
    if review.sent.asked(one.key) and one.mine == one.base:
        return _made(review, one, Standing.NEW if _is_empty(one.base, one.spec) else Standing.CHANGED, changes=changes)
    if _is_empty(one.mine, one.spec):
        return _made(review, one, Standing.NEW, changes=changes)
    merged = _merged(one) if review.sent.asked(one.key) else None
    made = _made(review, one, Standing.CONFLICT, changes=changes)
    if merged is None:
        return made
    text = shown_value(review.dossier, review.year, one.spec, merged)
    return replace(made, merged=text, merged_changes=_setting(review, one, merged))


def _merged(one: _Field) -> str | None:
    if one.spec.kind is not Kind.RICH:
        return None
    return merge_text(cast("str", one.base), cast("str", one.mine), cast("str", one.given.value))


def _setting(review: _Review, one: _Field, value: Value) -> tuple[Change, ...]:
    return set_value(review.dossier, one.record, one.name, value)


def _made(
    review: _Review, one: _Field, standing: Standing, *, theirs: str | None = None, changes: tuple[Change, ...] = ()
) -> Proposal:
    values = (one.base, one.mine, one.given.value)
    texts = [shown_value(review.dossier, review.year, one.spec, value) for value in values]
    if one.spec.kind is Kind.RICH and theirs is None and len(set(texts[1:])) == 1:
        # Only looks differ, which plain words do not show.
        texts = [str(value) for value in values]
    return Proposal(
        id=f"{one.key.text()}:{one.name}",
        standing=standing,
        place=place_of(review.dossier, one.record),
        kind=one.key.kind,
        record_id=one.record.id,
        field=one.name,
        label=one.spec.label,
        base=texts[0],
        mine=texts[1],
        theirs=texts[2] if theirs is None else theirs,
        doubt=" ".join((*((one.placed.doubt,) if one.placed.doubt else ()), *one.given.doubts)),
        changes=changes,
    )


def _left_open(review: _Review, one: _Field) -> Iterator[Proposal]:
    """A question, a number or what came of a promise: asked, and nowhere yet."""
    if _is_empty(one.mine, one.spec) and _is_empty(one.given.value, one.spec) and _was_required(review.dossier, one):
        yield _made(review, one, Standing.MISSING)


def _was_required(dossier: Dossier, one: _Field) -> bool:
    match one.record:
        case Answer():
            question = dossier.get(Question, one.record.question_id)
            report = dossier.get(PortfolioReport, one.record.report_id)
            return question is not None and report is not None and is_required(question, report.status)
        case IndicatorValue():
            owner = dossier.get(Organisation, one.record.organisation_id)
            counted = owner is None or owner.kind is OrganisationKind.RIEC
            return counted and one.name == "actual" and "missing" not in one.placed.row.cells
        case Promise():
            return one.name == "outcome"
        case _:
            return False


# --- New records -----------------------------------------------------------------------------------------------------


def _filled(review: _Review, placed: Placed, key: Key) -> Mapping[str, Given]:
    """The fields of a row that say something else than what was sent in it, or something that cannot be read."""
    found: dict[str, Given] = {}
    for name in ASKED[key.kind]:
        if name in placed.row.cells:
            base = review.sent.value(key, name)
            read = _given(review, placed, key, name, base)
            changed = read.value != base and not _is_as_sent(review, placed, name, read.value)
            found |= {name: read} if changed or not read.understood else {}
    return found


def _new_record(review: _Review, placed: Placed, key: Key, record: Record) -> Iterator[Proposal]:
    names = ASKED[key.kind] if review.sent.asked(key) else ()
    values: dict[str, Any] = {name: review.sent.value(key, name) for name in names}
    was_sent = bool(values.get("title") or values.get("text") or values.get("result"))
    read = _filled(review, placed, key)
    values |= {name: one.value for name, one in read.items() if one.understood}
    position = end_position(review.dossier, record) + STEP * len(review.added)
    review.added.append(record.id)
    made = replace(record, **values, position=position)
    doubts = [doubt for one in read.values() for doubt in one.doubts]
    doubts += [placed.doubt] if placed.doubt else []
    yield Proposal(
        id=key.text(),
        standing=Standing.CONFLICT if was_sent else Standing.NEW,
        place=place_of(review.dossier, made),
        kind=key.kind,
        record_id=record.id,
        label=key.kind.label,
        mine=_GONE if was_sent else "",
        theirs=shown_record(review.dossier, review.year, made),
        doubt=" ".join(doubts),
        changes=(AddRecord(made),),
    )


# --- What is gone, and what has no place -----------------------------------------------------------------------------


def _missing_rows(review: _Review, placed: tuple[Placed, ...]) -> Iterator[Proposal]:
    """Rows that were sent and did not come back, on sheets that did."""
    back = {one.row.key for one in placed} | {one.key.text() for one in placed if one.key}
    groups = {_group(one.key) for one in placed if one.key}
    for key in review.sent.every_key():
        record = record_at(review.dossier, key)
        held = in_dossier(review.dossier, record)
        if key.text() not in back and _group(key) in groups and (held or key.kind not in (Activity, Callout)):
            removable = held and key.kind in (Activity, Callout)
            yield Proposal(
                id=f"{key.text()}:",
                standing=Standing.MISSING,
                place=place_of(review.dossier, record),
                kind=key.kind,
                record_id=record.id,
                label="regel",
                mine=shown_record(review.dossier, review.year, record),
                doubt="De regel staat niet meer in het formulier.",
                changes=remove(review.dossier, record) if removable else (),
            )


def _group(key: Key) -> tuple[str, str]:
    """Rows that stand on one sheet."""
    return key.kind.__name__, key.parts[0] if key.kind is Answer else ""


def _strays(review: _Review) -> Iterator[Proposal]:
    for stray in review.answer.strays[:_MOST_STRAYS]:
        yield Proposal(
            id=natural_id(review.answer.form_id, "stray", stray.sheet, stray.place, stray.text),
            standing=Standing.UNKNOWN,
            place=f"Blad {stray.sheet}, {stray.place}",
            label="tekst buiten het formulier",
            theirs=stray.text,
            doubt="Dit staat op een plaats die niet bij het formulier hoort.",
        )
