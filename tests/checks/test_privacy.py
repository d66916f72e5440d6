"""Rule 14: data about persons is found, what only looks like it is not, and what was found is kept nowhere in clear."""

import re
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.checks.accepted import accepted_of, digest_of_hit
from riec_desktop.checks.findings import Finding
from riec_desktop.checks.own_rules import compiled, pattern_problem
from riec_desktop.checks.privacy_elsewhere import IN_COMMENT, IN_PICTURE
from riec_desktop.checks.privacy_hits import hits, masked
from riec_desktop.checks.privacy_patterns import PATTERNS
from riec_desktop.checks.privacy_tests import is_bsn, is_iban
from riec_desktop.checks.secret_names import is_secret, salt_of, secret, secrets
from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import AcceptedFinding, Answer, Comment, Picture, Record, Settings, WordRule
from riec_desktop.severity import Severity
from tests.helpers.images import exif, file_of, photo
from tests.helpers.privacy_corpus import Marked, marked_sentences, neutral_sentences
from tests.helpers.sample import SIGNALS, TRAFFICKING, answer, figure, sample

LEAST_RECALL, MOST_FALSE = 0.95, 0.01
TABLE = Path(__file__).parents[2] / "docs" / "controles.md"

OWN = (
    WordRule(id="n1", kind=WordRuleKind.NAME, text="operatie Zilverreiger"),
    WordRule(id="n2", kind=WordRuleKind.NAME, text=secret("Beukenhof", "zout")),
    WordRule(id="n3", kind=WordRuleKind.NAME, text=secret("familie Testman", "zout")),
    WordRule(id="p1", kind=WordRuleKind.PATTERN, text="PL####-##########"),
    WordRule(id="p2", kind=WordRuleKind.PATTERN, text="LIEC-####", note="zaaknummer"),
)


def with_answer(text: str, *records: Record) -> Dossier:
    return sample(answer(text), *records)


def privacy_of(dossier: Dossier) -> list[Finding]:
    return [one for one in check(dossier, 2022) if one.code.startswith("privacy.")]


def found_in(text: str, *records: Record) -> list[tuple[str, str]]:
    return [(one.code.removeprefix("privacy."), one.words) for one in privacy_of(with_answer(text, *records))]


# --- The corpus ------------------------------------------------------------------------------------------------------


def is_found(sentence: Marked, kind: str, text: str) -> bool:
    if kind.startswith("own_"):
        code = [(one, words.removeprefix("familie ")) for one, words in found_in(sentence.text, *OWN)]
        return (kind, text) in code
    return any(one.code == kind and one.text == text for one in hits(sentence.text))


def recall() -> Mapping[str, tuple[int, int]]:
    """Kind → found and marked."""
    marked, found = Counter[str](), Counter[str]()
    for sentence in marked_sentences():
        for kind, text in sentence.hits:
            marked[kind] += 1
            found[kind] += is_found(sentence, kind, text)
    return {kind: (found[kind], count) for kind, count in marked.items()}


def false_alarms() -> Counter[tuple[str, Severity]]:
    return Counter((one.code, one.severity) for text in neutral_sentences() for one in hits(text))


def test_the_corpus_is_large_enough() -> None:
    assert len(list(marked_sentences())) >= 400
    assert len(set(neutral_sentences())) >= 2000


def test_nearly_everything_marked_is_found_of_every_kind() -> None:
    missed = {kind: counts for kind, counts in recall().items() if counts[0] < LEAST_RECALL * counts[1]}
    assert not missed


def test_hardly_any_neutral_sentence_is_called_wrong() -> None:
    wrong = sum(count for (_, severity), count in false_alarms().items() if severity is Severity.ERROR)
    assert wrong <= MOST_FALSE * len(neutral_sentences())


def test_the_table_in_the_docs_is_what_was_measured() -> None:
    alarms = false_alarms()
    rows = [
        f"| {kind} | {count} | {found} | {alarms[kind, Severity.ERROR]} | {alarms[kind, Severity.WARNING]} |"
        for kind, (found, count) in sorted(recall().items())
    ]
    written = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if re.match(r"\| [a-z_]+ \| \d", line)]
    assert written == rows


# --- The numbers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "right"), [("123456782", True), ("123456783", False), ("111111111", False)])
def test_a_bsn_passes_the_eleven_test(number: str, right: bool) -> None:
    assert is_bsn(number) is right


@pytest.mark.parametrize(("account", "right"), [("NL91 ABNA 0417 1643 00", True), ("NL92 ABNA 0417 1643 00", False)])
def test_an_account_has_right_check_digits(account: str, right: bool) -> None:
    assert is_iban(account) is right


def test_a_bare_bsn_is_a_warning_and_a_labelled_one_an_error() -> None:
    (bare,), (labelled,) = hits("Het was 123456782."), hits("BSN 123456782.")
    assert (bare.severity, labelled.severity) == (Severity.WARNING, Severity.ERROR)


PLATES = (
    *("XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99"),
    *("XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"),
)


@pytest.mark.parametrize("form", PLATES)
def test_every_form_of_a_number_plate_is_known(form: str) -> None:
    plate = form.replace("X", "G").replace("9", "4")
    assert [one.code for one in hits(f"Op de foto staat {plate}.")] == ["plate"]
    assert [one.text for one in hits(f"kenteken {plate.replace('-', '')}")] == [plate.replace("-", "")]


@pytest.mark.parametrize("sign", ["0", "a", "A.", "@", ".", "-", " ", "1234 AB ", "Van den ", "06-", "geb. "])
def test_no_text_makes_a_pattern_slow(sign: str) -> None:
    text = sign * (40_000 // len(sign))
    began = time.perf_counter()
    for pattern in PATTERNS:
        assert sum(1 for _ in pattern.regex.finditer(text)) < len(text)
    assert time.perf_counter() - began < 4


# --- In a dossier ----------------------------------------------------------------------------------------------------


def test_what_was_found_is_masked_in_the_sentence() -> None:
    (one,) = privacy_of(with_answer("Mail j.jansen@politie.nl maar."))
    assert one.words == "j.jansen@politie.nl"
    assert "jansen" not in one.sentence
    assert "‘j.…l’" in one.sentence


@pytest.mark.parametrize(("text", "shown"), [("0612345678", "06…8"), ("K. B", "K…"), ("", "…")])
def test_a_mask_shows_where_and_not_what(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_repair_takes_it_out() -> None:
    dossier = with_answer("Bel 06-12345678 voor meer.")
    (one,) = privacy_of(dossier)
    after = applied(dossier, one.repairs[0].changes)
    assert after.rows(Answer)[one.record_id].text == "Bel voor meer."
    assert not privacy_of(after)


def test_brackets_around_what_goes_out_go_along() -> None:
    dossier = with_answer("Bel de zaal (06-12345678) en meld u aan.")
    (found,) = privacy_of(dossier)
    assert found.words == "06-12345678"
    assert applied(dossier, found.repairs[0].changes).all(Answer)[0].text == "Bel de zaal en meld u aan."


def test_the_address_of_a_link_is_looked_at_too() -> None:
    assert found_in("[Meer](https://voorbeeld.nl/?wie=j.jansen@politie.nl)") == [("email", "j.jansen@politie.nl")]


def test_the_name_of_the_contractor_has_a_field_of_its_own() -> None:
    report = replace(TRAFFICKING, contractor_person="J. de Vries", holder="mevrouw Bakker", reviewed_by="K. Smit")
    assert not privacy_of(sample(report))


def test_a_comment_is_looked_at_and_stops_nothing() -> None:
    note = Comment(id="c", kind="PortfolioReport", record_id=TRAFFICKING.id, field="client", text="Bel 06-12345678")
    (one,) = privacy_of(sample(note))
    assert (one.code, one.severity) == (IN_COMMENT, Severity.WARNING)
    assert "12345678" not in one.sentence


def test_a_name_of_the_list_is_found_in_a_comment_too() -> None:
    note = Comment(
        id="c", kind="PortfolioReport", record_id=TRAFFICKING.id, field="client", text="Gaat over Beukenhof."
    )
    (one,) = privacy_of(sample(note, *OWN))
    assert (one.code, "Beukenhof" in one.sentence) == (IN_COMMENT, False)


def test_a_name_that_is_printed_by_choice_asks_for_a_reason() -> None:
    report = replace(TRAFFICKING, contractor_person="Jan Jansen")
    assert not privacy_of(sample(report))
    (one,) = privacy_of(sample(report, Settings(id="settings", persons_shown=True)))
    assert one.code == "privacy.contractor"
    assert "Jansen" not in one.sentence


def test_a_note_at_a_figure_of_another_year_is_looked_at_too() -> None:
    note = figure("7", year=2020, note="Vraag het aan mevrouw Bakker.")
    assert [one.words for one in privacy_of(sample(SIGNALS, note))] == ["mevrouw Bakker"]


def test_a_picture_that_tells_where_it_was_taken_is_noticed() -> None:
    content = file_of(photo(9, 9), "JPEG", exif=exif(place=True))
    picture = Picture(id="p", report_id=TRAFFICKING.id, title="a", alt="b", content=content, width=9, height=9)
    assert [one.code for one in privacy_of(sample(picture))] == [IN_PICTURE]


# --- The team's own --------------------------------------------------------------------------------------------------


def test_own_names_are_found_also_when_only_a_digest_is_kept() -> None:
    text = "Zilver en operatie  zilverreiger, het Beukenhof en de familie Testman, en PL1234-1234567890."
    assert found_in(text, *OWN) == [
        ("own_name", "operatie  zilverreiger"),
        ("own_name", "Beukenhof"),
        ("own_name", "familie Testman"),
        ("own_pattern", "PL1234-1234567890"),
    ]


def test_a_digest_tells_nobody_the_name() -> None:
    kept = secret("Beukenhof", "zout")
    assert is_secret(kept)
    assert "beukenhof" not in kept.casefold()
    assert kept != secret("Beukenhof", "ander zout")
    assert salt_of(["gewoon", kept]) == "zout"


def test_a_damaged_digest_is_passed_over() -> None:
    assert not list(secrets(["geheim:x:zout:aa:bb", "geheim"]).found_in("een tekst"))


@pytest.mark.parametrize("text", ["*" * 3 + "a", "x" * 61, "--"])
def test_a_pattern_that_cannot_be_used_says_why(text: str) -> None:
    assert pattern_problem(text)
    assert found_in("aaa xxx --", WordRule(id="p", kind=WordRuleKind.PATTERN, text=text)) == []


def test_a_pattern_is_no_regular_expression() -> None:
    assert compiled("a.b(#)").fullmatch("A.B(7)")
    assert not compiled("a.b").search("axb")
    assert compiled("zaak-*").search("de Zaak-Zilver loopt")


def test_what_is_allowed_is_no_hit() -> None:
    allowed = WordRule(id="t", kind=WordRuleKind.ALLOWED, text="de heer grapperhaus", note="was minister")
    assert found_in("Volgens de heer Grapperhaus mag het.", allowed) == []


def test_a_forbidden_word_has_its_repair() -> None:
    rule = WordRule(id="v", kind=WordRuleKind.FORBIDDEN, text="boeven", instead="verdachten")
    dossier = with_answer("De boeven zijn weg.", rule)
    (one,) = (one for one in check(dossier, 2022) if one.code == "words.forbidden")
    assert applied(dossier, one.repairs[0].changes).rows(Answer)[one.record_id].text == "De verdachten zijn weg."


# --- What somebody let stand -----------------------------------------------------------------------------------------


def accepting(finding: Finding, reason: str = "Openbaar bekend.") -> AcceptedFinding:
    return AcceptedFinding(
        id="a",
        code=finding.code,
        kind=finding.kind.__name__,
        record_id=finding.record_id,
        field=finding.field,
        digest=digest_of_hit(finding, "korrel"),
        reason=reason,
    )


def test_what_was_accepted_with_a_reason_is_no_finding_until_the_text_changes() -> None:
    (one,) = privacy_of(with_answer("Volgens de heer Jansen mag het."))
    decided = with_answer("Volgens de heer Jansen mag het.", accepting(one))
    assert not privacy_of(decided)
    assert accepted_of(decided, one) is not None
    assert privacy_of(with_answer("Volgens de heer Pietersen mag het.", accepting(one)))


def test_no_reason_is_no_decision() -> None:
    (one,) = privacy_of(with_answer("Volgens de heer Jansen mag het."))
    assert privacy_of(with_answer("Volgens de heer Jansen mag het.", accepting(one, reason="")))


def test_a_decision_keeps_nothing_of_what_was_found() -> None:
    (one,) = privacy_of(with_answer("Bel 06-12345678."))
    assert "12345678" not in accepting(one).digest


def test_own_rules_that_do_nothing_say_so() -> None:
    pattern = WordRule(id="p", kind=WordRuleKind.PATTERN, text="***a")
    allowed = WordRule(id="t", kind=WordRuleKind.ALLOWED, text="de heer Jansen")
    found = {one.code: one.record_id for one in check(sample(pattern, allowed), 2022) if one.code.startswith("words")}
    assert found == {"words.pattern": "p", "words.no_reason": "t"}
    assert found_in("Volgens de heer Jansen mag het.", allowed) == [("person", "de heer Jansen")]
