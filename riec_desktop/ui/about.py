"""What the window says about the program itself."""

from pathlib import Path

from riec_desktop import __version__

APP_NAME = "RIEC Jaarverslag"


def about_text(data_folder: Path) -> str:
    """Version, licence, and where work is kept on this computer."""
    return (
        f"{APP_NAME} {__version__}\n\n"
        "Van de resultaten per portefeuille naar hoofdstuk 3.4 van het jaarverslag.\n\n"
        "Het programma maakt geen verbinding met internet. Uw werk staat in het dossierbestand dat u zelf kiest en, "
        f"voor de zekerheid, in {data_folder}.\n\n"
        "Vrij te gebruiken onder de licentie EUPL-1.2. Gemaakt met onder meer Qt en PySide6 (licentie LGPL-3.0); de "
        "licenties van alle onderdelen staan in de map ‘licenties’ van het geïnstalleerde programma."
    )
