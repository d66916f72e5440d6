"""The sentences about files of other programs: workbooks, forms, pictures, drafts. A part of `messages`."""

ABOUT_FILES: dict[str, str] = {
    "workbook.empty": (
        "Het bestand {file} is leeg. Misschien is het nog niet klaar met synchroniseren: wacht even en lees het "
        "dan opnieuw. Er is niets overgenomen."
    ),
    "workbook.damaged": (
        "Het bestand {file} is beschadigd{place}. Er is niets overgenomen. Open het in Excel, sla het opnieuw op "
        "en lees het dan nog eens."
    ),
    "workbook.other_file": (
        "Het bestand {file} is geen Excel-werkmap. Er is niets overgenomen. Sla het in Excel op als Excel-werkmap "
        "(.xlsx)."
    ),
    "workbook.old": (
        "Het bestand {file} is een werkmap van een oude Excel (.xls). Er is niets overgenomen. Open het in Excel "
        "en sla het op als Excel-werkmap (.xlsx)."
    ),
    "workbook.ods": (
        "Het bestand {file} is een werkmap van LibreOffice (.ods). Er is niets overgenomen. Sla het op als .xlsx."
    ),
    "workbook.binary": (
        "Het bestand {file} is een binaire werkmap (.xlsb). Er is niets overgenomen. Open het in Excel en sla het "
        "op als Excel-werkmap (.xlsx)."
    ),
    "workbook.encrypted": (
        "Het bestand {file} is beveiligd met een wachtwoord of een label. Er is niets overgenomen. Open het in "
        "Excel, haal de beveiliging eraf, sla het op als .xlsx en lees het dan opnieuw."
    ),
    "workbook.macros": (
        "In het bestand {file} zitten macro’s. Daarom is het niet gelezen en er is niets van uitgevoerd. Sla het "
        "in Excel op als Excel-werkmap zonder macro’s (.xlsx)."
    ),
    "workbook.tampered": (
        "In het bestand {file} zitten onderdelen die niet in een gewone werkmap horen{place}. Het is niet gelezen "
        "en er is niets overgenomen. Vraag wie het stuurde om het opnieuw op te slaan in Excel."
    ),
    "workbook.too_large": (
        "Het bestand {file} is te groot om veilig te lezen{place}. Er is niets overgenomen. Haal weg wat er niet "
        "in hoort, of vul een nieuw formulier in."
    ),
    "workbook.slow": (
        "Het lezen van {file} duurde te lang en is gestopt. Er is niets overgenomen. Open het in Excel, sla het "
        "opnieuw op en lees het dan nog eens."
    ),
    "workbook.no_reader": (
        "Het bestand {file} kon niet worden gelezen, omdat een onderdeel van dit programma niet start. Er is niets"
        " overgenomen. Start het programma opnieuw."
    ),
    "form.no_form": (
        "Het bestand {file} is geen aanleverformulier van dit programma. Er is niets overgenomen. Kies het "
        "formulier dat uw collega terugstuurde. Zijn het cijfers in een eigen tabel? Kies dan Delen, Cijfers inlezen."
    ),
    "figures.nothing": "In het bestand {file} staat niets. Er is niets veranderd. Kies een ander bestand.",
    "figures.no_sheet": "Het blad {name} staat niet in dit bestand. Er is niets gelezen. Kies uit: {known}.",
    "figures.no_column": "De kolom {name} staat niet op rij {row}. Er is niets gelezen. Kies uit: {known}.",
    "figures.no_indicator": "De indicator {name} staat niet in dit dossier. Er is niets gelezen. Kies een andere naam.",
    "figures.no_portfolio": "De portefeuille {name} staat niet in dit dossier. Er is niets gelezen. Kies uit: {known}.",
    "figures.no_mapping": "Het programma weet niet hoe het blad {sheet} is ingedeeld. {problem} Er is niets gelezen.",
    "form.no_content": ("Kies ten minste één portefeuille of een organisatie voor het formulier. Er is niets gemaakt."),
    "form.no_files": "In {folder} staan geen bestanden van Excel of CSV. Kies een andere map of een bestand.",
    "form.too_long": (
        "De tekst {place} is te lang voor een vak in Excel (hoogstens {most} tekens). Er is geen formulier "
        "gemaakt. Maak de tekst korter, of laat dit onderdeel weg."
    ),
    "office.not_started": (
        "Het kantoorprogramma op deze computer start niet ({detail}). Uw document is niet veranderd. Kijk of Word of "
        "LibreOffice het zelf nog doet."
    ),
    "office.slow": (
        "Het kantoorprogramma op deze computer was na {seconds} seconden nog niet klaar en is gestopt. Uw document is "
        "niet veranderd. Probeer het later opnieuw."
    ),
    "office.no_pdf": (
        "{program} op deze computer kon van het document geen PDF maken. Uw document is niet veranderd. Open het in "
        "{program} en sla het daar op als PDF."
    ),
    "office.bad_pdf": (
        "De PDF die het kantoorprogramma op deze computer maakte, is niet te lezen. Uw document is niet veranderd. "
        "Probeer het opnieuw."
    ),
    "picture.empty": (
        "Het bestand {file} is leeg. Er is niets veranderd. Misschien is het nog niet klaar met synchroniseren: wacht "
        "even en kies het dan opnieuw."
    ),
    "picture.other": (
        "Het bestand {file} is geen afbeelding die dit programma kent. Er is niets veranderd. Kies een afbeelding in "
        "PNG, JPEG, GIF, BMP, TIFF of WebP."
    ),
    "picture.drawing": (
        "Het bestand {file} is een tekening (zoals SVG, EMF of PDF) en geen foto of schermafbeelding. Er is niets "
        "veranderd. Open de tekening in het programma waarin ze is gemaakt en sla haar op als PNG. Of maak er met "
        "Windows+Shift+S een schermafbeelding van en kies hier Plakken."
    ),
    "picture.heic": (
        "De foto {file} heeft een vorm (HEIC of AVIF) die Word niet op elke computer toont. Er is niets veranderd. "
        "Open de foto in Foto’s van Windows, kies Opslaan als en dan JPEG."
    ),
    "picture.damaged": (
        "De afbeelding {file} is beschadigd of niet compleet. Er is niets veranderd. Open haar in een ander programma "
        "en sla haar opnieuw op, of vraag degene van wie u haar kreeg om haar nog eens te sturen."
    ),
    "picture.too_large": (
        "De afbeelding {file} heeft meer dan {limit} miljoen beeldpunten. Dat is te groot om veilig te openen. Er is "
        "niets veranderd. Maak de afbeelding kleiner, bijvoorbeeld met Formaat wijzigen in Foto’s van Windows."
    ),
    "picture.too_heavy": (
        "Het bestand {file} is groter dan {limit} MB. Er is niets veranderd. Sla de afbeelding kleiner op, "
        "bijvoorbeeld met Formaat wijzigen in Foto’s van Windows."
    ),
    "inspect.not_docx": (
        "Dit bestand is geen gewoon Word-document (.docx), of het is beveiligd met een wachtwoord. Het is niet "
        "gecontroleerd en niet veranderd. Open het in Word en sla het op als Word-document (.docx)."
    ),
    "inspect.damaged": (
        "Dit Word-document is beschadigd en niet gecontroleerd. Het is niet veranderd. Open het in Word, sla het "
        "opnieuw op en probeer het nog eens."
    ),
    "inspect.too_large": (
        "Dit Word-document is te groot om hier te controleren. Het is niet veranderd. Maak de afbeeldingen kleiner of "
        "splits het document."
    ),
    "inspect.macros": (
        "In dit document zitten macro’s. Het is niet gecontroleerd en niet veranderd. Sla het in Word op als document "
        "zonder macro’s (.docx) en controleer dat."
    ),
    "template.not_docx": (
        "Dit bestand is geen Word-document (.docx of .dotx). Er is niets veranderd. Is het een oud .doc-bestand, of "
        "staat er een wachtwoord op? Sla het dan in Word op als .docx zonder wachtwoord, of kies een ander sjabloon."
    ),
    "template.damaged": (
        "Dit sjabloon is beschadigd. Er is niets veranderd. Open het in Word, sla het opnieuw op en probeer het nog "
        "eens, of kies een ander sjabloon."
    ),
    "template.too_large": (
        "Dit sjabloon is te groot om veilig te openen. Er is niets veranderd. Kies een sjabloon zonder grote "
        "afbeeldingen."
    ),
    "template.macros": (
        "In dit sjabloon zitten macro’s. Die neemt het programma niet over. Er is niets veranderd. Sla het sjabloon in "
        "Word op als document zonder macro’s (.docx) en kies dat bestand."
    ),
    "template.same_file": (
        "De aangevulde kopie kan niet in de plaats van het sjabloon {file} komen. Er is niets veranderd. Geef de "
        "kopie een andere naam."
    ),
    "template.strict": (
        "Dit sjabloon is bewaard in een bijzondere vorm (Strict Open XML). Er is niets veranderd. Open het in Word, "
        "kies Opslaan als met het type ‘Word-document (*.docx)’, en kies dat bestand."
    ),
    "draft.not_docx": (
        "Het bestand {file} is geen Word-document (.docx). Er is niets veranderd. Open het in Word en sla het op met "
        "het type ‘Word-document (*.docx)’."
    ),
    "draft.old": (
        "Het bestand {file} is een oud Word-document (.doc). Er is niets veranderd. Open het in Word en sla het op met "
        "het type ‘Word-document (*.docx)’."
    ),
    "draft.encrypted": (
        "Het document {file} is beveiligd met een wachtwoord of een label. Er is niets veranderd. Sla het in Word op "
        "zonder beveiliging en lees het dan in."
    ),
    "draft.damaged": (
        "Het document {file} is beschadigd en niet gelezen. Er is niets veranderd. Open het in Word, sla het opnieuw "
        "op en lees het dan nog eens, of vraag de afzender om het opnieuw te sturen."
    ),
    "draft.too_large": (
        "Het document {file} is te groot om veilig te lezen. Er is niets veranderd. Maak de afbeeldingen kleiner of "
        "splits het document."
    ),
    "draft.strict": (
        "Het document {file} is bewaard in een bijzondere vorm (Strict Open XML). Er is niets veranderd. Open het in "
        "Word en sla het op met het type ‘Word-document (*.docx)’."
    ),
    "draft.slow": (
        "Het lezen van {file} duurde te lang en is gestopt. Er is niets veranderd. Open het in Word, sla het opnieuw "
        "op en lees het dan nog eens."
    ),
    "draft.no_reader": (
        "Het document {file} kon niet worden gelezen, omdat een onderdeel van dit programma niet start. Er is niets "
        "veranderd. Start het programma opnieuw."
    ),
    "draft.no_marks": (
        "Het document {file} is geen reviewversie van dit dossier. Er is niets veranderd. Is het een hoofdstuk van een "
        "eerder jaar, kies dan Delen, Hoofdstuk van een eerder jaar inlezen."
    ),
    "draft.nothing": (
        "In het document {file} staat geen tekst die in het dossier kan. Er is niets veranderd. Kijk of u het juiste "
        "bestand hebt gekozen."
    ),
}

ABOUT_MAKING: dict[str, str] = {
    "file.folder_read_only": (
        "In de map {folder} mag u geen bestanden opslaan. Er is niets gemaakt. Kies een andere map met de knop Kiezen."
    ),
    "file.folder_missing": (
        "De map {folder} bestaat niet of is niet bereikbaar. Er is niets gemaakt. Kijk of de netwerkschijf verbonden "
        "is en kies Opnieuw, of kies een andere map met de knop Kiezen."
    ),
    "file.read_only": (
        "Het bestand {file} is alleen-lezen. Het is niet veranderd. Kies een andere naam met de knop Kiezen."
    ),
    "file.path_too_long": (
        "De namen van de map en van {file} zijn samen te lang voor deze computer. Er is niets gemaakt. "
        "Kies met de knop Kiezen een map met een kortere naam."
    ),
}
"""What is said otherwise where a document is made: the work is not at stake, and another button helps."""

ABOUT_COMMANDS: dict[str, str] = {
    "file.held": (
        "Het bestand {file} is geopend in een ander programma. Het is niet veranderd. Sluit het bestand daar en geef "
        "de opdracht opnieuw."
    ),
    "file.held_reading": (
        "Het bestand {file} is geopend in een ander programma, dat het voor zichzelf houdt. Er is niets veranderd. "
        "Sluit het bestand daar en geef de opdracht opnieuw."
    ),
    "file.folder_read_only": (
        "In de map {folder} mag u geen bestanden opslaan. Er is niets geschreven. Geef een andere map op."
    ),
    "file.folder_missing": (
        "De map {folder} bestaat niet of is niet bereikbaar. Er is niets geschreven. Kijk of de netwerkschijf "
        "verbonden is, of geef een andere map op."
    ),
    "file.read_only": "Het bestand {file} is alleen-lezen. Het is niet veranderd. Geef een andere naam op.",
    "file.path_too_long": (
        "De namen van de map en van {file} zijn samen te lang voor deze computer. Er is niets geschreven. Geef een map "
        "op met een kortere naam."
    ),
    "file.disk_full": (
        "Er is te weinig ruimte om {file} te schrijven. Het vorige bestand is niet veranderd. Maak ruimte vrij en geef "
        "de opdracht opnieuw."
    ),
    "file.not_written": (
        "Het bestand {file} kon niet worden geschreven ({reason}). Het vorige bestand is niet veranderd. Probeer het "
        "opnieuw of geef een andere map op."
    ),
    "file.changed_underneath": (
        "Het bestand {file} is intussen door iemand anders veranderd. Er is niets overschreven. Geef de opdracht "
        "opnieuw."
    ),
    "file.other_dossier": (
        "Op de plaats van {file} staat nu een ander dossier. Er is niets veranderd. Geef een andere naam op."
    ),
    "dossier.not_kept": (
        "Het dossier {file} is niet opgeslagen, want bij het nakijken klopte het niet. Het vorige bestand is niet "
        "veranderd. Voor de helpdesk: {detail}."
    ),
    "dossier.open_elsewhere": (
        "Het dossier {file} is open in een venster van dit programma op deze computer. Er is niets veranderd. Sluit "
        "het daar en geef de opdracht opnieuw."
    ),
    "store.in_use": (
        "Dit werk is al geopend in een venster van dit programma. Er is niets veranderd. Sluit het daar en geef de "
        "opdracht opnieuw."
    ),
}
"""What is said otherwise on the command line: it has no buttons, and keeps no work that is in no file."""
