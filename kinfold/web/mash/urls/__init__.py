"""Addresses of the hub: the contact form and the referrer's own contacts, the board and the decisions."""

from kinfold.web.mash.urls import contact, hub

app_name = "mash"

urlpatterns = [*contact.urlpatterns, *hub.urlpatterns]
