from datetime import date

import pytest

from viz.engine.pipeline import read, skim
from viz.model import Article, Status
from viz.parsers.events import load_grammar
from viz.parsers.events.assembly import Survey, read_sentences
from viz.settings import Settings


def status(text: str, word: str) -> Status:
    article = Article.of(text, published=date(2021, 6, 16))
    skimmed = skim(article)
    sentences = read_sentences(article, skimmed.places, load_grammar(Settings().model))
    survey = Survey(article, sentences, skimmed.dates, skimmed.places, None)
    return next(claim.status for predicate, claim in survey.claims.items() if predicate.token.word == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Judges will investigate who burned the archive in May.", "burned", Status.HAPPENED),
        ("Judges will investigate the massacre of 1916.", "massacre", Status.HAPPENED),
        ("Osh accused border guards of shooting at farmers on Friday.", "shooting", Status.REPORTED),
        ("Police looked into reports that he was seen in Naryn in May.", "seen", Status.REPORTED),
        ("The suspect may have fled to Almaty.", "fled", Status.REPORTED),
        ("The mine will close if the strike goes on.", "close", Status.HYPOTHETICAL),
        ("Aida has filed papers alleging Orozov beat a clerk, a charge Orozov denied.", "filed", Status.HAPPENED),
        ("Aida has filed papers alleging Orozov beat a clerk, a charge Orozov denied.", "beat", Status.DENIED),
        ("The mayor took bribes in May, a charge he denied.", "took", Status.DENIED),
        ("Police said the guards shot two men, a charge denied by the army.", "shot", Status.DENIED),
        ("The mayor took bribes in May, a charge that shook the town.", "took", Status.HAPPENED),
        ("Aida denied that the town planned to sell the bridge.", "sell", Status.DENIED),
        ("Aida said that the town planned to sell the bridge.", "sell", Status.PLANNED),
        ("The mayor dismissed reports that the bridge had been closed.", "closed", Status.DENIED),
        ("The mayor dismissed as false reports that the fever had spread to Osh.", "spread", Status.DENIED),
        ("The mayor accused the guards of theft, a charge the army rejected.", "accused", Status.HAPPENED),
        ("Alga came from behind to beat Dordoi in Osh on Saturday.", "beat", Status.HAPPENED),
        ("The union said there was no evidence that files had been taken.", "taken", Status.DENIED),
        ("The army denied attacking the village.", "denied", Status.DENIED),
        ("He returned to Osh, only to be jailed for two months.", "jailed", Status.HAPPENED),
        ("Alga hopes to beat Dordoi in Osh on Saturday.", "beat", Status.PLANNED),
        ("The union had not been informed and threatened to strike.", "threatened", Status.HAPPENED),
        ("Should the talks fail, the mine will close.", "close", Status.HYPOTHETICAL),
        ("The office is to be sold after the police have left it.", "left", Status.PLANNED),
        ("As the mayor said in Osh on Friday, the talks failed.", "failed", Status.REPORTED),
        ("The minister is leaving for Tashkent, he said on Tuesday.", "leaving", Status.PLANNED),
        ("The two suspects were flown to Bishkek for trial.", "trial", Status.PLANNED),
        ("The party will compete in the election.", "election", Status.PLANNED),
        ("Soldiers were the first to shoot.", "shoot", Status.HAPPENED),
        ("The pact, which was signed in Osh in May, was rejected by deputies.", "signed", Status.HAPPENED),
        ("Deputies rejected the pact after police arrested two clerks.", "arrested", Status.HAPPENED),
        ("Osh accused Batken of diverting a canal; Batken denied it.", "accused", Status.HAPPENED),
        ("The mayor rejected a claim that he had sold the mill.", "sold", Status.DENIED),
        ("He signed it in May, his clerk said, but the court denied that he had done so.", "denied", Status.HAPPENED),
        ("He signed it in May, his clerk said, but the court denied that he had done so.", "signed", Status.DENIED),
        ("The men took no money from the shop, a guard said.", "took", Status.DENIED),
        ("The police said it did not appear that anyone was injured.", "injured", Status.DENIED),
        ("The suspect was scheduled to appear in Osh.", "scheduled", Status.PLANNED),
        ("The talks are not expected to start until June.", "expected", Status.PLANNED),
        ("The talks are not expected to start.", "expected", Status.DENIED),
        ("He denied that he would sell the mill or that he would leave.", "leave", Status.DENIED),
        ("The mayor cancelled the ceremony.", "ceremony", Status.DENIED),
        ("He spoke of the slated visit of the king.", "visit", Status.PLANNED),
        ("He spoke of a possible strike against Iraq.", "strike", Status.HYPOTHETICAL),
        ("He spoke of an alleged attack.", "attack", Status.REPORTED),
        ("They had not seen a suit filed in Osh.", "suit", Status.HAPPENED),
        ("If he comes, the family is known as saying they would talk.", "talk", Status.HYPOTHETICAL),
        ("The two firms were considering a merger.", "merger", Status.PLANNED),
        ("The mayor called for an auction of the mill.", "auction", Status.HYPOTHETICAL),
        ("A bidding war for the mill seems unlikely.", "war", Status.HYPOTHETICAL),
        ("The prince tried to force him to resign.", "resign", Status.HAPPENED),
        ("She ceased to work for the mill.", "work", Status.HAPPENED),
        ("He is leaving for Peru to start a new life, he said.", "leaving", Status.PLANNED),
        ("The clerks kept silent before the judge's ruling, which is expected next week.", "ruling", Status.PLANNED),
        ("The clerks kept silent after the judge's ruling, which was expected.", "ruling", Status.HAPPENED),
        ("Tests were made to determine whether or not the child died from measles.", "died", Status.HYPOTHETICAL),
        ("The shares fell because the bank may not pay its debts.", "pay", Status.HYPOTHETICAL),
        ("The shares fell because the bank did not pay its debts.", "pay", Status.DENIED),
    ],
)
def test_what_stands_over_a_word_gives_its_status(text: str, word: str, expected: Status) -> None:
    assert status(text, word) is expected


def test_a_sum_that_falls_due_makes_no_plan_of_its_announcement() -> None:
    text = "Alga Corp. declared a dividend of five cents a share, payable Dec. 1 to stock of record Nov. 10."
    (event,) = read(Article.of(text, published=date(2021, 10, 27))).events
    assert (event.status, event.when and event.when.edtf) == (Status.HAPPENED, "../2021-10-27")
