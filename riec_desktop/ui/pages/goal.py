"""The page of a goal in a year: its introduction, why it has no portfolio, its names and its portfolios."""

from riec_desktop.dossier import views
from riec_desktop.dossier.records import GoalSection, StrategicGoal
from riec_desktop.ui.pages.page import Page, PageContext
from riec_desktop.ui.pages.parts import FormPart
from riec_desktop.ui.pages.portfolios import GoalPortfoliosPart
from riec_desktop.ui.places import Place


class GoalPage(Page):
    """What the chapter says about one goal."""

    def __init__(self, context: PageContext, goal_id: str) -> None:
        super().__init__("Doel")
        self._context = context
        self._goal_id = goal_id
        self.add(
            FormPart(context, GoalSection, ("introduction",), self.section, title="Inleiding bij dit doel"),
            GoalPortfoliosPart(context, goal_id, "Portefeuilles onder dit doel"),
            ReasonPart(context, self),
            FormPart(context, StrategicGoal, ("short_name", "full_name"), self.goal, title="Naam", folded=True),
        )

    def goal(self) -> StrategicGoal | None:
        """The goal as it is now."""
        return self._context.editing.dossier.get(StrategicGoal, self._goal_id)

    def section(self) -> GoalSection | None:
        """What the year says about it."""
        goal, editing = self.goal(), self._context.editing
        return views.goal_section(editing.dossier, editing.year, goal) if goal else None

    def has_portfolios(self) -> bool:
        """Whether something stands under the goal in this year."""
        goal, editing = self.goal(), self._context.editing
        return goal is not None and bool(views.reports_of_goal(editing.dossier, editing.year, goal))

    def refresh(self) -> None:
        """The goal may be called otherwise."""
        goal = self.goal()
        if goal is not None:
            self.set_title(goal.short_name or goal.full_name or "(doel zonder naam)")
        super().refresh()


class ReasonPart(FormPart):
    """Why a goal has no portfolio: asked when it has none, and kept in sight once it is filled in."""

    def __init__(self, context: PageContext, page: GoalPage) -> None:
        super().__init__(context, GoalSection, ("no_portfolios",), page.section, title="Geen portefeuilles?")
        self._page = page

    def refresh(self) -> None:
        """Show the reason, or nothing."""
        super().refresh()
        section = self._page.section()
        wanted = section is not None and (bool(section.no_portfolios) or not self._page.has_portfolios())
        self.setVisible(wanted)


def goal_page(context: PageContext, place: Place) -> Page:
    """The page of the goal that the place names."""
    return GoalPage(context, place.record_id)
