"""Which action stands in which menu and on the toolbar, by their ids: the one place that tells how they are grouped."""

SEPARATOR = ""
RECENT = "recent"
"""In a menu: where the list of recent files goes."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "&Bestand",
        (
            *("new", "open", "example", RECENT, SEPARATOR),
            *(
                "save",
                "save_as",
                "backups",
                SEPARATOR,
                "export_all",
                "import_all",
                SEPARATOR,
                "rollover",
                SEPARATOR,
                "close",
                "quit",
            ),
        ),
    ),
    (
        "B&ewerken",
        (
            "undo",
            "redo",
            SEPARATOR,
            "search",
            "palette",
            SEPARATOR,
            "spelling",
            "next_mistake",
            SEPARATOR,
            "history",
            "field_history",
            "versions",
            "compare",
            SEPARATOR,
            "comment",
        ),
    ),
    ("&Document", ("word", "excel", SEPARATOR, "final", SEPARATOR, "inspect")),
    (
        "Dele&n",
        (
            "form",
            SEPARATOR,
            "read",
            "read_year",
            "figures",
            SEPARATOR,
            "merge_dossier",
            "share_part",
            SEPARATOR,
            "waiting",
        ),
    ),
    ("Bee&ld", ("preview", "findings", "last_year", "comments")),
    (
        "&Help",
        (
            "manual",
            SEPARATOR,
            "about",
        ),
    ),
)

TOOLBAR: tuple[str, ...] = (
    *("save", "undo", "redo", SEPARATOR),
    *("word", "excel", SEPARATOR),
    *("read", SEPARATOR),
    *("preview", "findings", "search"),
)
