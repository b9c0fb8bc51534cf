"""Templates fail on a name that does not exist, and only there; what people typed is always escaped."""

from datetime import date

import jinja2
import pytest
from django.template import engines

from kinfold.web.core.forms import Choice, ChoiceField, GovukForm, LongTextField, TextField

CHEERFUL = "<script>alert(1)</script>"


@pytest.fixture
def rendered():
    def render(source, **context):
        return engines["jinja2"].from_string(source).render(context)

    return render


@pytest.mark.parametrize(
    "source",
    [
        "{{ nobody }}",
        "{% if nobody %}x{% endif %}",
        "{{ nobody.name }}",
        "{% for one in nobody %}x{% endfor %}",
        "{{ text.no_such_attribute }}",
        "{{ 1 if text.no_such_attribute else 2 }}",
        "{% from 'components/person_line/macro.jinja' import person_line %}{{ person_line() }}",
    ],
)
def test_a_mistyped_name_attribute_or_missing_argument_fails(rendered, source):
    with pytest.raises(jinja2.UndefinedError):
        rendered(source, text="x")


def test_a_mistyped_argument_of_a_component_fails(rendered):
    with pytest.raises(TypeError, match="tlephone"):
        rendered(
            "{% from 'components/person_line/macro.jinja' import person_line %}{{ person_line('Priya', tlephone='1') }}"
        )


def test_an_option_left_out_of_a_dictionary_is_nothing(rendered):
    assert rendered("{% if options.hint %}x{% endif %}{{ options.label.text }}", options={}) == ""


@pytest.mark.parametrize(
    "source",
    [
        "{% from 'components/person_line/macro.jinja' import person_line %}{{ person_line(x, post=x, note=x, tag=x) }}",
        "{% from 'components/case_header/macro.jinja' import case_header %}"
        "{{ case_header(x, known_as=x, language=x, flags=[{'text': x}], facts=[{'label': x, 'text': x}]) }}",
        "{% from 'components/data_table/macro.jinja' import data_table %}"
        "{{ data_table(x, [{'key': 'a', 'text': x}], [{'a': x}, {'a': {'text': x, 'href': '#'}}]) }}",
        "{% from 'components/timeline/macro.jinja' import timeline %}"
        "{{ timeline([{'at': on, 'title': x, 'text': x, 'by': x, 'kind': x}]) }}",
        "{% from 'components/check_answers/macro.jinja' import check_answers %}"
        "{{ check_answers(x, [{'key': x, 'value': x}, {'key': x, 'value': [x]}]) }}",
        "{% from 'components/progress_picture/macro.jinja' import progress_picture %}"
        "{{ progress_picture(x, [{'name': x, 'points': [{'on': on, 'score': 4}]}], headline=x) }}",
        "{% from 'components/metric/macro.jinja' import metric %}"
        "{{ metric(x, 3, headline=x, trend=[{'period': x, 'value': 1}, {'period': x, 'value': 2}], status=x) }}",
        "{% from 'components/message_banner/macro.jinja' import message_banner %}{{ message_banner(x) }}",
        "{% from 'components/versions/macro.jinja' import versions %}"
        "{{ versions([{'label': x, 'mine': x, 'theirs': x}]) }}",
        "{% from 'components/form/macro.jinja' import fields, error_summary %}"
        "{{ error_summary(form) }}{{ fields(form) }}",
    ],
)
def test_components_show_typed_markup_and_never_obey_it(rendered, source):
    class Typed(GovukForm):
        name = TextField(label=CHEERFUL, hint=CHEERFUL, max_length=2)
        story = LongTextField(label="Story", max_length=2)
        which = ChoiceField(choices=[Choice(CHEERFUL, CHEERFUL, hint=CHEERFUL, reveals=["name"])])

    form = Typed({"name": CHEERFUL, "story": CHEERFUL, "which": CHEERFUL})
    html = rendered(source, x=CHEERFUL, on=date(2026, 5, 6), form=form)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
