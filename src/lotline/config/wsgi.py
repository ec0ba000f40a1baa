"""The application as the web server sees it; a worker never outlives the server that started it."""

import os

from django.core.wsgi import get_wsgi_application

from lotline.host.operations import die_with_parent

die_with_parent()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lotline.config.settings")
application = get_wsgi_application()
