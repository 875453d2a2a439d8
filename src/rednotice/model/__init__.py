"""
What a case is: the records of the format, each a frozen class that describes itself.
"""

from typing import TYPE_CHECKING

from rednotice.model.base import Attributed as Attributed
from rednotice.model.base import PublicWorded as PublicWorded
from rednotice.model.base import Published as Published
from rednotice.model.base import Range as Range
from rednotice.model.base import Record as Record
from rednotice.model.base import StateWorded as StateWorded
from rednotice.model.base import Translation as Translation
from rednotice.model.base import Worded as Worded
from rednotice.model.case import VERSION as VERSION
from rednotice.model.case import Case as Case
from rednotice.model.case import RelatedCase as RelatedCase
from rednotice.model.evidence import Capture as Capture
from rednotice.model.evidence import CustodyStep as CustodyStep
from rednotice.model.evidence import Derived as Derived
from rednotice.model.evidence import EditorDecision as EditorDecision
from rednotice.model.evidence import Exhibit as Exhibit
from rednotice.model.evidence import Quotation as Quotation
from rednotice.model.evidence import Source as Source
from rednotice.model.evidence import Statement as Statement
from rednotice.model.handling import AlsoKnownAs as AlsoKnownAs
from rednotice.model.handling import Basis as Basis
from rednotice.model.handling import Bookkeeping as Bookkeeping
from rednotice.model.handling import Clearance as Clearance
from rednotice.model.handling import Consent as Consent
from rednotice.model.handling import Handling as Handling
from rednotice.model.handling import LogEntry as LogEntry
from rednotice.model.handling import Risk as Risk
from rednotice.model.happenings import Because as Because
from rednotice.model.happenings import Event as Event
from rednotice.model.happenings import Incident as Incident
from rednotice.model.happenings import Outcome as Outcome
from rednotice.model.happenings import Part as Part
from rednotice.model.notices import NationalCopy as NationalCopy
from rednotice.model.notices import Notice as Notice
from rednotice.model.notices import Observation as Observation
from rednotice.model.notices import Search as Search
from rednotice.model.notices import StatusChange as StatusChange
from rednotice.model.people import Appearance as Appearance
from rednotice.model.people import Description as Description
from rednotice.model.people import Kinship as Kinship
from rednotice.model.people import Name as Name
from rednotice.model.people import Nationality as Nationality
from rednotice.model.people import Organisation as Organisation
from rednotice.model.people import Person as Person
from rednotice.model.people import Position as Position
from rednotice.model.people import Residence as Residence
from rednotice.model.people import SpecialTrait as SpecialTrait
from rednotice.model.people import Subject as Subject
from rednotice.model.people import Tie as Tie
from rednotice.model.people import TravelDocument as TravelDocument
from rednotice.model.proceedings import Amounts as Amounts
from rednotice.model.proceedings import Forum as Forum
from rednotice.model.proceedings import Hearing as Hearing
from rednotice.model.proceedings import NewFact as NewFact
from rednotice.model.proceedings import Proceeding as Proceeding
from rednotice.model.proceedings import ProceedingDates as ProceedingDates
from rednotice.model.proceedings import ProvisionalMeasures as ProvisionalMeasures
from rednotice.model.proceedings import Ruling as Ruling
from rednotice.model.releases import Release as Release
from rednotice.model.releases import RestsOn as RestsOn
from rednotice.model.shared import Context as Context
from rednotice.model.shared import Operation as Operation
from rednotice.model.shared import PublishedCount as PublishedCount
from rednotice.model.shared import SharedDocument as SharedDocument
from rednotice.model.warrants import Assessed as Assessed
from rednotice.model.warrants import Charge as Charge
from rednotice.model.warrants import Contest as Contest
from rednotice.model.warrants import Penalty as Penalty
from rednotice.model.warrants import Warrant as Warrant

# Type checkers take for public what is imported under its own name, as each of these is.
if not TYPE_CHECKING:
    __all__ = [name for name in dir() if name[0].isupper() and name != "TYPE_CHECKING"]
