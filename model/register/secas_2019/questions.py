"""Questions on which the paper is silent or open, and what is assumed or modelled meanwhile.

A question is none of the doubts: those have two readings in the words of the paper.
"""

from model.register.unread import OpenQuestion

QUESTIONS = (
    # Suspension, gateways and keys
    OpenQuestion(
        "suspicion",
        "May a gateway be controlled, or a sender suspended, on suspicion alone?",
        "5-H3 5-H2",
        "control follows a compromise, and suspension needs no reason",
        "A-suspension A-gateway-rdp",
    ),
    OpenQuestion(
        "wrongful-control",
        "What follows where a gateway is controlled, or a sender suspended, wrongly?",
        "5-H3 5-H2",
        "nothing follows, and what was missed is made good",
        "A-catch-up",
    ),
    OpenQuestion(
        "new-keys",
        "Are new keys needed before a compromised gateway, or a suspended sender, is back?",
        "5-H3 5-L",
        "keys are renewed only where they have lapsed",
        "A-entry-order",
    ),
    OpenQuestion(
        "whose-gateway",
        "Whose gateway may the DCC control: that of the CSS, of an RDP, or any?",
        "5-H3",
        "that of the CSS then, and that of an RDP today as well",
        "A-gateway-rdp",
    ),
    OpenQuestion(
        "who-suspends",
        "Who suspends whom, whose services, for how long, and who is told?",
        "5-H2",
        "the DCC suspends the CSS and reinstates it, and may tell the CRS, which takes no step",
        "A-suspension A-recognised",
    ),
    OpenQuestion(
        "lapse-and-suspension",
        "May suspension and lapse of credentials come in any order, and before going live?",
        "5-H2 5-L 2.2-c",
        "only one who is live is suspended, or has credentials lapse",
        "A-suspension A-entry-order",
    ),
    OpenQuestion(
        "change-while-shut-out",
        "May the change take effect while the CSS is suspended, or its gateway under control?",
        "1-b 5-E1 5-H2 5-H3",
        "it waits until the CSS may send",
        "A-may-send",
    ),
    # Those who may change
    OpenQuestion(
        "rdp-replaced",
        "What happens to a point, and to what is on its way, when an RDP is replaced?",
        "2.1-d 2.3-d",
        "the Party of a point and its RDP stay the same",
        "A-nomination",
    ),
    OpenQuestion(
        "provider-replaced",
        "What happens to entry, keys and what is on its way when the CSS provider is replaced?",
        "2.1-g 2.2-c",
        "the CSS has one provider, which stays",
    ),
    OpenQuestion(
        "tests-of-a-new-rdp",
        "Is an RDP that enters after the change tested in sending, which it will never do?",
        "2.3-d 2.3-e 5-E3",
        "its tests are those of today, which are not altered",
        "A-entry-order",
    ),
    OpenQuestion(
        "ids-at-a-split",
        "Whose are identifiers, keys, gateway and contract after a split of the licence?",
        "2.1-f 5-B 5-L",
        "they stay with the CSS, and no step moves them",
    ),
    OpenQuestion(
        "ids-for-each-fuel",
        "Has the CSS one signifier and ID for both fuels, or one for each as RDPs have?",
        "5-B 5-E1",
        "one for both",
        "A-ids-by-Panel",
    ),
    # Data and hubs
    OpenQuestion(
        "who-provides",
        "Who provides the CSS with the data that Networks are to see it is given?",
        "2.3-b",
        "somebody whom the paper does not name does it, and the Networks answer for that",
    ),
    OpenQuestion(
        "hub-before-entry",
        "Is the DCC to send Comms Hub ID and MPxN before the CSS has been nominated?",
        "2.2-d 5-E4",
        "the duty has no condition",
    ),
    OpenQuestion(
        "hub-disclosed",
        "Does Section I, on privacy, allow Comms Hub ID and MPxN to go to the CSS?",
        "2.2-d 5-E4",
        "it is sent, since the paper names no change of Section I",
        part="I",
    ),
    OpenQuestion(
        "other-users-of-data",
        "Who else uses registration data, such as under Section P or Appendix AL?",
        "2.3-f 1-c",
        "only the parts of the table of impacts, though O1.MP200 changed P and AL",
        part="P",
    ),
    OpenQuestion(
        "gas-day",
        "Does the gas day, or a batch of UK Link, move midnight for gas?",
        "2.2-b 5-E1",
        "a registration changes at midnight in both fuels",
    ),
    # Incidents, standards and the change itself
    OpenQuestion(
        "duty-to-consider",
        "Does a reference to CRS/CSS when impacts are considered make a duty to consider?",
        "5-F 5-H0",
        "none",
    ),
    OpenQuestion(
        "crs-a-party",
        "Is the CRS, as an entity, a Party apart from the DCC, against which a default can stand?",
        "2.1-i 2.1-e 5-E3",
        "a capacity of its own, held by the same licensee",
    ),
    OpenQuestion(
        "savings",
        "What becomes of breaches, disputes, open incidents and refused files at the change?",
        "1-a 1-b 2.3-a",
        "what was refused is made good by a full set or a reconciliation",
        "A-refused-in-flight",
    ),
    OpenQuestion(
        "who-settles",
        "Who settles the design, who the incident actions, and who addresses an issue?",
        "1-d 3-f 6-b 6-c",
        "those who discuss the design settle it, and the others are not named",
    ),
    OpenQuestion(
        "who-pays",
        "Who pays in the end for what the CRS then does, and is it Suppliers?",
        "5-K 1-c",
        "charges are not modelled",
    ),
)
