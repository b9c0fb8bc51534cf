"""The application that the server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinfold.web.config.settings")
application = get_wsgi_application()

# All that was loaded to start stays to the end: looking through it again would hold up a page now and then for 0.1 s.
# A page makes some 100,000 objects, of which hardly any refer to each other in a ring: seldom is soon enough to look.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
