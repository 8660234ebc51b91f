"""Words that tell what a place name beside them does: people move, are harmed or meet in places; offices, ties, trade
and borders only speak of them."""

from __future__ import annotations

CLASSES: dict[str, frozenset[str]] = {
    "move": frozenset(
        "fled flee fleeing flew fly flies flown went go goes gone came come comes arrived arrive arrives left"
        " leave leaves crossed crossing drove drive driven moved move moves taken brought sent returned return"
        " returns withdrew marched march travelled traveled visited visit visiting landed lands reached"
        " entered enter enters entering spread evacuated drifted carried set ride rode sailed deployed stormed"
        " pushed way".split()
    ),
    "harm": frozenset(
        "killed killing kills kill died dies dead wounded injured injuring arrested arrest arrests detained"
        " held shot shooting shots shelled shells exploded explosion blast bomb bombs attack attacked attacks"
        " fire fires burned burnt blaze struck hit floods flood flooded quake earthquake tremor shook shaken"
        " riots rioters protest protests protesters demonstrated demonstrators crowds gunmen gunfire clash"
        " clashes fighting fight battle storm tornado typhoon collapsed crashed crash collided sank capsized"
        " landslide avalanche strike strikers blocked police soldiers rescuers firefighters searched stabbed"
        " robbed looted raided destroyed damaged erupted broke queued closed".split()
    ),
    "meet": frozenset(
        "met meet meets meeting meetings talks summit conference congress signed sign held hold hosted host"
        " opened opens gathered discussed ceremony round voted trial court ruled jury visit initialled agreed"
        " announced announcement delegation envoys arrived attended spoke addressed".split()
    ),
    "life": frozenset(
        "born grew lives lived live living studied raised educated owns own based worked native author"
        " headquartered graduated taught".split()
    ),
    "trade": frozenset(
        "export exports exported import imports imported sell sells sold buy buys bought trade traded gas oil"
        " grain goods coffee wheat cotton cocoa cars steel price prices cost costs economy loan loans debt"
        " currency inflation population market markets tourists workers electricity coal supplies supply sends"
        " made produced rely relies depends money".split()
    ),
    "border": frozenset(
        "border borders bordering frontier boundary fence barrier neighbour neighbours neighbor".split()
    ),
    "ties": frozenset(
        "relations ties war crisis dispute treaty agreement deal accord pact conflict quarrel alliance"
        " sanctions policy elections election history future revolution independence situation life rights"
        " report reports opposition support pressure help".split()
    ),
    "route": frozenset(
        "road roads railway rail line pipeline route bridge tunnel ferry highway train trains bound link"
        " links connect connects corridor flight flights".split()
    ),
    "works": frozenset(
        "dam dams plant plants reactor airport base bases mine mines reservoir river rivers water waters lake"
        " canal power flows flow rises built build building construction project intake station fleet lies"
        " stands".split()
    ),
    "claim": frozenset(
        "claim claims claimed belongs belong part exchange swap land territory offered gave maps map renamed"
        " capital called known".split()
    ),
    "office": frozenset(
        "ruler prince princess crown secretary president presidents minister ministers king queen chancellor"
        " ambassador envoy government governments leader leaders people parliament ministry army senator"
        " governor mayor emir officials official authorities premier diplomat diplomats troops forces"
        " delegates citizens candidate consul".split()
    ),
    "say": frozenset(
        "said says say told tells accused accuses denied denies announced rejected rejects urged warned warns"
        " demanded condemned blamed blames insists insisted argues argued responded vowed pledged expressed"
        " claims claimed maintains counts regards refused refuses supports backed backs hopes recalled"
        " welcomed called asked wants wanted needs promised agreed offered protested objects objected summoned"
        " expelled threatened declared recognises recognised imposed signed answered replied".split()
    ),
    "group": frozenset(
        "government police team coach striker midfielder forward defender goalkeeper fans club league cup"
        " economy economic law laws lawmakers politics culture music language company firm citizen citizens"
        " voters bank banks dollar stock stocks bonds university council ministry embassy army military troops"
        " soldiers court judge judges senate parliament constitution passport airlines airline press media"
        " newspaper times post group association federation committee commission department agency authority"
        " born based led style side players player squad captain manager businessman businesswoman woman man"
        " artist singer actor author writer".split()
    ),
    "ground": frozenset(
        "area areas region regions street streets road coast border airport park beach beaches home homes"
        " mall office offices hotel school schools campus venue stadium plant factory hospital prison island"
        " islands river valley mountains hills suburb suburbs district neighborhood neighbourhood native"
        " resident residents city town village countryside province provinces county counties coastline"
        " capital metro downtown house apartment restaurant bar waters side station subway weather climate"
        " landscape skyline port harbor harbour market trip visit tour".split()
    ),
}
CLASS_OF: dict[str, tuple[str, ...]] = {
    word: tuple(name for name, words in CLASSES.items() if word in words)
    for word in frozenset[str]().union(*CLASSES.values())
}
PREPOSITIONS = frozenset(
    "in at near from outside inside around across throughout to into toward towards through via with between"
    " against for by of about on along above below beside over off beyond under within behind after than".split()
)
# What may stand between a preposition and its name: "in the village of", "in the hills above", "north of".
PASSED = frozenset(
    "the a an its both all most whole nearby neighbouring neighboring central northern southern eastern"
    " western north south east west northwest northeast southwest southeast greater upper lower city town"
    " village district region province port state county island suburb capital centre center outskirts edge"
    " enclave exclave of".split()
)
CONJUNCTIONS = frozenset(
    "and but or while as that which when because if so although though where who until since".split()
)
ABBREVIATED = frozenset(
    "mr mrs ms dr gov sen rep st lt col gen capt sgt rev prof jan feb mar apr jun jul aug sep sept oct nov"
    " dec no vs ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb"
    " nev okla ore pa tenn tex va vt wash wis wyo ont inc corp co ltd".split()
)
SPORT = frozenset(
    "season game games match matches team teams coach goal goals league cup win wins victory defeat player"
    " players score scored points champions championship tournament final semifinal stadium innings striker"
    " midfielder quarterback basketball football soccer baseball hockey cricket rugby tennis race".split()
)
AUXILIARIES = frozenset("is are was were has have had will would may might can could must should does did do".split())
PAST = frozenset(
    "was were had did began broke fell rose went came took met held left fled shot fought won lost died said"
    " told saw ran drove shut hit struck killed spread found sent set burnt burned blew made gave put led drew"
    " shook slid crossed beat built sank kept wrote bore grew stood burst tore sued sold bought caught chose drank wore"
    " swam woke swore lent cut spent dealt dug flew froze hung hid knew lay laid lit meant paid rode rang sang sat"
    " sought slept spoke stole stuck swept taught thought threw understood withdrew forgot gave forbade overthrew"
    " undertook upset bound bent bit bled clung crept felt forgave heard knelt leapt proved quit shed shone shrank"
    " slung split spun sprang stung strode swung wept wound became overtook oversaw foresaw underwent".split()
)
# Forms of the present that news uses of countries and firms, beside the auxiliaries.
FINITE = frozenset(
    "say says want wants needs lies runs goes comes takes gives makes keeps holds shows sends sells plans hopes means"
    " leads lives owes pays seeks calls remains".split()
)
PRESENT = frozenset("is are has have does do keeps sends holds lies stands remains regards lives owns".split())
FUTURE = frozenset("will would could may might can planned plans plan due scheduled expected next".split())
STATE = frozenset(
    "is are has have relies hosts lies borders shares remains lacks depends exports imports produces owes"
    " gets makes sends counts lives sells".split()
)
