"""P13, P14 and P17 to P24: data and the DSP's copy, senders, flags, pairs, incidents."""

from switchproof.dossier.numbered.entry import LOAD, MIDNIGHT, Property, of_all_designs

PROVIDING = (
    Property(
        13,
        "The DSP's copy names the supplier of record, but for what is outstanding.",
        {
            "current": "difference-explained a-full-set-is-loaded",
            "css": "difference-explained each-message-arrives what-is-accepted-is-loaded",
            "handover": "difference-explained",
            **of_all_designs("difference-explained behind-only-where-it-is-marked"),
        },
        "2.2-a 2.2-b A2.rejection B4.staleness C1 D1.unread E1.1 E2.5 E2.8",
        {
            "D1.unread": "four designs stand side by side, each with a first load, A-first-load",
            "A2.rejection": "A-record-check A-check-order",
            "E2.5": "A-full-set-at-start",
            "E2.8": "how soon is no number: a full set is owed, A-loss",
            **LOAD,
            **MIDNIGHT,
        },
        open="How long it may differ is not counted: no clock is read.",
    ),
    Property(
        14,
        "The DSP takes a supplier's command exactly while it takes that supplier for registered.",
        {
            "current": "authority-follows-copy a-command-is-refused-to-others the-dsp-is-stale",
            "css": "authority-follows-copy a-command-is-refused-to-others the-dsp-is-stale",
        },
        "A1 1-c E1.1 B4.staleness",
        LOAD,
    ),
    Property(
        17,
        "After the change no registration data of an RDP is accepted, and RDPs go on being told.",
        {
            "css": "rdp-never-accepted flags-go-on-without-the-css",
            "handover": "no-file-is-loaded-once-done",
            **of_all_designs(
                "no-file-of-an-rdp-after-the-change flags-are-still-answered-for "
                "an-rdp-takes-a-flag-after-the-change"
            ),
        },
        "1-a 2.2-a 2.3-c 2.3-d 5-X2 5-Y2 E1.1",
        LOAD,
    ),
    Property(
        18,
        "Data is accepted only from a sender that has entered, has valid credentials and is not "
        "suspended.",
        {
            "current": "only-admitted-senders live-has-passed-all gateway-closed",
            "css": "only-admitted-senders gateway-closed",
            "handover": "only-admitted-senders live-has-passed-all "
            "only-a-css-that-has-entered-is-accepted nothing-passes-a-gateway-under-control",
            **of_all_designs("only-admitted-senders"),
        },
        "S0.4 A6 E1.1 H14 2.2-c 5-G 5-L 5-H3",
        {
            **LOAD,
            "H14": "the entry tests of RDPs are one step: A-entry-order",
        },
    ),
    Property(
        19,
        "What is rejected, or comes out of sequence, leaves the copy as it was; a full set "
        "overwrites it.",
        {
            "current": "rejected-changes-nothing out-of-sequence-changes-nothing "
            "what-is-accepted-is-sound-and-in-order full-set-overwrites",
            "css": "rejected-changes-nothing out-of-sequence-changes-nothing",
            "handover": "rejected-changes-nothing",
        },
        "A2.checks A2.rejection A2.sequence A2.refresh A2.unread E1.1 E2.12 5-G 5-X3 C5.unread "
        "A-refused-in-flight A-message-check",
        {
            "A2.checks": "A-check-order",
            "A2.rejection": "A-record-check A-check-order",
            "A2.sequence": "A-sequence",
            "E2.12": "A-refresh-resets",
            "C5.unread": "A-order",
            "A2.unread": "A-check-order A-sequence",
            **LOAD,
        },
    ),
    Property(
        20,
        "A change of the flag reaches the RDP or, if rejected, an incident, and is never dropped.",
        {
            "current": "flag-never-dropped flag-at-open-incident each-flag-arrives",
            "css": "flag-never-dropped flag-at-open-incident a-rejected-flag-reaches-an-incident "
            "each-flag-arrives",
            **of_all_designs("the-change-loses-no-flag"),
        },
        "A3.rejection A3.answers A5.states 2.3-c",
    ),
    Property(
        21,
        "Each pair of Comms Hub ID and MPxN reaches the CSS, and a REL is formed or an exception.",
        {
            "css": "hub-pair-never-dropped each-pair-arrives a-rel-is-established "
            "each-rel-is-formed a-rel-is-not-matched",
            **of_all_designs("the-change-loses-no-pair"),
        },
        "2.2-d 5-E4 S0.5",
    ),
    Property(
        22,
        "Each incident is at last closed, by someone entitled.",
        {
            "current": "each-incident-closes each-rdp-incident-ends",
            "css": "each-incident-closes each-incident-ends the-crs-must-raise",
            **of_all_designs("the-change-loses-no-incident"),
        },
        "5-H1 5-AG1 A5 A5.states",
    ),
    Property(
        23,
        "A suspension stops the traffic of one entity, and reinstatement makes what was missed "
        "due.",
        {
            "current": "only-admitted-senders reinstated-catches-up a-full-set-is-loaded",
            "css": "only-admitted-senders reinstated-catches-up reinstated-is-reconciled",
            **of_all_designs("only-admitted-senders"),
        },
        "S0.4 S0.8 2.2-c 5-H2 A6 H14 A-catch-up",
        {"H14": "the entry tests of RDPs are one step: A-entry-order"},
    ),
    Property(
        24,
        "To suspend the CSS stops no flags to RDPs, and to suspend an RDP no messages of the CSS.",
        {
            "css": "shutting-out-the-css-stops-no-flags shutting-out-an-rdp-stops-no-messages "
            "an-rdp-takes-a-flag-while-the-css-is-suspended "
            "a-message-is-loaded-while-the-rdp-is-shut-out flags-go-on-without-the-css",
            **of_all_designs(
                "shutting-out-the-css-stops-no-flags shutting-out-an-rdp-stops-no-messages"
            ),
        },
        "S0.6 2.3-c 2.3-d 5-H2 5-H3",
    ),
)
