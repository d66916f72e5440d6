"""The team's own rules as a file, to share with other centres: words, patterns, names as digests, and thresholds.

A file is JSON that a person can read. What comes in is judged entry by entry and shown before anything is taken over;
names never leave in clear.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from riec_desktop.checks.own_rules import pattern_problem
from riec_desktop.checks.secret_names import is_secret, salt_of, secret
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change, Source, set_field
from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.labels import word, words
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import Settings, WordRule
from riec_desktop.dossier.text import clean_line
from riec_desktop.errors import RiecError
from riec_desktop.files import digest_of, read_file
from riec_desktop.workspace.review import Incoming, Proposal, Standing

SUFFIX = ".json"
_KIND = "riec-regels"
_LIMIT = 1_000_000
_MOST_RULES, _LONGEST = 5_000, 300
THRESHOLDS = {
    "small_number": range(1, 101),
    "long_sentence": range(8, 61),
    "mean_sentence": range(8, 41),
}
"""The settings that go along, and which numbers make sense for each."""
_KINDS = dict(zip(words(WordRuleKind), WordRuleKind, strict=True))


# --- Out -------------------------------------------------------------------------------------------------------------


def rules_file(dossier: Dossier, new_salt: Callable[[], str]) -> bytes:
    """The rules of a dossier as a file; names that stand in it in clear become digests."""
    rules = dossier.all(WordRule)
    salt = salt_of(one.text for one in rules) or new_salt()
    settings = views.settings(dossier)
    content = {
        "soort": _KIND,
        "versie": 1,
        "drempels": {name: getattr(settings, name) for name in THRESHOLDS},
        "regels": [_written(one, salt) for one in sorted(rules, key=lambda one: (one.kind, one.text.casefold()))],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _written(rule: WordRule, salt: str) -> Mapping[str, str]:
    hide = rule.kind is WordRuleKind.NAME and not is_secret(rule.text)
    found = {
        "soort": word(rule.kind),
        "tekst": secret(rule.text, salt) if hide else rule.text,
        "liever": rule.instead,
        "toelichting": "" if rule.kind is WordRuleKind.NAME else rule.note,
    }
    return {name: text for name, text in found.items() if text}


# --- In --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Read:
    """What a file holds that can be used, and Dutch sentences about the rest."""

    rules: tuple[WordRule, ...]
    thresholds: Mapping[str, int]
    notes: tuple[str, ...]


def incoming_rules(dossier: Dossier, path: Path) -> Incoming:
    """What a file would bring to a dossier. Raises `RiecError`: `rules.none`, or as `read_file`."""
    data = read_file(path, _LIMIT)
    found = _read(data, path.name)
    return Incoming(
        id=natural_id("rules", digest_of(data)),
        source=Source.MERGE,
        title="Eigen regels",
        origin=path.name,
        proposals=(*_new_rules(dossier, found), *_other_thresholds(dossier, found)),
        notes=found.notes,
    )


def _read(data: bytes, name: str) -> _Read:
    try:
        content: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise RiecError("rules.none", file=name) from error
    if not isinstance(content, dict) or cast("dict[str, Any]", content).get("soort") != _KIND:
        raise RiecError("rules.none", file=name)
    given = cast("dict[str, Any]", content)
    entries = _listed(given.get("regels"))
    rules = [_rule(one) for one in entries[:_MOST_RULES]]
    bad = sum(one is None for one in rules) + max(0, len(entries) - _MOST_RULES)
    notes = (_skipped(bad),) if bad else ()
    return _Read(tuple(one for one in rules if one is not None), dict(_thresholds(given.get("drempels"))), notes)


def _skipped(count: int) -> str:
    which = "1 regel in het bestand is" if count == 1 else f"{count} regels in het bestand zijn"
    return f"{which} niet te gebruiken en overgeslagen."


def _listed(value: Any) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else []


def _rule(entry: Any) -> WordRule | None:
    """The rule of an entry; None for one that cannot be used."""
    if not isinstance(entry, dict):
        return None
    given = cast("dict[str, Any]", entry)
    kind = _KINDS.get(str(given.get("soort")))
    text, instead, note = (_line(given.get(name)) for name in ("tekst", "liever", "toelichting"))
    if kind is None or not text or None in (instead, note):
        return None
    if kind is WordRuleKind.PATTERN and pattern_problem(text):
        return None
    made = natural_id("WordRule", kind, text.casefold())
    return WordRule(id=made, kind=kind, text=text, instead=instead or "", note=note or "")


def _line(value: Any) -> str | None:
    """A text of one line; '' where there is none, None for what is no text or too long."""
    if value is None:
        return ""
    return clean_line(value) if isinstance(value, str) and len(value) <= _LONGEST else None


def _thresholds(value: Any) -> Iterator[tuple[str, int]]:
    given = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    for name, sensible in THRESHOLDS.items():
        number = given.get(name)
        if isinstance(number, int) and not isinstance(number, bool) and number in sensible:
            yield name, number


def _new_rules(dossier: Dossier, found: _Read) -> Iterator[Proposal]:
    known = {(one.kind, one.text.casefold()) for one in dossier.all(WordRule)}
    for one in found.rules:
        key = (one.kind, one.text.casefold())
        if key not in known:
            known.add(key)
            yield _proposal(one)


def _proposal(rule: WordRule) -> Proposal:
    return Proposal(
        id=rule.id,
        standing=Standing.NEW,
        place=f"Eigen regels › {word(rule.kind)}",
        kind=WordRule,
        record_id=rule.id,
        label=WordRule.label,
        theirs=_told(rule),
        changes=(AddRecord(rule),),
    )


def _told(rule: WordRule) -> str:
    text = "een naam die onleesbaar is bewaard" if is_secret(rule.text) else rule.text
    better = f" → {rule.instead}" if rule.instead else ""
    return f"{text}{better}{f' ({rule.note})' if rule.note else ''}"


def _other_thresholds(dossier: Dossier, found: _Read) -> Iterator[Proposal]:
    settings = views.settings(dossier)
    for name, number in found.thresholds.items():
        changes: tuple[Change, ...] = set_field(settings, name, number)
        if changes and dossier.get(Settings, settings.id) is not None:
            yield Proposal(
                id=f"drempel {name}",
                standing=Standing.CHANGED,
                place="Instellingen",
                kind=Settings,
                record_id=settings.id,
                field=name,
                label=specs(Settings)[name].label,
                mine=str(getattr(settings, name)),
                theirs=str(number),
                changes=changes,
            )


# --- Secret names ----------------------------------------------------------------------------------------------------


def secret_names(dossier: Dossier, names: str, *, hidden: bool, new_id: Callable[[], str]) -> tuple[Change, ...]:
    """The changes that add names, one on each line, as digests when `hidden`; those that are there are passed over."""
    texts = [one.text for one in dossier.where(WordRule, "kind", WordRuleKind.NAME)]
    salt = salt_of(texts) or new_id()
    lines = dict.fromkeys(clean_line(line) for line in names.splitlines())
    wanted = (secret(line, salt) if hidden else line for line in lines if line)
    return tuple(
        AddRecord(WordRule(id=new_id(), kind=WordRuleKind.NAME, text=one)) for one in wanted if one not in texts
    )
