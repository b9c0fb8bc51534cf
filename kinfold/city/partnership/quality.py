"""The tables of how good contacts are, and of complaints about services for children."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.columns import codes, dates, keys, table, texts
from kinfold.city.draws import choose, pick_each
from kinfold.city.front_door.contacts import Contacts
from kinfold.city.front_door.tables import FrontDoorIds, agencies_of_contacts
from kinfold.city.history import DAY, add_working_days
from kinfold.city.needs import scaled
from kinfold.city.partnership.occasions import occasions
from kinfold.city.population import Population
from kinfold.city.schooling import Schooling
from kinfold.city.workforce import Workforce

_GRADES = ("good", "enough", "not_enough")
_OF_SCHOOLS, _OF_POLICE, _OF_OTHERS = (71, 24, 5), (38, 46, 16), (58, 33, 9)
"""Published of schools in words alone: “a very good standard of referrals”."""
_COMPLAIN = {"school": 44, "health": 22, "early_years": 8, "police": 6, "housing": 8, "voluntary": 12}
_ABOUT = {"a_decision": 36, "waiting": 20, "being_kept_informed": 30, "how_somebody_behaved": 8, "other": 6}


def contact_quality_table(
    city: Population, contacts: Contacts, ids: FrontDoorIds, schooling: Schooling, workforce: Workforce
) -> pa.Table:
    """The hub grades some of the contacts that agencies make, within a month."""
    rng = city.draws.stream("contact quality")
    agency = agencies_of_contacts(city, contacts, schooling, workforce)
    event = np.flatnonzero((agency >= 0) & (rng.random(len(agency)) < rates.CONTACTS_GRADED))
    graded = add_working_days(contacts.arrivals.day[event], rng.integers(1, 21, len(event)))
    event, graded = event[graded <= city.history.last], graded[graded <= city.history.last]
    kinds = np.array(workforce.agency_kinds, dtype=object)[agency[event]]
    weights = np.array([_OF_OTHERS, _OF_SCHOOLS, _OF_POLICE], dtype=np.float64)
    grade = pick_each(rng, weights[np.select([kinds == "school", kinds == "police"], [1, 2], 0)])
    columns = {
        "event_id": keys(ids.events, event),
        "graded_on": dates(graded),
        "grade": codes(_GRADES, grade),
        "agency_id": keys(workforce.agency_ids, agency[event]),
        "sector": texts(kinds),
    }
    return table("contact_quality", columns)


def complaints_table(city: Population) -> pa.Table:
    rng = city.draws.stream("complaints")
    day = occasions(city, rng, scaled(city, rates.COMPLAINTS))
    columns = {
        "complaint_id": city.ids_of("complaints", day * DAY + 11 * 3600),
        "received_on": dates(day),
        "from_sector": texts(choose(rng, tuple(_COMPLAIN), list(_COMPLAIN.values()), len(day))),
        "about": texts(choose(rng, tuple(_ABOUT), list(_ABOUT.values()), len(day))),
    }
    return table("complaints", columns)
