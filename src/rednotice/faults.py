"""
Faults: the reasons for which a document is refused or cannot be read, each with its manual page.

Their ids are RN0xx. No rule looks for them: they are found while documents are read and compared.
"""

from __future__ import annotations

from rednotice.findings import Manual, Severity


def _fault(number: str, name: str, text: str, severity: Severity = Severity.ERROR) -> Manual:
    return Manual(number, name, severity, "1.0", text)


UNREADABLE = _fault(
    "RN001",
    "unreadable",
    "The text is empty, not JSON, JSON Lines or YAML, not UTF-8, or has a number that loses digits."
    "\n\n"
    "Nothing can be said of a document that cannot be parsed. Mend the place that is named; in JSON"
    " Lines the other lines are carried on with. A file that holds nothing, or only comments, may"
    " have lost its case: write it again, or delete the file. Where none is meant, a JSON file says"
    " so by an empty array: [].",
)
DUPLICATE_KEY = _fault(
    "RN002",
    "duplicate-key",
    "An object has the same member twice.\n\n"
    "Most software keeps the last one and drops the first without a word. Keep one of them.",
)
UNKNOWN_VERSION = _fault(
    "RN003",
    "unknown-version",
    "The document does not say that it follows a schema version that this library knows.\n\n"
    'Every document names its version: rednotice: "1.0", quoted in YAML. Nothing more is said of a'
    " document whose version is not known. A document of an older version is brought up by"
    " rednotice migrate, never in passing.",
)
MISSING_MEMBER = _fault(
    "RN004",
    "missing-member",
    "A member that every object of this kind has is missing.\n\n"
    "A case has rednotice, id and subjects; a notice its kind. Whatever else is unknown is left"
    " out.",
)
UNKNOWN_MEMBER = _fault(
    "RN005",
    "unknown-member",
    "An object has a member that the schema does not know.\n\n"
    "It is most often misspelt, or stands one level too high or too low. What other software keeps"
    " with a case goes under extensions.",
)
WRONG_TYPE = _fault(
    "RN006",
    "wrong-type",
    "A value is of another type: a text where a list is expected, a number where a text is.\n\n"
    "Nothing is turned from one type into another in silence. In YAML, quote what is text: a plain"
    " 2021 is a number.",
)
WRONG_VALUE = _fault(
    "RN007",
    "wrong-value",
    "A value is of the right type, but not one that the field takes.\n\n"
    "A code is not in its list, a date names no day, an id has a capital letter. The message says"
    " what is expected; rednotice codelist NAME prints a list.",
)
EMPTY = _fault(
    "RN008",
    "empty-value",
    "A value is null, or an empty text, list or object.\n\n"
    "Absent means unknown: leave the member out, unless every object of its kind has it. To say why"
    " it is missing, name it in the map missing, such as missing: {date: withheld}.",
)
TOO_LARGE = _fault(
    "RN009",
    "too-large",
    "A document is larger, or nested deeper, or repeats more by anchors, than a case ever is.\n\n"
    "The bounds keep a hostile file from using up the machine: 64 MiB and 100 levels for a"
    " document; 100,000 values in YAML, 10,000 of them repeated by anchors; and 500,000 values in a"
    " dict of Python. What follows 10,000 documents in a row that cannot be understood is not"
    " read.",
)
NOT_PLAIN_YAML = _fault(
    "RN010",
    "yaml-beyond-json",
    "A YAML document uses something that JSON does not have: a tag, or a key that is not text.\n\n"
    "Every case can be written in JSON as well; leave tags out, and write keys as plain names.",
)
SECOND_SHARED = _fault(
    "RN011",
    "second-shared-document",
    "A data set has more than one shared document, or one that does not stand in front.\n\n"
    "All that is checked together is one data set. The folder's own shared.yaml or shared.json is"
    " used, or the first document of a file that is named; any other is refused. Join them, and put"
    " the one in front: references shared:ID can point at one only.",
)
REPEATED_CASE = _fault(
    "RN012",
    "case-id-twice",
    "Two cases of the data set have the same id.\n\n"
    "References between cases, and every list of cases, rest on the id. The message says where the"
    " first of the two begins. If they are the same case, join them; if not, give one another id.",
)
UNFOLLOWED = _fault(
    "RN013",
    "shared-references-not-followed",
    "Cases point into a shared document, and none was given.\n\n"
    "A case is valid without it, but whether shared:ID names a record, and one of the right kind,"
    " is then not known. It is told once for all cases, at the first of these references. Name the"
    " shared document: rednotice check --shared FILE; or keep it with the cases as shared.yaml or"
    " shared.json, and check the folder.",
    Severity.INFO,
)
ALIKE = _fault(
    "RN014",
    "cases-alike",
    "Several cases are most likely about one person.\n\n"
    "They share the number of a notice, a travel document, or a name and the year of birth. Whoever"
    " counts them counts one person twice. If they are one case, join them; if they are not, or are"
    " kept apart on purpose, say under related_cases how they belong together. It is told once for"
    " all that are alike, at the second of them.",
    Severity.WARNING,
)
NAMED_FOLDER = _fault(
    "RN015",
    "folder-shares-a-token-with-a-name",
    "The name of a folder contains a part of the name of a person whose case it holds, or"
    " the number of a notice or a document.\n\n"
    "Paths are printed in findings and logs. Name folders after nobody; the folder is shown by a"
    " running number until then. It is told once for each folder, where at least one in ten of the"
    " cases below shares the part: among very many cases, a folder named after a country or a town"
    " shares one by chance. Only the path as it was given is looked at: where a folder above cannot"
    " be renamed, start from within it.",
)
NOT_AS_RELEASED = _fault(
    "RN016",
    "not-as-released",
    "A file of a release is missing, was changed or was added since the release was made.\n\n"
    "Beside the cases of a release lies a manifest.json, which names each file and its hash."
    " The check compares the files beside and below it. Hidden files are not looked at, and the"
    " manifest itself has no hash: whoever changes it as well is not noticed, so ask the sender"
    " for its hash where that matters. Get the release again from its sender, and keep notes and"
    " other files of your own elsewhere.",
)
SUPPRESSION_EXPIRED = _fault(
    "RN020",
    "suppression-expired",
    "A suppression in the settings has expired, and what it hid is shown again.\n\n"
    "A suppression hides findings until the day that it names. Mend what it hid and take it out of"
    " the settings; if it is still needed, give it a later day, and see that its reason still"
    " holds.",
    Severity.WARNING,
)
SUPPRESSION_UNUSED = _fault(
    "RN021",
    "suppression-unused",
    "A suppression in the settings hides nothing.\n\n"
    "What it hid may have been mended: then take it out, or it will hide the same fault when it"
    " comes back. If it never hid anything, its file, pointer or case may be misspelt. A"
    " suppression for a file or a case that was not checked is not told, unless there is no such"
    " file.",
    Severity.INFO,
)
HOUSE_MEMBER_MISSING = _fault(
    "RN022",
    "house-member-missing",
    "A member is missing that the settings of this house require.\n\n"
    "The format can do without it; the house rule under house.require cannot. Add the member, or"
    " say in the map missing why it is not there, such as missing: {issuing_state: unknown}. Never"
    " make a value up.",
)
HOUSE_CODE_NOT_ADMITTED = _fault(
    "RN023",
    "house-code-not-admitted",
    "A code is right for the format, but is not among those that this house uses there.\n\n"
    "The settings name the codes that are used, under house.codes. Use one of them if it is true of"
    " the case. If none is, add the code to the settings.",
)
HOUSE_FILL_RATE = _fault(
    "RN024",
    "house-fill-rate",
    "A member is filled in fewer records than the settings of this house ask for.\n\n"
    "The house rule under house.fill names the least share, of all records that could have the"
    " member. It is told once for all cases that were checked together. Enter what the sources say,"
    " or lower the share: what the sources do not tell stays absent. rednotice coverage PATH shows"
    " the shares of all members.",
)
HOUSE_COUNT = _fault(
    "RN025",
    "house-count",
    "The data set has more or fewer cases of an issuing state than this house expects.\n\n"
    "The house rule under house.cases names the expected number of cases with a notice of that"
    " state. A file may be missing, or have been given twice; documents that were refused are not"
    " counted, and releases only where nothing else was checked. If the number is right, change"
    " the settings. It is told once for all cases that were checked together, so check the whole"
    " data set.",
)
OF_THE_WHOLE = (SUPPRESSION_EXPIRED, SUPPRESSION_UNUSED, HOUSE_FILL_RATE, HOUSE_COUNT)
OF_SETTINGS = (*OF_THE_WHOLE, HOUSE_MEMBER_MISSING, HOUSE_CODE_NOT_ADMITTED)
KEPT_AS_RESIDUE = _fault(
    "RN026",
    "kept-as-residue",
    "A value has no place in the version that a document was brought to.\n\n"
    "Nothing is lost: it waits in the document under extensions, as org.rednotice.residue, and"
    " takes its place again when the document is brought back. It never leaves with a release. Look"
    " whether the new version says the same in another way, and write that.",
    Severity.INFO,
)
NOT_PLACED = _fault(
    "RN027",
    "residue-not-placed",
    "A value that waits in a document belongs to a record that was changed or removed.\n\n"
    "An earlier migration put it under extensions, as org.rednotice.residue. It could be put into"
    " the wrong record now, and still waits there. Write it where it belongs, and remove it there.",
    Severity.WARNING,
)
FAULTS = (
    UNREADABLE,
    DUPLICATE_KEY,
    UNKNOWN_VERSION,
    MISSING_MEMBER,
    UNKNOWN_MEMBER,
    WRONG_TYPE,
    WRONG_VALUE,
    EMPTY,
    TOO_LARGE,
    NOT_PLAIN_YAML,
    SECOND_SHARED,
    REPEATED_CASE,
    UNFOLLOWED,
    ALIKE,
    NAMED_FOLDER,
    NOT_AS_RELEASED,
    SUPPRESSION_EXPIRED,
    SUPPRESSION_UNUSED,
    HOUSE_MEMBER_MISSING,
    HOUSE_CODE_NOT_ADMITTED,
    HOUSE_FILL_RATE,
    HOUSE_COUNT,
    KEPT_AS_RESIDUE,
    NOT_PLACED,
)
