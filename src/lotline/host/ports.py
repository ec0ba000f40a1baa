"""The port of the house: free, or held by somebody who can be named."""

import errno
import socket

import psutil

from lotline.host.records import CannotStart, PortOwner


def refuse_busy_port(host: str, port: int) -> None:
    """Refuse to start on a port that somebody else listens on, and say who."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            if fault.errno == errno.EADDRINUSE:
                owner = port_owner(port)
                code = "host.port_busy" if owner.pid else "host.port_busy_unknown"
                pid, command = owner.pid, owner.command
                raise CannotStart(code, port=port, pid=pid, command=command) from fault
            raise CannotStart("host.port_unusable", port=port, fault=fault.strerror) from fault


def port_owner(port: int) -> PortOwner:
    """Tell who listens on a port, as far as this user may know."""
    for pid in _listeners(port):
        try:
            return PortOwner(pid, " ".join(psutil.Process(pid).cmdline())[:200])
        except psutil.Error:
            continue
    return PortOwner(None, "")


def _listeners(port: int) -> list[int]:
    try:
        found = psutil.net_connections("tcp")
    except psutil.Error:
        return []
    return [
        seen.pid
        for seen in found
        if seen.pid and seen.status == psutil.CONN_LISTEN and seen.laddr and seen.laddr.port == port
    ]
