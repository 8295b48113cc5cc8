"""Which tests should notice a fault; those that stand in one string run together."""

# The small flows of these files, without what is random in them.
QUICK = (
    "tests/engine/test_prove.py"
    " tests/engine/test_judge.py::test_what_only_others_do_is_judged"
    " tests/engine/test_judge.py::test_a_first_state_that_was_forgotten_is_noticed"
    " tests/engine/test_judge.py::test_a_false_claim_on_steps_is_not_accepted"
    " tests/engine/test_judge.py::test_two_others_may_be_the_two_that_a_guard_asks_for"
    " tests/engine/test_agreement.py::test_z3_agrees_on_a_flow_with_every_construct"
)
JUDGE = (QUICK, "tests/engine/test_stress.py::TestUndecided", "tests/engine/test_judge.py")
ENCODER = (QUICK, "tests/engine/test_agreement.py", "tests/engine/test_judge.py")
REPLAY = ("tests/engine/test_unnoticed.py", "tests/engine/test_steps.py", *JUDGE)
CLOSURE = (
    QUICK,
    "tests/engine/test_agreement.py",
    "tests/engine/test_closure.py",
    "tests/engine/test_soundness.py",
)
MEANING = (QUICK, "tests/model/test_run.py", "tests/engine/test_agreement.py")
NARROWED = ("tests/engine/test_narrowed.py",)
LISTED = ("tests/engine/test_listed.py",)
IN_POINTS = ("tests/engine/test_whole_points.py",)
LIVE = (
    "tests/engine/test_live_traps.py",
    "tests/engine/test_live.py",
    "tests/engine/test_live_random.py",
)
CORRUPTED = (
    "tests/engine/test_unnoticed.py"
    " tests/engine/test_ranks.py"
    " tests/engine/test_live.py::test_a_lasso_is_replayed_and_its_fairness_judged"
)
SIMULATED = ("tests/logs/test_simulate.py",)
JUDGED_LOGS = ("tests/logs/test_judge.py",)
WHOLE_LOGS = ("tests/logs/test_conform.py",)
COMPOSING = ("tests/language/test_composing.py tests/language/test_renaming.py",)
RANKS = (
    CORRUPTED,
    "tests/engine/test_live_traps.py",
    "tests/engine/test_live.py",
    "tests/engine/test_live_random.py",
)
CHECKER = (
    "tests/checker/test_checker.py",
    "tests/engine/test_unnoticed.py",
    "tests/checker/test_packets.py",
)
FOLDER = (
    "tests/checker/test_malformed.py tests/checker/test_manifest.py",
    "tests/checker/test_packets.py",
    "tests/checker/test_checker.py",
)
LIST = ("tests/checker/test_questions.py -k excludes", "tests/checker/test_forgeries.py -k passes")
LED = ("tests/engine/test_still_led.py",)
STILL = ("tests/engine/test_still.py -k not(forge)", "tests/engine/test_still.py -k forge")
FACTS = ("tests/engine/test_given.py", "tests/engine/test_facts.py")
STRESS = tuple(
    f"tests/engine/test_stress.py::Test{what}"
    for what in ("Memory", "Killed", "Interrupted", "Full")
)
KEPT = ("tests/switchproof/test_kept.py",)
MARK = ("tests/dossier/test_coverage.py", "tests/engine/test_prove.py")
FAMILIES = ("tests/language/test_families.py", "tests/language/test_family_misuse.py")
EXPORTS = ("tests/exports",)
IDLE = (
    "tests/analyses/test_idle.py::test_a_rule_that_only_seems_to_fit_is_not_said_to_be_taken",
    "tests/analyses/test_idle.py::test_a_condition_that_is_not_alone_is_not_said_to_stop",
)
COMPARED = ("tests/engine/test_comparing.py",)
WHOLE = ("tests/engine/test_whole.py tests/engine/test_steps.py tests/engine/test_reaching.py",)
MUTANTS = ("tests/analyses/test_mutants.py", "tests/switchproof/test_why.py")
MIRROR = ("tests/engine/test_mirror.py", "tests/checker/test_packets.py")
ARGUMENTS = ("tests/language/test_wrong_arguments.py",)
GIVEN = ("tests/language/test_given.py", "tests/engine/test_live.py")
NOTHING = ("tests/switchproof/test_nothing_checked.py",)
EXPLICIT = ("tests/engine/test_explicit.py",)
IN_C = ("tests/engine/test_explicit_in_c.py",)
PDR = ("tests/engine/test_pdr_clauses.py", "tests/engine/test_pdr.py")
DIFF = ("tests/switchproof/test_diff.py -k not(paper)", "tests/dossier/test_impacts.py")
CAUGHT = ("tests/analyses/test_caught.py", "tests/dossier/test_table.py")
AT_INTERFACE = ("tests/checker/test_interfaces.py", "tests/engine/test_interfaces.py")
IN_LOGS = ("tests/checker/test_monitors.py", "tests/engine/test_accepting.py")
SUITES = ("tests/analyses/test_tours.py", "tests/analyses/test_suites.py")
MONITORS = ("tests/analyses/test_monitor.py -k not(walk)",)
