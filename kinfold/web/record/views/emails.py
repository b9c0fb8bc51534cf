"""How a person is told by e-mail that something waits."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.forms import ChoiceField, GovukForm
from kinfold.web.notices.actions import choose_email
from kinfold.web.notices.models import EmailChoice


class EmailForm(GovukForm):
    how = ChoiceField(
        label="When do you want an e-mail?", choices=EmailChoice.How.choices, missing="Choose when you want an e-mail",
        hint="What is urgent is told at once whatever you choose, such as significant harm or a request to reply.",
    )  # fmt: skip


@permission(Permission.TRAY_OWN)
def emails(request: SignedInRequest) -> HttpResponse:
    chosen = EmailChoice.objects.filter(user=request.user).first()
    form = EmailForm(request.POST or None, initial={"how": chosen.how if chosen else EmailChoice.How.MORNING})
    if request.method == "POST" and form.is_valid():
        choose_email(how=form.cleaned_data["how"], by=request.user, at=clock.now())
        messages.success(request, "Your choice is saved.")
        return redirect("record:tray")
    return render(request, "record/emails.jinja", {"form": form})
