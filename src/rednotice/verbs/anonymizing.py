"""
What of cases leaves under a policy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice.model import Case, SharedDocument
from rednotice.policies import Policy
from rednotice.policies import policy as loaded
from rednotice.projection.finishing import finish
from rednotice.projection.projecting import project
from rednotice.records import Audience
from rednotice.releases.keys import Key, key_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from rednotice.datasets.paths import StrPath


def anonymize(  # noqa: PLR0913  # all but the first two are keyword-only
    cases: Iterable[Case] | Case,
    policy: Policy | Audience | StrPath,
    *,
    key: Key | bytes,
    release: str = "",
    shared: SharedDocument | None = None,
    today: dt.date | None = None,
) -> list[Case]:
    """
    What leaves of *cases* under *policy*, with new ids, sorted by them.

    **This alone is not safe to send.** It asks neither whether a case may go, such as by the
    subject's consent, nor whether the cases are so few or so particular that somebody can be told:
    the policy's thresholds and its floor are not asked. Other persons are left out unless each
    agreed.

    The result depends only on what may leave. If two data sets differ only in what may not, their
    results are equal. What leaves keeps by whose word it stands, and who denies it. What a case
    says of an earlier release stays behind. All cases are held in memory.

    >>> import secrets
    >>> from rednotice import Case, Notice, Subject
    >>> case = Case(rednotice="1.0", id="c-1", subjects=[Subject(label="Journalist A")], notices=[
    ...     Notice(kind="red", issuing_state="TJ", number="2031/4407"),
    ... ])
    >>> [left] = anonymize(case, "partner", key=secrets.token_bytes(32))
    >>> left.notices[0].issuing_state, left.notices[0].number, left.subjects[0].label
    ('TJ', None, None)

    Args:
        cases: The cases, such as `rednotice.read` gives them; they are not changed.
        policy: What may leave: a `Policy`, the name of one that the library brings, such as
            ``partner``, the path of a policy's file, or an `Audience`, which stands for all that
            the model may release to it.
        key: A key, such as `read_key` gives, or at least 16 random bytes, kept secret. With another
            key, ids and order are others.
        release: A name for this release. Releases that are named differently have other ids.
        shared: The shared document that the cases refer to; absent, the one that *cases* carry.
            Speakers are classed by it. Nothing of it leaves.
        today: The day by which consents have expired; absent, none that ever expires counts.

    Raises:
        BadKey: If the key is too short or cannot be random.
        UnknownName: If the library brings no policy of this name.
        UnusablePolicy: If the policy's file is refused, or the audience is internal.
        Unreadable: If *cases* are read from files, and one of them cannot be understood.
        OSError: If the policy's file cannot be read.
    """
    asked = loaded(policy)
    derived = key_of(key).derived("rednotice release", asked.audience.value, release)
    beside = shared if shared is not None else getattr(cases, "shared", None)
    several = [cases] if isinstance(cases, Case) else cases
    projected = (project(case, asked, shared=beside, today=today) for case in several)
    return sorted(finish(projected, derived), key=lambda case: case.id)
