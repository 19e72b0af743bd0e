"""What can go wrong, and what to do about it.

DigestError            exit 1   anything below
├─ ConfigError         exit 2   digest.yml is wrong; every mistake with its line
├─ InputError          exit 3   nothing to read, or with --strict an input that was skipped
├─ VerifyError         exit 4   a published sentence, number or link does not hold
├─ WriteError          exit 5   pages could not be written; what stood before still stands
├─ RenderError         exit 6   MkDocs failed; the last good site still stands
└─ AddressError        exit 7   a published address would be lost, or an edition overwritten

Exit codes: 0 done, 2 also for a wrong command line (click's), 130 interrupted.
"""

from __future__ import annotations


class DigestError(Exception):
    """An error with its exit code; its text names the file and says what to do next."""

    exit_code = 1


class ConfigError(DigestError):
    """`digest.yml` is missing or wrong; one line for each mistake."""

    exit_code = 2


class InputError(DigestError):
    """There is nothing to build from."""

    exit_code = 3


class VerifyError(DigestError):
    """The built site says something that its sources do not."""

    exit_code = 4


class WriteError(DigestError):
    """Pages or site could not be replaced; the old ones still stand."""

    exit_code = 5

    @classmethod
    def at(cls, where: object, why: object) -> WriteError:
        """Return the error of a file or folder that the system did not let us write."""
        return cls(f"{where}: {why}; make room or allow writing, then try again")


class RenderError(DigestError):
    """MkDocs could not render the pages."""

    exit_code = 6


class AddressError(DigestError):
    """Something published would not last: an address, or an edition as it was frozen."""

    exit_code = 7
