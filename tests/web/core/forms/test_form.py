"""The whole GOV.UK error pattern: worded, linked, in the page's order, with nothing typed lost."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.template import engines

from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    EmailField,
    FileField,
    GovukForm,
    HiddenField,
    LongTextField,
    PostcodeField,
    ScaleField,
    TelephoneField,
    TextField,
    TickField,
    VersionField,
    WholeNumberField,
    YesNoField,
)


class Telling(GovukForm):
    version = HiddenField()
    name = TextField(label="First name", missing="Enter the child’s first name", max_length=20)
    told = ChoiceField(
        label="Have you told the parents?",
        missing="Say whether you have told the parents",
        choices=[Choice("yes", "Yes"), Choice("no", "No", reveals=["why", "agreed_by"])],
    )
    why = ChoiceField(label="Why not?", choices=[Choice("risk", "It could put someone at risk"), ("other", "Other")])
    agreed_by = TextField(label="Who agreed?", missing="Enter who agreed")
    worry = LongTextField(label="Worry", max_length=50)


GOOD = {"name": "Maya", "told": "yes", "worry": "Came without a coat"}


def errors_of(form):
    return [error["text"] for error in form.error_list]


def one_field(field, **posted):
    form = type("OneField", (GovukForm,), {"answer": field})(posted)
    return form, form.is_valid()


def test_the_summary_links_each_error_to_its_box_in_the_order_of_the_page():
    form = Telling({"worry": "x" * 51})
    assert form.error_list == [
        {"text": "Enter the child’s first name", "href": "#id_name"},
        {"text": "Say whether you have told the parents", "href": "#id_told"},
        {"text": "Worry must be 50 characters or less", "href": "#id_worry"},
    ]


def test_an_error_about_the_whole_form_leads_to_the_page():
    form = Telling(GOOD)
    form.add_error(None, "Someone has answered this already")
    assert form.error_list == [{"text": "Someone has answered this already", "href": "#main-content"}]


def test_a_revealed_question_is_asked_only_with_its_answer():
    assert Telling(GOOD).is_valid()
    assert errors_of(Telling(GOOD | {"told": "no"})) == ["Answer “Why not?”", "Enter who agreed"]


def test_an_answer_to_a_question_no_longer_asked_is_not_kept():
    form = Telling(GOOD | {"told": "yes", "why": "risk", "agreed_by": "Head"})
    assert form.is_valid()
    assert (form.cleaned_data["why"], form.cleaned_data["agreed_by"]) == ("", "")


def test_a_question_revealed_inside_another_is_not_asked_when_the_outer_one_is_not():
    class Nested(GovukForm):
        first = ChoiceField(choices=[Choice("a", "A", reveals=["second"]), ("b", "B")])
        second = ChoiceField(choices=[Choice("c", "C", reveals=["third"])])
        third = TextField()

    assert Nested({"first": "b", "second": "c"}).is_valid()
    assert errors_of(Nested({"first": "a", "second": "c"})) == ["Enter third"]


def test_revealed_questions_are_drawn_inside_their_answer_only():
    form = Telling(GOOD)
    assert [bound.name for bound in form.top_level_fields] == ["name", "told", "worry"]
    answers = form["told"].params(render=lambda bound: f"[{bound.name}]")["items"]
    assert answers[1]["conditional"]["html"] == "[why][agreed_by]"


def test_what_was_typed_stays_on_the_page_exactly():
    form = Telling({"name": "  <b>Bo</b>", "worry": "y" * 60})
    assert not form.is_valid()
    assert form["name"].params()["value"] == "  <b>Bo</b>"
    assert form["worry"].params()["value"] == "y" * 60


class Refusing(GovukForm):
    answer = ChoiceField(label="Can you?", choices=[Choice("yes", "Yes"), Choice("no", "No", reveals=["why"])])
    why = LongTextField(label="Why not?", max_length=500)


def test_lines_typed_in_a_box_inside_an_answer_are_not_moved_to_the_right():
    draw = engines["jinja2"].from_string("{% from 'components/form/macro.jinja' import fields %}{{ fields(form) }}")
    shown = draw.render({"form": Refusing({"answer": "no", "why": "First <b>\r\nsecond\n\n  third"})})

    box = re.search(r"<textarea[^>]*>(.*?)</textarea>", shown, re.DOTALL)[1]
    assert html.unescape(box) == "First <b>\nsecond\n\n  third"


def test_a_name_of_ten_thousand_characters_gets_a_sentence():
    assert errors_of(Telling(GOOD | {"name": "n" * 10_000})) == ["First name must be 20 characters or less"]


def test_a_line_of_spaces_is_no_answer():
    assert errors_of(Telling(GOOD | {"name": " \u200e\t "})) == ["Enter the child’s first name"]


def test_an_answer_that_was_not_offered_is_not_taken():
    assert errors_of(Telling(GOOD | {"told": "maybe"})) == ["Say whether you have told the parents"]


@pytest.mark.parametrize(("posted", "kept"), [("yes", True), ("no", False)])
def test_yes_and_no_are_true_and_false(posted, kept):
    form, valid = one_field(YesNoField(label="Is an interpreter needed?"), answer=posted)
    assert valid
    assert form.cleaned_data["answer"] is kept


def test_yes_or_no_unanswered_is_neither():
    form, valid = one_field(YesNoField(label="Interpreter", required=False), answer="")
    assert valid
    assert form.cleaned_data["answer"] is None


def test_a_known_no_is_chosen_when_the_form_opens():
    form = type("F", (GovukForm,), {"answer": YesNoField(label="Interpreter")})(initial={"answer": False})
    assert [item["checked"] for item in form["answer"].params()["items"]] == [False, True]


@pytest.mark.parametrize("score", range(11))
def test_a_score_is_a_whole_number_from_0_to_10(score):
    form, valid = one_field(ScaleField(label="How safe?"), answer=str(score))
    assert valid
    assert form.cleaned_data["answer"] == score


@pytest.mark.parametrize("score", ["-1", "11", "3.5", "five", ""])
def test_no_other_score_is_taken(score):
    form, valid = one_field(ScaleField(label="How safe?"), answer=score)
    assert not valid
    assert errors_of(form) == ["Answer “How safe?”"]


def test_none_of_these_cannot_stand_with_another_answer():
    field = ChoicesField(label="Help", choices=[("home", "At home"), ("none", "None of these")], none_of_these="none")
    form = type("F", (GovukForm,), {"answer": field})(QueryDict("answer=home&answer=none"))
    assert errors_of(form) == ["Select what applies, or select “None of these”, not both"]
    shown = form["answer"].params()["items"]
    assert shown[1] == {"divider": "or"}
    assert shown[2]["behaviour"] == "exclusive"
    assert [item["checked"] for item in (shown[0], shown[2])] == [True, True]


@pytest.mark.parametrize("address", ["a@b.c", "dsl@spinnaker.example.sch.uk"])
def test_email_addresses_are_taken(address):
    assert one_field(EmailField(label="E-mail"), answer=address)[1]


@pytest.mark.parametrize("address", ["someone", "@b.c", "a@b", "a b@c.d", "a@.", "a@c.d "])
def test_what_is_no_email_address_is_told_so_or_trimmed(address):
    form, valid = one_field(EmailField(label="E-mail"), answer=address)
    assert valid == (address == "a@c.d ")
    if not valid:
        assert errors_of(form) == ["Enter an email address in the correct format, like name@example.com"]


@pytest.mark.parametrize(
    ("number", "right"), [("023 9268 8793", True), ("+44 (0)7700 900982 ext 4", True), ("ring me", False)]
)
def test_telephone_numbers_are_taken_as_people_write_them(number, right):
    assert one_field(TelephoneField(label="Telephone"), answer=number)[1] is right


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lots", "Children must be a whole number, like 4"),
        ("-1", "Children must be 0 or more"),
        ("21", "Children must be 20 or less"),
    ],
)
def test_a_number_out_of_range_is_told_in_words(typed, said):
    form, _ = one_field(WholeNumberField(label="Children", min_value=0, max_value=20), answer=typed)
    assert errors_of(form) == [said]


def test_a_postcode_is_measured_as_it_is_kept():
    form, right = one_field(PostcodeField(), answer=" po1  2ab ")
    assert (right, form.cleaned_data["answer"]) == (True, "PO1 2AB")
    form, _ = one_field(PostcodeField(), answer="ß" * 10)  # twice as long in capitals
    assert errors_of(form) == ["Postcode must be 10 characters or less"]


@pytest.mark.parametrize(("posted", "version"), [({"answer": "7"}, 7), ({}, 0), ({"answer": "x"}, 0)])
def test_a_page_without_its_version_is_of_none_that_a_row_has(posted, version):
    form, right = one_field(VersionField(), **posted)
    assert (right, form.cleaned_data["answer"]) == (True, version)


def test_a_box_that_must_be_ticked_says_which():
    form, _ = one_field(TickField(label="I have talked this over"))
    assert errors_of(form) == ["Tick “I have talked this over” to continue"]


def test_a_file_of_the_wrong_kind_or_size_is_told_so():
    def upload(name, size):
        form = type("F", (GovukForm,), {"letter": FileField(label="Letter", accepts=(".pdf",), most_megabytes=1)})
        return errors_of(form({}, {"letter": SimpleUploadedFile(name, b"x" * size)}))

    assert upload("a.exe", 3) == ["The file must be one of these: .pdf"]
    assert upload("a.PDF", 1024 * 1024 + 1) == ["The file must be smaller than 1MB"]
    assert upload("a.pdf", 3) == []
    assert upload("a.pdf", 0) == ["The file is empty. Choose another"]
