"""Words made comparable: two reporters never choose the same ones.

`stem` cuts endings so that "killed", "kills" and "killing" are one; `FAMILIES` gathers the words for one sort of event
under the name a reader is told ("shooting"); `SAME_THING` gathers nouns that reporters swap freely ("troops" and
"soldiers"). All three are small on purpose: they only have to bring likely pairs together, the facts decide.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_IRREGULAR = dict(
    pair.split(":")
    for pair in """
    met:meet shot:shoot fought:fight spoke:speak spoken:speak threw:throw thrown:throw fled:flee left:leave
    went:go gone:go came:come held:hold struck:strike stricken:strike shook:shake shaken:shake won:win sold:sell
    bought:buy built:build burnt:burn broke:break broken:break sank:sink sunk:sink fell:fall fallen:fall
    rose:rise risen:rise dying:die dead:die death:die deaths:die quit:quit shut:shut saw:see seen:see took:take
    taken:take gave:give given:give began:begin begun:begin chose:choose chosen:choose flew:fly flown:fly
    drove:drive driven:drive hurt:hurt slew:slay slain:slay swore:swear sworn:swear told:tell said:say made:make
    beat:beat beaten:beat stole:steal stolen:steal blew:blow blown:blow caught:catch sentenced:sentence men:man
    women:woman people:people children:child wives:wife ceasefire:truce ceasefires:truce gunmen:gunman
    policemen:policeman servicemen:serviceman
    """.split()
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, "cease-fire" written as "ceasefire", a possessive 's taken off."""
    return [re.sub(r"['’]s$|[-'’]", "", word) for word in _TOKEN.findall(text.lower())]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without its ending; "died", "dead" and "deaths" all give the stem of "die"."""
    word = _IRREGULAR.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("shes", "ches", "sses", "xes", "zes")) else word[:-1]
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 2 and re.search("[aeiouy]", rest):
            word = rest
            break
    bare = word.rstrip("e")
    word = bare if len(bare) > 1 else word
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 2 and word.endswith("y") else word


def stems(text: str) -> list[str]:
    """The stems of a text, in order."""
    return [stem(word) for word in tokens(text)]


FAMILIES_IN_WORDS = {
    "fighting": "clash fight fighting battle combat skirmish hostility fought",
    "shooting": (
        "shoot gunfire gunshot gunfight firefight shelling fire exchange+fire open+fire exchange+shot breach+truce"
        " break+truce violate+truce"
    ),
    "killing": "kill die fatality murder slay assassinate toll casualty body perish drown claim+life lose+life",
    "injury": "injure wound hurt hospital+take hospitalise hospitalize",
    "burning": "burn blaze alight torch arson fire",
    "explosion": "explode explosion blast bomb detonate blow+up",
    "attack": "attack raid assault ambush storm airstrike strike hit drone artillery missile bomb",
    "truce": "truce armistice",
    "agreement": "agree accord deal sign pact treaty agreement memorandum",
    "talks": "talk speak call telephone phone meet negotiate negotiator summit confer discuss host see receive",
    "visit": "visit go travel arrive trip tour come fly",
    "offer": "offer propose proposal",
    "refusal": "refuse reject decline spurn rule+out turn+down",
    "evacuation": "evacuate evacuation flee displace relocate exodus leave+home take+safety move+safety move+out",
    "election": "elect election vote poll ballot referendum runoff win victory win+election",
    "appointment": "appoint nominate appointment nomination name swear inaugurate pick succeed",
    "departure": "resign resignation quit oust sack depose leave dismiss step+down stand+down",
    "arrest": "arrest detain detention custody round+up pick+up",
    "trial": "sentence convict jail trial guilty verdict acquit imprison",
    "charges": "charge indict accuse",
    "protest": "protest demonstrate demonstration demonstrator rally march riot picket",
    "earthquake": "earthquake quake tremor shake magnitude",
    "flood": "flood deluge inundate mudslide landslide mudflow mud avalanche",
    "storm": "storm hurricane typhoon cyclone tornado",
    "crash": "crash collide collision derail accident overturn capsize sink go+down plunge veer leave+road",
    "opening": "open inaugurate unveil launch opening commission",
    "start of work": "start begin work launch",
    "closure": "close shut suspend halt closure",
    "building": "build construct erect install put+up set+up mount",
    "removal": "dismantle demolish remove take+down pull+down tear+down",
    "purchase": "buy purchase acquire acquisition takeover merge merger sell sale",
    "price": "price tariff rate hike",
    "law": "pass approve adopt ratify enact law bill decree legislation outlaw ban",
    "capture": "capture seize occupy overrun retake fall",
    "stone-throwing": "throw+stone hurl+stone pelt throw+rock",
    "outbreak": "outbreak break+out infect infection epidemic virus cholera measles",
    "strike": "strike walkout walk+out stoppage sitin",
    "rescue": "rescue rescuer save free pull+alive",
    "launch": "launch rocket satellite take+off lift+off",
    "independence": "independent independence secede sovereignty",
    "recall": "recall expel expulsion",
    "theft": "steal rob robbery theft burgle heist loot",
    "aid": "aid donate grant relief loan lend",
    "award": "award prize honour honor",
    "sport": "beat defeat match final win draw",
    "collapse": "collapse cave burst rupture breach",
    "outage": "outage blackout power+cut",
    "kidnapping": "kidnap abduct hostage seize",
    "extradition": "extradite extradition deport",
    "mourning": "mourn mourning funeral bury",
    "apology": "apologise apologize apology regret",
    "withdrawal": "withdraw withdrawal pull+out return",
}
RELATED = tuple(
    frozenset(group.split("|"))
    for group in (
        "fighting|shooting|attack", "attack|shooting|explosion", "killing|injury|crash", "killing|shooting",
        "truce|agreement|talks",
        "arrest|charges|trial", "building|removal", "building|opening|start of work", "talks|visit",
        "burning|explosion",
        "offer|refusal", "flood|storm", "protest|fighting", "closure|outage", "arrest|kidnapping",
    )
)
LIGHT_WORDS = """
    say tell announce declare report break broke take took effect make hold held have give put get go come see count
    begin start end happen occur continue follow lead become remain stay try plan set agree sign call name find
    first second spread cause bring claim accuse warn insist maintain confirm add speak
"""
SAME_THING_IN_WORDS = """
    soldier troop serviceman force army guard military fighter | resident villager citizen local inhabitant
    people civilian person | house home building | head chief leader boss director | market bazaar | plane
    aircraft jet airliner airplane | child pupil student schoolchildren schoolchild | worker employee staff
    labourer laborer | doctor medic physician | car vehicle | boat ferry ship vessel | bill law legislation act
    | company firm corporation | police officer policeman | gunman attacker assailant militant | negotiator
    diplomat envoy delegate | border frontier | premier pm | opposition dissident | coach bus minibus | mine
    colliery pit | shop store | hospital clinic | factory plant works | journalist reporter correspondent |
    lawmaker deputy legislator mp | dam reservoir | road highway motorway | prison jail | electricity power |
    tariff price | flat apartment | man suspect driver | square plaza | wage pay salary | street avenue
    | bank lender | crew astronaut cosmonaut | victim body dead | painting picture
"""
EMPTY_WORDS = frozenset(
    stem(word)
    for word in """
    a an the and or but of in on at by to from for with without into over under after before since until during
    between against about around along near as than that this these those there here who whom whose which what
    when where why how it its he his him she her they their them we our you your i is are was were be been being
    has have had do does did will would can could may might must shall should not no nor so such then also too
    very more most less least many much some any each every both all other another own same one two three four
    five six seven eight nine ten dozen hundred thousand million first second third last next new old early late
    later earlier ago still yet again once only just even up down out off back away monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september october november
    december day week month year night morning evening afternoon today yesterday tomorrow time say said tell
    told according account report reported announce official officials state country region district province
    city town village area side part people person citizen resident government authority spokesman spokeswoman
    president minister ministry mr mrs ms court judge police officer parliament take make get give go come put set
    """.split()
)


def _phrases() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family, entries in FAMILIES_IN_WORDS.items():
        for entry in entries.split():
            found.setdefault("+".join(sorted(stem(part) for part in entry.split("+"))), set()).add(family)
    return {entry: frozenset(families) for entry, families in found.items()}


_FAMILY_OF = _phrases()
_SINGLE = {entry: families for entry, families in _FAMILY_OF.items() if "+" not in entry}
_PAIRS = [(frozenset(entry.split("+")), families) for entry, families in _FAMILY_OF.items() if "+" in entry]
_PAIR_WORDS = frozenset(word for pair, _ in _PAIRS for word in pair)
LIGHT = frozenset(stem(word) for word in LIGHT_WORDS.split())
_THING = {
    stem(word): stem(group.split()[0]) for group in SAME_THING_IN_WORDS.split("|") for word in group.split()
}


def families_of(words: frozenset[str], around: frozenset[str] = frozenset()) -> frozenset[str]:
    """The families of some stems; a family told by two words ("leave home") may take one of them from `around`.

    Two words together mean what they mean together: "opened fire" is neither an opening nor a fire.
    """
    found: set[str] = set()
    together: frozenset[str] = frozenset()
    if words & _PAIR_WORDS:
        near = words | around
        for pair, families in _PAIRS:
            if pair <= near and pair & words:
                found |= families
                together |= pair if pair <= words else frozenset()
    for word in words - together:
        found |= _SINGLE.get(word, frozenset())
    return frozenset(found)


def things(words: list[str]) -> frozenset[str]:
    """The stems that carry meaning, each noun by the first of its group in `SAME_THING_IN_WORDS`."""
    return frozenset(_THING.get(word, word) for word in words if word not in EMPTY_WORDS and len(word) > 2)


@cache
def words_of(families: frozenset[str]) -> frozenset[str]:
    """Every stem that tells one of the families: between two reports of an arrest, "custody" is no further likeness."""
    return frozenset(word for word, told in _SINGLE.items() if told & families)


def related(one: frozenset[str], other: frozenset[str]) -> tuple[str, ...]:
    """Two families that are neighbours (fighting and shooting, talks and a truce), one of each set; () for none."""
    for group in RELATED:
        if group & one and group & other:
            return tuple(sorted((min(group & one), min(group & other))))
    return ()
