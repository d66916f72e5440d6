"""Terms of the work and names of the dossier."""

from pathlib import Path

from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Answer, Organisation, WordRule
from riec_desktop.dossier.richtext import plain_text
from riec_desktop.language.dictionary import Dictionary
from riec_desktop.language.own_words import dossier_names, terms, words_of
from riec_desktop.language.speller import misspelt
from riec_desktop.workspace.content import example_dossier

OBJECT = "\ufffc"


def test_the_list_has_words_and_no_remarks() -> None:
    assert "Bibob" in terms()
    assert not any("#" in one or one != one.strip() for one in terms())


def test_without_the_list_there_are_no_terms(tmp_path: Path) -> None:
    assert terms(tmp_path / "weg.txt") == frozenset()


def test_names_of_the_dossier_are_right(dutch: Dictionary) -> None:
    office = Organisation(id="riec-vlijtwaard", name="RIEC Vlijtwaard-Oost", aliases=("Vlijtwaardse kring",))
    names = dossier_names(dossier_of([office]))
    assert "RIEC Vlijtwaard-Oost" in names
    text = "In Vlijtwaard-Oost en de Vlijtwaardse kring"
    assert [word.text for word in misspelt(dutch, text, ())] == ["Vlijtwaard-Oost", "Vlijtwaardse"]
    assert misspelt(dutch, text, words_of(names)) == ()


def test_the_teams_own_terms_are_right_and_its_secret_names_are_not() -> None:
    term = WordRule(id="t", kind=WordRuleKind.TERM, text="vlijtscan")
    name = WordRule(id="n", kind=WordRuleKind.NAME, text="Beukenhof")
    assert dossier_names(dossier_of([term, name])) == {"vlijtscan"}


def test_the_example_has_no_spelling_mistakes(dutch: Dictionary) -> None:
    dossier = example_dossier()
    known = terms() | words_of(dossier_names(dossier))
    texts = [plain_text(parse(one.text), lambda _: OBJECT) for one in dossier.all(Answer)]
    assert [word.text for text in texts for word in misspelt(dutch, text, known)] == []
