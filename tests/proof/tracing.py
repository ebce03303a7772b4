"""Stop a function at every system call it makes, and kill it there.

A real process really dies between two real calls to the kernel: what is on disk then is what a power cut leaves of a
file system that keeps its order.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import warnings
from collections.abc import Callable

_TRACEME, _SYSCALL = 0, 24  # PTRACE_TRACEME and PTRACE_SYSCALL, the same on every Linux


def can_trace() -> bool:
    """Whether this system lets a process trace its child; containers often forbid it."""
    return sys.platform == "linux" and killed_at(lambda: None, 1 << 20) == 0


def killed_at(work: Callable[[], object], stop: int) -> int:
    """Do `work` in a child and kill it at its system call number `stop`; each call counts twice, before and after.

    Gives 0 when the work was done before that, 9 when it was killed, anything else when it failed.
    """
    ptrace = ctypes.CDLL(None, use_errno=True).ptrace
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads of whoever runs the tests
        pid = os.fork()
    if pid == 0:
        _child(ptrace, work)
    status = _next_stop(pid)
    for _ in range(stop):
        if not os.WIFSTOPPED(status):
            break
        passed_on = 0 if os.WSTOPSIG(status) in (signal.SIGTRAP, signal.SIGSTOP) else os.WSTOPSIG(status)
        ptrace(_SYSCALL, pid, None, ctypes.c_void_p(passed_on))
        status = _next_stop(pid)
    if os.WIFSTOPPED(status):
        os.kill(pid, signal.SIGKILL)
        status = _next_stop(pid)
    return abs(os.waitstatus_to_exitcode(status))


def _child(ptrace: Callable[..., int], work: Callable[[], object]) -> None:
    code = 1
    try:
        if ptrace(_TRACEME, 0, None, None) == 0:
            os.kill(os.getpid(), signal.SIGSTOP)
            work()
            code = 0
    finally:
        os._exit(code)


def _next_stop(pid: int) -> int:
    return os.waitpid(pid, 0)[1]
