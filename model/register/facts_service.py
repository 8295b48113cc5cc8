"""The CSS in service: faults and recovery after the gate has closed, and who does what."""

from model.language.sources import Fact

CODE = "public source code"
RECPORTAL = "recportal.co.uk"

SERVICE = (
    # C5 After the gate has closed
    Fact(
        "C5",
        "H",
        "There are two features for recovery: resending messages that were produced, and "
        "regenerating messages that never were.",
        "Xoserve change register, R0067 and R0096",
    ),
    Fact(
        "R0067",
        "H",
        "The resending of messages already produced has been live since 9 December 2023.",
        "Xoserve change register, XRN5567",
    ),
    Fact(
        "R0096",
        "H",
        "The regeneration of messages never produced was raised on 17 February 2023 and is "
        "planned for 26 November 2027.",
        "doloop.energy, R0096",
    ),
    Fact(
        "C5.late",
        "H",
        "In gas a secured message can arrive after 02:59:59 on the day of the switch only if "
        "all recovery targets are missed, and since 6 March 2023 a manual process deals with "
        "it.",
        "Xoserve change register, XRN5535A",
    ),
    Fact(
        "C5.periods",
        "gap",
        "The first four of the five time periods for late gas messages were not found.",
    ),
    Fact(
        "C5.exception",
        "H",
        "The electricity service may find a secured message invalid against market domain data, "
        "and then returns an exception to the CSS when the switch cannot be undone.",
        f"{RECPORTAL}, knowledge base",
    ),
    Fact(
        "C5.operator",
        "H",
        "Tickets about such exceptions escalate to the desk of the switching operator.",
        f"{RECPORTAL}, knowledge base",
    ),
    Fact(
        "C5.retry",
        "H",
        "Adapters of participants must sign messages, retry, respect rate limits and support "
        "linked dual fuel.",
        "Xoserve, SwitchStream",
    ),
    Fact("C5.retry-rules", "R", "Retry is a matter of REC Schedule 24."),
    Fact(
        "C5.adapters",
        "H",
        "In electricity adapters translate between messages and the files of MPRS.",
        "web.candc-uk.com, unity-messenger-css",
    ),
    Fact(
        "C5.unread",
        "gap",
        "Intervals of retry, time limits for acknowledgement and guarantees of order were not "
        "found.",
    ),
    # C6 Roles and enquiry services
    Fact(
        "C6",
        "H",
        "The CRS is made up of the CSS, its certificate authority and the switching operator, "
        "and so is wider than the CSS.",
        f"{RECPORTAL}, newsletter of January 2024",
    ),
    Fact(
        "C6.services",
        "H",
        "Switching services are the CRS and the retail data services for electricity and gas, "
        "beside which each fuel has an enquiry service.",
        f"{RECPORTAL}, newsletter of January 2024",
    ),
    Fact(
        "C6.schedules",
        "M",
        "REC Schedules 23 to 29 deal with registration, switching data, the CSS, service "
        "management, life cycles of points, related points and addresses, of which the titles of "
        "23, 24, 25 and 27 were read.",
        CODE,
    ),
    Fact("C6.unread", "gap", "The bodies of REC Schedules 24 to 27 were not read."),
    Fact(
        "C6.points",
        "M",
        "A point is operational, dormant or terminated, and a supplier deactivates its "
        "registration through the CSS.",
        CODE,
    ),
    Fact("C6.created", "R", "A point is first in a state named created."),
    Fact(
        "C6.outside",
        "H",
        "Some gas points stay outside the CSS: NTS, shared supply, supplier-exempt and LPG points.",
        "Xoserve help page on supply point administration",
    ),
    Fact(
        "C6.outages",
        "H",
        "A planned outage is notified eight working days ahead, and until 25 February 2023 ten.",
        "Xoserve change register, XRN5595 (R0055)",
    ),
    Fact("C7", "gap", "What Section E says today about the CSS was not found."),
)
