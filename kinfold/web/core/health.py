"""Is the application ready to serve?"""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from psycopg_pool import PoolTimeout


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and its tables are there, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT to_regclass('access_record') IS NOT NULL AND to_regclass('mash_contact') IS NOT NULL"
            )
            ready = bool(cursor.fetchone()[0])
    except (DatabaseError, PoolTimeout):
        ready = False
    return HttpResponse("ready" if ready else "not ready", status=200 if ready else 503, content_type="text/plain")


healthz.permission = "public"  # type: ignore[attr-defined]  # core stands below access, which has the decorator
