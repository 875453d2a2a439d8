"""
Text types: ids, references, languages, numbers of documents, addresses and sums of money.
"""

from __future__ import annotations

from typing import Annotated

from rednotice.records.limits import Length, Matches, Named, Slips
from rednotice.types.days import DAY

_ID = "[a-z][a-z0-9_-]{0,63}"
REFERENCE = f"(?:shared:)?{_ID}"
_OF_IDS: Slips = (
    ("[A-Za-z][A-Za-z0-9_-]*", "Write an id in small letters, 64 at most, such as c-7k2m9q."),
    ("[0-9][A-Za-z0-9_-]*", "Begin an id with a small letter, such as c-7k2m9q."),
    (
        r"[A-Za-z0-9][A-Za-z0-9 ._/-]*",
        "Write an id with small letters, digits, - and _ alone, such as c-7k2m9q.",
    ),
)


def _advice_on_language(text: str) -> str:
    from rednotice.types.languages import advice_on  # only what is refused needs it

    return advice_on(text)


Text = Annotated[
    str,
    Length(1, 100_000),
    Named(
        "Text",
        "Text",
        "Prose in plain text, of 100,000 characters at most.",
        ("The officers came twice and asked where he lives.",),
    ),
]
Label = Annotated[
    str,
    Length(1, 200),
    Named(
        "Label",
        "Label",
        "A short text, such as a name or a title, of 200 characters at most.",
        ("Journalist A", "Interview"),
    ),
]
Extract = Annotated[
    str,
    Matches(
        "^[^ ]{1,40}(?: [^ ]{1,40}){0,4}$", "at most five words, with one space between two words"
    ),
    Named(
        "Extract",
        "Extract",
        "A few words of a quotation, at most five, by which a reader can find it.",
        ("may inform the analysis",),
    ),
]
Id = Annotated[
    str,
    Matches(
        f"^{_ID}$",
        "an id: a small letter, then small letters, digits, - and _, 64 at most",
        slips=_OF_IDS,
    ),
    Named(
        "Id",
        "Id",
        "An opaque name within the case, unique over all kinds of records. Never made from a"
        " person's name: ids are printed in findings and logs.",
        ("s1", "q2", "c-7k2m9q"),
    ),
]
Reference = Annotated[
    str,
    Matches(f"^{REFERENCE}$", "the id of another record, or shared: and an id", slips=_OF_IDS),
    Named(
        "Reference",
        "Reference",
        "The id of another record of the case, or shared: and the id of a record of the shared"
        " document.",
        ("s1", "shared:op1"),
    ),
]
About = Annotated[
    str,
    Matches(
        rf"^(?:shared:)?{_ID}(?:\.[a-z][a-z0-9_]{{0,63}}){{0,4}}$",
        "the id of a record, or id.field for one field of it, or id.field.field for one inside it",
    ),
    Named(
        "About",
        "About",
        "What a statement is about: the id of a record, id.field for one field of it, or"
        " id.field.field for a field of a record inside it. It never names a place in a list,"
        " because a place moves when somebody adds a line.",
        ("n1", "o2.because_of", "pr2.forum.country"),
    ),
]
Language = Annotated[
    str,
    Matches(
        "^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
        "(?:-x(?:-[a-z0-9]{1,8})+)?$",
        "a language tag of BCP 47 in its usual spelling, like en, zh-Hans or sr-Latn-RS",
        advise=_advice_on_language,
    ),
    Named(
        "Language",
        "Language tag",
        "A language tag (BCP 47, RFC 5646) in its usual spelling: language small, script with a"
        " capital, region in capitals.",
        ("en", "zh-Hans", "pt-BR"),
    ),
]
Address = Annotated[
    str,
    Matches(
        "^[a-z][a-z0-9+.-]{0,31}:[!-~]{1,2000}$",
        "an address (URL) in ASCII, like https://…",
        slips=(
            (
                r"[A-Z][A-Za-z]*:[!-~]+",
                "Write the beginning of the address in small letters: https.",
            ),
            (r"[A-Za-z0-9.-]+(?:/[!-~]*)?", "Begin the address with https:// or http://."),
            (
                r"[a-z]+:\S+",
                "Write the address in ASCII: copy it from the address bar of a browser.",
            ),
            (r"(?s).*\s.*", "An address has no blanks in it. Write %20 for a blank."),
        ),
    ),
    Named(
        "Address",
        "Address",
        "The address (URL, RFC 3986) of something published.",
        ("https://www.example.org/report",),
    ),
]
Timestamp = Annotated[
    str,
    Matches(
        f"^{DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$",
        "a time to the second in UTC, like 2026-03-01T12:00:00Z",
        slips=(
            ("[0-9-]{10}", "Add the time of day in UTC, like 2026-03-01T12:00:00Z."),
            (
                "[0-9-]{10}[T ][0-9:.]+ ?(?:Z|[+-][0-9:]+)?",
                "Write the time in UTC with T, seconds and Z, like 2026-03-01T12:00:00Z.",
            ),
        ),
    ),
    Named(
        "Timestamp",
        "Timestamp",
        "A time to the second in UTC (RFC 3339, with Z).",
        ("2026-03-01T12:00:00Z",),
    ),
]
Sha256 = Annotated[
    str,
    Matches(
        "^[0-9a-f]{64}$",
        "a SHA-256 hash: 64 hexadecimal digits, small letters",
        slips=(("[0-9A-Fa-f]{64}", "Write the digits of the hash in small letters."),),
    ),
    Named(
        "Sha256",
        "SHA-256",
        "The SHA-256 hash of a file or of quoted words, as 64 hexadecimal digits.",
        ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",),
    ),
]
PolicyName = Annotated[
    str,
    Matches(
        "^[a-z][a-z0-9_-]{0,63}(?: [0-9]{1,6})?$", "the name of a policy and its version: partner 1"
    ),
    Named(
        "PolicyName",
        "Name of a policy",
        "The name of a release policy, and the number of its version.",
        ("partner 1",),
    ),
]
Edition = Annotated[
    str,
    Matches(
        "^[a-z0-9][a-z0-9._-]{0,63}$",
        "an edition: small letters, digits, `.`, - and _, 64 at most",
    ),
    Named(
        "Edition",
        "Edition",
        "The edition of a release, by which a recall names it.",
        ("2026-11", "e-3"),
    ),
]
Money = Annotated[
    str,
    Matches(
        r"^[A-Z]{3} [0-9]{1,15}(?:\.[0-9]{1,4})?$",
        "a currency and an amount, like TRY 500000 or EUR 12.50",
        slips=(
            (
                r"[^0-9]{0,4} ?[0-9][0-9 .,']*[^0-9]{0,4}",
                "Write the currency code, a space, and the amount without commas, like EUR 12.50.",
            ),
        ),
    ),
    Named("Money", "Money", "A currency code (ISO 4217) and an amount.", ("TRY 500000",)),
]
NoticeNumber = Annotated[
    str,
    Matches(
        "^[0-9]{4}/[0-9]{1,6}$",
        "a notice's number, like 2031/4407",
        slips=(
            (
                "[0-9]{4}[^0-9A-Za-z]+[0-9]{1,6}",
                "Put a slash between the year and the number, like 2031/4407.",
            ),
        ),
    ),
    Named(
        "NoticeNumber",
        "Number of a notice",
        "INTERPOL's own number: a year, a stroke, up to six digits. The year is that of the"
        " person's file and not of the notice.",
        ("2031/4407",),
    ),
]
ReversedDomain: Matches = Matches(
    r"^[a-z][a-z0-9-]{0,62}(?:\.[a-z0-9][a-z0-9-]{0,62}){1,9}$",
    "a domain written backwards, like org.example.field",
    ("org.example.field",),
)
