"""Which paragraph of a document that came back belongs to which text: by its control, its bookmark, its neighbours.

Where none of these survived, by what it says. What the program wrote itself is known from what was sent. The rest has
no place: it is told with what stands before and after it, so that a person can give it one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from riec_desktop.chapter.bookmarks import field_hash
from riec_desktop.word.marking import FieldKey, tag_stem
from riec_desktop.word.reading.read import Mark, Para, Stretch
from riec_desktop.workspace.word_back_text import BackPara
from riec_desktop.workspace.word_sent import Sent, frame_line, undescribed

_LIKE = 0.6
_MOST_COMPARED = 200
_SHORTEST_LIKE = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """A paragraph without a place: the text that stands before it and after it, the heading above, and why."""

    para: Para
    heading: str = ""
    before: FieldKey | None = None
    after: FieldKey | None = None
    twice: bool = False
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Every text with the paragraphs that came back for it, and what has no place.

    `outside` are texts with words outside their control, `moved` those of which a paragraph stands elsewhere,
    `untagged` those that were found without a control while others have one, or by their words alone. `has_tags`: the
    document has controls at all.
    """

    texts: Mapping[FieldKey, tuple[BackPara, ...]]
    strays: tuple[Stray, ...]
    outside: frozenset[FieldKey] = frozenset()
    moved: frozenset[FieldKey] = frozenset()
    untagged: frozenset[FieldKey] = frozenset()
    has_tags: bool = True


@dataclass(slots=True)
class _Item:
    """A paragraph, or the part of one that belongs to one text. `key` is None for what has no place (yet)."""

    para: Para
    key: FieldKey | None = None
    index: int | None = None
    ours: bool = False
    tagged: bool = False
    twice: bool = False
    guessed: bool = False


@dataclass(slots=True)
class _Placing:
    sent: Sent
    stems: Mapping[str, FieldKey]
    hashes: Mapping[str, FieldKey]
    frame: Counter[str]
    outside: set[FieldKey] = field(default_factory=set[FieldKey])
    moved: set[FieldKey] = field(default_factory=set[FieldKey])


def placed(paras: Sequence[Para], sent: Sent, stems: Mapping[str, FieldKey]) -> Placed:
    """Where these paragraphs belong. `stems` gives the fields by the beginning of their tags."""
    keys = dict.fromkeys((*stems.values(), *sent.texts))
    placing = _Placing(
        sent=sent,
        stems={**{tag_stem(key): key for key in keys}, **stems},
        hashes={field_hash(*key): key for key in keys},
        frame=Counter(sent.frame),
    )
    items = [item for para in paras for item in _items(placing, para)]
    _pictures(placing, items)
    _part_copies(placing, items)
    _fill_between(items)
    _by_likeness(placing, items)
    _fill_between(items)
    texts: dict[FieldKey, list[BackPara]] = {key: [] for key in keys}
    for one in items:
        if one.key is not None:
            index = _by_words(sent, one.key, one.para) if one.index is None else one.index
            texts[one.key].append(BackPara(para=one.para, index=index))
    tagged = {one.key for one in items if one.tagged}
    loose = {key for key, found in texts.items() if found and key not in tagged}
    guessed = {one.key for one in items if one.guessed}
    return Placed(
        texts={key: tuple(found) for key, found in texts.items()},
        strays=tuple(_strays(placing, items)),
        outside=frozenset(placing.outside - loose),
        moved=frozenset(placing.moved),
        untagged=frozenset(loose if tagged else loose & guessed),
        has_tags=bool(tagged) or not loose,
    )


def _by_words(sent: Sent, key: FieldKey, para: Para) -> int | None:
    """Which paragraph of its text says the same, for one without a control."""
    paras = sent.texts[key].paras if key in sent.texts else ()
    return next((at for at, was in enumerate(paras) if _bare(was.text) == _bare(para.text)), None)


# --- By control and bookmark -----------------------------------------------------------------------------------------


def _items(placing: _Placing, para: Para) -> Iterator[_Item]:
    owners = [_owner(placing, one) for one in para.stretches]
    if any(owners):
        yield from _shared_out(placing, para, owners)
    elif not (para.text.strip() or para.before.strip() or any(one.thing for one in para.stretches)):
        return
    elif _is_frame(placing, para):
        yield _Item(para, ours=True)
    else:
        key = next((found for one in para.stretches if (found := _by_bookmark(placing, one))), None)
        if key is not None:
            placing.outside.add(key)
        yield _Item(para, key)


def _owner(placing: _Placing, one: Stretch) -> FieldKey | None:
    return placing.stems.get(one.tag.rpartition(":")[0]) if one.tag else None


def _by_bookmark(placing: _Placing, one: Stretch) -> FieldKey | None:
    return placing.hashes.get(one.bookmark.rpartition("_")[2]) if one.bookmark else None


def _is_frame(placing: _Placing, para: Para) -> bool:
    """Whether the program wrote this line; what stands in a header is there once for many pages."""
    line = frame_line(para)
    if para.part and line in placing.frame:
        return True
    if placing.frame[line] <= 0:
        return False
    placing.frame[line] -= 1
    return True


def _pictures(placing: _Placing, items: Sequence[_Item]) -> None:
    """Our own pictures of which another program lost the description."""
    ours = Counter(undescribed(line) for line, count in placing.frame.items() for _ in range(count) if "[" in line)
    for one in items:
        line = frame_line(one.para)
        if one.key is None and not one.ours and ours[line] > 0:
            ours[line] -= 1
            one.ours = True


def _shared_out(placing: _Placing, para: Para, owners: Sequence[FieldKey | None]) -> Iterator[_Item]:
    """The parts of a paragraph by the text that they belong to; words outside a control go with those before them."""
    first = next(one for one in owners if one)
    groups: list[tuple[FieldKey, list[Stretch]]] = []
    for owner, stretch in zip(owners, para.stretches, strict=True):
        key = owner or (groups[-1][0] if groups else first)
        if owner is None and stretch.text.strip():
            placing.outside.add(key)
        if not groups or groups[-1][0] != key:
            groups.append((key, []))
        groups[-1][1].append(stretch)
    for at, (key, stretches) in enumerate(groups):
        end = para.end if at == len(groups) - 1 else Mark()
        part = replace(para, stretches=tuple(stretches), end=end)
        yield _Item(part, key, _index(stretches), tagged=True)


def _index(stretches: Iterable[Stretch]) -> int | None:
    numbers = (one.tag.rpartition(":")[2] for one in stretches if one.tag)
    return next((int(one) for one in numbers if one.isdecimal()), None)


def _part_copies(placing: _Placing, items: Sequence[_Item]) -> None:
    """A paragraph that stands elsewhere was moved when its own text misses it, and is a copy when it does not."""
    groups: dict[FieldKey, list[list[_Item]]] = {}
    last: FieldKey | None = None
    for one in items:
        if one.key is None:
            continue
        if one.key != last:
            groups.setdefault(one.key, []).append([])
        groups[one.key][-1].append(one)
        last = one.key
    for key, found in groups.items():
        if len(found) > 1:
            _sort_copies(placing, key, found)


def _sort_copies(placing: _Placing, key: FieldKey, groups: list[list[_Item]]) -> None:
    main = max(groups, key=len)
    seen = {one.index for one in main}
    for group in groups:
        if group is main:
            continue
        for one in group:
            if one.index in seen and one.tagged:
                one.key, one.twice, one.tagged = None, True, False
            elif one.tagged:
                placing.moved.add(key)
                seen.add(one.index)


# --- By neighbours and by what they say ------------------------------------------------------------------------------


def _fill_between(items: Sequence[_Item]) -> None:
    """What stands between two paragraphs of one text belongs to it."""
    last: _Item | None = None
    waiting: list[_Item] = []
    for one in items:
        if one.key is None and not one.ours and not one.twice and not one.para.part:
            waiting.append(one)
            continue
        if last is not None and one.key is not None and one.key == last.key:
            for each in waiting:
                each.key = one.key
        last, waiting = one, []


def _by_likeness(placing: _Placing, items: Sequence[_Item]) -> None:
    """Give paragraphs that were sent and did not come back the ones without a place that say the same, or nearly."""
    found = {(one.key, one.index) for one in items}
    texts = placing.sent.texts.items()
    places = ((key, at, para.text) for key, text in texts for at, para in enumerate(text.paras))
    wanted = [(key, at, _bare(text)) for key, at, text in places if (key, at) not in found]
    loose = [one for one in items if one.key is None and not one.ours and not one.twice]
    if wanted and loose:
        _nearly(_the_same(wanted, loose), [one for one in loose if one.key is None])


_Wanted = tuple[FieldKey, int, str]


def _the_same(wanted: Iterable[_Wanted], loose: Iterable[_Item]) -> list[_Wanted]:
    """Give each the first paragraph with the same words; gives what is still wanted."""
    by_text: dict[str, list[_Item]] = {}
    for one in loose:
        by_text.setdefault(_bare(one.para.text), []).append(one)
    left: list[_Wanted] = []
    for key, at, text in wanted:
        same = by_text.get(text)
        if same:
            one = same.pop(0)
            one.key, one.index = key, at
        else:
            left.append((key, at, text))
    return left


def _nearly(wanted: Sequence[_Wanted], loose: Sequence[_Item]) -> None:
    """The paragraphs that were changed: each goes to the one that was sent and is most like it."""
    for one in loose[:_MOST_COMPARED]:
        text = _bare(one.para.text)
        if len(text) < _SHORTEST_LIKE:
            continue
        best = max(((_alike(text, was), key, at) for key, at, was in wanted[:_MOST_COMPARED]), default=None)
        if best is not None and best[0] >= _LIKE:
            one.key, one.index, one.guessed = best[1], best[2], True


def _bare(text: str) -> str:
    return " ".join(text.split())


def _alike(text: str, other: str) -> float:
    matcher = SequenceMatcher(None, text, other, autojunk=False)
    if matcher.real_quick_ratio() < _LIKE or matcher.quick_ratio() < _LIKE:
        return 0.0
    return matcher.ratio()


# --- Without a place -------------------------------------------------------------------------------------------------


def _strays(placing: _Placing, items: Sequence[_Item]) -> Iterator[Stray]:
    after: dict[int, FieldKey | None] = {}
    following: FieldKey | None = None
    for at in range(len(items) - 1, -1, -1):
        after[at] = following
        following = items[at].key or following
    heading, before = "", None
    for at, one in enumerate(items):
        if one.para.level:
            heading, before = one.para.text.strip(), None
        before = one.key or before
        if one.key is None and not one.ours:
            instead = _instead(placing, one.para)
            yield Stray(
                para=one.para, heading=heading, before=before, after=after[at], twice=one.twice, instead=instead
            )


def _instead(placing: _Placing, para: Para) -> str:
    """The line of the program that stands no longer in the document and is most like this one; '' for none."""
    line = frame_line(para)
    left = [one for one, count in placing.frame.items() if count > 0][:_MOST_COMPARED]
    best = max(((_alike(line, one), one) for one in left), default=(0.0, ""))
    return best[1] if best[0] >= _LIKE else ""
