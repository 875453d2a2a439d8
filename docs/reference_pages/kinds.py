"""
What kind of value a member takes, in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape
from reference_pages.classes import link_to
from reference_pages.markdown import slug

if TYPE_CHECKING:
    from rednotice.codelists import Codelist
    from rednotice.records.limits import Named


def kind_of(shape: Shape) -> str:
    """
    Give the words for *shape*, with a link to the page of its type.
    """
    match shape:
        case Many(item):
            return f"list of {_plural(kind_of(item))}"
        case Nested(cls):
            return link_to(cls)
        case Mapped(keys, value):
            return f"object of {kind_of(value)}, each named by {keys.expects}"
        case Free(_, named):
            return _link_to_type(named)
        case Scalar() if shape.ref and shape.ref.words:
            return "reference or class word"
        case Scalar() if vocabulary := vocabulary_of(shape):
            return f"code of [{vocabulary.title}](../codelists/{vocabulary.name}.md)"
        case Scalar() if shape.named:
            return _link_to_type(shape.named)
        case Scalar():
            return shape.expects


def limits_of(shape: Shape) -> list[str]:
    """
    Give what the value must be, beyond what `kind_of` says; empty if there is nothing to say.
    """
    one = innermost(shape)
    said = ["at least one item"] if isinstance(shape, Many) else []
    if isinstance(one, Scalar | Free) and one.named and not vocabulary_of(one):
        said.append(one.expects)
    return said


def vocabulary_of(shape: Shape) -> Codelist | None:
    """
    Give the codelist whose codes *shape* takes, if it takes codes.
    """
    limits = shape.limits if isinstance(shape, Scalar) else ()
    return next((limit.codelist for limit in limits if hasattr(limit, "codelist")), None)


def innermost(shape: Shape) -> Shape:
    """
    Give the shape of one value of a list or a map.
    """
    match shape:
        case Many(inner) | Mapped(_, inner):
            return innermost(inner)
    return shape


def _plural(kind: str) -> str:
    if kind == "reference or class word":
        return "references and class words"
    return kind.replace("code of", "codes of", 1)


def _link_to_type(named: Named) -> str:
    return f"[{named.title}](../types/index.md#{slug(named.title)})"
