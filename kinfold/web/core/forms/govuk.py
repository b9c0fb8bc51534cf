"""Turns a bound field into the parameters of the GOV.UK macro that draws it, error message and all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from markupsafe import Markup

from kinfold.web.core.forms.choices import Choice
from kinfold.web.core.forms.widgets import DateWidget, MomentWidget, ScaleWidget

Params = dict[str, Any]
Render = Callable[[Any], Any]

# The first widget class that fits decides the macro, so narrower ones come first.
KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (forms.MultipleHiddenInput, "hidden"),
    (MomentWidget, "date"),
    (DateWidget, "date"),
    (ScaleWidget, "scale"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "tick"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.PasswordInput, "password"),
    (forms.FileInput, "file"),
)
DATE_BOXES = {"day": "2", "month": "2", "year": "4", "time": "5"}


class GovukBoundField(forms.BoundField):
    """A field with its answer and errors, which knows how it is drawn."""

    @property
    def kind(self) -> str:
        return next((kind for widget, kind in KINDS if isinstance(self.field.widget, widget)), "input")

    @property
    def first_box_id(self) -> str:
        """Where the error summary's link leads: the first box that needs mending."""
        if self.kind == "date":
            return f"{self.auto_id}-{(self._wrong_parts or ('day',))[0]}"
        return str(self.auto_id)

    @property
    def error_text(self) -> str:
        return " ".join(str(error) for error in self.errors)

    @property
    def _wrong_parts(self) -> tuple[str, ...]:
        if not self.errors:
            return ()
        return getattr(self.field, "error_parts", ()) or ("day", "month", "year")

    def params(
        self,
        *,
        render: Render | None = None,
        page_heading: bool = False,
        legend_class: str = "s",
        label_hidden: bool = False,
        classes: str = "",
        autocomplete: str = "",
        prefix: str = "",
        suffix: str = "",
        inline: bool = False,
    ) -> Params:
        """The macro's one argument. `render` draws the fields that a choice reveals."""
        given: Params = {"id": self.auto_id, "name": self.html_name}
        if self.help_text:
            given["hint"] = {"text": self.help_text}
        if self.errors:
            given["errorMessage"] = {"text": self.error_text}
        heading = {"text": self._label_with_optional, "isPageHeading": page_heading}
        size = "l" if page_heading else legend_class
        hidden = " govuk-visually-hidden" if label_hidden else ""
        if self.kind in ("date", "radios", "checkboxes", "scale"):
            given["fieldset"] = {"legend": heading | {"classes": f"govuk-fieldset__legend--{size}{hidden}"}}
        else:
            given["label"] = heading | {"classes": f"govuk-label--{size}{hidden}"}
        if inline:
            classes = f"{classes} govuk-{self.kind}--inline".strip()
        if classes:
            given["classes"] = classes
        draw = getattr(self, f"_{self.kind}", None)
        return given | (draw(render=render) if draw else self._one_line(autocomplete, prefix, suffix, classes))

    @property
    def _label_with_optional(self) -> str:
        label = str(self.label)
        if not getattr(self.form, "says_optional", True):
            return label
        if self.field.required or self.kind in ("tick", "scale") or "(optional)" in label or self._is_revealed:
            return label
        return f"{label} (optional)"

    @property
    def _is_revealed(self) -> bool:
        return self.name in getattr(self.form, "revealed_names", ())

    @property
    def _typed(self) -> str:
        value = self.value()
        return "" if value is None else str(self.field.widget.format_value(value) or "")

    def _one_line(self, autocomplete: str, prefix: str, suffix: str, classes: str) -> Params:
        attributes = dict(self.field.widget.attrs)
        width = getattr(self.field, "width", "")
        sized = {"one-half": "govuk-!-width-one-half", "two-thirds": "govuk-!-width-two-thirds", "full": "", "": ""}
        shape = sized.get(width, f"govuk-input--width-{width}")
        asked: Params = {
            "value": self._typed,
            "type": attributes.pop("type", getattr(self.field.widget, "input_type", "text")),
            "autocomplete": autocomplete or attributes.pop("autocomplete", ""),
            "inputmode": attributes.pop("inputmode", ""),
            "classes": f"{shape} {classes}".strip(),
            "attributes": attributes,
        }
        if asked["type"] == "email":
            asked["spellcheck"] = False
        return asked | {key: {"text": text} for key, text in (("prefix", prefix), ("suffix", suffix)) if text}

    def _textarea(self, **_: Any) -> Params:
        attributes = {name: value for name, value in self.field.widget.attrs.items() if name not in ("cols", "rows")}
        most = getattr(self.field, "most", None)
        counted = {"maxlength": most, "threshold": 75} if most else {}
        # A box inside an answer is indented with the answer; line ends written out stay as they were typed.
        value = Markup("&#10;").join(self._typed.replace("\r\n", "\n").split("\n"))
        return {"value": value, "rows": getattr(self.field, "rows", 5), "attributes": attributes, **counted}

    def _password(self, **_: Any) -> Params:
        return {"autocomplete": self.field.widget.attrs.get("autocomplete", "current-password")}

    def _file(self, **_: Any) -> Params:
        accepts = ",".join(getattr(self.field, "accepts", ()))
        return {"attributes": {"accept": accepts} if accepts else {}, "javascript": True}

    def _date(self, **_: Any) -> Params:
        parts = self.field.widget.as_parts(self.value())
        items = []
        for part in self.field.widget.parts:
            marked = " govuk-input--error" if part in self._wrong_parts else ""
            box: Params = {
                "name": part,
                "label": part.capitalize(),
                "value": parts[part],
                "classes": f"govuk-input--width-{DATE_BOXES[part]}{marked}",
            }
            if part == "time":
                box["inputmode"] = "text"
            if autocomplete := self.field.widget.attrs.get("autocomplete"):
                box["autocomplete"] = f"{autocomplete}-{part}"
            items.append(box)
        return {"namePrefix": self.html_name, "items": items}

    def _answers(self, chosen: set[str], render: Render | None) -> list[Params]:
        offered = getattr(self.field, "choices", ())
        options = getattr(self.field, "options", None) or [Choice(str(value), str(text)) for value, text in offered]
        answers = []
        for option in options:
            answer: Params = {"value": option.value, "text": option.label, "checked": option.value in chosen}
            if option.hint:
                answer["hint"] = {"text": option.hint}
            if option.reveals and render:
                answer["conditional"] = {"html": "".join(str(render(self.form[name])) for name in option.reveals)}
            answers.append(answer)
        return answers

    def _radios(self, *, render: Render | None = None) -> Params:
        return {"idPrefix": self.auto_id, "items": self._answers({self._chosen}, render)}

    def _checkboxes(self, *, render: Render | None = None) -> Params:
        answers = self._answers({str(value) for value in self.value() or ()}, render)
        alone = getattr(self.field, "none_of_these", "")
        if alone:
            answers = [
                {"divider": "or"}
                if answer is None
                else answer | ({"behaviour": "exclusive"} if answer["value"] == alone else {})
                for item in answers
                for answer in ((None, item) if item["value"] == alone else (item,))
            ]
        return {"idPrefix": self.auto_id, "items": answers}

    def _tick(self, *, render: Render | None = None) -> Params:
        value = self.value()
        answer = {"value": "on", "text": str(self.label), "checked": value in (True, "on", "true", "True", "1")}
        return {"idPrefix": self.auto_id, "items": [answer]}

    def _select(self, *, render: Render | None = None) -> Params:
        items = self._answers({self._chosen}, None)
        for item in items:
            item["selected"] = item.pop("checked")
        if not any(item["value"] == "" for item in items):
            items.insert(0, {"value": "", "text": getattr(self.field, "placeholder", "Choose one")})
        return {"items": items}

    def _scale(self, *, render: Render | None = None) -> Params:
        return {"value": self._chosen, "low": self.field.widget.low, "high": self.field.widget.high}

    @property
    def _chosen(self) -> str:
        value = self.value()
        return "" if value is None else str(value)
