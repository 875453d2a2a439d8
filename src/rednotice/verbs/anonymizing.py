"""
What an audience may see of cases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice.model import Case, SharedDocument
from rednotice.projection.finishing import finish, release_key
from rednotice.projection.projecting import project
from rednotice.records import Audience

if TYPE_CHECKING:
    from collections.abc import Iterable


def anonymize(
    cases: Iterable[Case] | Case,
    audience: Audience | str,
    *,
    key: bytes,
    release: str = "",
    shared: SharedDocument | None = None,
) -> list[Case]:
    """
    What *audience* may see of *cases*, with new ids, sorted by them.

    **This alone is not safe to send.** It asks neither whether a person consented nor whether the
    cases are so few or so particular that somebody can be told. It leaves out what the model does
    not release to the audience; policies, which release less, come later.

    The result depends only on what the audience may see. If two data sets differ only in what it
    may not see, their results are equal. What leaves keeps by whose word it stands, and who denies
    it. All cases are held in memory.

    >>> from rednotice import Case, Notice, Subject
    >>> case = Case(rednotice="1.0", id="c-1", subjects=[Subject(label="Journalist A")], notices=[
    ...     Notice(kind="red", issuing_state="TJ", number="2031/4407"),
    ... ])
    >>> [left] = anonymize(case, "partner", key=bytes(range(32)))
    >>> left.notices[0].issuing_state, left.notices[0].number, left.subjects[0].label
    ('TJ', None, None)

    Args:
        cases: The cases, such as `rednotice.read` gives them; they are not changed.
        audience: Who is to get them; not ``internal``.
        key: At least 16 random bytes, kept secret. With another key, ids and order are others.
        release: A name for this release. Releases that are named differently have other ids.
        shared: The shared document that the cases refer to; absent, the one that *cases* carry.
            Speakers are classed by it. Nothing of it leaves.

    Raises:
        ValueError: If the key is too short, or there is no such audience.
        Unreadable: If *cases* are read from files, and one of them cannot be understood.
    """
    whom = _audience(audience)
    derived = release_key(key, whom, release)
    beside = shared if shared is not None else getattr(cases, "shared", None)
    several = [cases] if isinstance(cases, Case) else cases
    projected = (project(case, whom, shared=beside) for case in several)
    return sorted(finish(projected, derived), key=lambda case: case.id)


def _audience(name: Audience | str) -> Audience:
    for audience in Audience:
        if name in {audience, audience.value}:
            if audience is Audience.INTERNAL:
                raise ValueError("what is internal is not released; name another audience")
            return audience
    raise ValueError(f"an audience must be one of {', '.join(one.value for one in Audience)}")
