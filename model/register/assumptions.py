"""What is taken to hold though no text read says so; each is a named parameter, none a fact."""

from model.language.sources import Assumption

ASSUMPTIONS = (
    # Entry, suspension, gateways and incidents
    Assumption(
        "A-nomination",
        "A Network Party names its RDP before anything else and answers for it from then on, "
        "and the Party of a point never changes.",
    ),
    Assumption(
        "A-ids-by-Panel", "The Panel, through the code administrator, issues signifier and ID."
    ),
    Assumption(
        "A-entry-order", "The steps of entry follow one line, though the texts give no order."
    ),
    Assumption(
        "A-suspension",
        "Suspension and reinstatement are acts of the DCC on an entity that is live, and what "
        "is on its way stays where it is.",
    ),
    Assumption(
        "A-recognised",
        "That the CRS is recognised in a suspension means that it can be told of it, which nobody "
        "owes it.",
    ),
    Assumption(
        "A-gateway-rdp",
        "The DCC can take control of a compromised RDP gateway today as well, and until it does "
        "genuine traffic still passes.",
    ),
    Assumption(
        "A-awareness",
        "What an agent knows reaches its principal by a step of its own, and today the Network "
        "Party stands where the CRS will.",
    ),
    # Files, today
    Assumption(
        "A-daily-file",
        "A file is made each day, empty if nothing changed, and takes its number when it is built.",
    ),
    Assumption(
        "A-check-order",
        "Signature, sequence and records are checked in this order, and a file is accepted when "
        "its check is passed, not when it is loaded.",
    ),
    Assumption("A-sequence", "An update file whose predecessor is missing is refused as a whole."),
    Assumption(
        "A-merge-numbers",
        "A missing file and the one refused because of it are sent again together and load in "
        "order.",
    ),
    Assumption("A-record-check", "A bad record is left out, and the rest of its file loads."),
    Assumption("A-response-arrives", "Response files are never lost."),
    Assumption(
        "A-load",
        "The DSP loads what it accepted some time later, and how much later is not a number here.",
    ),
    Assumption(
        "A-refresh-resets",
        "A full set replaces everything, whatever the numbers, and is built free of faults.",
    ),
    Assumption("A-full-set-at-start", "An RDP that goes live owes a full set."),
    Assumption("A-full-set-on-request", "The DCC or the RDP may turn to a full set."),
    Assumption(
        "A-loss", "The DSP may lose all its data at once, and then keeps nothing from before."
    ),
    Assumption(
        "A-catch-up",
        "After its reinstatement an RDP owes a full set, and the CSS a reconciliation.",
    ),
    Assumption("A-omission", "An RDP may leave a change out of a file without anyone noticing."),
    Assumption("A-due-at-live", "Today a change is due to the DSP when it goes live."),
    # Requests, today
    Assumption(
        "A-one-request-today", "Today a point has at most one open request, in either fuel."
    ),
    Assumption("A-lift-electricity", "An objection can be lifted in electricity as in gas."),
    # Deadlines and remedies
    Assumption(
        "A-deadline",
        "A deadline may pass at any time while data is outstanding, and suspension does not "
        "stop it.",
    ),
    Assumption(
        "A-remedied-by-load",
        "A breach is remedied when the data is loaded, and its mark stays as remedied.",
    ),
    # Messages of the CSS
    Assumption(
        "A-trigger",
        "A message to the DSP becomes due when a registration is secured or when it becomes "
        "active, and which of the two is a parameter.",
    ),
    Assumption(
        "A-whole-point",
        "Where securing triggers the message, it carries the whole point, with the present and "
        "the next supplier.",
    ),
    Assumption("A-order", "The DSP discards a message older than one that it has loaded."),
    Assumption(
        "A-retry",
        "A message without acknowledgement is retried a bounded number of times, and then waits "
        "to be resent.",
    ),
    Assumption("A-ack", "An acknowledgement is never lost."),
    Assumption(
        "A-message-check",
        "The DSP can refuse a message and says so, and the CSS then makes it again.",
    ),
    Assumption(
        "A-regeneration",
        "A message that was never generated can be made afterwards, which is a parameter.",
    ),
    Assumption(
        "A-reconciliation",
        "DSP and CSS can be compared and aligned in one event, and this can be ordered.",
    ),
    Assumption(
        "A-first-load",
        "The first load of the DSP from the CSS is a reconciliation, due when the change takes "
        "effect.",
    ),
    Assumption(
        "A-notices-queue", "A secured notice that is outstanding survives the next request."
    ),
    Assumption("A-proxy-checked", "A proxy notice is given only after a look at the CSS."),
    # Flags, and Comms Hubs with their points
    Assumption("A-flag-again", "A flag that is lost is sent again."),
    Assumption("A-gas-flag-rejection", "A flag can be rejected in gas as in electricity."),
    Assumption("A-pair-again", "A lost pair of Comms Hub ID and MPxN is sent again."),
    Assumption(
        "A-REL-exception",
        "A REL that finds no match becomes an exception, which the CRS can clear.",
    ),
    Assumption(
        "A-every-pair",
        "An exchanged Comms Hub makes a new pair, which is due to the CSS in its turn.",
    ),
    Assumption("A-no-duty-on-removal", "Nothing tells the CSS that a pair has ended."),
    # The form of the model, and the drafting
    Assumption(
        "A-total",
        "A machine that an event does not concern stays as it is, so that no receiver stops "
        "time, a rival or another machine.",
    ),
    Assumption(
        "A-one-phase-a-month", "Design, review, and drafting with presentation take a month each."
    ),
    # The handover
    Assumption(
        "A-one-instant",
        "The change to the SEC takes effect at one instant for all Network Parties, which the one "
        "date of O1.MP200 bears out.",
    ),
    Assumption(
        "A-may-send",
        "The change takes effect only while the CSS has valid credentials, is not suspended, and "
        "its gateway is not under control, or the CRS would owe what it may not have done.",
    ),
    Assumption(
        "A-withdrawal-by-DCC",
        "The DCC withdraws the right of the RDPs to send, at the DSP, in a step apart from the "
        "change of duty.",
    ),
    Assumption(
        "A-source-switch",
        "The DSP has a switch, set by the DCC, for each source of registration data that it "
        "accepts, and for a while it may accept none.",
    ),
    Assumption(
        "A-fallback",
        "Until the change is declared done it can be undone, and then the new duty ends and the "
        "old one begins again in one event.",
    ),
    Assumption(
        "A-regions-together",
        "All regions move together, so that no Network Party moves earlier than another.",
    ),
    Assumption(
        "A-accession",
        "Each Network Party is a signatory of the SEC for as long as it owes the duty.",
    ),
    Assumption("A-empty-provider", "An RDP may for a while serve no metering point."),
    Assumption(
        "A-two-suppliers",
        "Two suppliers at a point are enough for data and authority, and their number is a "
        "bound that is printed.",
    ),
    Assumption(
        "A-no-request-to-oneself",
        "A supplier that has a point, and is not about to lose it, has nothing to request there, "
        "so its request is rejected.",
    ),
    Assumption(
        "A-objection-first",
        "An objection lodged in its window is dealt with before the gate closes, also where both "
        "deadlines fall on one instant.",
    ),
    Assumption(
        "A-receive-only",
        "Once its duty to send has ended, a Network Party must see that its RDP sends no "
        "registration file.",
    ),
    Assumption(
        "A-refused-in-flight",
        "What was sent before its source was switched off is refused when it comes in, and is "
        "made good by a reconciliation or a full set.",
    ),
    Assumption(
        "A-registry-steps",
        "MPAS or UK Link stops being the registry in one step for all points; that it is drained "
        "before, that the CSS is loaded and then fed with each switch, and that a table says what "
        "becomes of requests in flight, are steps apart, each at will.",
    ),
    # The drafting
    Assumption(
        "A-newer-REC",
        "A newer version of the REC may appear at any time, and then has to be read anew.",
    ),
    # The calendar of a switch request
    Assumption(
        "A-working-days",
        "No more than twelve days in a row pass without a working day.",
    ),
    # Linked switches
    Assumption(
        "A-link-first",
        "What has ended one leg of a linked pair has ended the other before the gate closes.",
    ),
    # Lapses and cures
    Assumption(
        "A-dsp-by-the-rules",
        "The DCC answers for its DSP: where the DSP takes, drops or uses data against the rules, "
        "that is a breach of the DCC's.",
    ),
    # Duties
    Assumption(
        "A-beneficiary",
        "Where no text read says to whom a duty is owed, it is owed to the party whose position "
        "depends on it.",
    ),
    Assumption("A-resolver", "Whoever resolves an incident does so for the DCC, which owes it."),
)
