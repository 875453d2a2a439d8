"""The scan of what was written: what it finds, in which forms, and what it leaves alone."""

from __future__ import annotations

import base64
import random
import secrets
import zlib
from pathlib import Path

import pytest
from encoded import FORMS, tarred, zipped

import rednotice
from rednotice import Case, from_dict
from rednotice.datasets.encrypted import new_identity
from rednotice.releases import haystack

# Everybody here is invented, and every text.
SECRETS = {
    "a name": "Zaphodine",
    "a short name": "Zyx",
    "a name in other letters": "Щукарёва",
    "a whole name": "Zaphodine Zyx-Örneköy",
    "a label": "Gargler",
    "an id": "zk7-quux",
    "a number": "2031/440717",
    "an address": "https://www.example.org/zaphodine?id=7",
    "a text": "They came twice, and asked where he lives.",
    "a text in other letters": "Они пришли дважды",
    "a key of an extension": "org.example.zaphod",
}
CASE = from_dict(
    {
        "rednotice": "1.0",
        "id": "zk7-quux",
        "summary": SECRETS["a text"],
        "subjects": [
            {
                "id": "s1",
                "label": "Gargler A",
                "names": [
                    {"text": "Zaphodine Zyx-Örneköy"},
                    {"text": "Щукарёва", "language": "ru"},
                ],
            }
        ],
        "notices": [{"kind": "red", "issuing_state": "TJ", "number": "2031/440717"}],
        "events": [{"kind": "protest", "text": SECRETS["a text in other letters"]}],
        "sources": [{"kind": "news_article", "address": SECRETS["an address"]}],
        "extensions": {"org.example.zaphod": {"a": 1}},
    }
)
SHORT = {"a short name"}  # in these forms, three letters stand by chance


def found(path: Path, case: Case = CASE) -> set[str]:
    return {leak.kind for leak in rednotice.verify(path, against=case).leaks}


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(one, marks=pytest.mark.thorough if at % 4 else ())
        for at, one in enumerate(FORMS)
    ],
)
def test_t45_a_secret_is_found_in_every_form(form: str, tmp_path: Path) -> None:
    """In whatever a writer or a careless script may have made of it."""
    for number, secret in enumerate(SECRETS.values()):
        (tmp_path / f"{number}.bin").write_bytes(FORMS[form](secret))

    places = [leak.place.file for leak in rednotice.verify(tmp_path, against=CASE).leaks]

    decoded = any(word in form for word in ("base64", "hexadecimal", "reversed"))
    missed = {
        what
        for number, what in enumerate(SECRETS)
        if not any(f"{number}.bin" in place for place in places)
    }
    # Three letters are not looked for in what was decoded, since they stand there by chance.
    assert missed <= (SHORT if decoded else set())


@pytest.mark.parametrize("before", [990, 1_000, 1_010, 1_024])
def test_a_secret_is_found_over_the_pieces_of_a_long_line(
    before: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line is looked at piece by piece, and the pieces overlap."""
    monkeypatch.setattr(haystack, "_LINE", 1_024)
    monkeypatch.setattr(haystack, "_OVERLAP", 256)
    text = SECRETS["a text"]
    (tmp_path / "a.txt").write_text(f"{'lorem ' * before}{text}{' lorem' * 2_000}")

    assert found(tmp_path) == {"a text"}


@pytest.mark.parametrize("what", SECRETS)
def test_t49_a_secret_is_found_in_names_of_files_and_folders(what: str, tmp_path: Path) -> None:
    """Those that lie empty, too, and where a link leads."""
    name = SECRETS[what].replace("/", "-")
    for count, kind in enumerate(("file", "folder", "link")):
        place = tmp_path / str(count)
        place.mkdir()
        if kind == "file":
            (place / f"{name}.json").touch()
        elif kind == "folder":
            (place / name).mkdir()
        else:
            (place / "link").symlink_to(f"/nowhere/{name}")

        if what != "an address":
            assert found(place), kind


@pytest.mark.thorough
def test_nothing_is_found_in_releases_of_the_examples(tmp_path: Path) -> None:
    """A scan that cries for nothing would soon be switched off."""
    cases = examples()
    for audience in ("partner", "public"):
        left = rednotice.anonymize(cases, audience, key=secrets.token_bytes(32))
        folder = tmp_path / audience
        folder.mkdir()
        rednotice.write(left, folder / "cases.jsonl")
        for case in left:
            rednotice.write(case, folder / f"{case.id}.yaml")

        checked = rednotice.verify(folder, against=cases)

        assert checked.lines(values=True) == []
        assert checked.cases == len(cases)


def test_nothing_is_found_in_random_ids(tmp_path: Path) -> None:
    """A keyed hash may look like a name, and is none."""
    signs = "abcdefghijklmnopqrstuvwxyz234567"
    lots = random.Random(7)  # noqa: S311  # no secret
    ids = ("".join(lots.choices(signs, k=16)) for _ in range(20_000))
    (tmp_path / "cases.jsonl").write_text("".join(f'{{"id":"c-{one}"}}\n' for one in ids))

    assert rednotice.verify(tmp_path, against=examples()).is_clean


@pytest.mark.parametrize(
    "line",
    ["id: {}", "{},TJ,2031", "of {}: nothing.", "see {}.yaml", "<td>{}</td>", '{{"a":["{}"]}}'],
)
def test_nothing_is_found_in_a_random_id_wherever_it_stands(line: str, tmp_path: Path) -> None:
    """Three letters between two digits would be a name."""
    name = "c-ab2zyx3abcdefgh4"
    (tmp_path / f"{name}.yaml").write_text(f"{line.format(name)}\n")

    assert found(tmp_path) == set()


def test_nothing_is_found_in_the_hash_of_a_file(tmp_path: Path) -> None:
    """Each release holds a dozen of them, and people are named Ada and Bea."""
    case = from_dict(
        {
            "rednotice": "1.0",
            "id": "c-1",
            "subjects": [{"id": "s1", "names": [{"text": "Bea Zaphodine"}]}],
        }
    )
    digest = f"{'0' * 30}3bea7{'1' * 29}"
    (tmp_path / "SHA256SUMS").write_text(f"{digest}  cases.jsonl\n")
    (tmp_path / "manifest.json").write_text(f'{{"files":[{{"sha256":"{digest}"}}]}}')

    assert found(tmp_path, case) == set()
    (tmp_path / "note.txt").write_text("3bea7\n")
    assert found(tmp_path, case) == {"a name"}


@pytest.mark.parametrize(
    "text", ["c-zyx", "c-ab2zyx3abcdefgh4x", "ac-ab2zyx3abcdefgh4", "c-ab2zyx3abcdefgh4-zyx"]
)
def test_what_is_nearly_a_random_id_is_looked_into(text: str, tmp_path: Path) -> None:
    """A name may be a part of an id that no release made."""
    (tmp_path / "a.txt").write_text(f"id: {text}\n")

    assert found(tmp_path) == {"a name"}


def test_a_kept_id_of_the_form_of_a_release_is_found(tmp_path: Path) -> None:
    """Whoever names kept cases as a release does is told of them all the same."""
    case = rednotice.evolve(CASE, id="c-abcdefghijklmnop")
    for content in ('{"id":"c-abcdefghijklmnop"}\n', "id: c-abcdefghijklmnop\n"):
        (tmp_path / "cases").write_text(content)

        assert found(tmp_path, case) == {"an id"}


@pytest.mark.thorough
def test_what_counsel_may_see_is_not_looked_for(tmp_path: Path) -> None:
    """A subject's name leaves for counsel; the words of the coder do not."""
    cases = examples()[:4]
    left = rednotice.anonymize(cases, "counsel", key=secrets.token_bytes(32))
    rednotice.write(left, tmp_path / "cases.jsonl")
    (tmp_path / "manifest.json").write_text('{"audience": "counsel"}')

    assert rednotice.verify(tmp_path, against=cases).lines(values=True) == []
    assert rednotice.verify(tmp_path, against=cases, audience="partner").leaks
    (tmp_path / "note.txt").write_text(cases[0].summary or "")
    assert rednotice.verify(tmp_path, against=cases).leaks


def test_a_place_is_told_and_no_value(tmp_path: Path) -> None:
    """The report of a scan is read by others than those who keep the cases."""
    (tmp_path / "a.txt").write_text("nothing\nnothing here\nof Zaphodine\n")
    encoded = base64.b64encode(b"xx Zaphodine").decode()
    (tmp_path / "b.json").write_text(f'{{"a":\n"{encoded}"}}')

    checked = rednotice.verify(tmp_path, against=CASE)

    assert checked.lines() == [
        "a.txt:3: a name of a kept case",
        "b.json:2: a name of a kept case, base64",
    ]
    assert "aphodine" not in f"{checked!r}{checked.leaks}".lower()
    assert all("zaphodine" in line for line in checked.lines(values=True))


def test_a_telling_name_of_a_file_is_not_told(tmp_path: Path) -> None:
    """It is replaced by a number, there and in every other line."""
    folder = tmp_path / "Zaphodine"
    folder.mkdir()
    (folder / "a.txt").write_text("of Zaphodine")

    lines = rednotice.verify(tmp_path, against=CASE).lines()

    assert lines == [
        "(file 1, its name tells something): a name of a kept case",
        "the name of (file 1, its name tells something): a name of a kept case",
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PAR1....", "Parquet"),
        (b"7z\xbc\xaf\x27\x1c..", "7z"),
        (zipped("a", b"x" * 500)[:-40], "cannot be unpacked"),
        (b"\x1f\x8b\x08\x00broken", "cannot be unpacked"),
        (zlib.compress(b"of Zaphodine"), "zlib"),
        (b"\x04\x22\x4d\x18....", "LZ4"),
        (b"age-encryption.org/v1\n-> X25519", "encrypted"),
    ],
    ids=["parquet", "7z", "zip", "gzip", "zlib", "lz4", "age"],
)
def test_what_cannot_be_read_is_told(data: bytes, why: str, tmp_path: Path) -> None:
    """It is not taken for clean."""
    (tmp_path / "a").write_bytes(data)

    checked = rednotice.verify(tmp_path, against=CASE)

    assert not checked.is_clean
    assert why in checked.closed[0][1]


def test_a_link_is_told(tmp_path: Path) -> None:
    """Whoever packs the folder may pack what it leads to."""
    (tmp_path / "kept.txt").write_text("of Zaphodine")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "annex").symlink_to("../kept.txt")

    checked = rednotice.verify(folder, against=CASE)

    assert checked.closed == (("annex", "is a link, which is not followed"),)
    assert not checked.is_clean


def test_an_encrypted_file_is_looked_into_if_a_key_is_given(tmp_path: Path) -> None:
    pytest.importorskip("pyrage", reason="the extra `age` is not installed")
    key, folder = tmp_path / "key", tmp_path / "out"
    public = new_identity(key)
    folder.mkdir()
    rednotice.write(CASE, folder / "cases.jsonl.age", encrypt_to=[public])

    assert rednotice.verify(folder, against=CASE).closed[0][1] == "is encrypted by age"
    with rednotice.decrypting(key):
        assert "a name" in found(folder)


@pytest.mark.parametrize(
    "text",
    [
        *("2031,440717", "2031 (440717)", "2031440717.0", "[2031, 440717]", "2031 – 440717"),
        *("٢٠٣١/٤٤٠٧١٧", "२०३१/४४०७१७"),
    ],
)
def test_a_number_is_found_whatever_stands_between_its_parts(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"x,{text}\ny\n")

    assert found(tmp_path) == {"a number"}


@pytest.mark.parametrize(
    "text", ["Zapho\r\ndine", "Zapho-\ndine", "Zapho=\ndine", "Z a p h o d i n e"]
)
def test_a_long_name_is_found_over_breaks(text: str, tmp_path: Path) -> None:
    """Nine letters do not stand in a row by chance."""
    (tmp_path / "a.txt").write_text(f"of\n{text}\n")

    assert found(tmp_path) == {"a name"}


def test_what_is_no_text_is_looked_through_in_time_and_without_false_alarms(
    tmp_path: Path,
) -> None:
    """A picture of 200 kB took 18 seconds and 660 MB; names of three letters stand in each."""
    lots = random.Random(3)  # noqa: S311  # no secret
    (tmp_path / "photo.jpg").write_bytes(lots.randbytes(200_000) + b"\x00of Zaphodine\x00")
    haystack_ = haystack.Haystack()

    haystack_.add(tmp_path, "out")

    assert sum(len(reading.text) for reading in haystack_.readings) < 1_000_000
    assert found(tmp_path) == {"a name"}


@pytest.mark.thorough
def test_an_archive_that_never_ends_is_given_up(tmp_path: Path) -> None:
    """Archives are unpacked four deep."""
    data = b"Zaphodine"
    for _ in range(8):
        data = tarred("a", data)
    (tmp_path / "a.tar").write_bytes(data)

    assert "too often" in rednotice.verify(tmp_path, against=CASE).closed[0][1]


def test_a_name_that_is_a_word_of_the_format_is_not_looked_for(tmp_path: Path) -> None:
    """Every file holds it; the page on releases says so."""
    case = from_dict(
        {
            "rednotice": "1.0",
            "id": "c-1",
            "subjects": [{"id": "s1", "names": [{"text": "Red May"}, {"text": "May Zyx"}]}],
        }
    )
    (tmp_path / "cases.jsonl").write_text('{"notices":[{"kind":"red"}]}\n')

    assert rednotice.verify(tmp_path, against=case).is_clean
    (tmp_path / "cases.jsonl").write_text('{"a":"Red May"}\n')
    assert not rednotice.verify(tmp_path, against=case).is_clean


def examples() -> list[Case]:
    folder = Path(__file__).parents[2] / "examples"
    return [case for path in sorted(folder.glob("case-*.yaml")) for case in rednotice.read(path)]
