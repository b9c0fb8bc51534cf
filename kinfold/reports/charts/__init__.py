"""Pictures of figures: each an SVG with a headline, a text alternative and the table it was drawn from."""

from kinfold.reports.charts.picture import Picture, both_widths
from kinfold.reports.charts.process_chart import process_chart
from kinfold.reports.charts.progress import progress_chart
from kinfold.reports.charts.sparkline import card_trend, sparkline
from kinfold.reports.charts.status_timeline import status_timeline
from kinfold.reports.charts.trend import trend_chart

__all__ = [
    "Picture", "both_widths", "card_trend", "process_chart", "progress_chart", "sparkline", "status_timeline",
    "trend_chart",
]  # fmt: skip
