"""Figures of the sample's signals over two years and two organisations, to draw."""

from decimal import Decimal

from tests.helpers.sample import DELDEN, GOOR, figure

COURSE = (
    figure("3", organisation=GOOR, year=2021),
    figure("4", organisation=DELDEN, year=2021),
    figure("5", organisation=GOOR, target=Decimal(8)),
    figure("6", organisation=DELDEN, target=Decimal(9)),
)
