"""Verb forms English has to be told: irregular pasts and participles, and the simple past of a form in the text."""

from __future__ import annotations

import re

_TABLE = """
be was been; bear bore born; beat beat beaten; become became become; begin began begun; bend bent bent;
bet bet bet; bid bid bid; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown;
break broke broken; bring brought brought; build built built; burst burst burst; buy bought bought;
cast cast cast; catch caught caught; choose chose chosen; cling clung clung; come came come; cost cost cost;
creep crept crept; cut cut cut; deal dealt dealt; die died died; dig dug dug; do did done; draw drew drawn;
drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt;
fight fought fought; find found found; flee fled fled; fly flew flown; forbid forbade forbidden;
foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got got;
give gave given; go went gone; grow grew grown; hang hung hung; have had had; hear heard heard; hide hid hidden;
hit hit hit; hold held held; hurt hurt hurt; keep kept kept; know knew known; lay laid laid; lead led led;
leave left left; lend lent lent; let let let; lie lay lain; light lit lit; lose lost lost; make made made;
mean meant meant; meet met met; mislead misled misled; overcome overcame overcome; oversee oversaw overseen;
overthrow overthrew overthrown; pay paid paid; put put put; quit quit quit; read read read;
rebuild rebuilt rebuilt; resell resold resold; retake retook retaken; rid rid rid; ride rode ridden;
ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold;
send sent sent; set set set; shake shook shaken; shed shed shed; shoot shot shot; show showed shown;
shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; slay slew slain;
sleep slept slept; slide slid slid; speak spoke spoken; spend spent spent; spin spun spun; split split split;
spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen; stick stuck stuck;
strike struck struck; swear swore sworn; sweep swept swept; swim swam swum; swing swung swung; take took taken;
teach taught taught; tear tore torn; tell told told; think thought thought; throw threw thrown; tie tied tied;
undergo underwent undergone; undertake undertook undertaken; uphold upheld upheld; vie vied vied;
wake woke woken; wear wore worn; weep wept wept; win won won; wind wound wound; withdraw withdrew withdrawn;
write wrote written
"""
IRREGULAR = {
    lemma: (past, participle)
    for lemma, past, participle in (entry.split() for entry in _TABLE.replace("\n", " ").split(";"))
}
_PAST_OF_PARTICIPLE = {participle: past for past, participle in IRREGULAR.values()}


def past_and_participle(lemma: str) -> tuple[str, str]:
    """Both forms of a lemma; a regular verb has one for both ("carry", "carried")."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma[:-1] + "i" if re.search(r"[^aeiou]y$", lemma) else lemma
    return IRREGULAR.get(lemma, (f"{stem}ed", f"{stem}ed"))


def simple_past(word: str, lemma: str, tag: str) -> str:
    """The simple past of a verb form: "begun" gives "began", "stopping" gives "stopped"."""
    if tag in ("VBN", "VBD"):
        return _PAST_OF_PARTICIPLE.get(word.lower(), word) if tag == "VBN" else word
    if lemma in IRREGULAR:
        return IRREGULAR[lemma][0]
    if tag == "VBG" and word.lower().endswith("ing"):
        stem = word[:-3]  # keeps a doubled consonant; "carrying" alone needs its i back, "agreeing" has its e
        if stem.endswith("ee"):
            return f"{stem}d"
        return (stem[:-1] + "i" if re.search(r"[^aeiou]y$", stem) else stem) + "ed"
    return past_and_participle(lemma)[0]


def past_participle(word: str, lemma: str, tag: str) -> str:
    """The past participle of a verb form: "giving" gives "given", "stopping" gives "stopped"."""
    return IRREGULAR[lemma][1] if lemma in IRREGULAR else simple_past(word, lemma, tag)
