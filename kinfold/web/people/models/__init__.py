"""Children and adults, the families they belong to, where they live, learn and are registered."""

from kinfold.web.people.models.cautions import Caution
from kinfold.web.people.models.families import Family, FamilyMember, Relationship
from kinfold.web.people.models.merging import KeptApart, Merge
from kinfold.web.people.models.persons import Disability, Identifier, OtherName, Person
from kinfold.web.people.models.places import Address, Schooling, Setting

__all__ = [
    "Address", "Caution", "Disability", "Family", "FamilyMember", "Identifier", "KeptApart", "Merge", "OtherName",
    "Person", "Relationship", "Schooling", "Setting",
]  # fmt: skip
