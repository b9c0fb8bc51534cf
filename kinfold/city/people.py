"""The tables of people: children, unborn too, and adults; what they speak and need; who is family to whom."""

import numpy as np
import pyarrow as pa

from kinfold.city import names, numbers, portrait
from kinfold.city.adults import FATHER, KINDS, MOTHER
from kinfold.city.columns import Tables, codes, dates, every, keys, midnights, table, texts, yes_no
from kinfold.city.draws import Flags, Ints, choose, pick, ranges
from kinfold.city.history import DAY, NEVER
from kinfold.city.population import Population
from kinfold.city.school_years import reception_starts

_DISABILITIES = {
    "AUT": 34, "LD": 30, "COMM": 22, "BEH": 18, "MOB": 12, "PC": 9, "HEAR": 6, "VIS": 5, "INC": 5, "HAND": 4, "CON": 4,
    "DDA": 8,
}  # fmt: skip
_COMMUNICATION = ("makaton", "bsl", "symbols", "device", "large_print", "easy_read", "extra_time", "does_not_speak")


def people_tables(city: Population) -> Tables:
    rng = city.draws.stream("people")
    count, young = len(city.person_ids), len(city.children)
    unborn = np.concatenate([city.children.unborn, np.zeros(len(city.adults), bool)])
    girls = np.concatenate([rng.random(young) < 0.488, city.adults.female])
    ethnicity = city.families.ethnicity[city.family]
    died = np.concatenate([city.children.died, np.full(len(city.adults), NEVER)])
    forenames = names.forenames(rng, ethnicity, girls)
    _rename_namesakes(city, forenames, ethnicity, girls)
    forenames[unborn] = None
    surnames = _surnames(city, rng)

    of_school_age = (reception_starts(city.born) <= city.history.last) & (np.arange(count) < young)
    plan, support = _send(rng, of_school_age)
    upn = np.full(count, None, dtype=object)
    pupils = np.flatnonzero(of_school_age & (rng.random(count) < 0.985))
    upn[pupils] = numbers.pupil_numbers(1970 + reception_starts(city.born[pupils]) // 365)
    no_upn = np.where(np.arange(count) >= young, -1, np.where(of_school_age, np.where(upn == None, 1, -1), 0))  # noqa: E711
    nhs = np.full(count, None, dtype=object)
    registered = np.flatnonzero((np.arange(count) < young) & ~unborn & (rng.random(count) < 0.94))
    nhs[registered] = numbers.nhs_numbers(len(registered))
    mothers = city.adult(MOTHER)
    mother = np.zeros(count, bool)
    mother[mothers[mothers >= 0]] = True

    people = {
        "person_id": city.person_ids,
        "forename": texts(forenames),
        "surname": texts(surnames),
        "sex": codes(("M", "F", "U"), np.where(unborn, 2, girls.astype(np.int64))),
        "gender": codes(("01", "02", "00"), np.where(unborn, 2, girls.astype(np.int64))),
        "ethnicity": codes(tuple(portrait.ETHNICITIES), _places(ethnicity, tuple(portrait.ETHNICITIES))),
        "born_on": midnights(np.where(unborn, NEVER, city.born)),
        "expected_on": midnights(np.where(unborn, city.born, NEVER)),
        "died_on": midnights(died),
        "upn": texts(upn),
        "upn_unknown_reason": codes(("UN1", "UN4"), no_upn),
        "single_unique_id": texts(nhs),
        "ehc_plan": yes_no(plan),
        "mother": yes_no(mother),
    }
    return {
        "people": table("people", people),
        "person_details": table("person_details", _details(city, rng, plan, support, unborn)),
        "disabilities": table("disabilities", _disabilities(city, rng, plan)),
        "identifiers": table("identifiers", _identifiers(city, nhs, upn)),
        "family_members": table("family_members", _family_members(city)),
        "relationships": table("relationships", _relationships(city)),
    }


def _rename_namesakes(city: Population, forenames: np.ndarray, ethnicity: np.ndarray, girls: Flags) -> None:
    """No two brothers or sisters have one name: the younger is given another until they differ."""
    rng = city.draws.stream("namesakes")
    young = len(city.children)
    while True:
        _, number = np.unique(forenames[:young].astype(str), return_inverse=True)
        order = np.lexsort((city.born[:young], number, city.family[:young]))
        same = (np.diff(number[order]) == 0) & (np.diff(city.family[order]) == 0)
        younger = order[1:][same]
        if not len(younger):
            return
        forenames[younger] = names.forenames(rng, ethnicity[younger], girls[younger])


def _surnames(city: Population, rng: np.random.Generator) -> np.ndarray:
    """Children carry their mother's name, their father's, or both with a hyphen."""
    families = city.families
    hers, his = names.surnames(rng, families.ethnicity), names.surnames(rng, families.ethnicity)
    shared = (families.household == portrait.COUPLE) & (rng.random(len(families)) < 0.7)
    hers = np.where(shared, his, hers)
    both = (rng.random(len(families)) < 0.07) & ~shared
    theirs = np.where(both, hers + "-" + his, np.where(rng.random(len(families)) < 0.55, his, hers))
    other = names.surnames(rng, families.ethnicity[city.adults.family])
    role = city.adults.role
    grown = np.where(role == MOTHER, hers[city.adults.family], np.where(role == FATHER, his[city.adults.family], other))
    return np.concatenate([theirs[city.children.family], grown])


def _send(rng: np.random.Generator, of_school_age: Flags) -> tuple[Flags, Flags]:
    chance = rng.random(len(of_school_age))
    plan = of_school_age & (chance < portrait.EHC_PLAN)
    return plan, of_school_age & ~plan & (chance < portrait.EHC_PLAN + portrait.SEN_SUPPORT)


def _places(values: np.ndarray, among: tuple[str, ...]) -> Ints:
    place = {value: number for number, value in enumerate(among)}
    return np.array([place[value] for value in values])


def _details(
    city: Population, rng: np.random.Generator, plan: Flags, support: Flags, unborn: Flags
) -> dict[str, pa.Array]:
    count = len(city.person_ids)
    language = city.families.language[city.family]
    adult = np.arange(count) >= len(city.children)
    needs = np.full(count, None, dtype=object)
    needing = np.flatnonzero(plan & (rng.random(count) < 0.3) | (rng.random(count) < 0.002) & ~unborn)
    needs[needing] = np.asarray(_COMMUNICATION, dtype=object)[rng.integers(0, len(_COMMUNICATION), len(needing))]
    return {
        "person_id": city.person_ids,
        "first_language": texts(language),
        "interpreter_needed": yes_no(adult & (language != "en") & (rng.random(count) < 0.3)),
        "communication_needs": texts(needs),
        "send_status": codes(("none", "sen_support", "ehcp"), np.where(adult, -1, support + 2 * plan)),
        "unborn": yes_no(unborn),
    }


def _disabilities(city: Population, rng: np.random.Generator, plan: Flags) -> dict[str, pa.Array]:
    chance = np.where(plan, 0.45, portrait.DISABLED * 0.6)
    chance[len(city.children) :] = 0.0
    whose = np.flatnonzero(rng.random(len(plan)) < chance)
    person, place = ranges(1 + pick(rng, (0.7, 0.22, 0.08), len(whose)))
    code = choose(rng, tuple(_DISABILITIES), tuple(_DISABILITIES.values()), len(person))
    again = (place > 0) & (code == np.roll(code, 1)) | (place > 1) & (code == np.roll(code, 2))
    without = np.flatnonzero(_asked_and_have_none(city, whose))
    person = np.concatenate([whose[person[~again]], without])
    code = np.concatenate([code[~again], np.full(len(without), "NONE", dtype=object)])
    return {
        "disability_id": city.ids_of("disabilities", city.recorded_on[person] * DAY + 10 * 3600),
        "person_id": keys(city.person_ids, person),
        "disability": texts(code),
    }


def _asked_and_have_none(city: Population, disabled: Ints) -> Flags:
    """Of the other children, those of whom somebody has written down that there is none."""
    asked: Flags = city.draws.stream("asked of disability").random(len(city.person_ids)) < portrait.ASKED_OF_DISABILITY
    asked[len(city.children) :] = False
    asked[disabled] = False
    return asked


def _identifiers(city: Population, nhs: np.ndarray, upn: np.ndarray) -> dict[str, pa.Array]:
    has_nhs, has_upn = (np.flatnonzero([value is not None for value in column]) for column in (nhs, upn))
    person = np.concatenate([has_nhs, has_upn])
    starts = np.concatenate([city.born[has_nhs], reception_starts(city.born[has_upn])])
    return {
        "identifier_id": city.ids_of("identifiers", city.recorded_on[person] * DAY + 10 * 3600),
        "person_id": keys(city.person_ids, person),
        "kind": pa.concat_arrays([every("nhs_number", len(has_nhs)), every("upn", len(has_upn))]),
        "value": texts(np.concatenate([nhs[has_nhs], upn[has_upn]])),
        "valid_from": midnights(starts),
    }


def _family_members(city: Population) -> dict[str, pa.Array]:
    return {
        "family_member_id": city.ids_of("family_members", city.recorded_on * DAY + 10 * 3600),
        "family_id": keys(city.family_ids, city.family),
        "person_id": city.person_ids,
    }


def _relationships(city: Population) -> dict[str, pa.Array]:
    """Each child's adults, each child's brothers and sisters, and each couple, both ways round."""
    young = city.children
    first = young.first_of_family
    sizes = np.diff(first)
    adult, place = ranges(sizes[city.adults.family])
    child = first[city.adults.family[adult]] + place
    one, place = ranges(sizes[young.family])
    other = first[young.family[one]] + place
    one, other = one[one != other], other[one != other]
    mothers, fathers = city.adult(MOTHER), city.adult(FATHER)
    couple = np.flatnonzero((mothers >= 0) & (fathers >= 0) & (city.families.household == portrait.COUPLE))
    ended = city.adults.moved_out[fathers[couple] - len(young)]

    person = np.concatenate([child, one, mothers[couple], fathers[couple]])
    related = np.concatenate([len(young) + adult, other, fathers[couple], mothers[couple]])
    kind = np.concatenate([city.adults.kind[adult], np.full(len(one), 5), np.full(2 * len(couple), 6)])
    responsible = np.concatenate([city.adults.responsible[adult], np.zeros(len(one) + 2 * len(couple), bool)])
    joined_on = np.where(
        city.adults.joined[adult] > -NEVER, np.maximum(city.adults.joined[adult], young.born[child]), NEVER
    )
    joined_on = np.where(young.unborn[child], NEVER, joined_on)
    started = np.concatenate([joined_on, np.full(len(one) + 2 * len(couple), NEVER)])
    finished = np.concatenate([np.full(len(child) + len(one), NEVER), ended, ended])
    recorded = np.maximum(city.recorded_on[person], city.recorded_on[related])
    return {
        "relationship_id": city.ids_of("relationships", recorded * DAY + 10 * 3600),
        "person_id": keys(city.person_ids, person),
        "related_person_id": keys(city.person_ids, related),
        "kind": codes((*KINDS, "sibling", "partner"), kind),
        "parental_responsibility": yes_no(responsible),
        "started_on": dates(started),
        "ended_on": dates(finished),
    }
