"""A text with the changes that a reader made: whatever is left out, it is a whole text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from riec_desktop.dossier.markdown import canonical, from_plain, parse
from riec_desktop.word.reading.read import Para, Stretch
from riec_desktop.workspace.revised import before_pieces, chosen_pieces, edits_of, settled, spelled
from riec_desktop.workspace.word_back_text import BackPara, SentPara, SentText, revised

_WORDS = st.sampled_from(["een", "twee", "drie", "vier", "12", "signalen,", "(x)"])
_LINES = st.lists(st.lists(_WORDS, min_size=1, max_size=6).map(" ".join), min_size=0, max_size=4)
_LINKED = "{cijfer:signalen}"


def sent_text(lines: list[str]) -> SentText:
    return SentText(spelling=from_plain("\n".join(lines)), paras=tuple(SentPara(text=line) for line in lines))


def came(lines: list[str]) -> list[BackPara]:
    return [BackPara(para=Para(stretches=(Stretch(text=line),)), index=at) for at, line in enumerate(lines)]


@given(_LINES, _LINES, st.data())
@settings(max_examples=60, deadline=None)
def test_all_changes_give_what_came_back_and_none_what_was_sent(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    pieces = revised(sent_text(old), came(new))
    numbers = [one.number for one in edits_of(pieces)]
    assert spelled(before_pieces(pieces)) == from_plain("\n".join(old))
    assert spelled(chosen_pieces(pieces)) == from_plain("\n".join(new))
    assert spelled(chosen_pieces(pieces, numbers)) == from_plain("\n".join(old))
    some = frozenset(data.draw(st.sets(st.sampled_from(numbers)))) if numbers else frozenset[int]()
    partly = spelled(chosen_pieces(pieces, some))
    assert canonical(partly) == partly
    rest = settled(pieces, some)
    assert spelled(before_pieces(rest)) == partly
    assert spelled(chosen_pieces(rest)) == from_plain("\n".join(new))


def _linked(back: str) -> str:
    sent = SentText(spelling=f"Er waren {_LINKED} in de regio.", paras=(SentPara(text="Er waren 1.234 in de regio."),))
    return spelled(chosen_pieces(revised(sent, came([back]))))


def test_a_linked_number_that_nobody_touched_stays_linked() -> None:
    assert parse(f"Er waren {_LINKED} in de regio.")[0].runs[1].linked is not None
    assert _linked("Er waren 1.234 in elke regio.") == f"Er waren {_LINKED} in elke regio."


def test_a_linked_number_that_was_typed_over_is_text() -> None:
    assert _linked("Er waren 1.300 in de regio.") == "Er waren 1.300 in de regio."


def test_a_linked_number_that_was_taken_away_is_gone() -> None:
    assert _linked("Er waren in de regio.") == "Er waren in de regio."
