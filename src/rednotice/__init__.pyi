# The public names, each on one line and written once: type checkers read them here, and at run time
# `__init__.py` does, and imports each when it is first used. A function is named at home as here.

from rednotice.codelists import codelist as codelist
from rednotice.datasets.cases import Cases as Cases
from rednotice.datasets.encrypted import decrypting as decrypting
from rednotice.datasets.encrypted import new_identity as new_identity
from rednotice.doors.cattrs import converter as converter
from rednotice.doors.jsonschema import schemas as schemas
from rednotice.doors.jsonschema import validator as validator
from rednotice.errors import BadKey as BadKey
from rednotice.errors import BadLog as BadLog
from rednotice.errors import InvalidRecord as InvalidRecord
from rednotice.errors import MissingExtra as MissingExtra
from rednotice.errors import PolicyFault as PolicyFault
from rednotice.errors import RecordFault as RecordFault
from rednotice.errors import RednoticeError as RednoticeError
from rednotice.errors import SettingsFault as SettingsFault
from rednotice.errors import UnknownFormat as UnknownFormat
from rednotice.errors import UnknownName as UnknownName
from rednotice.errors import UnknownRevision as UnknownRevision
from rednotice.errors import UnprotectedRed as UnprotectedRed
from rednotice.errors import Unreadable as Unreadable
from rednotice.errors import UnusablePolicy as UnusablePolicy
from rednotice.errors import UnusableSettings as UnusableSettings
from rednotice.findings import Finding as Finding
from rednotice.findings import Report as Report
from rednotice.findings import Severity as Severity
from rednotice.gate import schema as schema
from rednotice.model import *  # noqa: F403  # every record class
from rednotice.policies import Policy as Policy
from rednotice.policies import Thresholds as Thresholds
from rednotice.policies import policy as policy
from rednotice.records import Audience as Audience
from rednotice.records import evolve as evolve
from rednotice.records import to_dict as to_dict
from rednotice.releases.keys import Key as Key
from rednotice.releases.keys import new_key as new_key
from rednotice.releases.keys import read_key as read_key
from rednotice.releases.report import ReleaseReport as ReleaseReport
from rednotice.settings.definition import Settings as Settings
from rednotice.settings.loading import read_settings as read_settings
from rednotice.types.dates import PartialDate as PartialDate
from rednotice.types.durations import Duration as Duration
from rednotice.verbs.anonymizing import anonymize as anonymize
from rednotice.verbs.checking import check as check
from rednotice.verbs.covering import Coverage as Coverage
from rednotice.verbs.covering import coverage as coverage
from rednotice.verbs.defaults import with_sources_written as with_sources_written
from rednotice.verbs.finding import Hit as Hit
from rednotice.verbs.finding import Hits as Hits
from rednotice.verbs.finding import find as find
from rednotice.verbs.migrating import Migration as Migration
from rednotice.verbs.migrating import migrate as migrate
from rednotice.verbs.migrating import migrate_dict as migrate_dict
from rednotice.verbs.reading import from_dict as from_dict
from rednotice.verbs.reading import loads as loads
from rednotice.verbs.reading import read as read
from rednotice.verbs.recalling import recall as recall
from rednotice.verbs.releasing import release as release
from rednotice.verbs.updating import update as update
from rednotice.verbs.verifying import Verification as Verification
from rednotice.verbs.verifying import verify as verify
from rednotice.verbs.writing import dumps as dumps
from rednotice.verbs.writing import write as write

__version__: str
