"""Services for one family: what they were told of, and finding another."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.words import whole_years
from kinfold.web.early_help.selectors.episodes import visible_episode
from kinfold.web.early_help.selectors.people import family_people
from kinfold.web.people.models import Person
from kinfold.web.signposting import views as signposting
from kinfold.web.signposting.views import For


@permission(Permission.SERVICE_REFER)
def services(request: SignedInRequest, episode_id: UUID) -> HttpResponse:
    """Looked for at first by the age of the youngest child."""
    whom, children = _family(request, episode_id)
    ages = [whole_years(one.born_on, clock.today()) for one in children if one.born_on]
    return signposting.choose(request, whom, {"age": str(min(ages))} if ages else {})


@permission(Permission.SERVICE_REFER)
def tell_of_service(request: SignedInRequest, episode_id: UUID, service_id: UUID) -> HttpResponse:
    whom, _ = _family(request, episode_id)
    return signposting.tell(request, whom, service_id)


def _family(request: SignedInRequest, episode_id: UUID) -> tuple[For, list[Person]]:
    episode = visible_episode(request.user, episode_id)
    people = family_people(request.user, episode.family, clock.today())
    return For(
        about=episode, people=people.everyone, title=f"the {episode.family}",
        back_href=reverse("early_help:episode", args=[episode.pk]),
        services_href=reverse("early_help:services", args=[episode.pk]),
        secret_address=any(one.has_confidential_address for one in people.everyone),
    ), list(people.children)  # fmt: skip
