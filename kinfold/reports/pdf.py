"""A report as a tagged PDF (PDF/UA-1) that reads in order, with its marking and page number on every page."""

from kinfold.reports.html import print_page
from kinfold.reports.keeping import fingerprint
from kinfold.reports.values import Report


def render_pdf(report: Report) -> bytes:
    """Its identifier is the report's fingerprint and its date the day it was prepared, so that it can be made again."""
    from weasyprint import HTML  # slow to import: only for who prints
    from weasyprint.urls import URLFetcher

    document = HTML(string=print_page(report), url_fetcher=URLFetcher(allowed_protocols=("data",)))
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=fingerprint(report)[:32].encode())
    return made
