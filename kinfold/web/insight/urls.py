"""Addresses of figures and reports."""

from django.urls import path

from kinfold.web.insight.views import (
    controls,
    neighbours,
    publications,
    reports,
    rulings,
    scorecard,
    sections,
    your_boards,
)

app_name = "insight"

urlpatterns = [
    path("your-boards", your_boards.show, name="your_boards"),
    path("workbench", controls.workbench, name="workbench"),
    path("scorecard", scorecard.show, name="scorecard"),
    path("scorecard/refresh", scorecard.refresh, name="refresh"),
    path("scorecard/progress", scorecard.progress, name="progress"),
    path("scorecard/public", publications.files, name="public_files"),
    path("scorecard/public/prepare", publications.prepare, name="prepare_public_file"),
    path("scorecard/public/<uuid:public_file_id>", publications.download, name="public_file"),
    path("scorecard/public/<uuid:public_file_id>/publish", publications.publish, name="publish_public_file"),
    path("scorecard/<str:key>", scorecard.indicator, name="indicator"),
    path("scorecard/<str:key>/data", scorecard.data, name="data"),
    path("scorecard/<str:key>/<slug:quarter>/rows", scorecard.rows, name="rows"),
    path("scorecard/<str:key>/decided/<slug:kind>", rulings.record, name="rule"),
    path("decided/<uuid:ruling_id>", rulings.change, name="change_ruling"),
    path("decided/<uuid:ruling_id>/withdraw", rulings.withdraw, name="withdraw_ruling"),
    path("neighbours", neighbours.neighbours, name="neighbours"),
    path("neighbours/load", neighbours.load, name="load_neighbours"),
    path("reports", reports.reports, name="reports"),
    path("reports/report.css", reports.styles, name="report_styles"),
    path("reports/new/<uuid:duty_id>", reports.begin, name="begin_report"),
    path("reports/sections/<uuid:section_id>", sections.section, name="section"),
    path("reports/sections/<uuid:section_id>/write", sections.write, name="write_section"),
    path("reports/sections/<uuid:section_id>/author", sections.author, name="section_author"),
    path("reports/comments/<uuid:comment_id>/resolved", sections.resolve, name="resolve_comment"),
    path("reports/<uuid:report_id>", reports.report, name="report"),
    path("reports/<uuid:report_id>/circulation", reports.circulation, name="circulation"),
    path("reports/<uuid:report_id>/sign-off", reports.sign, name="sign"),
    path("reports/<uuid:report_id>/files/<slug:form>", reports.download, name="download"),
]
