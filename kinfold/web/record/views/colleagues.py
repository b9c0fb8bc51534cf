"""A manager's colleagues and what each holds; passing it on; and closing the account of somebody who leaves."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access import selectors as access
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.casework import actions
from kinfold.web.casework import selectors as casework
from kinfold.web.core import clock
from kinfold.web.core.words import plural
from kinfold.web.record.forms import PassOnForm
from kinfold.web.record.selectors import colleagues as selectors


@permission(Permission.LEAD_ASSIGN)
def colleagues(request: SignedInRequest) -> HttpResponse:
    return render(request, "record/colleagues.jinja", {"rows": selectors.colleagues(request.user)})


@permission(Permission.LEAD_ASSIGN)
def work_of(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    """All on one page, passed on with one press: to one colleague, or each thing to its own."""
    colleague = casework.colleagues(request.user).filter(pk=user_id).first()
    if colleague is None:
        raise Http404
    held = selectors.work_of(request.user, colleague, clock.now())
    able = list(casework.who_can_take_over(request.user, colleague))
    form = PassOnForm(request.POST or None, held=held.everything, able=able)
    if request.method == "POST" and form.is_valid():
        try:
            actions.pass_on(
                colleague=colleague, passed=form.passed(), on=clock.today(), by=request.user, at=clock.now()
            )
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            done = plural(len(form.chosen()), "thing was", "things were")
            messages.success(request, f"{done} passed on. Those who take over are told.")
            return redirect("record:colleagues")
    events.record("casework.work_read", by=request.user, about=colleague)
    return render(request, "record/work_of.jinja", {"colleague": colleague, "held": held, "form": form, "able": able})


@permission(Permission.ACCOUNTS_MANAGE)
def leave(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Asked once more before: an account that is closed stays closed."""
    user = access.account(request.user, pk)
    if user is None:
        raise Http404
    if request.method != "POST":
        return render(request, "access/close_account.jinja", {"person": user})
    try:
        actions.leave(user=user, on=clock.today(), by=request.user, at=clock.now())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("access:one_account", user.pk)
    messages.success(request, "Account closed.")
    return redirect("access:accounts")
