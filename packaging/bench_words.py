# SPDX-License-Identifier: MIT
"""The sentences of the document that the measurements are made with: ordinary ones, and private ones with gaps."""

from __future__ import annotations

SYLLABLES = (
    "bar", "bel", "cor", "dal", "den", "dor", "fen", "gar", "hal", "har", "kel", "lan", "lor", "mar", "mel", "mon", "nar",
    "nor", "pel", "quil", "ran", "ros", "sal", "ser", "tam", "tel", "ter", "tor", "val", "ver", "vil", "wen", "win", "zel",
)  # fmt: skip
FIRST = (
    "Alice", "Antoine", "Brigitte", "Charles", "Claire", "Daniel", "Denise", "Édith", "Fiona", "François", "Gérard", "Harriet",
    "Hélène", "Irene", "Jacques", "Janet", "Kathleen", "Lucie", "Margaret", "Martin", "Nathalie", "Olivier", "Patricia",
    "Robert", "Sophie", "Thomas", "Ursula", "Victor", "Walter", "Yvonne",
)  # fmt: skip
HEADINGS = {
    "en": (
        "Review of the action list",
        "Condition of the east wing",
        "Budget and schedule",
        "Comments from the public",
    ),
    "fr": (
        "Suivi de la liste des mesures",
        "État de l’aile est",
        "Budget et calendrier",
        "Observations du public",
    ),
}
FILLER = {
    "en": (
        "The group went over the work plan for the coming quarter and found that most of the milestones remain within reach.",
        "Two of the five sampling stations were closed for repairs, which explains the gap in the September figures.",
        "It was agreed that the summary would be shortened and that the annexes would be kept as they are.",
        "The consultant’s estimate for the retaining wall is higher than expected because of the price of stone.",
        "Members asked for a clearer legend on the maps and for larger type in the tables.",
        "The regional office will send its comments on the second draft before the end of the month.",
        "Attendance at the open house was good, although the weather kept some people away in the evening.",
        "The inventory of furniture and equipment has been completed for the first two floors.",
        "No decision was taken on the parking lot, since the study of the drainage is not yet finished.",
        "The translation of the guide was received on time and will be checked by the editing team.",
        "The secretariat reminded everyone that the forms must be filled in completely before they are sent.",
        "A short pilot project will show whether the new schedule reduces the waiting time at the counter.",
        "The results of the spring survey were compared with those of the three previous years.",
        "Several paragraphs of the report repeat one another and should be merged in the next version.",
        "The contractor has replaced the damaged windows and will return to paint the frames in May.",
        "The committee thanked the volunteers who planted more than four hundred trees along the shore.",
    ),
    "fr": (
        "Le groupe a passé en revue le plan de travail du prochain trimestre et la plupart des jalons demeurent réalisables.",
        "Deux des cinq stations d’échantillonnage étaient fermées pour des réparations, ce qui explique l’écart de septembre.",
        "Il a été convenu que le sommaire serait raccourci et que les annexes resteraient telles quelles.",
        "L’estimation pour le mur de soutènement dépasse les prévisions en raison du prix de la pierre.",
        "Les membres ont demandé une légende plus claire sur les cartes et des caractères plus gros dans les tableaux.",
        "Le bureau régional transmettra ses observations sur la deuxième ébauche avant la fin du mois.",
        "La participation à la journée portes ouvertes a été bonne malgré le mauvais temps en soirée.",
        "L’inventaire du mobilier et du matériel est terminé pour les deux premiers étages.",
        "Aucune décision n’a été prise au sujet du stationnement, car l’étude du drainage n’est pas achevée.",
        "La traduction du guide a été reçue à temps et sera vérifiée par l’équipe de révision.",
        "Le secrétariat a rappelé que les formulaires doivent être remplis au complet avant leur envoi.",
        "Un court projet pilote montrera si le nouvel horaire réduit le temps d’attente au comptoir.",
        "Les résultats du sondage du printemps ont été comparés à ceux des trois années précédentes.",
        "Plusieurs paragraphes du rapport se répètent et devraient être fusionnés dans la prochaine version.",
        "L’entrepreneur a remplacé les fenêtres endommagées et reviendra peindre les cadres en mai.",
        "Le comité a remercié les bénévoles qui ont planté plus de quatre cents arbres le long de la rive.",
    ),
}
PRIVATE = {
    "en": (
        "{p.name} called from {p.phone} and asked that the file be closed.",
        "The claim of {p.name} (SIN {p.sin}) was refused in March.",
        "Mail for {p.name} goes to {p.street} until the summer.",
        "Mrs. {p.name} may be written to at {p.email} at any time.",
    ),
    "fr": (
        "{p.name} a appelé du {p.phone} et a demandé que le dossier soit fermé.",
        "La demande de {p.name} (NAS {p.sin}) a été refusée en mars.",
        "Le courrier de {p.name} est envoyé au {p.street} jusqu’à l’été.",
        "On peut écrire à Mme {p.name}, à l’adresse {p.email}, en tout temps.",
    ),
}
LIST_ITEMS = {
    "en": (
        "Send the revised work plan to the regional office by Friday.",
        "Check the figures of the third table against the ledger.",
        "Book the large meeting room for the next session.",
        "Ask for a second estimate of the cost of the stone.",
    ),
    "fr": (
        "Transmettre le plan de travail révisé au bureau régional d’ici vendredi.",
        "Comparer les chiffres du troisième tableau à ceux du grand livre.",
        "Réserver la grande salle pour la prochaine séance.",
        "Demander une deuxième estimation du coût de la pierre.",
    ),
}
TABLE_HEADER = {
    "en": ("Name", "Telephone", "Email", "Remarks"),
    "fr": ("Nom", "Téléphone", "Courriel", "Remarques"),
}
REMARK = {"en": "to be confirmed", "fr": "à confirmer"}
