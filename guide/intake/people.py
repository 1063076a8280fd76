"""People of a programme: who is named without an office has the one in which the programme names them."""

from guide.i18n import N_
from guide.intake.draft import Draft, Link, Remark
from guide.intake.programme import SPEAKER

CONTACT = {"ru": "представитель", "be": "прадстаўнік", "en": "representative"}
"""The role of one who is only named; a person has to have one."""

_NAMED_ONLY = N_("No file says what this person is.")


def in_roles(draft: Draft) -> None:
    """Gives a role to people who have none."""
    people = draft.records.get("person", {})
    wanting = [person for person in people.values() if not person.values.get("role") and not person.final]
    if not wanting:
        return
    speakers = {
        link.key
        for session in draft.of("session").values()
        for link in session.values.get("speakers", ())
        if isinstance(link, Link)
    }
    for person in wanting:
        if person.key in speakers:
            person.values["role"] = dict(SPEAKER)
        else:
            person.values["role"] = dict(CONTACT)
            person.remarks.append(Remark("role", _NAMED_ONLY))
