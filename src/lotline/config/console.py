"""What the commands say to the person at the terminal."""

import os
import sys
from contextlib import suppress

from lotline.config.environment import console_language
from lotline.host.records import CannotStart
from lotline.kernel.messages import text


def say(code: str, /, **params: object) -> None:
    """Print one sentence in the language of the terminal.

    What finds no reader, or no room on a full disk, is lost: words must not end the house.
    """
    shown = {name: str(value) for name, value in params.items()}
    with suppress(OSError):
        print(text(code, console_language(os.environ), **shown), flush=True)


def say_fault(fault: CannotStart) -> None:
    """Print why nothing could be started, in one line, where faults belong."""
    line = text(fault.code, console_language(os.environ), **fault.params)
    print(line, file=sys.stderr, flush=True)
