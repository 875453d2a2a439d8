"""The tools of others serve development only; none has a licence that reaches into our files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import other_tools

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def test_no_package_of_node_has_a_licence_of_the_gpl_family() -> None:
    """Every one that package-lock.json pins, also those that others need."""
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    licences = {name: one.get("license", "none") for name, one in lock["packages"].items()}

    assert len(licences) > 100
    assert {name: said for name, said in licences.items() if "GPL" in said or said == "none"} == {}


def test_no_package_of_python_has_a_licence_of_the_gpl_family() -> None:
    """Every one that the lock of these tests pins."""
    lock = (ROOT / "requirements" / "partners.txt").read_text("utf-8")
    names = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))
    licences = {name: other_tools.installed(name)["Licence"] for name in names}

    assert {name: said for name, said in licences.items() if "GPL" in said} == {}
