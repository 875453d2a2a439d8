"""
A process that reads, checks, copies or releases one file, and prints the time and the memory that
it took.
"""

from __future__ import annotations

import json
import resource
import secrets
import sys
import time
from pathlib import Path

import rednotice


def main(verb: str, path: str) -> None:
    """
    Read, check, copy or release (*verb*) the cases of the file *path*, and print the figures as
    JSON.
    """
    started = time.perf_counter()
    if verb == "check":
        report = rednotice.check(path)
        cases, findings = report.cases, len(report)
    elif verb == "copy":
        cases, findings = rednotice.write(rednotice.read(path), f"{path}.copy.jsonl"), 0
    elif verb == "release":
        cases, findings = _release(path), 0
    else:
        cases, findings = sum(1 for _ in rednotice.read(path)), 0
    seconds = time.perf_counter() - started
    told = {"cases": cases, "findings": findings, "seconds": seconds, "peak": peak()}
    print(json.dumps(told))


def _release(path: str) -> int:
    """
    Go the whole way to a release for partners, and throw it away at the end.
    """
    key = secrets.token_bytes(32)
    report = rednotice.release(path, f"{path}.release", policy="partner", key=key)
    assert not report.refused, report.refused
    return report.goes


def peak() -> int:
    """
    The peak memory of this process, in bytes.
    """
    status = Path("/proc/self/status")
    if status.exists():  # exact, where it exists; the other figure includes the parent's peak
        lines = status.read_text(encoding="ascii").splitlines()
        return 1024 * int(next(line for line in lines if line.startswith("VmHWM")).split()[1])
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else 1024 * most


if __name__ == "__main__":
    main(*sys.argv[1:])
