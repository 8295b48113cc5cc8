"""The texts that were not read, or not in the original, and what each would settle.

Each unverified fact and each assumption is settled by one text; a name that ends in a star stands
for all that begin so and that no other text names. What nobody's text would settle, since it is the
form of the model, stands last.
"""

from model.register.unread import Text

TEXTS = (
    Text(
        "SEC Section E, before the change and as amended",
        "SECAS",
        "E* C7 A-nomination A-load A-loss A-full-set-on-request A-deadline A-remedied-by-load "
        "A-due-at-live A-dsp-by-the-rules A-beneficiary A-receive-only",
        ("E",),
    ),
    Text(
        "SEC Appendices X and Y, before the change and as amended",
        "SECAS",
        "A2* A3* A-daily-file A-check-order A-sequence A-merge-numbers A-record-check "
        "A-response-arrives A-refresh-resets A-full-set-at-start A-omission A-flag-again "
        "A-gas-flag-rejection A-catch-up",
        ("X", "Y"),
    ),
    Text(
        "the interface design of CSS and DSP",
        "the DCC, for the DSP and the CSS provider",
        "C3* C5.unread A-trigger A-whole-point A-order A-retry A-ack A-message-check "
        "A-regeneration A-reconciliation A-pair-again A-every-pair A-no-duty-on-removal "
        "A-source-switch D3.unread",
    ),
    Text(
        "SEC Sections G, H and L, before the change and as amended",
        "SECAS",
        "A6.unread H14 A-entry-order A-suspension A-recognised A-gateway-rdp",
        ("G", "H", "L"),
    ),
    Text(
        "SEC Appendix AG, before the change and as amended",
        "SECAS",
        "A5* A-awareness A-resolver",
        ("AG",),
    ),
    Text(
        "SEC Sections A, B, F and K and Schedules 1 and 5, as amended",
        "SECAS",
        "A-ids-by-Panel",
        ("A", "B", "F", "K", "Schedule 1", "Schedule 5"),
    ),
    Text(
        "SEC Sections D, I and P and Appendix AL, as amended",
        "SECAS",
        "",
        ("D", "I", "P", "AL"),
    ),
    Text("SEC Section M, on default, from M8.4 on", "SECAS", "O2.unread O2.claims-unread"),
    Text(
        "the licences of the DCC and of Network Parties, and the successor licence",
        "Ofgem",
        "2.1-f 2.3-b O2.licence O2.licences-unread O3* A-accession",
    ),
    Text(
        "REC Schedule 23, in the text of July 2022",
        "the REC code manager",
        "C1* C2* C6.points C6.created C6.schedules A-link-first A-objection-first "
        "A-no-request-to-oneself",
    ),
    Text("the REC, on default", "the REC code manager", "O2.REC-unread"),
    Text(
        "the contracts of the DCC and of Network Parties with their agents",
        "the DCC and the Network Parties",
        "O2.contracts-unread",
    ),
    Text(
        "REC Schedules 24 to 27",
        "the REC code manager",
        "C5.retry-rules C5.periods C6.unread A-REL-exception A-notices-queue A-proxy-checked",
    ),
    Text(
        "MRA, SPAA and UNC, as they stood before the CSS",
        "the REC code manager, and the Joint Office for the UNC",
        "B* A-one-request-today A-lift-electricity",
    ),
    Text(
        "the plan of the transition to the CSS",
        "Ofgem and the DCC",
        "D1.unread A-first-load A-fallback A-withdrawal-by-DCC A-regions-together A-one-instant "
        "A-refused-in-flight A-may-send A-registry-steps",
    ),
    Text(
        "what the authors of the paper meant, and their plan",
        "SECAS, who wrote it",
        "A-newer-REC A-one-phase-a-month",
    ),
    Text(
        "reports on service and incidents of the CSS",
        "the REC code manager and the DCC",
        "D2* D3*",
    ),
    Text("the calendar of bank holidays", "GOV.UK", "A-working-days"),
    Text(
        "no text: it is the form of the model",
        "nobody",
        "A-total A-two-suppliers A-empty-provider",
    ),
)
AUTHORS = next(text for text in TEXTS if "who wrote it" in text.ask)
NO_TEXT = TEXTS[-1]
