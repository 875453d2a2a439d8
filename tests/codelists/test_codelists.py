"""The codelists: what every list and every code keeps to, and how they are read."""

from __future__ import annotations

import copy
import csv
import inspect
import io
import itertools
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice import codelists
from rednotice.codelists import Code, Codelist, UnknownCode, UnknownCodelist

DATA = files("rednotice.codelists").joinpath("data")
FILES = {entry.name: entry.read_bytes() for entry in DATA.iterdir()}
LISTS = [codelists.codelist(name) for name in codelists.names()]
CODES = [(found, code) for found in LISTS for code in found]

HEADER = (
    "code,label,definition,broader,core,reveals_host,since,replaced_by,source,crosswalk,traits,"
    "leaves_for"
)
INDEX_HEADER = "name,title,definition,open,owner,edition,source,traits"
LOWER_SNAKE = "[a-z][a-z0-9]*(_[a-z0-9]+)*"
SPELLINGS = {
    "vocabularies": "[a-z][a-z0-9-]{0,31}",
    "countries": "[A-Z]{2}",
    "scripts": "[A-Z][a-z]{3}",
    "tlp": "[a-z]+([+][a-z]+)?",
}
CROSSWALK = "[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9._-]*"
SENTENCE = r"[A-Z][^.\n]*\."

# Lists whose codes others spell, and pairs of words that are one letter apart by nature.
SPELLED_BY_OTHERS = {"countries", "reliability", "scripts"}
ALIKE = {
    ("article_2", "article_3"): "the numbers of two articles",
    ("cis", "sis"): "the names of two systems",
    ("employee_of", "employer_of"): "the two sides of an employment",
    ("ictr", "icty"): "the names of two tribunals",
}

every_list = pytest.mark.parametrize("found", LISTS, ids=lambda found: found.name)


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(FILES[name].decode())))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter more, less, changed or swapped makes *one* into *other*."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    if len(long) != len(short):
        return False
    at = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    swapped = (
        len(at) == 2
        and at[1] - at[0] == 1
        and one[at[0]] + one[at[1]] == (other[at[1]] + other[at[0]])
    )
    return len(at) == 1 or swapped


def content(text: str) -> set[str]:
    return set(re.findall(r"[a-zé]{3,}", text.lower())) - {"and", "for", "the", "with"}


# The files


def test_the_index_and_the_files_agree() -> None:
    """Every list has its row, and every row its file."""
    assert set(FILES) == {f"{name}.csv" for name in (*codelists.names(), "index")}


def test_the_index_is_sorted_and_says_everything() -> None:
    """One row a list, by name; only `open` may be empty."""
    index = rows("index.csv")

    assert [row["name"] for row in index] == sorted({row["name"] for row in index})
    assert [
        row for row in index if not all(row[key] for key in row.keys() - {"open", "traits"})
    ] == []


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_is_written_in_one_way(name: str) -> None:
    """UTF-8, line feeds only, the exact header, and quotes only where RFC 4180 needs them."""
    text = FILES[name].decode("utf-8")
    parsed = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(parsed)

    assert text.splitlines()[0] == (INDEX_HEADER if name == "index.csv" else HEADER)
    assert "\r" not in text
    assert written.getvalue() == text


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_cell_has_no_blanks_around_it(name: str) -> None:
    """A cell is trimmed, on one line, and marks say `yes` or nothing."""
    for row in rows(name):
        assert all(cell == " ".join(cell.split()) for cell in row.values())
        assert {row.get(mark, "") for mark in ("core", "reveals_host", "open")} <= {"", "yes"}


# The codes


@every_list
def test_codes_are_unique_and_sorted(found: Codelist) -> None:
    """The order is that of the bytes, so that a diff shows what was added."""
    written = [row["code"] for row in rows(f"{found.name}.csv")]

    assert written == sorted(set(written), key=str.encode)


@every_list
def test_a_code_is_spelled_by_the_pattern_of_its_list(found: Codelist) -> None:
    """Ours are lower_snake; countries, scripts and handling marks are spelled by their owners."""
    pattern = SPELLINGS.get(found.name, LOWER_SNAKE)

    assert [code.code for code in found if not re.fullmatch(pattern, code.code)] == []


@every_list
def test_no_code_is_a_slip_of_another(found: Codelist) -> None:
    """Two codes that are one letter apart are a typing error, or have their reason."""
    pairs = itertools.combinations(found.codes, 2)

    assert (
        found.name in SPELLED_BY_OTHERS
        or [pair for pair in pairs if one_letter_apart(*pair) and pair not in ALIKE] == []
    )


@pytest.mark.parametrize("slip", ["tortre", "tortture", "totrure", "torturf"])
def test_a_slip_is_recognised(slip: str) -> None:
    """A letter missing, doubled, swapped or wrong."""
    assert one_letter_apart("torture", slip)


@pytest.mark.parametrize("other", ["torture", "tortoise", "erutrot", "tor"])
def test_another_word_is_no_slip(other: str) -> None:
    """The same word, or one that differs in more than one place."""
    assert not one_letter_apart("torture", other)


@every_list
def test_labels_are_short_and_distinct(found: Codelist) -> None:
    """Somebody picks from labels: they begin with a capital, and no two are the same."""
    labels = [code.label for code in found]

    assert len({label.lower() for label in labels}) == len(labels)
    assert [label for label in labels if len(label) > 60 or not label[0].isupper()] == []
    assert [label for label in labels if label.endswith(".")] == []


@every_list
def test_definitions_are_one_sentence(found: Codelist) -> None:
    """A capital at the beginning, a full stop at the end and nowhere else; the list's own too."""
    texts = [found.definition, *(code.definition for code in found)]

    assert [text for text in texts if not re.fullmatch(SENTENCE, text)] == []


@every_list
def test_no_two_definitions_are_the_same(found: Codelist) -> None:
    """What two codes of a list mean differs."""
    definitions = [code.definition for code in found]

    assert sorted(set(definitions)) == sorted(definitions)


@every_list
def test_a_definition_says_more_than_its_label(found: Codelist) -> None:
    """A definition that only repeats the label helps nobody."""
    assert [code.code for code in found if content(code.definition) <= content(code.label)] == []


@every_list
def test_every_code_says_since_when_and_from_where(found: Codelist) -> None:
    """The edition in which it appeared, and a source."""
    assert [code.code for code in found if not re.fullmatch("[0-9]+[.][0-9]+", code.since)] == []
    assert [code.code for code in found if not code.source] == []


@every_list
@pytest.mark.parametrize("pointer", ["broader", "replaced_by"])
def test_a_code_points_into_its_own_list(found: Codelist, pointer: str) -> None:
    """The code that includes or replaces a code is in the same list, and there are no cycles."""
    for code in found:
        way = [code.code]
        while target := getattr(found.codes[way[-1]], pointer):
            assert target in found
            assert target not in way
            way.append(target)


@every_list
def test_the_core_is_at_most_a_dozen(found: Codelist) -> None:
    """A form shows a dozen codes first; of countries none comes before another."""
    assert len(found.core) <= 12
    assert bool(found.core) == (found.name != "countries")


@every_list
def test_no_core_code_is_replaced(found: Codelist) -> None:
    """A form does not offer first what is no longer to be used."""
    assert [code.code for code in found.core if code.replaced_by] == []


@every_list
def test_crosswalks_are_well_formed(found: Codelist) -> None:
    """Each is `scheme:value`; they are sorted and written once."""
    for code in found:
        assert list(code.crosswalk) == sorted(set(code.crosswalk))
        assert [other for other in code.crosswalk if not re.fullmatch(CROSSWALK, other)] == []


@every_list
def test_an_import_finds_one_code(found: Codelist) -> None:
    """No two codes of a list stand for the same code of INTERPOL's."""
    theirs = [other for code in found for other in code.crosswalk if other.startswith("interpol")]

    assert sorted(set(theirs)) == sorted(theirs)


@every_list
def test_a_huridocs_number_names_its_thesaurus(found: Codelist) -> None:
    """The same digits mean different things in two micro-thesauri."""
    theirs = [code for code in found if any(way.startswith("huridocs:") for way in code.crosswalk)]

    assert [code.code for code in theirs if not re.search("HURIDOCS MT[0-9]{2}", code.source)] == []


# What the codes may not say


def test_nobody_is_called_a_criminal() -> None:
    """The word stands only before proceedings, courts and the like."""
    person = re.compile(
        r"\bcriminals\b|\bcriminal\b(?! (?:activities|investigation|proceeding))", re.IGNORECASE
    )
    public = re.compile(r"criminal (?:court|tribunals?)", re.IGNORECASE)

    texts = [f"{code.label} {code.definition}" for _, code in CODES]

    assert [text for text in texts if person.search(public.sub("", text))] == []


@pytest.mark.parametrize("name", ["incident_methods", "outcome_kinds"])
def test_what_somebody_did_is_reported(name: str) -> None:
    """An act of pressure or an outcome is worded as what is reported."""
    codes = (code for code in codelists.codelist(name) if code.code != "other")

    assert [code.code for code in codes if not code.definition.startswith("Reported ")] == []


def test_an_offence_is_a_charge() -> None:
    """An offence is worded as what the state charges."""
    offences = codelists.codelist("offences")

    assert [code.code for code in offences if not code.definition.startswith("Charge ")] == []


def test_no_outcome_says_why_willingly_or_lawfully() -> None:
    """Such things are statements, never codes."""
    conclusions = re.compile("volunt|willing|forced|pressure|refoul|rendition|lawful|legal|notice")
    outcomes = codelists.codelist("outcome_kinds")

    assert [code.code for code in outcomes if conclusions.search(code.code)] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("demands", "withdraw_asylum_claim"),
        ("event_kinds", "authority_informed"),
        ("event_kinds", "entry_abroad"),
        ("event_kinds", "relocation"),
        ("immigration_statuses", "asylum_seeker"),
        ("outcome_kinds", "left_for_third_country"),
        ("outcome_kinds", "visa_refused"),
        ("proceeding_kinds", "asylum"),
        ("proceeding_results", "refugee_status"),
        ("source_kinds", "asylum_file"),
        ("stated_grounds", "visa_overstay"),
        ("status_bases", "refugee_policy"),
    ],
)
def test_a_code_that_tells_of_refuge_says_so(name: str, code: str) -> None:
    """What tells of protection or stay abroad is marked, so that a release can treat it."""
    assert codelists.codelist(name).codes[code].reveals_host


@every_list
def test_a_code_below_one_that_tells_of_refuge_tells_of_it_too(found: Codelist) -> None:
    """A narrower code says all that its broader code says."""
    telling = {code.code for code in found if code.reveals_host}

    assert [code.code for code in found if code.broader in telling and not code.reveals_host] == []


@every_list
def test_a_definition_that_speaks_of_refuge_has_the_mark(found: Codelist) -> None:
    """Whoever adds a code on asylum, a visa or a removal cannot forget the mark."""
    refuge = re.compile(
        r"asylum|refugee|\bvisa\b|\bhost\b|residence|claim for protection|(?:be|been) removed"
    )
    codes = (code for code in found if refuge.search(code.definition.lower()))

    assert [code.code for code in codes if not code.reveals_host] == []


# What others rely on


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        (
            "missing_reasons",
            "ambiguous disputed none not_applicable not_asked not_stated unknown withheld",
        ),
        ("audiences", "ccf_bureau ccf_commission counsel internal partner public"),
        ("ranks", "deprecated normal preferred"),
        ("tlp", "amber amber+strict clear green red"),
        ("travel_document_records", "invalid lost revoked stolen stolen_blank"),
    ],
)
def test_a_fixed_list_has_exactly_its_codes(name: str, codes: str) -> None:
    """A list that a law or somebody's standard fixes."""
    assert " ".join(codelists.codelist(name).codes) == codes


@pytest.mark.parametrize("name", [name for name in codelists.names() if name != "countries"])
def test_no_reader_of_yaml_takes_a_code_for_true_false_or_nothing(name: str) -> None:
    """YAML 1.1 does so with these words; of countries, NO is Norway and cannot be another word."""
    words = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"}

    assert words.isdisjoint(code.casefold() for code in codelists.codelist(name).codes)


def test_core_stances_are_the_eight_of_casework() -> None:
    """Saying, denying, three kinds of silence, another account, not knowing, taking back."""
    assert [stance.code for stance in codelists.codelist("stances").core] == [
        "declined",
        "denies",
        "did_not_answer",
        "does_not_know",
        "no_answer_on_point",
        "other_explanation",
        "says",
        "withdrew",
    ]


def test_countries_hold_what_isos_list_leaves_out() -> None:
    """Kosovo's code, and codes of countries in which people were born and that are no more."""
    countries = codelists.codelist("countries")

    assert {"FR", "XK", "SU", "YU", "DD", "CS", "AN", "ZR", "TP", "BU"} <= set(countries.codes)
    assert countries.codes["XK"].crosswalk == ("interpol-2018:913", "interpol-2023:UNK")
    assert countries.codes["ZR"].replaced_by == "CD"


def test_a_closed_list_has_other_unless_it_divides_its_matter_completely() -> None:
    """What a list does not foresee must be codable, or it is coded as what it is not."""
    complete = {
        *(
            "audiences",
            "consent_statuses",
            "count_kinds",
            "credibility",
            "existence",
            "contest_stances",
            "fulfilments",
        ),
        *("links", "missing_reasons", "ncb_answers", "person_kinds", "public_extracts", "ranks"),
        *("record_states", "reliability", "risk_levels", "statelessness", "subject_kinds", "tlp"),
        "vocabularies",  # no field takes one of them; an open list takes any
        # What a thing can be by its own rules, and how a thing was done that is done in few ways.
        *(
            "circumstances",
            "concerned",
            "conditions",
            "notice_purposes",
            "penalty_kinds",
        ),
        *("quote_kinds", "tell_source", "travel_document_records"),
        # Others decide on these.
        *("countries", "scripts"),
    }

    assert {
        name
        for name in codelists.names()
        if "other" not in codelists.codelist(name) and not codelists.codelist(name).open
    } <= complete
    assert not [name for name in complete if "other" in codelists.codelist(name)]


def test_only_some_lists_are_open() -> None:
    """Elsewhere a closed list with `other` keeps cases comparable."""
    assert [found.name for found in LISTS if found.open] == [
        "countries",
        "legal_bases",
        "notice_systems",
    ]


# Reading them


def test_importing_reads_no_file() -> None:
    """Whoever imports the package does not wait for its lists."""
    program = (
        "import sys; read = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and read.append(str(args[0])))\n"
        "import rednotice.codelists\n"
        "print([path for path in read if path.endswith('.csv')], 'csv' in sys.modules)\n"
        "rednotice.codelists.codelist('tlp')\n"
        "print(len([path for path in read if path.endswith('.csv')]))\n"
    )
    out = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert out.stdout.splitlines() == ["[] False", "2"]


def test_a_list_is_read_once() -> None:
    """The second asking gives the same list."""
    assert codelists.codelist("tlp") is codelists.codelist("tlp")


def test_asking_for_a_list_is_calling_a_function() -> None:
    """So that editors and type checkers know what it takes."""
    assert inspect.isfunction(codelists.codelist)
    assert str(inspect.signature(codelists.codelist)) == "(name: 'str') -> 'Codelist'"


def test_a_list_says_what_the_index_says_of_it() -> None:
    """Title, definition, owner and the rest come from the index."""
    systems = codelists.codelist("notice_systems")

    assert (systems.title, systems.owner, systems.open) == ("Alert system", "rednotice", True)


def test_a_list_gives_its_codes_in_order() -> None:
    """Iterating, counting and looking up agree."""
    links = codelists.codelist("links")

    assert [code.code for code in links] == ["implied", "inferred", "none", "stated"]
    assert len(links) == 4
    assert links.codes["none"] is list(links)[2]


@given(st.sampled_from(LISTS), st.text() | st.none() | st.integers() | st.lists(st.text()))
def test_only_a_code_is_in_a_list(found: Codelist, value: object) -> None:
    """Anything may be asked, also what has no hash."""
    assert (value in found) == (value in list(found.codes))


def test_a_code_carries_all_that_its_row_says() -> None:
    """Marks are truth values, the crosswalk is a tuple, and the traits are a set."""
    assert codelists.codelist("relations").codes["sibling"] == Code(
        code="sibling",
        label="Sibling",
        definition="Sister or brother of the other.",
        broader="relative",
        core=True,
        reveals_host=False,
        since="1.0",
        replaced_by="",
        source="HURIDOCS MT21",
        crosswalk=("ftm:Family", "huridocs:010102", "misp:sibling-of"),
        traits=frozenset({"concerned_as_family", "kin", "speaks_as_relative_or_friend"}),
        leaves_for=("ccf_commission",),
    )


def sent(found: Codelist) -> Codelist:
    return pickle.loads(pickle.dumps(found))  # type: ignore[no-any-return]  # noqa: S301  # our own bytes


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, sent])
def test_a_list_survives_being_copied_and_sent(again: Callable[[Codelist], Codelist]) -> None:
    """It is equal to what it was, has its hash and its order, and is as frozen."""
    found = codelists.codelist("links")
    arrived = again(found)

    assert arrived == found
    assert hash(arrived) == hash(found)
    assert list(arrived) == list(found)
    with pytest.raises(TypeError):
        arrived.codes["none"] = arrived.codes["stated"]  # type: ignore[index]


def test_lists_are_equal_if_they_say_the_same() -> None:
    """It does not matter how they were made; with one code less, they differ."""
    links = codelists.codelist("links")
    fewer = attrs.evolve(links, codes={"none": links.codes["none"]})

    assert links == attrs.evolve(links, codes=dict(links.codes))
    assert links != fewer
    assert copy.deepcopy(fewer) == fewer


def test_a_list_is_kept_apart_from_what_it_was_made_of() -> None:
    """Whoever goes on with the dict that they gave does not change the list."""
    codes = dict(codelists.codelist("links").codes)
    made = attrs.evolve(codelists.codelist("links"), codes=codes)
    codes.clear()

    assert len(made) == 4


def test_nothing_can_be_changed() -> None:
    """Lists, codes and the mapping between them are frozen."""
    tlp = codelists.codelist("tlp")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        tlp.title = "Another"  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        tlp.codes["red"].label = "Another"  # type: ignore[misc]
    with pytest.raises(TypeError):
        tlp.codes["red"] = tlp.codes["green"]  # type: ignore[index]


def test_a_label_is_found() -> None:
    """The label of a code that the list has."""
    assert codelists.codelist("tlp").label("amber+strict") == "Amber, strict"


def test_narrower_codes_are_those_directly_under() -> None:
    """Not the code itself, and not those two steps below."""
    narrower = codelists.codelist("relations").narrower

    assert {code.code for code in narrower("sibling")} == {"brother", "sister"}
    assert "brother" not in {code.code for code in narrower("relative")}
    assert narrower("brother") == ()


@pytest.mark.parametrize("ask", ["label", "narrower"])
def test_an_unknown_code_is_refused_without_quoting_it(ask: str) -> None:
    """The message names the list, not what was typed."""
    with pytest.raises(UnknownCode) as refused:
        getattr(codelists.codelist("countries"), ask)("Lastname")

    assert "countries" in str(refused.value)
    assert "Lastname" not in str(refused.value)
    assert refused.value.__context__ is None


def test_an_unknown_list_is_refused_with_the_nearest_names() -> None:
    """The message gives names of lists, not what was typed."""
    with pytest.raises(UnknownCodelist, match="notice_kinds") as refused:
        codelists.codelist("notice_kindz")

    assert "kindz" not in str(refused.value)


@pytest.mark.parametrize("name", ["", "index", "../index", "Lastname, Firstname"])
def test_what_is_no_list_is_refused(name: str) -> None:
    """Nothing but a list of the index is ever opened."""
    with pytest.raises(LookupError, match="no codelist has this name"):
        codelists.codelist(name)
