"""
Number types: finite ranges, each with its unit.
"""

from __future__ import annotations

from typing import Annotated

from rednotice.records.limits import Between, Named

GREATEST = 2**53 - 1

Count = Annotated[
    int,
    Between(0, GREATEST, said="a whole number, 0 or more"),
    Named("Count", "Count", "A whole number of persons, occurrences or things.", (3,)),
]
Bytes = Annotated[
    int,
    Between(1, GREATEST, said="a whole number of bytes"),
    Named("Bytes", "Size", "The size of a file in bytes.", (48213,)),
]
Metres = Annotated[
    float,
    Between(
        0.3,
        2.8,
        "m",
        too_high="This must be a height in metres. Divide centimetres by 100.",
    ),
    Named("Metres", "Height", "A person's height in metres.", (1.7,)),
]
Kilograms = Annotated[
    float,
    Between(1, 400, "kg"),
    Named("Kilograms", "Weight", "A person's weight in kilograms.", (70,)),
]
