"""What a screen reader and the keyboard find in a window: names, texts and access keys of everything in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QLabel,
    QMainWindow,
    QMenu,
    QMenuBar,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)

from riec_desktop.ui.side_tabs import SideTabs
from riec_desktop.ui.typed import optional

ENGLISH = re.compile(
    r"\b(the|and|or|of|to|open|close|cancel|save|file|edit|view|undo|redo|copy|paste|cut|select|all|yes|no|apply|"
    r"next|previous|search|find|help|about|quit|exit|settings|new|name|year|value|link|button|details|show|hide|more|"
    r"options|preview|export|import|error|warning|unknown|untitled|clear)\b",
    re.IGNORECASE,
)
ALSO_DUTCH = {"open", "link", "of", "help", "export", "import", "details", "links", "no", "all"}
"""Words on the list that are Dutch too; 'Open' as the state of a year, 'of' for 'or'."""


def inputs(window: QWidget) -> Iterator[QWidget]:
    """Everything in sight that can have the focus, without the inside of other controls."""
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parentWidget(), QComboBox | QAbstractScrollArea | QTabWidget | QTabBar)
        stops = widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if stops and not inside and optional(widget.focusProxy()) is None:
            yield widget


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says for a control."""
    interface = optional(QAccessible.queryAccessibleInterface(widget))
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def nameless(window: QWidget) -> list[str]:
    """The controls without a name."""
    return [f"{type(one).__name__} {one.objectName()}" for one in inputs(window) if not spoken_name(one)]


def own_texts(window: QWidget) -> Iterator[str]:
    """What the program itself says in a window: labels, buttons, headings, hints and menus; not what people typed."""
    for widget in (window, *window.findChildren(QWidget)):
        yield widget.windowTitle()
        yield widget.toolTip()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QGroupBox() | QMenu():
                yield widget.title()
            case QTabWidget():
                yield from (widget.tabText(index) for index in range(widget.count()))
            case _:
                pass
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


def english(window: QWidget) -> list[str]:
    """Texts of the program with an English word in them."""
    bare = (re.sub(r"<[^>]*>|&", "", text) for text in own_texts(window))
    return [text for text in bare if {one.lower() for one in ENGLISH.findall(text)} - ALSO_DUTCH]


def twice(window: QWidget) -> list[str]:
    """Keys that belong to more than one action of a window, and letters that Alt leads to more than one thing."""
    keys = Counter(key.toString() for action in window.actions() for key in action.shortcuts())
    letters = Counter(f"Alt+{letter}" for letter in _access_letters(window))
    return [key for key, count in (*keys.items(), *letters.items()) if count > 1]


def _access_letters(window: QWidget) -> Iterator[str]:
    """The underlined letters in sight."""
    for text in _keyed_texts(window):
        found = re.search(r"&([^& ])", text.replace("&&", ""))
        if found is not None:
            yield found[1].upper()


def _keyed_texts(window: QWidget) -> Iterator[str]:
    if isinstance(window, QMainWindow):
        yield from (action.text() for action in window.menuBar().actions())
    for one in window.findChildren(QWidget):
        if not one.isVisible() or one.window() is not window:
            continue
        match one:
            case QAbstractButton():
                yield one.text()
            case QLabel() if optional(one.buddy()) is not None:
                yield one.text()
            case QTabBar():
                yield from (one.tabText(at) for at in range(one.count()))
            case _:
                pass


def access_keys(texts: Iterable[str]) -> Counter[str]:
    """How often each letter is the access key of one of these texts."""
    found = (re.search(r"&([^& ])", text.replace("&&", "")) for text in texts)
    return Counter(one[1].lower() for one in found if one)


def keyed_twice(window: QWidget) -> list[str]:
    """Letters that with Alt lead to more than one thing in sight: menus, buttons, tabs and labels of inputs."""
    texts = [action.text() for bar in window.findChildren(QMenuBar) for action in bar.actions()]
    for widget in window.findChildren(QWidget):
        match widget:
            case QAbstractButton() if widget.isVisible():
                texts.append(widget.text())
            case QLabel() if widget.isVisible() and optional(widget.buddy()) is not None:
                texts.append(widget.text())
            case QTabBar() if widget.isVisible():
                texts += [widget.tabText(at) for at in range(widget.count())]
            case _:
                pass
    return [f"Alt+{letter}" for letter, count in access_keys(texts).items() if count > 1]


def labels_without_buddy(window: QWidget) -> list[str]:
    """Labels with an access key that leads nowhere."""
    found = (one for one in window.findChildren(QLabel) if one.isVisible())
    keyed = (one for one in found if re.search(r"&[^& ]", one.text()) and one.textFormat() != Qt.TextFormat.PlainText)
    return [one.text() for one in keyed if optional(one.buddy()) is None]


def cut_off(window: QWidget) -> list[str]:
    """Texts in sight of which a part is not: their widget is smaller than they are."""
    shown = (one for one in window.findChildren(QWidget) if one.isVisible())
    return [f"{type(one).__name__}: {text}" for one in shown for text in _cut_texts(one)]


def _cut_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.text():
            yield from (widget.text(),) if _is_cut(widget, _least(widget)) else ()
        case QAbstractButton() if widget.text() and not _is_icon_alone(widget):
            yield from (widget.text(),) if _is_cut(widget, widget.minimumSizeHint()) else ()
        case QTabBar():
            yield from (text for at, text in enumerate(_tab_texts(widget)) if _is_cut_tab(widget, at, text))
        case _:
            pass


def _least(label: QLabel) -> QSize:
    """What a label needs, which may be as high as it wants when it breaks its lines."""
    if label.wordWrap():
        return QSize(0, label.heightForWidth(label.width()))
    return label.minimumSizeHint()


def _is_cut(widget: QWidget, needed: QSize) -> bool:
    return needed.width() > widget.width() or needed.height() > widget.height()


def _is_icon_alone(button: QAbstractButton) -> bool:
    return isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def _tab_texts(bar: QTabBar) -> list[str]:
    """What is written on the tabs: those beside the page shorten their names themselves."""
    if isinstance(bar, SideTabs):
        return [bar.shown_text(at) for at in range(bar.count())]
    return [bar.tabText(at).replace("&", "") for at in range(bar.count())]


def _is_cut_tab(bar: QTabBar, at: int, text: str) -> bool:
    return bar.fontMetrics().horizontalAdvance(text) > bar.tabRect(at).width()
