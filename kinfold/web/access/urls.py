"""Addresses of accounts."""

from django.urls import path

from kinfold.web.access import account_views, organisation_views, views

app_name = "access"

urlpatterns = [
    path("account", views.account, name="account"),
    path("account/password", account_views.change_password, name="change_password"),
    path("accounts", account_views.accounts, name="accounts"),
    path("accounts/open", account_views.open_account, name="open_account"),
    path("accounts/<uuid:pk>", account_views.one_account, name="one_account"),
    path("accounts/<uuid:pk>/new-password", account_views.new_password, name="new_password"),
    path("accounts/agencies", organisation_views.agencies, name="agencies"),
    path("accounts/agencies/add", organisation_views.open_agency, name="open_agency"),
    path("accounts/agencies/<uuid:pk>/team", organisation_views.open_team, name="open_team"),
    path("accounts/agencies/<uuid:pk>/systems", organisation_views.systems, name="systems"),
    path("accounts/systems/<uuid:pk>/key", organisation_views.renew_key, name="renew_key"),
    path("accounts/systems/<uuid:pk>/disconnect", organisation_views.disconnect, name="disconnect"),
    path("accounts/roles/<uuid:pk>/end", account_views.end_role, name="end_role"),
]
