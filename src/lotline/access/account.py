"""HTTP of signing in and of one's own account."""

from django.http import HttpRequest
from django.middleware.csrf import get_token, rotate_token
from ninja import Router, Status

from lotline.access import operations, queries
from lotline.access.doors import actor_of, open_session
from lotline.access.kinds import guard
from lotline.access.wire import Csrf, Login, Me, NewPassword, OwnChange

router = Router(tags=["auth"])


@router.get("/csrf", response=Csrf, **guard("public"))
def give_csrf_token(request: HttpRequest) -> Csrf:
    """Give the token that writes of a session must carry; also set as a cookie."""
    return Csrf(csrf_token=get_token(request))


@router.post("/login", response=Me, **guard("public"))
def log_in(request: HttpRequest, payload: Login) -> Me:
    """Sign in; the session gets a new id and the CSRF token a new value."""
    person = operations.authenticate(payload.username, payload.password, address=_address(request))
    open_session(request, person)
    rotate_token(request)
    return Me.of(person)


@router.post("/logout", response={204: None}, **guard("self"))
def log_out(request: HttpRequest) -> Status[None]:
    """End the session."""
    operations.require_session(actor_of(request))
    request.session.flush()
    return Status(204, None)


@router.get("/me", response=Me, **guard("self"))
def show_me(request: HttpRequest) -> Me:
    """Show who is signed in and what they may do."""
    actor = actor_of(request)
    return Me.of(queries.myself(actor), actor.permissions)


@router.patch("/me", response=Me, **guard("self"))
def change_me(request: HttpRequest, payload: OwnChange) -> Me:
    """Choose one's language."""
    return Me.of(operations.set_language(actor_of(request), payload.language))


@router.post("/password", response=Me, **guard("self"))
def change_my_password(request: HttpRequest, payload: NewPassword) -> Me:
    """Replace one's password; this session goes on under a new id, all others end."""
    person = operations.change_password(
        actor_of(request), current=payload.current, new=payload.new, address=_address(request)
    )
    open_session(request, person)
    return Me.of(person)


def _address(request: HttpRequest) -> str:
    # The peer itself; a header that a client can write is no address (ASVS 5.0 V4.1.3).
    return str(request.META.get("REMOTE_ADDR", ""))
