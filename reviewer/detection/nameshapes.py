# SPDX-License-Identifier: MIT
"""The shapes of names and of what stands beside them: the patterns that names.py weighs."""

from __future__ import annotations

import re

from reviewer.detection.namewords import INITIALS, PARTICLE, TOKEN, UPPER

VERB_LIKE = frozenset(
    {
        "notes",
        "reports",
        "calls",
        "prix",
        "plans",
        "est",
        "table",
        "bureau",
        "office",
        "point",
        "port",
        "chair",
        "part",
        "sud",
        "nord",
        "court",
        "board",
        "items",
        "form",
    }
)
"""Words of the lexicon of things that are verbs or directions after a name."""
ENUMERATED = re.compile(r"^[A-Z]\. \w+$")
INVERTED = re.compile(
    rf"(?<![\w.'-]){TOKEN}(?: (?:{PARTICLE} )?{TOKEN}){{0,2}}, (?:{TOKEN}|{INITIALS})(?: (?:{TOKEN}|{INITIALS})){{0,2}}"
)
NICKNAME = re.compile(
    rf"(?<![\w.'-])(?:(?:{TOKEN}|{INITIALS}) ){{0,5}}+(?:\"'?{TOKEN}'?\"|\((?!Optional|Continued|Acting){TOKEN}\)) {TOKEN}(?:[ -]{TOKEN})?(?![\w@])"
)
"""A name with what friends call its bearer inside: Harold "Hal" Zwicker, "Bones" Deschambeault."""
POST = re.compile(
    r"(?:manager|supervisor|agent|doctor|lawyer|accountant|secretary|pilot|foreman|assistant|guide|interpreter|superviseure?|gérante?|agente?|avocate?|adjointe?|médecin), $",
    re.IGNORECASE,
)
"""A post and a comma: a place may follow ("manager, Burnaby")."""
GEOGRAPHIC = re.compile(
    r"\b(?:lac|rivière|mont|île|baie|pointe|hameau|village|ville|rue|avenue|chemin|boulevard|cap|anse|détroit|pont|quai|[Cc]ape|[Mm]ount|[Ll]ake|[Ff]ort|[Rr]iver|[Bb]ay|[Ii]sland) (?:de |du |à |of )?$"
    r"|\b(?:prison|centre|camp|hôpital|région|commune|district|tribunal|cour|établissement|pénitencier|caserne|base|aéroport|gare|université|port|parc|RHA)"
    r"(?: (?:d'accueil|régional|pénitentiaire|provincial|fédéral))? (?:de |du |d')$"
    r"|\b(?:vit|vivent|réside|résident|résidant|habite|habitent|demeure|demeurant|domiciliée?|établie?|détenue?|internée?) (?:à|au|en) $"
    r"|\b(?:né|née) (?:le [\w ]{3,20} |en \d{4} )?à $"
    r"|\b(?:[Ll]ives?|[Ll]iving|[Ll]ived|resid(?:es?|ing|ed)|born|raised|prison|jail) (?:in|at|near) $"
)
ARTICLE = re.compile(r"\b(?:[Tt]he|[Ll]e|[Ll]a|[Ll]es|[Dd]es|[Aa]ux?) (?:new |old |nouvelle? |ancienne? )?$")
THE_ALONE = re.compile(r"(?:^|[\s.(])(?:[Tt]he|[Ll]e) $")
"""Before one word: the ship, the firm, the fire of that name."""
LED = re.compile(
    r"(?:Patient|Deckhand|Cook|Pharmacist|Superintendent|Lieutenant|Corporal|Sergeant|Tenant|Passenger|Occupant|Caller|Inmate|Offender|Coach|Pastor|Young|Little|Old|Poor|Matelot|Caporal|Sergent|Lieutenant|Pharmacienne?|Locataire|Passag(?:er|ère)|Détenue?|Petite?|Jeune|Pauvre|Défunte?|Mononcle|Matante|Thanks|Merci|Neither|Ni) (?=[A-ZÀ-Þ])"
)
"""A word before a name that has a capital because it opens the line."""
ROLE = re.compile(
    r"(?<![\w-])(?:keeper|deckhand|cook|pharmacist|paralegal|superintendent|lieutenant|corporal|sergeant|janitor|welder|electrician|plumber|carpenter|farmer|rancher|fisherman|mechanic|bookkeeper|cashier|librarian|intern|trainee|apprentice|coach|pastor|tenant|passenger|occupant|caller"
    r"|cuisini(?:er|ère)|pharmacien(?:ne)?|caporale?|sergente?|lieutenante?|soudeu(?:r|se)|électricien(?:ne)?|plombi(?:er|ère)|menuisi(?:er|ère)|mécanicien(?:ne)?|pêcheu(?:r|se)|agricult(?:eur|rice)|caissi(?:er|ère)|étudiante?|stagiaire|apprentie?|surintendante?|concierge|par intérim|curé|locataire|passag(?:er|ère)|occupante?"
    r"|guard|officer|offender|inmate|nurse|driver|operator|clerk|teacher|student|witness|patient|deckhand|mate|skipper|foreman|tech|technician|biologist"
    r"|investigator|adjudicator|interviewer|claimant|complainant|grievor|appellant|respondent|accused|suspect|victim|constable|warden|ranger|trapper|translator"
    r"|gardienne?|agente?|détenue?|infirmi(?:er|ère)|chauffeu(?:r|se)|opérat(?:eur|rice)|commis|enseignante?|élève|patiente?|matelot|technicien(?:ne)?|biologiste"
    r"|enquêt(?:eur|euse|rice)|arbitre|plaignante?|appelante?|intimée?|accusée?|suspecte?|victime|gendarme|contremaître|traduct(?:eur|rice)|inspect(?:eur|rice)"
    r"|collègue|ami|amie|nephew|niece|neveu|nièce|voisine?|neighbou?r|cousine?|coworker|co-worker) $",
    re.IGNORECASE,
)
UNIT = re.compile(r" \((?![^)]*\d{3})[A-ZÀ-Þ][\w/ &-]{1,12}\)")
CAPITALS = re.compile(rf"^[{UPPER}' .-]+$")
INITIAL_AND_NAME = re.compile(rf"^(?:{INITIALS} )+(?:{PARTICLE} )?{TOKEN}(?: {TOKEN})?$")
BY = re.compile(
    r"\b(?:by|with|tell|told|ask|asked|call|called|met|saw|thank|thanked|contact|remind|reminded|said to|spoke (?:to|with)|w/"
    r"|par|avec|chez|selon|appeler|rappeler|contacter|joindre|voir|aviser|prévenir|rencontr\w+|remercier|d'après|avisé"
    r"|offrir à|auprès de|celui de|celle de) $",
    re.IGNORECASE,
)
BESIDE = re.compile(r"\b(?:from|to|for|and|&|per|via|pour|à|et|de|entre) $", re.IGNORECASE)
"""Words that may stand before anything."""
PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|via|through|toward|towards|around|outside|off|across|vers|près de|jusqu'à|dans|en|on|sur|lac|Lac|rivière|mont|île|baie|pointe"
    r"|hameau|village|ville|rue|avenue|chemin|motel|hôtel|cap|Cape|Mount|Lake|Fort|Port|Saint|Sainte) (?:l'|la |le |the )?$"
)
THING_BEFORE = re.compile(
    r"(?:\b(?:Loi|loi|[Rr]èglement|Act|Bill|Regulations?|case|v\.|c\.|vs\.?|chalutier|bateau|navire|vessel|trawler|ship|NGCC|CCGS|HMCS"
    r"|NCSM|MV|F/V|M/V|product|produit|brand|marque|modèle|model|formulaire|programme|program|projet|project|fondation|prix|bourse"
    r"|édifice|building|école|school|salle|room|parc|park|species|espèce|genus|logiciel|software|compte|firm|firme|entreprise|company"
    r"|contractor|mover|clinique|clinic|cabinet|arrêt|jugement|pharmacie|épicerie|quincaillerie|ferme|érablière|restaurant|garage|boulangerie|fromagerie|[Vv]iandes|scierie|usine|traversier|ferry|goélette|tug|clinique|place|carrefour|aréna|garderie|bursary|[Ff]essional) (?:de |du |la |le |l')?|\b(?:carte|map|levé|survey|chemin|Consultants|Maison|Groupe) )$"
)
CITED = re.compile(r"^(?: \([^)]*\))? (?:v\.|c\.|vs\.?) ")
DIGITS_AFTER = re.compile(r"^(?: ?[A-Z]{0,4}-?\d{2,}|[0-9])")
APPOSITION = re.compile(
    r"^(?: \([^)]{1,30}\))?,? ?(?:\(?(?:director|manager|chair|president|chief|analyst|advisor|officer|lead|senior|counsel|secretary|coordinator|engineer|student"
    r"|CFO|CEO|COO|P\.? ?Eng|ing\.|RN|MD|PhD|Ph\.D|DG|ADM|SMA|A/|acting|witness|mother|father|sister|brother|wife|husband|student|pilot|interpreter"
    r"|directeur|directrice|gestionnaire|prés|présidente?|chef|analyste|conseill|agente?|avocate?|adjointe?|étudiante?|ingénieure?|stagiaire|contremaître"
    r"|capitaine|matelot|mère|père|soeur|frère|conjointe?|aînée?|retraitée?|secrétaire|rédact|CPA|DGA)\w*"
    r"|\d{1,2}, (?:of|from|de|was|were|is|owns?)\b|, \d{1,2} ans)"
)
CELL = re.compile(
    rf"(?:{TOKEN}|{INITIALS})(?:,? (?:{PARTICLE} )?(?:{TOKEN}|{INITIALS})){{0,4}}(?=[ \"»]*(?:$|[(\t\n;/]|, [a-zà-ÿA]))"
)
NAMED = re.compile(
    r"(?:\bnames? (?:on|of|is|was|for)\b[^.\n]{0,25}|\b(?:nom|surnom)\b[^.\n]{0,25}(?:c'est|est|:)|\bdénommée?|\b(?:mom|mum|dad|mother|father|wife|husband|son|daughter|brother|sister|maman|papa|mère|père|femme|mari|fils|fille|frère|soeur|conjointe?) (?:is|was|est|était|=)|\bwho is|\bqui est|\bqui se dit|\bgoes by|\bse fait appeler|\bs'appel(?:le|er|ait)|\bl'appelle|\bcalls? (?:him|her|me)|\b(?:him|her)self as|\bsigns as|\banswers to|\bc/o|\bw/|\ba/s de) $",
    re.IGNORECASE,
)
CALLED_THING = re.compile(
    r"\b(?:cit(?:y|ies)|towns?|villages?|places?|cats?|dogs?|pets?|horses?|ships?|boats?|rivers?|lakes?|islands?|compan(?:y|ies)|firms?|programs?|products?|apps?"
    r"|tools?|games?|songs?|books?|films?|movies?|restaurants?|villes?|chats?|chiens?|chev(?:al|aux)|navires?|bateaux?|rivières?|lacs?|îles?|entreprises?|produits?"
    r"|outils?|jeux?|livres?|logiciels?)(?:'s)? (?:is |was |est |était )?(?:named|called|nommée?s?|appelée?s?) $",
    re.IGNORECASE,
)
AGED = re.compile(
    r"^, (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    r"(?: ans)?, (?:of|from|with|was|were|is|who|owns?|and|du|de|dont|qui)\b"
)
_CAMEL = re.compile(rf"[a-zà-ÿ][{UPPER}]")
_CAMEL_NAME = re.compile(rf"(?:Ma?c|De|Di|Du|Des|Le|La|Van|Von|Fitz|Ni|Saint|St)[{UPPER}][a-zà-ÿ']+$")
ORDERS = re.compile(r"(?:[^aeiouyé]ez|issez|uez|yez)$")
"""An order in French: "Ciblez", "Remplissez"; a surname in -ez is in the lists."""
IMPERATIVE = re.compile(r"(?:z|s|e)-(?:vous|nous|le|la|les|moi|toi|y|en)$")
PLACE_SHAPE = re.compile(
    r"^(?:Pointe|Cap|Lac|Baie|Anse|Île|Îles|Mont|Val|Port|Rivière|Grande?|Trois|Sainte?-\w+-(?:de|du|des|sur|aux?|d)|Notre-Dame)-\w|-(?:[Nn]ord|[Ss]ud|[Ee]st|[Oo]uest|[Nn]orth|[Ss]outh|NORD|SUD|EST|OUEST|NORTH|SOUTH)$"
)
AUTHOR = re.compile(r":(?:creator|lastmodifiedby|manager|Author)$")
PERSONAL = frozenset({"name_kin", "name_named", "name_aged"})
"""Cues that only a person can have, whatever else the word may mean."""
RUN_BEFORE = re.compile(rf"(?:{TOKEN} )+$")
"""Capitalised words that lead up to a name: what stands before them says what the whole is."""
HONOUR = re.compile(r"(?:Sir|Dame|Lord|Lady|Saint|Mgr|Abbé|Father|Père) $")
"""Titles that go into the names of buildings and schools too."""
FIRM = re.compile(r"[a-z](?:systemes?|systems|technologies|pharma|soft|mart)$")
ABBREVIATED = re.compile(r"\. [a-zà-ÿ]")
SHAPED = frozenset({"name_shape", "name_given", "name_family", "name_by"})
"""What the form of a run, and a word that may stand before anything, say."""
WEAK = frozenset({"name_model", "name_first", "name_family", "name_shape"})
"""What may be said of a place or of a product too."""
UNSURE = SHAPED | WEAK | {"name_verb", "name_in_list", "name_deed", "name_opens", "name_somewhere"}
PLURAL = re.compile(r"(?:MM|Mmes|Mes|Drs|Messrs)\.? ")
LIST = re.compile(r", (?:and |et |then |puis )?| and | et |; | puis | then | nor | ni | \+ | <> ")
GOES_ON_SMALL = re.compile(r" and | et | \(|;|$")
SMALL_BEFORE = re.compile(r"(?:^|[\s(])[a-zà-ÿ]+ $")
GOES_ON = re.compile(rf"(?:,| and| et) {TOKEN}")
AND_BEFORE = re.compile(r"(?:\band|\bet|\bthen|\bpuis) $")
KOREAN = re.compile(rf"[{UPPER}][a-z]+-[a-z]+$")
"""A given name of two syllables, the second in small letters: Hyun-woo."""
POST_LINE = re.compile(
    r"(?:A/|Acting |Senior |Regional )?(?:Manager|Director|Analyst|Advis[eo]r|Officer|Counsel|Coordinator|Supervisor|Superintendent|Biologist|Engineer|Clerk|Inspector"
    r"|Gestionnaire|Direct(?:eur|rice)|Analyste|Conseill(?:er|ère)|Agente?|Chef|Cheffe|Coordonnat|Adjointe?|Secrétaire|Biologiste|Ingénieure?|Inspect(?:eur|rice)"
    r"|Surintendante?|Superviseure?|Avocate?|Commis)\b"
    r"|(?:[^\W\d_][\w'-]* ){0,4}(?:Unit|Branch|Division|Directorate|Section|Desk|Team)$"
    r"|(?:Bureau|Direction|Service|Section|Division|Équipe|Secteur|Unité) (?:d[eu]s? |d'|régional)"
)
LISTED = re.compile(r"[,;.)\n]| and | et |$")
OPENED = re.compile(rf"(?:{TOKEN}|{INITIALS}) $")
CASE = re.compile(
    r"\b(?:affaire|dossier|[Mm]atter of|case of|cas de|[Ii]nterview with|[Ss]tatement of|[Ee]ntrevue avec|[Dd]éclaration de) $"
)
COUPLE = re.compile(rf"(?<![\w.'-])({TOKEN}) (?:and|et|&) $")
MONTHS = frozenset({"may", "june", "april", "august", "march", "avril", "mai", "juin", "mars"})
LATIN = re.compile(r"^ [a-z]{3,}(?:um|us|is|ii|ae|ens|oides|ata|osa|eri|ana|cola|inum)\b")
VESSEL = re.compile(
    rf"\b(?:[Bb]ateaux?|[Nn]avires?|[Vv]essels?|[Bb]oats?)(?: [\w']+){{0,2}} ?(?::|is|was|are|were|est|était|sont) (?:the |le |la |les )?(?:[A-Z/]{{2,5}} )?(?:{TOKEN} (?:et|and) )?$"
)
SAINT = re.compile(r"\b(?:St|Ste|Saint|Sainte)\.?[ -]$|\bSaint-|\b(?:the|over the) $", re.IGNORECASE)
SIGN_OFF = re.compile(
    r"(?:thanks?(?: you)?(?: (?:again|so much|in advance|all))?|thx|(?:best|kind(?:est)?|warm(?:est)?)(?: regards| wishes)?|regards|sincerely|cheers|yours(?: truly)?"
    r"|take care|love|xo+|merci(?: (?:encore|d'avance|bien|beaucoup))?|cordialement|(?:bien )?amicalement|salutations|bonne (?:journée|semaine)|à bientôt|bien à vous)"
    r"[ ,.!-]*$",
    re.IGNORECASE,
)
GREETED = re.compile(
    r"(?:(?:dear|hi|hello|hey|good (?:morning|afternoon)|thanks|thank you|bonjour|salut|allô|merci|chère?s?),? )$",
    re.IGNORECASE,
)
SPEAKS = re.compile(r'^ ?: "')
DEFINES_INITIALS = re.compile(rf"^,? \(([{UPPER}]{{2,4}})\)")


def is_camel(word: str) -> bool:
    """Whether a capital stands inside the word as in products ("OpenPlus") and not as in McIvor."""
    return any(_CAMEL.search(piece) and not _CAMEL_NAME.match(piece) for piece in word.split("-"))
