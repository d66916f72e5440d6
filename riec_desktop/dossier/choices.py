"""The choices that fields of records offer; `labels` has the Dutch words for them."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """LIEC, RIEC or partner."""

    LIEC = "liec"
    RIEC = "riec"
    PARTNER = "partner"


class PortfolioStatus(StrEnum):
    """Where a portfolio is in its life cycle in a given year."""

    PREPARING = "preparing"
    RUNNING = "running"
    FINISHED = "finished"
    MERGED = "merged"
    STOPPED = "stopped"


class ReviewState(StrEnum):
    """How far the text of one portfolio has come."""

    EMPTY = "empty"
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    AGREED = "agreed"


class YearState(StrEnum):
    """A closed year can be read, not changed, until it is opened again."""

    OPEN = "open"
    CLOSED = "closed"


class ActivityState(StrEnum):
    """Progress of one activity."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class ExecutionForm(StrEnum):
    """Who carries out a portfolio: the line, a working group or a Next Level Werkplaats."""

    LINE = "line"
    WORKING_GROUP = "working_group"
    NEXT_LEVEL = "next_level"


class Scope(StrEnum):
    """Whether an indicator has one national value or one per organisation."""

    NATIONAL = "national"
    ORGANISATION = "organisation"


class Direction(StrEnum):
    """Which way an indicator should go."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


class MissingReason(StrEnum):
    """Why a value is not there; `NONE` says nothing about it."""

    NONE = "none"
    UNKNOWN = "unknown"
    NOT_DELIVERED = "not_delivered"
    CONFIDENTIAL = "confidential"


class IndicatorChart(StrEnum):
    """The chart of an indicator in the chapter; `AUTOMATIC` is a line where there are three years or more."""

    AUTOMATIC = "automatic"
    NONE = "none"
    YEARS = "years"
    ORGANISATIONS = "organisations"
    TARGET = "target"


class Layout(StrEnum):
    """House style of the chapter on paper."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class PromiseOutcome(StrEnum):
    """What came of a promise of the year before; `OPEN` is not answered yet."""

    OPEN = "open"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    LAPSED = "lapsed"


class SmallChoice(StrEnum):
    """How counts under the threshold are shown everywhere; `UNDECIDED` is a finding before sharing."""

    UNDECIDED = "undecided"
    SHOW = "show"
    BELOW = "below"
    MERGE = "merge"
    LEAVE_OUT = "leave_out"


class WordRuleKind(StrEnum):
    """What a word of the team's own list means to the checks."""

    TERM = "term"
    FORBIDDEN = "forbidden"
    HARD = "hard"
    ABBREVIATION = "abbreviation"
    NAME = "name"
    PATTERN = "pattern"
    ALLOWED = "allowed"
