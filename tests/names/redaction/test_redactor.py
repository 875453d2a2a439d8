"""What a redaction is, and what it refuses."""

from __future__ import annotations

import pickle

import pytest

import rednotice
from rednotice import Case, IncompleteRedaction, Name, Notice, Person, Redaction, Subject
from rednotice.model import TravelDocument
from rednotice.names.redaction import redactor as module

NAMES = ["Zdenka Vymyslova"]


def test_a_redaction_reads_as_its_text() -> None:
    """So that it is printed and written like a text."""
    found = rednotice.redact("Zdenka Vymyslova left.", NAMES)

    assert str(found) == f"{found}" == found.text == "[redacted] left."


def test_a_span_says_where_something_stood_and_what() -> None:
    """In the text as it was."""
    text = "Ask Zdenka Vymyslova, 2031/44071."

    spans = rednotice.redact(text, NAMES).spans

    assert [(text[one.start : one.end], one.kind.value) for one in spans] == [
        ("Zdenka Vymyslova", "name"),
        ("2031/44071", "notice_number"),
    ]


def test_the_repr_shows_no_text() -> None:
    """It goes to logs."""
    assert "Brno" not in repr(rednotice.redact("Vymyslova left Brno.", NAMES))


def test_every_mark_is_the_same() -> None:
    """A number, or a length, would tell who is who."""
    text = str(rednotice.redact("Zdenka, Oskar and Vymyslova", [*NAMES, "Oskar Madeupson"]))

    assert text == "[redacted], [redacted] and [redacted]"


def test_another_mark_may_stand_there() -> None:
    """As the house style of a newspaper has it."""
    assert str(rednotice.redact("Zdenka left.", NAMES, mark="███")) == "███ left."


def test_a_mark_that_has_a_name_in_it_is_refused() -> None:
    """It would be found in the result."""
    with pytest.raises(IncompleteRedaction) as refused:
        rednotice.redact("x", NAMES, mark="[Zdenka]")
    assert "Zdenka" not in str(refused.value)


def test_a_word_that_is_kept_is_no_name() -> None:
    """An editor knows better."""
    found = rednotice.redact("Zdenka Street and Vymyslova", NAMES, keep=["Zdenka"])

    assert str(found) == "Zdenka Street and [redacted]"


def test_what_is_also_a_word_is_for_an_editor() -> None:
    """A name at the beginning of a sentence, where every word has a capital."""
    text = "Hope is what they live on."
    found = rednotice.redact(text, ["Hope Inventwell"])

    assert found.text == text
    assert [(text[one.start : one.end], one.why.value) for one in found.review] == [
        ("Hope", "also_a_word")
    ]


def test_what_a_model_recognises_is_for_an_editor_only() -> None:
    """A model errs in both ways, so nothing is taken out for what it says."""
    text = "Zdenka met Oskar."
    found = rednotice.redact(text, NAMES, recognise=lambda _: [(0, 6), (11, 16)])

    assert found.text == "[redacted] met Oskar."
    assert [(one.start, one.end, one.why.value) for one in found.review] == [(11, 16, "recognised")]


def test_persons_of_cases_are_found_with_their_numbers() -> None:
    """The subject and the others, their documents, dates of birth and notices."""
    case = Case(
        rednotice="1.0",
        id="c-1",
        subjects=[
            Subject(
                names=[Name(text="Zdenka Vymyslova"), Name(family="Вымыслова")],
                born="1987-03-04",
                documents=[TravelDocument(number="AC 4471208")],
            )
        ],
        people=[Person(names=[Name(text="Oskar Madeupson")])],
        notices=[Notice(kind="red", number="2031/44071")],
    )
    text = "Vymyslova (Вымыслова, 4.3.1987, ac4471208) and Oskar: 2031-44071."

    assert (
        str(rednotice.redact(text, case))
        == "[redacted] ([redacted], [redacted], [redacted]) and [redacted]: [redacted]."
    )


def test_a_placeholder_is_nobodys_name() -> None:
    """Or each word for unknown would be taken out."""
    text = "Her name is unknown, N/A."
    assert str(rednotice.redact(text, ["Unknown", "N/A"])) == text


def test_names_must_be_names() -> None:
    """The message shows no value."""
    with pytest.raises(TypeError, match="not int"):
        rednotice.redact("x", [7])  # type: ignore[list-item]


def test_without_names_numbers_are_still_taken_out() -> None:
    """An address tells a person, whoever it is."""
    assert str(rednotice.redact("Mail a.b@example.org", [])) == "Mail [redacted]"


@pytest.mark.parametrize("distance", [0, 150, 199, 200, 201, 399, 400, 401, 900])
def test_numbers_are_found_however_far_apart(distance: int) -> None:
    """Only what stands near a digit is searched for numbers."""
    words = "word " * (distance // 5) + "x" * (distance % 5)
    text = f"Passport no. AC4471208 {words} born on 4 March 1987 {words} INTERPOL 2031/44071"

    assert (
        str(rednotice.redact(text, []))
        == f"Passport no. [redacted] {words} born on [redacted] {words} INTERPOL [redacted]"
    )


@pytest.mark.parametrize("at", ["a.b@x.org", "a.b [at] x.org", "a.b[AT]x [dot] org"])
def test_an_address_is_found_however_its_at_is_written(at: str) -> None:
    """In brackets of any kind, in capitals too."""
    assert str(rednotice.redact(f"Mail {at}, or call.", [])) == "Mail [redacted], or call."


def test_a_place_is_no_address() -> None:
    """A sign for at with blanks around it stands before places, too."""
    text = "We met @ noma.dk in May."
    assert str(rednotice.redact(text, [])) == text


def test_what_is_left_is_found_in_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """And taken out, if the first look missed it."""
    real = module.Redactor._found
    looks = []

    def forgetful(self: module.Redactor, text: str) -> object:
        looks.append(text)
        spans, review = real(self, text)
        return (spans[:1], review) if len(looks) == 1 else (spans, review)

    monkeypatch.setattr(module.Redactor, "_found", forgetful)

    found = rednotice.redact("Zdenka wrote; then Vymyslova rang.", NAMES)

    assert str(found) == "[redacted] wrote; then [redacted] rang."
    assert len(found.spans) == 2


def test_nothing_is_returned_while_something_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that cannot be cleared is left out, or cleared by hand."""
    monkeypatch.setattr(module.Redactor, "_without", lambda _, text, __: text)

    with pytest.raises(IncompleteRedaction) as refused:
        rednotice.redact("Zdenka left.", NAMES)
    assert "Zdenka" not in str(refused.value)


def test_what_is_not_searched_for_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, names with slips stay."""
    monkeypatch.setattr(module, "is_available", lambda: False)

    assert rednotice.redact("x", NAMES).skipped == (
        "misspelt names are not searched for: install rednotice[redact]",
    )


def test_a_redaction_can_be_pickled() -> None:
    """Many texts are redacted by many processes."""
    found = rednotice.redact("Zdenka left 2031/44071.", NAMES)

    assert isinstance(found, Redaction)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  # our own


def test_initials_alone_are_a_name() -> None:
    """Unless somebody else's name follows, or they are a common abbreviation."""
    found = rednotice.redact("Z.V. spoke; Z. V. Jinde left.", NAMES)

    assert str(found) == "[redacted] spoke; Z. V. Jinde left."
    assert [one.why.value for one in found.review] == ["initials"]
    assert str(rednotice.redact("In the U.S. he left", ["Ursin Smyslen"])) == "In the U.S. he left"


def test_a_title_is_no_name() -> None:
    """Lists of names have some."""
    found = rednotice.redact("Dr. Anna got her PhD.", ["Dr. Anna Vymyslova PhD"])

    assert str(found) == "Dr. [redacted] got her PhD."


@pytest.mark.parametrize("between", ["\n", "\n\n", " ", ", ", "; ", ".", "\r\n", "\t"])
def test_a_name_is_found_each_time_it_stands_there(between: str) -> None:
    """At the first look, whatever stands between."""
    spans, _ = rednotice.Redactor(NAMES)._found(between.join(["Vymyslova left"] * 3))

    assert len(spans) == 3


def test_a_long_text_is_searched_to_its_end() -> None:
    """Also where no blank line parts it, and a name stands at any place."""
    text = "".join(f"{'word ' * (3_000 + 7 * at)}Zdenka Vymyslova " for at in range(40))

    found = rednotice.redact(text, NAMES)

    assert len(found.spans) == 40
    assert found.text == text.replace("Zdenka Vymyslova", "[redacted]")


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "a",
            "a b ",
            "A.",
            "1",
            "+1 ",
            "@",
            "a@",
            "&",
            "%41",
            "<a ",
            "<<A",
            "\n",
            "a\u200b",
            "王小",
        ),
        *(
            "Vymys-\n",
            "Zdenka ",
            "al ",
            "1987-",
            "born 1987 ",
            "2019/",
            "passport ",
            "Ð¥",
            "Z. V. ",
        ),
        *(
            "a_at_b_dot_",
            "a AT b DOT ",
            "born in New Brno, 1990 ",
            "call 0532 ",
            "passport number ",
            "N 41° ",
            "a=\n",
            "=?utf-8?B?",
            "\\xd0",
            "\u202ea",
            "中a",
            "Zdenka bin X ",
            "Sh. ",
        ),
    ],
)
def test_a_text_of_one_piece_again_and_again_is_read_to_its_end(piece: str) -> None:
    """Whatever begins a name or a number may begin one at each place."""
    redactor = rednotice.Redactor([*NAMES, "王小虚"])
    text = f"{piece * (8_000 // len(piece))}\n\nVymyslova"

    assert str(redactor.redact(text)).endswith("[redacted]")


def test_a_redactor_serves_many_texts() -> None:
    """Its names are read once."""
    redactor = rednotice.Redactor(NAMES)

    assert [str(redactor.redact(text)) for text in ("Zdenka", "no", "Vymyslova")] == [
        "[redacted]",
        "no",
        "[redacted]",
    ]
