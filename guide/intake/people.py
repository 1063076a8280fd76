"""People of a programme: who is named without an office has the one in which the programme names them."""

from guide.i18n import N_
from guide.intake.draft import Draft, Link, Remark

SPEAKER = {"ru": "докладчик", "be": "дакладчык", "en": "speaker"}
"""The role of one who speaks in a session and is not said to be anything else; a person has to have one."""

CONTACT = {"ru": "представитель", "be": "прадстаўнік", "en": "representative"}
"""The role of one who is only named."""

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
