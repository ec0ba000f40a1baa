"""How long the house takes to stand: first start, later starts, and Ctrl-C.

The first start makes the database and its tables (without the demo); later ones only look at them.
The ratio of the two says what a restart is spared.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

STARTS = 5


def main() -> None:
    """Start and stop a new house again and again, and print what it took."""
    with tempfile.TemporaryDirectory(prefix="lotline-start-") as folder:
        Path(folder).chmod(0o755)
        first, _ = _round(folder)
        later = [_round(folder) for _ in range(STARTS)]
    again, stop = (median(figures) for figures in zip(*later, strict=True))
    print(
        f"first start {first:.2f} s, later {again:.2f} s, Ctrl-C {stop:.2f} s (medians of {STARTS})"
    )
    print(f"first / later {first / again:.1f}")


def _round(folder: str) -> tuple[float, float]:
    port = _free_port()
    own = {"LOTLINE_HOME": folder, "LOTLINE_PORT": str(port), "LOTLINE_DEMO": "0"}
    handed_down = ("LOTLINE_OWNER_DSN", "LOTLINE_SERVING_DSN", "DATABASE_URL")
    kept = {name: value for name, value in os.environ.items() if name not in handed_down}
    began = time.monotonic()
    house = subprocess.Popen(
        [sys.executable, "-m", "lotline.config.cli", "serve"],
        env={**kept, **own},
        stdout=subprocess.DEVNULL,
    )
    while not _is_ready(port):
        if house.poll() is not None:
            raise SystemExit("the house did not start")
        time.sleep(0.02)
    ready = time.monotonic()
    house.send_signal(signal.SIGINT)
    house.wait()
    return ready - began, time.monotonic() - ready


def _is_ready(port: int) -> bool:
    wire = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        wire.request("GET", "/readyz")
        return wire.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        wire.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
