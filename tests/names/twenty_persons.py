"""Twenty invented persons in ten scripts, and the ways in which a path or an id is damaged."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

# Letters that look like Latin ones, in Cyrillic.
_LOOK_ALIKES = str.maketrans("aeopcyxis", "аеорсухіѕ")
_ZERO_WIDTH = "\u200b"


class Invented(NamedTuple):
    """
    A person: forename and family name in their own script, as the state of their passport writes
    them in Latin letters, and as scholars or newspapers in other languages do.
    """

    language: str
    own: tuple[str, str]
    official: tuple[str, str]
    other: tuple[str, str]

    @property
    def name(self) -> str:
        """The whole name as a case holds it."""
        forename, family = self.own
        return f"{family}{forename}" if self.is_dense else f"{forename} {family}"

    @property
    def is_dense(self) -> bool:
        """Whether the script writes names without a blank, family name first."""
        return self.language in {"zh", "ko"}


PERSONS = (
    Invented("vi", ("Bịa Đặt", "Nguyễnnhư"), ("Bia Dat", "Nguyennhu"), ("Bia Djat", "Nguyennhu")),
    Invented(
        "tr", ("Gülçiş", "Uydurmaoğlu"), ("Gulcis", "Uydurmaoglu"), ("Guelchish", "Uydurmaoghlu")
    ),
    Invented(
        "pl", ("Żużanna", "Wymyślęcka"), ("Zuzanna", "Wymyslecka"), ("Zhuzhanna", "Wymyshlenzka")
    ),
    Invented("az", ("Əfsanə", "Uyduruşova"), ("Afsana", "Uydurusova"), ("Efsane", "Uydurushova")),
    Invented(
        "uk", ("Григорій", "Вигаданенко"), ("Hryhorii", "Vyhadanenko"), ("Hryhorij", "Wyhadanenko")
    ),
    Invented("uz", ("Ўктам", "Тўқималиев"), ("Oktam", "Toqimaliyev"), ("Uktam", "Tukimaliew")),
    Invented(
        "ru",
        ("Щегла", "Выдумщикова"),
        ("Shchegla", "Vydumshchikova"),
        ("Schtschegla", "Wydumschtschikowa"),
    ),
    Invented("bg", ("Щеръо", "Измислянов"), ("Shteryo", "Izmislyanov"), ("Sterjo", "Izmisljanov")),
    Invented(
        "kk", ("Жұмажан", "Ойдаңғұлов"), ("Zhumazhan", "Oidanggulov"), ("Jumajan", "Oidanghulow")
    ),
    Invented(
        "tg",
        ("Ҷамолӣ", "Бофтахоҷаев"),
        ("Jamoli", "Boftakhojaev"),
        ("Dschamoli", "Boftachodschajew"),
    ),
    Invented("ar", ("غسان", "المختلق"), ("Ghassan", "al-Mukhtalaq"), ("Ghassane", "El-Moukhtalak")),
    Invented(
        "fa", ("شیرین", "خیال‌پردازی"), ("Shirin", "Khiyalpardazi"), ("Schirin", "Chialpardasi")
    ),
    Invented(
        "ug", ("ئويدۇرما", "تۇرسۇنخىيال"), ("Oydurma", "Tursunxiyal"), ("Uydurma", "Tursunkhiyal")
    ),
    Invented("zh", ("臆造", "王"), ("Yizao", "Wang"), ("Itsao", "Wang")),
    Invented("zh", ("小虚", "单"), ("Xiaoxu", "Shan"), ("Hsiaohsu", "Shan")),
    Invented(
        "ka",
        ("ზვიადი", "გამოგონილშვილი"),
        ("Zviadi", "Gamogonilshvili"),
        ("Swiadi", "Gamogonilschwili"),
    ),
    Invented("hy", ("Հորին", "Մտացածինյան"), ("Horin", "Mtatsatsinyan"), ("Horin", "Mtacacinjan")),
    Invented("he", ("צביקה", "בדיונשטיין"), ("Tzvika", "Bidyonshtein"), ("Zwika", "Bidjonschtein")),
    Invented(
        "el",
        ("Φανταστικός", "Ψευδώνυμος"),
        ("Fantastikos", "Psevdonymos"),
        ("Phantastikos", "Pseudonymos"),
    ),
    Invented("ko", ("허구민", "박"), ("Heogumin", "Bak"), ("Hogumin", "Park")),
)


def _lost_diacritics(person: Invented) -> str:
    apart = unicodedata.normalize("NFKD", "-".join(person.own))
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")


def _with_hyphens(name: tuple[str, str]) -> str:
    return "-".join(name).replace(" ", "-").lower()


def _official(person: Invented) -> str:
    return _with_hyphens(person.official)


def _joined(person: Invented) -> str:
    return "".join(person.official).replace(" ", "").replace("-", "").lower()


def _own_joined(person: Invented) -> str:
    """Forename first, also where the family name stands first."""
    return "".join(person.own).replace(" ", "")


def _longest(person: Invented) -> str:
    return max(person.official, key=len).replace("-", "").lower()


def _cut(person: Invented) -> str:
    """Where it has three characters, the given name alone is left."""
    if person.is_dense:
        return person.own[0]
    word = _longest(person)
    return word[: max(4, len(word) * 2 // 3)]


def _between(mark: str, text: str) -> str:
    return mark.join(text)


def _inside(mark: str, text: str) -> str:
    """*mark* in the middle of each half of *text*."""
    middle = len(text) // 2
    halves = (text[:middle], text[middle:])
    return "".join(half[: len(half) // 2] + mark + half[len(half) // 2 :] for half in halves)


SHOWN: dict[str, Callable[[Invented], str]] = {
    "as it stands": lambda person: person.name,
    "lost diacritics": _lost_diacritics,
    "official romanisation": _official,
    "scholarly or foreign spelling": lambda person: _with_hyphens(person.other),
    "other case": lambda person: " ".join(person.official).swapcase(),
    "reversed order": lambda person: "_".join(reversed(person.own)),
    "joined": _joined,
    "joined in its own script": _own_joined,
    "zero-width sign inside": lambda person: _inside(_ZERO_WIDTH, _own_joined(person)),
    "separators inside": lambda person: _inside("-", _joined(person)),
    "a separator after each letter": lambda person: _between(".", _joined(person)),
    "percent-encoded": lambda person: quote(person.name),
    "percent-encoded twice": lambda person: quote(quote(person.own[0])),
    "unpacked in a wrong encoding": lambda person: person.own[0].encode().decode("cp437"),
    "read as Latin-1": lambda person: person.own[1].encode().decode("latin-1"),
    "look-alike letters": lambda person: _joined(person).translate(_LOOK_ALIKES),
    "digits attached": lambda person: f"2019{_joined(person)}85",
    "truncated": _cut,
    "suffix": lambda person: f"{_longest(person)}ning-copy(2)",
}
"""What stands in a path or an id, by the name of the damage that it took."""
