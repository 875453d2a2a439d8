"""What people write in the place of a date, each with the sentences that explain it."""

from __future__ import annotations

from rednotice.records.limits import Slips

_YEAR_FIRST = "Write the year first, then the month and the day, like 2021-06-15."
_HYPHENS = "Join year, month and day by hyphens, like 2021-06-15."
_NO_DAY = "Add no day that the source does not give."
_NO_TIME = "A date has no time of day. Write the day alone, like 2021-06-15."
_PERIOD = "Put a slash between the two ends of a period, without blanks, like 2020-03/2021-11."
_ONE_OF_TWO = 'Write "[2021,2022]" for one of two dates.'
_LEFT_OUT = (
    "Leave the date out if it is unknown. To say why it is missing, name it under `missing`."
)
_UNKNOWN_PART = "Leave out the month or the day that is unknown: 2021-06 is June 2021."

_ONE = "[0-9]{4}(?:-[0-9]{2}){0,2}"
_UNKNOWN = (
    "unknown|not known|not given|not dated|undated|unclear|n/?a|n\\.?d\\.?|none|no date|null|tbd"
    "|inconnue?|sans date|desconocid[ao]|sin fecha|unbekannt|неизвестн[оа]"
)
# How the names of months begin in English, French, Spanish, German, Portuguese and Russian.
_MONTH = (
    "(?:jan|fe[bv]|fév|m[aä]r|a[pbv]r|ma[iy]|ju[nil]|a[ug]o|ao[uû]|aug|se[pt]|o[cku]t|nov|d[eéi][cz]"
    r"|ene|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[^\W\d_]*\.?"
)
_ANY = rf"(?:{_ONE}|{_MONTH}[ ,]*(?:de |of )?[0-9]{{4}})"
_DAY = "(?:[0-9]{1,2}(?:st|nd|rd|th|er|º|[.])?)"
_OF = "(?:de |of |d['’])?"
_SEASON = (
    "(?:spring|summer|autumn|fall|winter|ramadan|printemps|été|automne|hiver|primavera|verano"
    "|otoño|invierno|frühling|frühjahr|sommer|herbst|весн[аы]|весной|лето|летом|осень|осенью"
    "|зим[аы]|зимой|[1-4]?q[1-4]?|h[12]|(?:first|second) half|(?:first|second|third|fourth|last)"
    " quarter)"
)
_PART = "(?:the )?(?:very )?(?:early|mid|middle|late|beginning|start|end|début|fin|mi)"

SEVERAL_DATES = (
    f"Write a period with a slash between its two ends, like 2020-03/2021-11. {_ONE_OF_TWO}"
)

DATE_SLIPS: Slips = (
    (rf"(?i)(?:date )?(?:is )?(?:{_UNKNOWN})(?: date)?|[?-]+", _LEFT_OUT),
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9](?s:.*)|Z|[+-][0-9:]+)", _NO_TIME),
    (r"(?i)(?:at )?[0-9]{1,2}[:.][0-9]{2}\D{1,9}[0-9]{4}-[0-9]{2}-[0-9]{2}", _NO_TIME),
    (
        r"[0-9]{4}-(?:[0-9]{1,2}-[0-9]|[0-9]-[0-9]{2}|[0-9])",
        "Write the month and the day with two digits each, like 2021-06-05.",
    ),
    (
        r"[0-9]{4}/[0-9]{1,2}(?:/[0-9]{1,2})?",
        f"{_HYPHENS} A slash stands between the two ends of a period.",
    ),
    (
        r"[0-9]{4}(?:-[0-9]{2}){1,2}[/–—][0-9]{1,2}",
        "Write both ends of a period in full, like 2021-05/2021-06.",
    ),
    (
        r"[0-9]{4}\.[0-9]{1,2}|[0-9]{4} ?[年년] ?[0-9]{1,2} ?[月월]",
        f"Join year and month by a hyphen, like 2021-06. {_NO_DAY}",
    ),
    (
        (
            r"[0-9]{4}\.[0-9]{1,2}\.(?:[0-9]{1,2}\.?)?|[0-9]{8}"
            r"|[0-9]{4} ?[年년] ?[0-9]{1,2} ?[月월] ?[0-9]{1,2} ?[日일]"
        ),
        _HYPHENS,
    ),
    (r"[0-9]{9,}", f"A date is not a count of seconds. {_HYPHENS}"),
    (
        r"[0-9]{1,2}[./ -] ?[0-9]{1,2}[./ -] ?(?:[0-9]{2}){1,2}",
        f"{_YEAR_FIRST} Make sure which number is the month.",
    ),
    (r"[0-9]{1,2}[./-][0-9]{4}", "Write the year first, then the month, like 2021-06."),
    (
        (
            rf"(?i)(?:c|ca|circa|about|around|approx|approximately|vers|hacia)\.? ?{_ANY}|~[0-9-]+"
            rf"|{_ANY} ?\(?(?:approx\.?|approximately|circa|ca\.?|about)\)?"
        ),
        "Put a tilde after an approximate date, like 1985~.",
    ),
    (
        r"(?i)(?:maybe|perhaps|probably|possibly) [0-9-]+|\?[0-9-]+|[0-9-]+ \?",
        "Put a question mark directly after an uncertain date, like 2020-08?.",
    ),
    (r"[0-9]{4}(?:-[0-9]{2})?-[?_-]+", _UNKNOWN_PART),
    (
        rf"(?i)between (?:{_ANY}|{_MONTH}) and {_ANY}",
        (
            'Write "[2021..2022]" for one day between the two, and 2021/2022 for all'
            " the time between them."
        ),
    ),
    (rf"(?i){_ANY} ?(?:or|ou|o|oder|или|\|) ?{_ANY}", _ONE_OF_TWO),
    (
        rf"(?i)(?:from )?{_ANY} ?(?:-|–|—|to|until|till|and|/|\.\.) ?{_ANY}",
        _PERIOD,
    ),
    (rf"{_ONE} ?[,;&+] ?{_ONE}", f"{_PERIOD} {_ONE_OF_TWO}"),
    (
        rf"(?i)(?:since|from|after) {_ANY}|{_ANY} ?(?:-|–|to (?:date|now|today|present))",
        "Write a period that goes on with a slash and two dots, like 2021-06/.. for since June.",
    ),
    (
        rf"(?i)(?:before|until|till|up to|by|not later than|avant|antes de|vor|до) {_ANY}",
        (
            'Write "[..2020]" for some day up to the end of 2020, and ../2020 for all'
            " the time up to then."
        ),
    ),
    (r"[0-9]{3}0s|the [0-9]{3}0s", "Write a decade with an X for its last digit, like 198X."),
    (r"(?i)(?:in|en|the year|year) [0-9]{4}", f"Write the year alone, like 2021. {_NO_DAY}"),
    (r"['’]?[0-9]{2}", "Write the year with four digits, like 1985."),
    (
        (
            rf"(?i){_SEASON}[ ,/-]*(?:of |de )?[0-9]{{4}}|[0-9]{{4}}[ ,/-]*{_SEASON}"
            "|[0-9]{4}-?w[0-9]+"
        ),
        (
            "Write the first and the last month or day that it may have been, like"
            ' "[2021-03..2021-05]".'
        ),
    ),
    (
        rf"(?i){_PART}[ -](?:of |de )?(?:{_MONTH} ?|the year )?{_ONE}",
        (
            f"Write the year or the month alone, like 2021 or 2021-03. {_NO_DAY} If the source says"
            ' between which months it was, write "[2021-01..2021-04]".'
        ),
    ),
    (
        rf"(?i){_MONTH} ?(?:-|–|/|to|and|et|y|und|и) ?{_MONTH}[ ,]*(?:de )?[0-9]{{4}}",
        (
            "Write a period as 2021-03/2021-04, with the months as numbers. Write"
            ' "[2021-03,2021-04]" for one of two months.'
        ),
    ),
    (
        (
            rf"(?i)(?:in )?{_MONTH}[ ,.-]*{_OF}[0-9]{{4}}|[0-9]{{4}}[ ,.-]*{_MONTH}"
            rf"|{_MONTH}[-'’][0-9]{{2}}"
        ),
        f"Write the month as a number behind the year, like 2021-03. {_NO_DAY}",
    ),
    (
        rf"(?i)(?:in |last |this |next )?{_MONTH}",
        "Write the year before the month, like 2021-08. Leave the date out if the year is unknown.",
    ),
    (
        (
            rf"(?i)(?:on |the |le |el )*{_DAY}?[ .-]*{_OF}{_MONTH}[ .,-]*{_DAY}?[ .,-]*{_OF}"
            "(?:[0-9]{2,4})?"
            rf"|[0-9]{{4}}[ .,-]*{_MONTH}[ .,-]*{_DAY}"
        ),
        f"Write the month as a number. {_YEAR_FIRST}",
    ),
    (
        (
            r"(?i)yesterday|today|now|recently|soon|(?:last|this|next) (?:week|month|year|night"
            r"|summer|winter|spring|autumn|fall)|.{1,30} ago"
        ),
        "Write the year, the month or the day of the calendar that was meant, like 2021-06.",
    ),
    (
        r"(?i)(?:aged? )?[0-9]{1,3} ?(?:years?(?: old)?|y\.?o\.?|ans|años|jahre|лет)|aged? [0-9]+",
        "Write an age as an approximate year of birth, like 1985~.",
    ),
    (r"0000(?:-[0-9-]*)?", "There is no year 0000. Leave the date out if it is unknown."),
    (r"[0-9]{4}-00(?:-[0-9]{2})?|[0-9]{4}-[0-9]{2}-00", _UNKNOWN_PART),
    (
        r"[0-9]{4}-(?:2[1-9]|3[0-9]|4[01])",
        "Write a season or a quarter as a period of months, like 2021-06/2021-08.",
    ),
    (
        r"[0-9]{4}-(?:1[3-9]|[2-9][0-9])(?:-[0-9]{2})?",
        "There is no such month. Check it, and write it before the day, like 2021-06-15.",
    ),
    (
        r"[0-9]{4}(?:-[0-9]{2}){2}",
        "There is no such day in the calendar. Check the month and the day.",
    ),
    (r"[0-9X-]*x[0-9xX-]*", "Write a capital X for a digit that is unknown, like 2021-06-XX."),
    (
        r"[^\s]*\s(?s:.*)",
        "A date has no blanks in it. Write it like 2021-06-15, 2021-06 or 2021.",
    ),
)
