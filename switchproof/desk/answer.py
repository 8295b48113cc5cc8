"""A verdict in a notebook: what was asked, what is so, and the run that shows it."""

from dataclasses import dataclass

from model.language.claims import Sometimes, Variant
from model.language.expressions import Expression
from properties.engine.evidence import Run
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.load import Loaded
from switchproof.desk.shown import Lines, Picture, words
from switchproof.explain.head import head
from switchproof.telling.figures import figures
from switchproof.telling.folding import folded, story_of
from switchproof.telling.story import blame, tell, turning
from switchproof.terminal.errors import BadInput


@dataclass(frozen=True)
class ClaimAnswer:
    """A claim of a flow, or of what was made of it, with what is known of it."""

    one: Loaded
    variant: Variant | None
    result: Result

    @property
    def verdict(self) -> Verdict | None:
        """Return what is known; None where the claim is pending."""
        return self.result.verdict

    @property
    def verdict_in_words(self) -> str:
        """Return what is known, in a word."""
        return self.verdict.value if self.verdict else "pending"

    def __repr__(self) -> str:
        """Return the claim's sentence, the verdict, and the reason for it."""
        said = head(self.one, self.variant, self.result, None)
        return repr(words([self.result.claim.sentence, *said]))

    @property
    def story(self) -> Lines:
        """Tell the run step by step, with the clauses; BadInput where there is none."""
        return words(tell(self.result.flow, self.result.claim, self._run()))

    @property
    def in_brief(self) -> Lines:
        """Tell the run, what does not matter in one line; BadInput where there is none."""
        return words(folded(story_of(self.result.flow, self._outcome, self._run())))

    @property
    def blame(self) -> Lines:
        """Say which duties were breached on the way, and by whom, and until when it was open."""
        flow, run = self.result.flow, self._run()
        return words([blame(flow, run), *turning(flow, self._outcome, run)])

    @property
    def picture(self) -> Picture:
        """Return the first figure of the run; BadInput where there is none."""
        self._run()
        flow, claim = self.result.flow, self.result.claim
        changed = f", {self.variant.name}" if self.variant else ""
        drawn = figures(self.result, f"{claim.id}, on {flow.name}{changed}", flow.name)
        if not drawn:
            raise BadInput(f"'{claim.id}' is shown before any step; there is nothing to draw")
        return Picture(drawn[0][1])

    @property
    def _outcome(self) -> Expression:
        claim, flow = self.result.claim, self.result.flow
        return claim.of(flow) if isinstance(claim, Sometimes) else ~claim.of(flow)

    def _run(self) -> Run:
        if self.result.run is None:
            said = self.verdict_in_words
            raise BadInput(f"'{self.result.claim.id}' is {said}, and no run shows it")
        return self.result.run
