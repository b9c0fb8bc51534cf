"""Tables that go by what other tables of the same city say: who is disabled, where homes are, who has an EHC plan."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kinfold.city.care.homes import home_of_care_tables
from kinfold.city.care.leavers import leave, leaver_tables
from kinfold.city.care.periods import Periods
from kinfold.city.columns import Tables
from kinfold.city.draws import Flags
from kinfold.city.front_door.contacts import Contacts
from kinfold.city.help.casework import Casework
from kinfold.city.protection.as_it_was import detail_tables
from kinfold.city.protection.assessments import assessment_tables
from kinfold.city.special_needs import special_needs_tables


def following_tables(
    work: Casework, periods: Periods, contacts: Contacts, contact_ids: pa.Array, tables: Tables
) -> Tables:
    """`tables` are in the order in which the city keeps people, homes and professionals."""
    found = tables["disabilities"].filter(pc.field("disability") != "NONE")
    disabled = _flags(pc.is_in(work.city.person_ids, found["person_id"].combine_chunks()))
    send_status = tables["person_details"]["send_status"]
    closed_at_once = _flags(pc.equal(tables["referrals"]["no_further_action"], "Y"))
    return {
        **assessment_tables(work, closed_at_once),
        **detail_tables(work, contacts, contact_ids, disabled),
        **home_of_care_tables(work, periods, tables["addresses"]),
        **leaver_tables(work, leave(work, periods), tables["professionals"]["name"].combine_chunks()),
        **special_needs_tables(
            work.city,
            _flags(pc.equal(send_status, "ehcp")),
            _flags(pc.equal(send_status, "sen_support")),
            tables["people"]["upn"].combine_chunks(),
        ),
    }


def _flags(values: pa.Array | pa.ChunkedArray) -> Flags:
    flags: Flags = np.asarray(pc.fill_null(values, False).to_numpy(zero_copy_only=False), dtype=bool)
    return flags
