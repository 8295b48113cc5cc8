"""Going live, what went wrong afterwards, and the scale of it all."""

from model.language.sources import Fact

CODE = "public source code"
REPORT = "slides on missing messages, slideorbit.com 489598 and 343334"
MAJOR = "REC, CSS major incident of July 2023"
GASGOV = "Xoserve and gas governance, UNC 0836S and 0855"

TRANSITION = (
    # D1 Transition
    Fact(
        "D1",
        "H",
        "The CSS was designated to go live on 18 July 2022.",
        "Ofgem, formal designation of CSS go-live",
    ),
    Fact(
        "D1.testing",
        "H",
        "Integration tests, non-functional tests, user entry tests and live rehearsals came "
        "before transition.",
        "Xoserve, Switching Programme",
    ),
    Fact(
        "D1.migration",
        "H",
        "In June 2019 more than 123 million records were moved ahead of the CSS, with no errors "
        "reported.",
        "candc-uk.com, news on records migrated for the CSS",
    ),
    Fact(
        "D1.nexus",
        "H",
        "An earlier change in gas, Nexus, used seven days in May 2017 on which nothing took "
        "effect.",
        "slides on the Nexus cutover",
    ),
    Fact(
        "D1.unread",
        "gap",
        "The rule for requests in flight, the first load of the DSP from the CSS, any blackout "
        "and any fallback were not found.",
    ),
    # D2 Incidents
    Fact(
        "D2",
        "H",
        "From 24 July 2022 to February 2023 secured messages to gas went missing, 205 by 2 "
        "February 2023, and a fix of 25 August 2022 did not end it.",
        REPORT,
    ),
    Fact(
        "D2.missed-cancellation",
        "H",
        "Of five new cases in January 2023 three were cancellations that had been missed.",
        REPORT,
    ),
    Fact(
        "D2.cancellations",
        "H",
        "Of 164 cases by 23 November 2022 nine were really cancellations.",
        REPORT,
    ),
    Fact("D2.proxy", "H", "As a workaround a proxy notice of securing was given.", REPORT),
    Fact(
        "D2.reconciliation",
        "H",
        "The systems were reconciled, as part of the workaround and again until September 2023.",
        f"{REPORT}, and {MAJOR}",
    ),
    Fact(
        "D2.never-sent",
        "H",
        "In an incident notified on 6 July 2023 200,428 messages on switches and new "
        "registrations were not sent.",
        MAJOR,
    ),
    Fact(
        "D2.all-sent",
        "H",
        "The messages missing in July 2023 had all been sent by 8 August, and the incident was "
        "closed on 12 September.",
        MAJOR,
    ),
    Fact(
        "D2.dates",
        "H",
        "After that recovery the CSS and UK Link held different effective dates.",
        GASGOV,
    ),
    Fact(
        "D2.gas-scale",
        "H",
        "Some 84,000 gas registrations were left without a secured active status by that incident.",
        GASGOV,
    ),
    Fact(
        "D2.confusion",
        "H",
        "After go-live parties confused annulment with withdrawal.",
        "REC performance assurance news, February 2024",
    ),
    Fact("D2.unread", "gap", "The root cause of the incident of July 2023 was not found."),
    # D3 Scale
    Fact(
        "D3",
        "H",
        "Electricity saw 6.2 million switches in 2020, 4.99 million in 2021 and 1.3 million in "
        "2022.",
        "electralink.co.uk",
    ),
    Fact("D3.total", "M", "The CSS had completed 27.5 million switches by November 2024.", CODE),
    Fact(
        "D3.meters",
        "H",
        "At the end of 2022 the DCC served more than 24 million meters in 14 million homes.",
        "smartdcc.co.uk",
    ),
    Fact("D3.points", "R", "There are some 30 million MPANs and 24 million MPRNs."),
    Fact("D3.unread", "gap", "The number of messages that the CSS sends in a day was not found."),
)
