"""A file of contacts and whose it is."""

from collections.abc import Iterable
from typing import Any

from kinfold.web.core.forms import FileField, GovukForm, SelectField


class DeliveryForm(GovukForm):
    agency = SelectField(label="Which agency sent it?", missing="Choose the agency")
    file = FileField(
        label="The file",
        hint="A .csv file, up to 10MB, with a line for each child.",
        accepts=(".csv",),
        most_megabytes=10,
        missing="Choose the file",
    )

    def __init__(self, *args: Any, agencies: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["agency"].choices = [("", "Choose an agency"), *agencies]
