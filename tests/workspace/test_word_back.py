"""A draft that comes back: what each kind of edit and damage becomes."""

from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied, set_value
from riec_desktop.dossier.records import Answer, Comment, ReviewDocument
from riec_desktop.errors import RiecError
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.review import (
    Standing,
    accepted,
    default_ids,
    sent_to,
    sure_changes,
    what_is_left,
    without_edits,
)
from tests.helpers.drafts import WHEN, Docx, Round, W, element, only, sent_round, small_round

FIRST = "De aanpak van mensenhandel vraagt om samenwerking.\n\nWij deelden 12 signalen met elkaar.\n\nDat hielp."
SECOND = "Zonder gezamenlijk beeld blijft uitbuiting onzichtbaar."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Round, tuple[Answer, ...]]:
    return small_round(example_dossier(), tmp_path_factory.mktemp("rond"), FIRST, SECOND)


@pytest.fixture
def draft(made: tuple[Round, tuple[Answer, ...]]) -> Round:
    return made[0]


@pytest.fixture
def first(made: tuple[Round, tuple[Answer, ...]]) -> str:
    return made[1][0].id


@pytest.fixture
def second(made: tuple[Round, tuple[Answer, ...]]) -> str:
    return made[1][1].id


def text_after(draft: Round, incoming: object, answer_id: str) -> str:
    """The text of an answer after everything sure was taken in."""
    from riec_desktop.workspace.review import Incoming

    assert isinstance(incoming, Incoming)
    changes = accepted(incoming, [one.id for one in incoming.proposals], draft.dossier)
    found = applied(draft.dossier, changes).get(Answer, answer_id)
    assert found is not None
    return found.text


# --- Nothing changed -------------------------------------------------------------------------------------------------


def test_a_document_that_nobody_touched_brings_nothing(draft: Round) -> None:
    incoming = draft.back(draft.data)
    assert (incoming.proposals, incoming.notes) == ((), ())
    assert incoming.title == "Reviewversie versie 3"


def test_the_whole_example_in_both_layouts_brings_nothing(tmp_path: Path) -> None:
    from riec_desktop.chapter.options import default_options
    from riec_desktop.dossier.choices import Layout

    dossier = example_dossier()
    options = replace(
        default_options(dossier), layout=Layout.LANDSCAPE, questions_shown=True, annexes=True, promises=True
    )
    for chosen in (options, None):
        draft = sent_round(dossier, tmp_path, chosen)
        assert draft.back(draft.data).proposals == ()


def test_split_runs_and_marks_of_the_proofing_are_no_changes(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        run, holder = docx.split(first, "mensenhandel")
        holder.insert(holder.index(run), element('<w:proofErr w:type="spellStart"/>'))
        docx.paragraph(first).set(f"{W}rsidR", "00CC22DD")

    assert draft.edited(edit).proposals == ()


def test_moved_bookmarks_are_no_changes(draft: Round) -> None:
    def edit(docx: Docx) -> None:
        for one in list(docx.body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            one.getparent().remove(one)

    assert draft.edited(edit).proposals == ()


def test_a_document_without_controls_is_known_by_its_bookmarks(draft: Round) -> None:
    def edit(docx: Docx) -> None:
        _without_controls(docx)

    assert draft.edited(edit).proposals == ()


def test_a_document_without_any_mark_is_known_by_its_words(draft: Round) -> None:
    incoming = draft.edited(_bare)
    assert incoming.proposals == ()
    assert "ontbreken" in incoming.notes[0]


def _without_controls(docx: Docx) -> None:
    for control in list(docx.body.iter(f"{W}sdt")):
        holder, at = control.getparent(), control.getparent().index(control)
        holder[at : at + 1] = list(control.find(f"{W}sdtContent"))


def _bare(docx: Docx) -> None:
    _without_controls(docx)
    for one in list(docx.body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        one.getparent().remove(one)
    docx.parts = {name: part for name, part in docx.parts.items() if not name.startswith("customXml")}
    name = "word/_rels/document.xml.rels"
    docx.parts[name] = b"".join(
        one for one in docx.parts[name].replace(b"/>", b"/>\n").splitlines(keepends=True) if b"customXml" not in one
    )


# --- Changes in a text -----------------------------------------------------------------------------------------------


def test_words_that_somebody_added_are_a_change_of_that_person(draft: Round, first: str) -> None:
    found = only(draft.edited(lambda docx: docx.insert(first, "samenwerking", " en vertrouwen", "An Bos")))
    assert found.standing is Standing.CHANGED
    assert [(one.author, one.when, one.added, one.gone) for one in found.edits] == [
        ("An Bos", WHEN, "en vertrouwen", "")
    ]
    assert found.theirs.startswith("De aanpak van mensenhandel vraagt om samenwerking en vertrouwen.")
    assert not found.doubt


def test_words_that_somebody_took_away_are_a_change_of_that_person(draft: Round, first: str) -> None:
    found = only(draft.edited(lambda docx: docx.delete(first, " met elkaar", at=1)))
    assert [(one.what, one.gone) for one in found.edits] == [("weggehaald", "met elkaar")]
    assert "signalen." in found.theirs


def test_a_word_in_the_place_of_another_is_one_change(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        docx.insert(first, "hielp", "ielp ons veel", at=2)
        docx.delete(first, "hielp", at=2)

    assert [one.what for one in only(draft.edited(edit)).edits] == ["vervangen"]


def test_changes_of_two_people_are_taken_one_by_one(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        docx.insert(first, "aanpak", " (lokaal)", "An")
        docx.delete(first, " hielp", "Bo", at=2)

    found = only(draft.edited(edit))
    assert [one.author for one in found.edits] == ["An", "Bo"]
    narrow = without_edits(found, {found.edits[1].number})
    changed = applied(draft.dossier, narrow.changes).get(Answer, first)
    assert changed is not None
    assert changed.text == FIRST.replace("aanpak", "aanpak (lokaal)")


def test_what_is_left_of_a_text_can_be_taken_later(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        docx.insert(first, "aanpak", " (lokaal)", "An")
        docx.delete(first, " hielp", "Bo", at=2)

    found = only(draft.edited(edit))
    narrow = without_edits(found, {found.edits[1].number})
    later = what_is_left(narrow)
    after = applied(applied(draft.dossier, narrow.changes), later.changes).get(Answer, first)
    assert after is not None
    assert after.text == FIRST.replace("aanpak", "aanpak (lokaal)").replace("Dat hielp.", "Dat.")
    assert [one.author for one in later.edits] == ["Bo"]


def test_a_change_with_record_changes_off_is_found_by_comparing(draft: Round, second: str) -> None:
    found = only(draft.edited(lambda docx: docx.retype(second, "onzichtbaar", "verborgen")))
    assert [(one.gone, one.added, one.author) for one in found.edits] == [("onzichtbaar", "verborgen", "")]


def test_changes_that_were_accepted_partly_are_all_found(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        docx.retype(first, "Dat", "Dit", at=2)
        docx.insert(first, "samenwerking", " en vertrouwen", "An")

    found = only(draft.edited(edit))
    assert {(one.gone, one.added) for one in found.edits} == {("Dat", "Dit"), ("", "en vertrouwen")}
    assert {one.author for one in found.edits if one.added == "en vertrouwen"} == {"An"}


def test_bold_is_read_as_bold(draft: Round, second: str) -> None:
    def edit(docx: Docx) -> None:
        run, _ = docx.split(second, "uitbuiting")
        run.insert(0, element("<w:rPr><w:b/></w:rPr>"))

    incoming = draft.edited(edit)
    assert text_after(draft, incoming, second) == SECOND.replace("uitbuiting", "**uitbuiting**")


# --- Paragraphs ------------------------------------------------------------------------------------------------------


def test_a_paragraph_that_was_split_stays_one_text(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        control = docx.controls(first)[0]
        paragraph = docx.paragraph(first)
        run, holder = docx.split(first, " vraagt")
        tail = [run, *run.itersiblings()]
        new = element("<w:p/>")
        new.extend(tail)
        paragraph.addnext(new)
        assert control is not None
        assert holder is not None

    incoming = draft.edited(edit)
    expected = FIRST.replace("mensenhandel vraagt", "mensenhandel\n\nvraagt")
    assert text_after(draft, incoming, first) == expected


def test_paragraphs_that_were_merged_are_one(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        one, other = docx.paragraph(first, 1), docx.paragraph(first, 2)
        one.append(docx.controls(first)[2])
        other.getparent().remove(other)

    incoming = draft.edited(edit)
    assert text_after(draft, incoming, first) == FIRST.replace("elkaar.\n\nDat", "elkaar.Dat")


def test_a_paragraph_that_was_thrown_away_is_gone(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        one = docx.paragraph(first, 1)
        one.getparent().remove(one)

    found = only(draft.edited(edit))
    assert [one.what for one in found.edits] == ["weggehaald"]
    assert found.theirs == "De aanpak van mensenhandel vraagt om samenwerking.\nDat hielp."


def test_a_paragraph_deleted_with_record_changes_on_is_gone_with_its_end(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        docx.delete(first, "Wij deelden 12 signalen met elkaar.", at=1)
        mark = element(f'<w:pPr><w:rPr><w:del w:id="9" w:author="An" w:date="{WHEN}"/></w:rPr></w:pPr>')
        docx.paragraph(first, 1).insert(0, mark)

    incoming = draft.edited(edit)
    assert [(one.what, one.author) for one in only(incoming).edits] == [("weggehaald", "An")]
    assert text_after(draft, incoming, first) == FIRST.replace("Wij deelden 12 signalen met elkaar.\n\n", "")


def test_a_control_that_shows_only_its_hint_is_empty(draft: Round, second: str) -> None:
    def edit(docx: Docx) -> None:
        control = docx.controls(second)[0]
        control.find(f"{W}sdtPr").append(element("<w:showingPlcHdr/>"))
        docx.retype(second, SECOND, "Klik of tik om tekst in te voeren.")

    found = only(draft.edited(edit))
    assert found.standing is Standing.MISSING
    assert not found.theirs


def test_paragraphs_in_another_order_are_read_in_that_order(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        docx.paragraph(first, 0).addprevious(docx.paragraph(first, 2))

    incoming = draft.edited(edit)
    assert text_after(draft, incoming, first).startswith("Dat hielp.\n\nDe aanpak")


def test_a_new_paragraph_between_two_of_one_text_belongs_to_it(draft: Round, first: str) -> None:
    incoming = draft.edited(lambda docx: docx.add_paragraph(docx.paragraph(first, 0), "Nieuw hiertussen."))
    assert text_after(draft, incoming, first) == FIRST.replace("\n\nWij", "\n\nNieuw hiertussen.\n\nWij")
    assert "buiten het vak" in only(incoming).doubt


def test_a_new_paragraph_between_two_texts_has_no_place_and_can_go_to_either(draft: Round, first: str) -> None:
    incoming = draft.edited(lambda docx: docx.add_paragraph(docx.paragraph(first, 2), "Een losse gedachte."))
    found = only(incoming)
    assert (found.standing, found.label, found.theirs) == (Standing.UNKNOWN, "niet geplaatst", "Een losse gedachte.")
    assert len(found.destinations) == 2
    after = applied(draft.dossier, found.destinations[0].changes).get(Answer, first)
    assert after is not None
    assert after.text == f"{FIRST}\n\nEen losse gedachte."


def test_a_loose_paragraph_and_changes_of_its_text_are_both_taken(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        docx.insert(first, "Dat", " alles", at=2)
        docx.add_paragraph(docx.paragraph(first, 2), "Een losse gedachte.")

    incoming = draft.edited(edit)
    placed = tuple(sent_to(one, one.destinations[0]) if one.destinations else one for one in incoming.proposals)
    incoming = replace(incoming, proposals=placed)
    changed = FIRST.replace("Dat hielp.", "Dat alles hielp.")
    assert text_after(draft, incoming, first) == f"{changed}\n\nEen losse gedachte."


def test_words_beside_a_control_in_its_paragraph_belong_to_its_text(draft: Round, second: str) -> None:
    def edit(docx: Docx) -> None:
        docx.paragraph(second).append(element("<w:r><w:t xml:space='preserve'> Zeker nu.</w:t></w:r>"))

    found = only(draft.edited(edit))
    assert found.theirs == f"{SECOND} Zeker nu."
    assert "buiten het vak" in found.doubt


# --- Damage ----------------------------------------------------------------------------------------------------------


def test_a_control_that_was_removed_is_told_and_its_text_is_still_read(draft: Round, second: str) -> None:
    def edit(docx: Docx) -> None:
        docx.retype(second, "onzichtbaar", "verborgen")
        control = docx.controls(second)[0]
        holder, at = control.getparent(), control.getparent().index(control)
        holder[at : at + 1] = list(control.find(f"{W}sdtContent"))

    found = only(draft.edited(edit))
    assert found.theirs == SECOND.replace("onzichtbaar", "verborgen")
    assert "Het vak om deze tekst ontbreekt" in found.doubt


def test_a_text_without_marks_is_found_by_likeness(draft: Round, second: str) -> None:
    def edit(docx: Docx) -> None:
        docx.retype(second, "onzichtbaar", "verborgen")
        _bare(docx)

    found = only(draft.edited(edit))
    assert found.record_id == second
    assert found.doubt


def test_a_copy_of_a_paragraph_is_told_and_not_read_twice(draft: Round, first: str, second: str) -> None:
    def edit(docx: Docx) -> None:
        from copy import deepcopy

        docx.paragraph(second).addnext(deepcopy(docx.paragraph(first, 0)))

    incoming = draft.edited(edit)
    assert "kopie" in only(incoming).doubt
    assert any("kopieën" in note for note in incoming.notes)


def test_a_paragraph_that_was_moved_to_another_text_stays_with_its_own(draft: Round, first: str, second: str) -> None:
    incoming = draft.edited(lambda docx: docx.paragraph(second).addnext(docx.paragraph(first, 2)))
    assert incoming.proposals == ()


def test_words_that_left_one_text_for_another_say_where_they_stood(draft: Round, first: str, second: str) -> None:
    def edit(docx: Docx) -> None:
        docx.delete(first, "aanpak van mensenhandel vraagt om samenwerking")
        docx.insert(second, "onzichtbaar", " aanpak van mensenhandel vraagt om samenwerking")

    incoming = draft.edited(edit)
    assert [one.record_id for one in incoming.proposals if "stond eerst bij" in one.doubt] == [second]


def test_a_table_typed_between_texts_has_no_place(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        table = element("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Eigen cel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
        docx.paragraph(first, 2).addnext(table)

    found = only(draft.edited(edit))
    assert (found.standing, found.theirs) == (Standing.UNKNOWN, "Eigen cel")
    assert "tabel" in found.place


def test_a_picture_in_a_text_is_told(draft: Round, second: str) -> None:
    def edit(docx: Docx) -> None:
        docx.retype(second, "onzichtbaar", "verborgen")
        docx.paragraph(second).append(element("<w:r><w:drawing/></w:r>"))

    assert "afbeelding" in only(draft.edited(edit)).doubt


def test_a_picture_outside_a_text_has_no_place(draft: Round, second: str) -> None:
    incoming = draft.edited(lambda docx: docx.paragraph(second).addnext(element("<w:p><w:r><w:drawing/></w:r></w:p>")))
    assert only(incoming).theirs == "[afbeelding]"


def test_a_footnote_has_no_place_and_is_shown(draft: Round, second: str) -> None:
    def edit(docx: Docx) -> None:
        docx.parts["word/footnotes.xml"] = (
            f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2"><w:p><w:r><w:t>Zie bijlage.</w:t></w:r></w:p>'
            "</w:footnote></w:footnotes>"
        ).encode()
        docx.relate("footnotes", "footnotes.xml")
        docx.paragraph(second)

    found = only(draft.edited(edit))
    assert (found.theirs, found.standing) == ("Zie bijlage.", Standing.UNKNOWN)
    assert "voetnoot" in found.place


def test_words_in_the_header_are_shown(draft: Round) -> None:
    def edit(docx: Docx) -> None:
        name = next(one for one in docx.parts if "header" in one and one.endswith(".xml"))
        docx.parts[name] = docx.parts[name].replace(b"REVIEWVERSIE", b"REVIEWVERSIE van An")

    found = only(draft.edited(edit))
    assert "van An" in found.theirs
    assert "koptekst" in found.place
    assert "maakt het programma zelf" in found.doubt


def test_a_line_of_the_program_that_was_changed_says_what_it_was(draft: Round) -> None:
    def edit(docx: Docx) -> None:
        for text in docx.with_text("Opdrachtgever").iter(f"{W}t"):
            text.text = (text.text or "").replace("hoofdenoverleg", "het overleg")

    found = only(draft.edited(edit))
    assert "Er stond: ‘" in found.doubt
    assert found.destinations == ()


def test_a_text_box_is_shown(draft: Round, first: str) -> None:
    def edit(docx: Docx) -> None:
        box = "<w:txbxContent><w:p><w:r><w:t>In een vak</w:t></w:r></w:p></w:txbxContent>"
        docx.paragraph(first, 2).addnext(element(f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>"))

    found = only(draft.edited(edit))
    assert found.theirs == "In een vak"
    assert "tekstvak" in found.place


def test_a_text_of_which_everything_is_gone_is_missing(draft: Round, second: str) -> None:
    def edit(docx: Docx) -> None:
        one = docx.paragraph(second)
        one.getparent().remove(one)

    found = only(draft.edited(edit))
    assert found.standing is Standing.MISSING
    assert "staat niet meer in het document" in found.doubt


def test_open_changes_are_told(draft: Round, first: str) -> None:
    incoming = draft.edited(lambda docx: docx.insert(first, "aanpak", " hier"))
    assert any("geaccepteerd of geweigerd" in note for note in incoming.notes)
    assert incoming.from_whom == "An"


def test_a_document_of_another_dossier_is_told(draft: Round) -> None:
    assert "ander dossier" in draft.back(draft.data, own_id="another").notes[0]


def test_a_document_that_the_dossier_does_not_know_is_compared_with_the_dossier(draft: Round, second: str) -> None:
    forgotten = draft.dossier.with_rows({ReviewDocument: {}})
    incoming = draft.edited(lambda docx: docx.insert(second, "uitbuiting", " vaak"), forgotten)
    assert only(incoming).standing is Standing.CHANGED
    assert "weet niet" in incoming.notes[0]


def test_a_document_that_nobody_knows_any_more_is_a_conflict_where_it_differs(draft: Round, second: str) -> None:
    held = draft.dossier.get(Answer, second)
    assert held is not None
    forgotten = draft.dossier.with_rows({ReviewDocument: {}})
    changed = applied(forgotten, set_value(forgotten, held, "text", "Heel iets anders."))
    incoming = draft.back(draft.data, changed)
    assert (only(incoming).standing, only(incoming).theirs) == (Standing.CONFLICT, SECOND)


def test_a_document_that_is_no_draft_is_refused() -> None:
    with pytest.raises(RiecError, match=r"draft\.no_marks"):
        Round(Dossier(), b"").back(_plain_docx())


def _plain_docx() -> bytes:
    from riec_desktop.paths import data_file

    return data_file("templates", "riec.docx").read_bytes()


# --- Meanwhile -------------------------------------------------------------------------------------------------------


def _meanwhile(draft: Round, answer_id: str, text: str) -> Dossier:
    held = draft.dossier.get(Answer, answer_id)
    assert held is not None
    return applied(draft.dossier, set_value(draft.dossier, held, "text", text))


def test_work_on_another_paragraph_meanwhile_goes_together(draft: Round, first: str) -> None:
    ours = _meanwhile(draft, first, FIRST.replace("Dat hielp.", "Dat hielp ons."))
    incoming = draft.edited(lambda docx: docx.insert(first, "samenwerking", " nu"), ours)
    assert only(incoming).standing is Standing.CHANGED
    after = applied(ours, sure_changes(incoming, ours)).get(Answer, first)
    assert after is not None
    assert after.text == FIRST.replace("samenwerking", "samenwerking nu").replace("Dat hielp.", "Dat hielp ons.")


def test_work_on_the_same_paragraph_meanwhile_is_a_conflict(draft: Round, second: str) -> None:
    ours = _meanwhile(draft, second, "Onze nieuwe zin.")
    incoming = draft.edited(lambda docx: docx.insert(second, "uitbuiting", " vaak"), ours)
    assert only(incoming).standing is Standing.CONFLICT
    assert not default_ids(incoming)


def test_the_same_work_on_both_sides_is_nothing(draft: Round, second: str) -> None:
    ours = _meanwhile(draft, second, SECOND.replace("onzichtbaar", "verborgen"))
    assert draft.edited(lambda docx: docx.retype(second, "onzichtbaar", "verborgen"), ours).proposals == ()


def test_a_text_that_was_removed_meanwhile_is_shown(draft: Round, second: str) -> None:
    from riec_desktop.dossier.compare import remove

    held = draft.dossier.get(Answer, second)
    assert held is not None
    ours = applied(draft.dossier, remove(draft.dossier, held))
    found = only(draft.edited(lambda docx: docx.insert(second, "uitbuiting", " vaak"), ours))
    assert (found.standing, found.changes) == (Standing.UNKNOWN, ())
    assert "vaak" in found.theirs


# --- Remarks ---------------------------------------------------------------------------------------------------------


def test_a_remark_becomes_a_comment_on_its_field_once(draft: Round, second: str) -> None:
    docx = draft.docx()
    docx.comment(second, "uitbuiting", "Welke uitbuiting?", "Bo Kuiper")
    incoming = draft.back(docx)
    changes = sure_changes(incoming, draft.dossier)
    after = applied(draft.dossier, changes)
    (comment,) = after.all(Comment)[-1:]
    assert (comment.record_id, comment.field, comment.author) == (second, "text", "Bo Kuiper")
    assert comment.text == "Bij ‘uitbuiting’: Welke uitbuiting?"
    assert draft.back(docx, after).proposals == ()


def test_a_remark_on_nothing_goes_to_the_year_and_says_so(draft: Round) -> None:
    def edit(docx: Docx) -> None:
        docx.parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="1" w:author="Bo"><w:p><w:r><w:t>Mooi stuk.</w:t></w:r>'
            "</w:p></w:comment></w:comments>"
        ).encode()
        docx.relate("comments", "comments.xml")

    found = only(draft.edited(edit))
    assert (found.kind, found.theirs) == (Comment, "Mooi stuk.")
    assert found.doubt
