"""The application as the web server sees it; a worker never outlives the server that started it."""

from django.core.wsgi import get_wsgi_application

from lotline.host.operations import die_with_parent

die_with_parent()
application = get_wsgi_application()
