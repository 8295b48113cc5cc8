"""The rules for registrations at the CSS, by paragraph of REC Schedule 23, read at second hand."""

from model.language.sources import Fact

REC = "REC Schedule 23, Registration Services, v2.2"

RULES = (
    Fact(
        "C1",
        "R",
        "At midnight as the start date begins the secured active registration becomes active "
        "and the secured inactive one inactive.",
    ),
    Fact(
        "C1.schedule",
        "M",
        "REC Schedule 23, on registration, came into force on 18 July 2022, and its version 2.2 "
        "on 27 February 2026.",
        REC,
    ),
    Fact(
        "C1.unread",
        "gap",
        "The paragraphs were seen at second hand in the text of 2026, from which that of 2022 "
        "may differ.",
        REC,
    ),
    Fact(
        "C1.1.4d",
        "M",
        "The deadline for cancelling is 17:00 on the calendar day before the start date, and "
        "once it has passed a registration is secured active.",
        REC,
    ),
    Fact(
        "C1.2.4",
        "M",
        "The gaining supplier's switch request proposes a start date.",
        f"{REC}, paragraphs 2.4 to 2.6",
    ),
    Fact(
        "C1.2.5",
        "M",
        "The start date lies at most 28 days after the day of submission, and for a domestic "
        "point at least one complete working day after it.",
        f"{REC}, paragraphs 2.4 to 2.6",
    ),
    Fact("C1.2.7", "M", "A request may be marked as a change of occupier.", REC),
    Fact(
        "C1.non-domestic",
        "R",
        "The shortest lead for a non-domestic point is two complete working days.",
    ),
    Fact(
        "C1.6.1",
        "M",
        "The losing supplier may object only where its licence allows, for a domestic customer "
        "on the ground of debt or that the customer denies the contract.",
        REC,
    ),
    Fact(
        "C1.6.2",
        "M",
        "The objection window ends at 17:00 on the first working day (domestic) or second "
        "(non-domestic) after submission, or earlier on a valid answer of no objection.",
        REC,
    ),
    Fact(
        "C1.6.3",
        "M",
        "Whoever objects to a change of occupier must keep evidence for twelve months or more.",
        REC,
    ),
    Fact(
        "C1.6.7",
        "M",
        "A registration that meets an objection is cancelled, and the losing supplier is told.",
        REC,
    ),
    Fact(
        "C1.7.1.8",
        "M",
        "When a registration becomes pending, its pending notification is sent.",
        f"{REC}, paragraphs 7.1.8 and 7.1.9",
    ),
    Fact(
        "C1.7.1.9",
        "M",
        "Along with the pending notification the losing supplier gets an invitation to intervene.",
        f"{REC}, paragraphs 7.1.8 and 7.1.9",
    ),
    Fact(
        "C1.9",
        "M",
        "The losing supplier may annul a registration, and is told that it has ended.",
        REC,
    ),
    Fact(
        "C1.10",
        "M",
        "The gaining supplier may withdraw a registration, and the losing supplier is told.",
        REC,
    ),
    Fact(
        "C1.12.1",
        "M",
        "A registration becomes secured active when the deadline for cancelling has passed.",
        REC,
    ),
    Fact(
        "C1.13", "M", "Notices have separate rows for gas points and for electricity points.", REC
    ),
    Fact(
        "C1.13.2.16",
        "M",
        "The losing supplier is told when a registration is cancelled, withdrawn or annulled.",
        f"{REC}, paragraphs 13.2.16 and 13.3.5",
    ),
    Fact(
        "C1.13.4.2",
        "M",
        "As a registration becomes secured active, that of the losing supplier becomes secured "
        "inactive, and the losing supplier is told.",
        REC,
    ),
    Fact("C1.14", "M", "One paragraph deals with requests to deactivate a registration.", REC),
    Fact(
        "C1.14.unread",
        "gap",
        "Paragraph 14, on requests for deactivation, was not read in detail.",
        REC,
    ),
    Fact(
        "C1.five-days",
        "M",
        "Under its licence a supplier must complete a switch within five working days of the "
        "relevant date.",
        "supply licence, in public source code",
    ),
    Fact(
        "C1.cooling-off",
        "M",
        "A customer has fourteen days to change its mind.",
        "supply licence condition 14A, in public source code",
    ),
)
