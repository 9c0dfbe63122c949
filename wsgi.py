"""The application, for servers and for `flask --app wsgi`."""

from config import UnsafeSetting
from consult import create_app

try:
    app = create_app()
except UnsafeSetting as unsafe:
    raise SystemExit(f"Consult did not start: {unsafe}") from None
