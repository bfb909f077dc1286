<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Answers</name>
    <message numerus="yes">
        <source>Answered: %n question(s)</source>
        <translation>
            <numerusform>%n réponse donnée</numerusform>
            <numerusform>%n réponses données</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>Looking for the same words in the other documents</source>
        <translation>Recherche des mêmes mots dans les autres documents</translation>
    </message>
</context>
<context>
    <name>BoxDrawing</name>
    <message>
        <source>Draw a box</source>
        <translation>Tracer un cadre</translation>
    </message>
    <message>
        <source>Withhold an area of the page: a signature, a face, a figure. By keys: Insert, on the page</source>
        <translation>Caviarder une zone de la page&#xa0;: une signature, un visage, une figure. Au clavier&#xa0;: Inser, sur la page</translation>
    </message>
    <message>
        <source>Drag over the area to withhold. By keys: Insert sets a box, the arrows move it.</source>
        <translation>Faites glisser le pointeur sur la zone à caviarder. Au clavier&#xa0;: Inser pose un cadre, les flèches le déplacent.</translation>
    </message>
    <message>
        <source>Box: {left}% from the left, {top}% from the top, {wide}% wide, {high}% high.</source>
        <translation>Cadre&#xa0;: à {left}&#xa0;% de la gauche et à {top}&#xa0;% du haut, {wide}&#xa0;% de large, {high}&#xa0;% de haut.</translation>
    </message>
    <message>
        <source>Arrows move it, Shift and arrows change its size, Enter withholds, Esc cancels.</source>
        <translation>Les flèches le déplacent, Maj et les flèches changent sa taille, Entrée caviarde, Échap annule.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Yes: {statement}</source>
        <translation>Oui&#xa0;: {statement}</translation>
    </message>
    <message>
        <source>if not, why</source>
        <translation>sinon, pourquoi</translation>
    </message>
    <message>
        <source>Reason why not: {statement}</source>
        <translation>Motif de la réponse négative&#xa0;: {statement}</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Parvis</source>
        <translation>Parvis</translation>
    </message>
    <message>
        <source>Every decision made so far is kept. Parvis closes now.</source>
        <translation>Toutes les décisions prises jusqu’ici sont conservées. Parvis se ferme.</translation>
    </message>
    <message>
        <source>Something went wrong that nobody foresaw: {kind}, at {place}.</source>
        <translation>Une erreur imprévue s’est produite&#xa0;: {kind}, à {place}.</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>Enter in the list</source>
        <translation>Entrée, dans la liste</translation>
    </message>
    <message>
        <source>Shift+Enter in the list</source>
        <translation>Maj+Entrée, dans la liste</translation>
    </message>
    <message>
        <source>Ctrl+G: with what is written, or the first offer</source>
        <translation>Ctrl+G&#xa0;: avec le texte saisi, ou la première proposition</translation>
    </message>
    <message>
        <source>Undecide</source>
        <translation>Remettre à décider</translation>
    </message>
    <message>
        <source>Back to undecided</source>
        <translation>Remettre à décider</translation>
    </message>
    <message>
        <source>Space in the list</source>
        <translation>Espace, dans la liste</translation>
    </message>
    <message>
        <source>&amp;Ground:</source>
        <translation>&amp;Disposition&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Reason to disclose:</source>
        <translation>&amp;Motif pour laisser visible&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Wording instead:</source>
        <translation>&amp;Texte de remplacement&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Authority:</source>
        <translation>&amp;Autorisation&#xa0;:</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>N&amp;ote&#xa0;:</translation>
    </message>
    <message>
        <source>to generalise: what stands in its place</source>
        <translation>pour généraliser&#xa0;: ce qui paraîtra à la place</translation>
    </message>
    <message>
        <source>to strike a marking, or under an exception</source>
        <translation>pour radier une cote ou invoquer une exception</translation>
    </message>
    <message>
        <source>never published</source>
        <translation>jamais publiée</translation>
    </message>
    <message>
        <source>Here only</source>
        <translation>Ici seulement</translation>
    </message>
    <message numerus="yes">
        <source>All the same in this document: %n</source>
        <translation>
            <numerusform>Tous les passages identiques&#xa0;: %n</numerusform>
            <numerusform>Tous les passages identiques&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In all documents under review: %n</source>
        <translation>
            <numerusform>Dans tous les documents en révision&#xa0;: %n</numerusform>
            <numerusform>Dans tous les documents en révision&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>This document: {count}</source>
        <translation>Ce document&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Undo: {act}</source>
        <translation>Annuler&#xa0;: {act}</translation>
    </message>
</context>
<context>
    <name>Demonstration</name>
    <message>
        <source>Demonstration. Everybody&apos;s passphrase is “{passphrase}”. Nothing is kept after closing.</source>
        <translation>Démonstration. La phrase de passe de chacun est «&#xa0;{passphrase}&#xa0;». Rien n’est conservé à la fermeture.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Arrêté. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Choose who is working first: at the top right, or under Settings.</source>
        <translation>Indiquez d’abord qui travaille&#xa0;: en haut à droite, ou dans les Paramètres.</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Text of the document</source>
        <translation>Texte du document</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>En texte</translation>
    </message>
    <message>
        <source>Prepared copy</source>
        <translation>Copie préparée</translation>
    </message>
    <message>
        <source>F9: marked, or as readers will see it</source>
        <translation>F9&#xa0;: annotée, ou telle que le public la verra</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>{story} – readers do not see it</source>
        <translation>{story} – invisible à la lecture</translation>
    </message>
    <message>
        <source>The prepared copy: what was withheld is no longer in it.</source>
        <translation>Copie préparée&#xa0;: ce qui a été caviardé n’y est plus.</translation>
    </message>
    <message>
        <source>The original, marked. Hatched passages are removed in the copy.</source>
        <translation>L’original, annoté. Les passages hachurés seront retirés de la copie.</translation>
    </message>
    <message>
        <source>This passage stands on no page: here is the text.</source>
        <translation>Ce passage n’est sur aucune page&#xa0;: voici le texte.</translation>
    </message>
    <message>
        <source>LibreOffice draws these pages; the text view is the one that counts.</source>
        <translation>Pages mises en forme par LibreOffice; c’est la vue du texte qui fait foi.</translation>
    </message>
</context>
<context>
    <name>ExtentBar</name>
    <message>
        <source>Extent of the passage</source>
        <translation>Étendue du passage</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Begin earlier</source>
        <translation>Commencer plus tôt</translation>
    </message>
    <message>
        <source>Begin later</source>
        <translation>Commencer plus loin</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Finir plus tôt</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Finir plus loin</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Left and right arrow move the end, with Ctrl the beginning; with Shift by letter. Enter keeps it, Esc leaves it as it was.</source>
        <translation>Les flèches gauche et droite déplacent la fin, avec Ctrl le début; avec Maj, lettre par lettre. Entrée conserve l’étendue, Échap la laisse telle quelle.</translation>
    </message>
    <message>
        <source>Extent: “{text}”</source>
        <translation>Étendue&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>Keep this extent</source>
        <translation>Conserver cette étendue</translation>
    </message>
    <message>
        <source>Withhold this extent</source>
        <translation>Caviarder cette étendue</translation>
    </message>
</context>
<context>
    <name>FailuresModel</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Why it was not taken in</source>
        <translation>Pourquoi il n’a pas été accepté</translation>
    </message>
</context>
<context>
    <name>FindPane</name>
    <message>
        <source>Find in every text of the document</source>
        <translation>Chercher dans tous les textes du document</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Mots à chercher</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>&amp;Mots entiers</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Previous place: Shift+Enter</source>
        <translation>Occurrence précédente&#xa0;: Maj+Entrée</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Next place: Enter</source>
        <translation>Occurrence suivante&#xa0;: Entrée</translation>
    </message>
    <message>
        <source>Alt+Enter, twice. Whole words only; one undo takes all of it back.</source>
        <translation>Alt+Entrée, deux fois. Mots entiers seulement; une seule annulation défait le tout.</translation>
    </message>
    <message>
        <source>Places that were found</source>
        <translation>Occurrences trouvées</translation>
    </message>
    <message numerus="yes">
        <source>Press again: withhold %n place(s)</source>
        <translation>
            <numerusform>Appuyez encore&#xa0;: caviarder %n occurrence</numerusform>
            <numerusform>Appuyez encore&#xa0;: caviarder %n occurrences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withhold all: %n</source>
        <translation>
            <numerusform>Tout caviarder&#xa0;: %n</numerusform>
            <numerusform>Tout caviarder&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Case, accents and spacing do not count.</source>
        <translation>La casse, les accents et les espaces ne comptent pas.</translation>
    </message>
    <message>
        <source>Found nowhere.</source>
        <translation>Aucune occurrence.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n occurrence</numerusform>
            <numerusform>%n occurrences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n text(s)</source>
        <translation>
            <numerusform>dans %n texte</numerusform>
            <numerusform>dans %n textes</numerusform>
        </translation>
    </message>
    <message>
        <source> – the first {count} are listed</source>
        <translation> – les {count} premières sont affichées</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Standing</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Idem</translation>
    </message>
    <message>
        <source>+ added</source>
        <translation>+ ajouté</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>Findings</source>
        <translation>Passages signalés</translation>
    </message>
    <message>
        <source>No passage is listed here.</source>
        <translation>Aucun passage dans cette liste.</translation>
    </message>
    <message>
        <source>Show only this standing</source>
        <translation>N’afficher que cette décision</translation>
    </message>
    <message>
        <source>Show only this type</source>
        <translation>N’afficher que ce type</translation>
    </message>
    <message numerus="yes">
        <source>All: %n</source>
        <translation>
            <numerusform>Tous&#xa0;: %n</numerusform>
            <numerusform>Tous&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Tous les types</translation>
    </message>
</context>
<context>
    <name>FirstPageBox</name>
    <message numerus="yes">
        <source>{name}: first of %n page(s)</source>
        <translation>
            <numerusform>{name}&#xa0;: première page (%n page en tout)</numerusform>
            <numerusform>{name}&#xa0;: première page (%n pages en tout)</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>Nothing is taken in; the file stays as it is</source>
        <translation>Rien n’est ajouté; le fichier reste tel quel</translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation>Avancement de la lecture</translation>
    </message>
    <message>
        <source>The whole document is being read; you can go on working meanwhile.</source>
        <translation>Le document est lu en entier; vous pouvez continuer à travailler entre-temps.</translation>
    </message>
    <message>
        <source>{category}: {count}</source>
        <translation>{category}&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Found so far: {counted}</source>
        <translation>Trouvé jusqu’ici&#xa0;: {counted}</translation>
    </message>
    <message>
        <source>{category}: “{text}”</source>
        <translation>{category}&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Endroit</translation>
    </message>
</context>
<context>
    <name>GateModel</name>
    <message>
        <source>What blocks</source>
        <translation>Ce qui bloque</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>{place}: {text}</source>
        <translation>{place}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>page {page}</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
</context>
<context>
    <name>GatePane</name>
    <message>
        <source>What stands between this review and a copy</source>
        <translation>Ce qui empêche de préparer une copie</translation>
    </message>
    <message>
        <source>Nothing blocks: the copy can be prepared.</source>
        <translation>Rien ne bloque&#xa0;: la copie peut être préparée.</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>next, previous undecided passage</source>
        <translation>passage à décider suivant, précédent</translation>
    </message>
    <message>
        <source>Enter, in the list</source>
        <translation>Entrée, dans la liste</translation>
    </message>
    <message>
        <source>withhold on the ground that is shown</source>
        <translation>caviarder en vertu de la disposition affichée</translation>
    </message>
    <message>
        <source>Shift+Enter, in the list</source>
        <translation>Maj+Entrée, dans la liste</translation>
    </message>
    <message>
        <source>disclose for the reason that is shown</source>
        <translation>laisser visible pour le motif affiché</translation>
    </message>
    <message>
        <source>Ctrl+Enter, in the list</source>
        <translation>Ctrl+Entrée, dans la liste</translation>
    </message>
    <message>
        <source>withhold all the same; press twice</source>
        <translation>caviarder tous les passages identiques (appuyer deux fois)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter, in the list</source>
        <translation>Ctrl+Maj+Entrée, dans la liste</translation>
    </message>
    <message>
        <source>disclose all the same; press twice</source>
        <translation>laisser visibles tous les passages identiques (appuyer deux fois)</translation>
    </message>
    <message>
        <source>Space, in the list</source>
        <translation>Espace, dans la liste</translation>
    </message>
    <message>
        <source>back to undecided</source>
        <translation>remettre à décider</translation>
    </message>
    <message>
        <source>withhold the selected text</source>
        <translation>caviarder le texte sélectionné</translation>
    </message>
    <message>
        <source>how far the passage reaches, or where the box stands</source>
        <translation>étendue du passage, ou place du cadre</translation>
    </message>
    <message>
        <source>a box that the arrow keys move</source>
        <translation>un cadre que les flèches déplacent</translation>
    </message>
    <message>
        <source>Insert, in a picture or on a page</source>
        <translation>Inser, dans une image ou sur une page</translation>
    </message>
    <message>
        <source>generalise with what is written, or with the first offer</source>
        <translation>généraliser avec le texte saisi, ou avec la première proposition</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>find in every text of the document</source>
        <translation>chercher dans tous les textes du document</translation>
    </message>
    <message>
        <source>Alt+Enter, in what is found</source>
        <translation>Alt+Entrée, dans ce qui est trouvé</translation>
    </message>
    <message>
        <source>withhold every place; press twice</source>
        <translation>caviarder toutes les occurrences; appuyer deux fois</translation>
    </message>
    <message>
        <source>undo, redo</source>
        <translation>annuler, rétablir</translation>
    </message>
    <message>
        <source>mark as read</source>
        <translation>marquer comme lu</translation>
    </message>
    <message>
        <source>next, previous page or text</source>
        <translation>page ou texte suivant, précédent</translation>
    </message>
    <message>
        <source>what blocks</source>
        <translation>ce qui bloque</translation>
    </message>
    <message>
        <source>next, previous part of the screen</source>
        <translation>partie suivante, précédente de l’écran</translation>
    </message>
    <message>
        <source>caret in the text</source>
        <translation>curseur dans le texte</translation>
    </message>
    <message>
        <source>marked, or the prepared copy</source>
        <translation>original annoté ou copie préparée</translation>
    </message>
    <message>
        <source>the screens</source>
        <translation>les écrans</translation>
    </message>
    <message>
        <source>French, English</source>
        <translation>français, anglais</translation>
    </message>
    <message>
        <source>these keys</source>
        <translation>cette aide</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Done again. {act}</source>
        <translation>Rétabli. {act}</translation>
    </message>
    <message>
        <source>Undone. {act}</source>
        <translation>Annulé. {act}</translation>
    </message>
    <message numerus="yes">
        <source>Answered: %n question(s)</source>
        <translation>
            <numerusform>%n réponse donnée</numerusform>
            <numerusform>%n réponses données</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Progress of the work</source>
        <translation>Progression du travail</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Messages</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalModel</name>
    <message>
        <source>No.</source>
        <translation>Nᵒ</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>Personne ajoutée</translation>
    </message>
    <message>
        <source>Review opened</source>
        <translation>Révision commencée</translation>
    </message>
    <message>
        <source>Findings recorded</source>
        <translation>Passages signalés consignés</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Décidé</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Réponse donnée</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>Rétabli</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Marqué comme lu</translation>
    </message>
    <message>
        <source>Portal record kept</source>
        <translation>Fiche du portail enregistrée</translation>
    </message>
    <message>
        <source>Copy prepared</source>
        <translation>Copie préparée</translation>
    </message>
    <message>
        <source>Copy refused by the gate</source>
        <translation>Copie refusée au contrôle</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Renvoyé</translation>
    </message>
    <message>
        <source>Checklist confirmed</source>
        <translation>Liste de vérification confirmée</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signé</translation>
    </message>
    <message>
        <source>Senior official&apos;s approval recorded</source>
        <translation>Approbation du CSGI consignée</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Diffusé</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Loaded into the portal</source>
        <translation>Téléversé dans le portail</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Office memory: forgotten</source>
        <translation>Mémoire du bureau&#xa0;: oubli</translation>
    </message>
    <message>
        <source>Office memory: exported</source>
        <translation>Mémoire du bureau&#xa0;: exportation</translation>
    </message>
    <message>
        <source>Office memory: imported</source>
        <translation>Mémoire du bureau&#xa0;: importation</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Welcome. Begin by adding yourself; whoever signs is added too.</source>
        <translation>Bienvenue. Commencez par vous ajouter; ajoutez aussi la personne qui signera.</translation>
    </message>
    <message>
        <source>Parvis</source>
        <translation>Parvis</translation>
    </message>
    <message>
        <source>1 Documents</source>
        <translation>1 Documents</translation>
    </message>
    <message>
        <source>2 Review</source>
        <translation>2 Révision</translation>
    </message>
    <message>
        <source>3 Sign-off</source>
        <translation>3 Approbation</translation>
    </message>
    <message>
        <source>4 Publish</source>
        <translation>4 Publication</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>&amp;Working:</source>
        <translation>Qui &amp;travaille&#xa0;:</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>personne pour l’instant</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message>
        <source>Names, numbers and words that somebody decided on. Where one is found again, the review says so; it never decides. Texts and names are encrypted in the store.</source>
        <translation>Noms, numéros et mots qui ont déjà fait l’objet d’une décision. Quand l’un d’eux réapparaît, la révision le signale; la mémoire ne décide jamais. Textes et noms sont chiffrés dans le dépôt.</translation>
    </message>
    <message>
        <source>Show only texts with these words</source>
        <translation>N’afficher que les textes avec ces mots</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>The selected texts, for good; decisions in reviews stay</source>
        <translation>Les textes sélectionnés, pour de bon; les décisions des révisions restent</translation>
    </message>
    <message>
        <source>Office memory</source>
        <translation>Mémoire du bureau</translation>
    </message>
    <message>
        <source>Nothing is remembered yet.</source>
        <translation>Rien n’est encore en mémoire.</translation>
    </message>
</context>
<context>
    <name>MemoryPresenter</name>
    <message numerus="yes">
        <source>%n text(s) would be forgotten for good. Press again to confirm.</source>
        <translation>
            <numerusform>%n texte serait oublié pour de bon. Appuyez de nouveau pour confirmer.</numerusform>
            <numerusform>%n textes seraient oubliés pour de bon. Appuyez de nouveau pour confirmer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) forgotten. Decisions stay as they are.</source>
        <translation>
            <numerusform>%n texte oublié. Les décisions restent telles quelles.</numerusform>
            <numerusform>%n textes oubliés. Les décisions restent telles quelles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Relire la liste</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Chercher…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>Approbation</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Français</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Couleurs du système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>{act}: {what}</source>
        <translation>{act}&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse de courriel</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Numéro de téléphone</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Social insurance number</source>
        <translation>Numéro d’assurance sociale</translation>
    </message>
    <message>
        <source>Personal record identifier</source>
        <translation>Code d’identification de dossier personnel</translation>
    </message>
    <message>
        <source>Immigration client number</source>
        <translation>Identificateur unique de client (immigration)</translation>
    </message>
    <message>
        <source>Health card number</source>
        <translation>Numéro de carte d’assurance maladie</translation>
    </message>
    <message>
        <source>Driver&apos;s licence</source>
        <translation>Permis de conduire</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>Numéro de passeport</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Compte bancaire</translation>
    </message>
    <message>
        <source>Payment card</source>
        <translation>Carte de paiement</translation>
    </message>
    <message>
        <source>Business number</source>
        <translation>Numéro d’entreprise</translation>
    </message>
    <message>
        <source>Status card number</source>
        <translation>Numéro de carte de statut</translation>
    </message>
    <message>
        <source>File number</source>
        <translation>Numéro de dossier</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>Adresse IP</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordonnées géographiques</translation>
    </message>
    <message>
        <source>Salary</source>
        <translation>Salaire</translation>
    </message>
    <message>
        <source>Licence plate</source>
        <translation>Plaque d’immatriculation</translation>
    </message>
    <message>
        <source>User name or password</source>
        <translation>Nom d’utilisateur ou mot de passe</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Code d’accès</translation>
    </message>
    <message>
        <source>Security marking</source>
        <translation>Cote de sécurité</translation>
    </message>
    <message>
        <source>Health information</source>
        <translation>Renseignements sur la santé</translation>
    </message>
    <message>
        <source>Employment information</source>
        <translation>Renseignements sur l’emploi</translation>
    </message>
    <message>
        <source>Legal advice</source>
        <translation>Avis juridique</translation>
    </message>
    <message>
        <source>Cabinet confidence</source>
        <translation>Renseignement confidentiel du Cabinet</translation>
    </message>
    <message>
        <source>Third-party information</source>
        <translation>Renseignements de tiers</translation>
    </message>
    <message>
        <source>Advice or recommendation</source>
        <translation>Avis ou recommandation</translation>
    </message>
    <message>
        <source>Security of a place or system</source>
        <translation>Sécurité d’un lieu ou d’un système</translation>
    </message>
    <message>
        <source>Sensitive site</source>
        <translation>Site sensible</translation>
    </message>
    <message>
        <source>Opinion about a person</source>
        <translation>Opinion sur une personne</translation>
    </message>
    <message>
        <source>Other identifier</source>
        <translation>Autre identificateur</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>SIN</source>
        <translation>NAS</translation>
    </message>
    <message>
        <source>PRI</source>
        <translation>CIDP</translation>
    </message>
    <message>
        <source>UCI</source>
        <translation>IUC</translation>
    </message>
    <message>
        <source>Health card</source>
        <translation>Carte santé</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Passeport</translation>
    </message>
    <message>
        <source>Business no.</source>
        <translation>Nᵒ d’entreprise</translation>
    </message>
    <message>
        <source>Status card</source>
        <translation>Carte de statut</translation>
    </message>
    <message>
        <source>File no.</source>
        <translation>Nᵒ de dossier</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Plaque</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>Emploi</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>Cabinet</translation>
    </message>
    <message>
        <source>Third party</source>
        <translation>Tiers</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>En-tête</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>Pied de page</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>Note de bas de page</translation>
    </message>
    <message>
        <source>Endnote</source>
        <translation>Note de fin</translation>
    </message>
    <message>
        <source>Text box</source>
        <translation>Zone de texte</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Deleted text</source>
        <translation>Texte supprimé</translation>
    </message>
    <message>
        <source>Hidden text</source>
        <translation>Texte masqué</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Texte de remplacement</translation>
    </message>
    <message>
        <source>Link address</source>
        <translation>Adresse de lien</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Propriété</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Annotation</translation>
    </message>
    <message>
        <source>Form field</source>
        <translation>Champ de formulaire</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Signet</translation>
    </message>
    <message>
        <source>Named destination</source>
        <translation>Destination nommée</translation>
    </message>
    <message>
        <source>Page label</source>
        <translation>Numéro de page affiché</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Pièce jointe</translation>
    </message>
    <message>
        <source>Structure text</source>
        <translation>Texte de structure</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Calque</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Version antérieure</translation>
    </message>
    <message>
        <source>Text in a picture</source>
        <translation>Texte dans une image</translation>
    </message>
    <message>
        <source>Text of a chart</source>
        <translation>Texte d’un graphique</translation>
    </message>
    <message>
        <source>Text of a diagram</source>
        <translation>Texte d’un diagramme</translation>
    </message>
    <message>
        <source>Text in an embedded object</source>
        <translation>Texte d’un objet incorporé</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>Créateur</translation>
    </message>
    <message>
        <source>Author of the file</source>
        <translation>Auteur du fichier</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots clés</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Last changed by</source>
        <translation>Dernière modification par</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Type of content</source>
        <translation>Type de contenu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Created on</source>
        <translation>Créé le</translation>
    </message>
    <message>
        <source>Changed on</source>
        <translation>Modifié le</translation>
    </message>
    <message>
        <source>Last printed on</source>
        <translation>Imprimé le</translation>
    </message>
    <message>
        <source>XMP metadata</source>
        <translation>Métadonnées XMP</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identificateur</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Gestionnaire</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Base of links</source>
        <translation>Base des liens</translation>
    </message>
    <message>
        <source>Titles of parts</source>
        <translation>Titres des parties</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Logiciel producteur</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>Review</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Open a document: under Documents, choose one and press Enter.</source>
        <translation>Ouvrez un document&#xa0;: sous Documents, choisissez-en un et appuyez sur Entrée.</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Broader:</source>
        <translation>Plus général&#xa0;:</translation>
    </message>
    <message>
        <source>Write instead: {offer}</source>
        <translation>Écrire à la place&#xa0;: {offer}</translation>
    </message>
    <message>
        <source>Into the wording; then Generalise, or Ctrl+G</source>
        <translation>Dans le texte de remplacement; puis Généraliser, ou Ctrl+G</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Page {page} de {count}</translation>
    </message>
    <message>
        <source>As pages</source>
        <translation>En pages</translation>
    </message>
    <message>
        <source>As pages (LibreOffice is missing)</source>
        <translation>En pages (LibreOffice absent)</translation>
    </message>
    <message>
        <source>The document as LibreOffice draws it, with its marks</source>
        <translation>Le document tel que LibreOffice le met en pages, annoté</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
</context>
<context>
    <name>PageImages</name>
    <message>
        <source>Drawing page {page}</source>
        <translation>Affichage de la page {page}</translation>
    </message>
</context>
<context>
    <name>PageNotice</name>
    <message>
        <source>Progress of the drawing</source>
        <translation>Avancement de la mise en pages</translation>
    </message>
    <message>
        <source>See the document as pages</source>
        <translation>Voir le document en pages</translation>
    </message>
    <message>
        <source>LibreOffice, on this computer, draws the pages from a private working copy without links, macros or network. The copy is deleted at once; nothing is sent anywhere.

Word may break lines and pages elsewhere, and comments, deleted and hidden text are on no page. The text view shows everything: it is the one that counts.</source>
        <translation>LibreOffice, sur cet ordinateur, met le document en pages à partir d’une copie de travail privée, sans liens, sans macros et sans accès au réseau. Cette copie est supprimée aussitôt; rien n’est envoyé nulle part.

Word peut couper les lignes et les pages ailleurs; les commentaires, le texte supprimé et le texte masqué ne figurent sur aucune page. La vue du texte montre tout&#xa0;: c’est elle qui fait foi.</translation>
    </message>
    <message>
        <source>Draw the pages</source>
        <translation>Mettre en pages</translation>
    </message>
    <message>
        <source>LibreOffice is drawing the pages…</source>
        <translation>LibreOffice met le document en pages…</translation>
    </message>
    <message>
        <source>You can go on working in the text meanwhile.</source>
        <translation>Entre-temps, vous pouvez continuer à travailler dans le texte.</translation>
    </message>
    <message>
        <source>Stop drawing</source>
        <translation>Arrêter la mise en pages</translation>
    </message>
    <message>
        <source>There are no pages</source>
        <translation>Il n’y a pas de pages</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
    <message>
        <source>Page of the document</source>
        <translation>Page du document</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Reading the pages of {name}</source>
        <translation>Lecture des pages de {name}</translation>
    </message>
    <message>
        <source>Drawing the pages of {name}</source>
        <translation>Mise en pages de {name}</translation>
    </message>
    <message>
        <source>Reading the prepared copy</source>
        <translation>Lecture de la copie préparée</translation>
    </message>
</context>
<context>
    <name>PartsModel</name>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Page or text</source>
        <translation>Page ou texte</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lu</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>non lu</translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n à décider</numerusform>
            <numerusform>%n à décider</numerusform>
        </translation>
    </message>
    <message>
        <source>Readers do not see this text, but it is in the file.</source>
        <translation>Ce texte est invisible à la lecture, mais il est dans le fichier.</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>Page {page}</translation>
    </message>
</context>
<context>
    <name>PartsPane</name>
    <message>
        <source>Pages and texts of the document</source>
        <translation>Pages et textes du document</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>J’ai lu ceci</translation>
    </message>
    <message>
        <source>Ctrl+Shift+K: mark as read and go on</source>
        <translation>Ctrl+Maj+K&#xa0;: marquer comme lu et continuer</translation>
    </message>
</context>
<context>
    <name>PassageBox</name>
    <message>
        <source>Wh&amp;y:</source>
        <translation>Po&amp;urquoi&#xa0;:</translation>
    </message>
    <message>
        <source>No passage is selected.</source>
        <translation>Aucun passage n’est sélectionné.</translation>
    </message>
    <message>
        <source>Added by a person</source>
        <translation>Ajouté par une personne</translation>
    </message>
    <message>
        <source>“{text}” ({place})</source>
        <translation>«&#xa0;{text}&#xa0;» ({place})</translation>
    </message>
    <message>
        <source>{what} by {who}</source>
        <translation>{what} par {who}</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Key fingerprint</source>
        <translation>Empreinte de la clé</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>Back to the text</source>
        <translation>Retour au texte</translation>
    </message>
    <message>
        <source>New box</source>
        <translation>Nouveau cadre</translation>
    </message>
    <message>
        <source>Insert: a box that the arrow keys move</source>
        <translation>Inser&#xa0;: un cadre que les flèches déplacent</translation>
    </message>
    <message>
        <source>Withhold what is chosen</source>
        <translation>Caviarder la sélection</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Drag to withhold an area, click a word to choose it. Keys: arrows go from word to word, Insert sets a box; arrows move it, with Shift they change its size, with Ctrl in small steps; Enter withholds, Esc takes the box away.</source>
        <translation>Faites glisser pour caviarder une zone, cliquez sur un mot pour le choisir. Touches&#xa0;: les flèches vont de mot en mot, Inser pose un cadre; les flèches le déplacent, avec Maj elles changent sa taille, avec Ctrl par petits pas; Entrée caviarde, Échap retire le cadre.</translation>
    </message>
    <message>
        <source>Word {number} of {count}: {words}</source>
        <translation>Mot {number} sur {count}&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Box: {left} from the left, {top} from the top, {wide} wide, {high} high</source>
        <translation>Cadre&#xa0;: à {left} de la gauche, à {top} du haut, largeur {wide}, hauteur {high}</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>Image {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) read in it</source>
        <translation>
            <numerusform>%n mot lu</numerusform>
            <numerusform>%n mots lus</numerusform>
        </translation>
    </message>
    <message>
        <source>no word read in it</source>
        <translation>aucun mot lu</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Reading the pictures of {name}</source>
        <translation>Lecture des images de {name}</translation>
    </message>
</context>
<context>
    <name>PublishPresenter</name>
    <message>
        <source>The record is kept. The copy carries its title: prepare it again.</source>
        <translation>La fiche est enregistrée. La copie porte son titre&#xa0;: préparez-la de nouveau.</translation>
    </message>
    <message>
        <source>The record is kept.</source>
        <translation>La fiche est enregistrée.</translation>
    </message>
    <message>
        <source>Writing the release</source>
        <translation>Écriture de la diffusion</translation>
    </message>
    <message>
        <source>{name} is recalled. Withdraw its folder from wherever it was loaded.</source>
        <translation>{name} est retiré. Enlevez son dossier partout où il a été versé.</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>Vérification de {name}</translation>
    </message>
    <message>
        <source>The release is written and proved: {folder}</source>
        <translation>Le dossier de diffusion est écrit et vérifié&#xa0;: {folder}</translation>
    </message>
    <message numerus="yes">
        <source>{folder} is whole: %n file(s), signed by {signer}…</source>
        <translation>
            <numerusform>{folder} est intact&#xa0;: %n fichier, signé par {signer}…</numerusform>
            <numerusform>{folder} est intact&#xa0;: %n fichiers, signé par {signer}…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishView</name>
    <message>
        <source>Publish</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Documents to publish</source>
        <translation>Documents à publier</translation>
    </message>
    <message>
        <source>No document yet. A signed copy can be published here.</source>
        <translation>Aucun document pour l’instant. Les copies signées se publient ici.</translation>
    </message>
    <message>
        <source>&amp;Keep the record</source>
        <translation>&amp;Enregistrer la fiche</translation>
    </message>
    <message>
        <source>Why the release is recalled</source>
        <translation>Motif du retrait</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <source>Select signed documents above. The release goes to a new folder; the internal file goes beside it.</source>
        <translation>Sélectionnez ci-dessus des documents signés. La diffusion va dans un nouveau dossier; le dossier interne est placé à côté.</translation>
    </message>
    <message>
        <source>Ne&amp;w folder:</source>
        <translation>N&amp;ouveau dossier&#xa0;:</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Check a release…</source>
        <translation>Vérifier une diffusion…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>Portal record of {name}</source>
        <translation>Fiche du portail – {name}</translation>
    </message>
    <message numerus="yes">
        <source>Write the release (%n document(s))</source>
        <translation>
            <numerusform>Écrire la diffusion (%n document)</numerusform>
            <numerusform>Écrire la diffusion (%n documents)</numerusform>
        </translation>
    </message>
    <message>
        <source>New folder for the release</source>
        <translation>Nouveau dossier pour la diffusion</translation>
    </message>
    <message>
        <source>A release folder to check</source>
        <translation>Dossier de diffusion à vérifier</translation>
    </message>
    <message>
        <source>Written and proved: {folder}
Internal file, not to publish: {internal}
Signer: {signer}</source>
        <translation>Écrite et vérifiée&#xa0;: {folder}
Dossier interne, à ne pas publier&#xa0;: {internal}
Signataire&#xa0;: {signer}</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Give this answer: {question}</source>
        <translation>Donner cette réponse&#xa0;: {question}</translation>
    </message>
    <message>
        <source>{answer} (safe)</source>
        <translation>{answer} (réponse prudente)</translation>
    </message>
    <message>
        <source>Show place {number} of {count}</source>
        <translation>Montrer l’endroit {number} sur {count}</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Montrer l’endroit</translation>
    </message>
</context>
<context>
    <name>QuestionTexts</name>
    <message>
        <source>Tracked changes</source>
        <translation>Modifications suivies</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Hidden text</source>
        <translation>Texte masqué</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>Form fields</source>
        <translation>Champs de formulaire</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Version antérieure</translation>
    </message>
    <message>
        <source>Unreadable page</source>
        <translation>Page illisible</translation>
    </message>
    <message>
        <source>Doubtful text</source>
        <translation>Texte douteux</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Calques</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Faint text</source>
        <translation>Texte presque invisible</translation>
    </message>
    <message>
        <source>The document holds changes that nobody has accepted or rejected.</source>
        <translation>Le document contient des modifications que personne n’a acceptées ni refusées.</translation>
    </message>
    <message>
        <source>Comments beside the text. Readers of the copy never see them.</source>
        <translation>Des commentaires accompagnent le texte. Les lecteurs de la copie ne les voient jamais.</translation>
    </message>
    <message>
        <source>Text that the word processor hides, but that is in the file.</source>
        <translation>Du texte que le traitement de texte masque, mais qui se trouve dans le fichier.</translation>
    </message>
    <message>
        <source>Look at the picture itself: the program cannot always read every word in it.</source>
        <translation>Regardez l’image elle-même&#xa0;: le programme n’en lit pas toujours tous les mots.</translation>
    </message>
    <message>
        <source>It may hold more than it shows, such as a whole workbook.</source>
        <translation>L’objet peut contenir plus que ce qu’il montre, par exemple un classeur entier.</translation>
    </message>
    <message>
        <source>Behind words of the text are addresses that can name people or places.</source>
        <translation>Derrière des mots du texte se trouvent des adresses qui peuvent nommer des personnes ou des lieux.</translation>
    </message>
    <message>
        <source>Notes and marks laid over the pages.</source>
        <translation>Des notes et des marques posées sur les pages.</translation>
    </message>
    <message>
        <source>Whole files inside this file.</source>
        <translation>Des fichiers entiers à l’intérieur de ce fichier.</translation>
    </message>
    <message>
        <source>Fields that somebody may have filled in.</source>
        <translation>Des champs que quelqu’un a pu remplir.</translation>
    </message>
    <message>
        <source>The file still holds what it was before it was changed.</source>
        <translation>Le fichier contient encore son état d’avant les modifications.</translation>
    </message>
    <message>
        <source>It shows something, but no text can be read on it: it is a scan, or its letters are drawings. Nothing was searched or found on it. Look at the page at the right before you answer.</source>
        <translation>Elle montre quelque chose, mais aucun texte ne peut y être lu&#xa0;: c’est une numérisation, ou ses lettres sont des dessins. Rien n’y a été cherché ni signalé. Regardez la page à droite avant de répondre.</translation>
    </message>
    <message>
        <source>The text inside the page says something other than what the page shows, or nothing. What is shown was recognized (OCR) and stands here as the page&apos;s text; compare it with the page.</source>
        <translation>Le texte que contient la page dit autre chose que ce qu’elle montre, ou ne dit rien. Ce qui est montré a été reconnu (ROC) et tient lieu ici de texte de la page; comparez-le avec la page.</translation>
    </message>
    <message>
        <source>Parts of the pages can be shown or hidden.</source>
        <translation>Des parties des pages peuvent être montrées ou masquées.</translation>
    </message>
    <message>
        <source>The file holds a program.</source>
        <translation>Le fichier contient un programme.</translation>
    </message>
    <message>
        <source>Without the right encoding, accented letters are read wrongly.</source>
        <translation>Sans le bon encodage, les lettres accentuées sont mal lues.</translation>
    </message>
    <message>
        <source>Text that is in the file but can hardly be seen: white on white, very small, or off the page.</source>
        <translation>Du texte présent dans le fichier, mais à peine visible&#xa0;: blanc sur blanc, minuscule ou hors de la page.</translation>
    </message>
    <message>
        <source>No copy is made. Settle it in the document itself, then open it again.</source>
        <translation>Aucune copie n’est faite. Réglez la question dans le document même, puis ouvrez-le de nouveau.</translation>
    </message>
    <message>
        <source>The text is read in this encoding.</source>
        <translation>Le texte est lu dans cet encodage.</translation>
    </message>
    <message>
        <source>It stays in the copy.</source>
        <translation>L’élément reste dans la copie.</translation>
    </message>
    <message>
        <source>It stays in the copy; what you withhold in it is taken out.</source>
        <translation>L’élément reste dans la copie; ce que vous y caviardez en est retiré.</translation>
    </message>
    <message>
        <source>It stays; everything withheld in it is painted over, for good.</source>
        <translation>L’élément reste; tout ce qui y est caviardé est recouvert, définitivement.</translation>
    </message>
    <message>
        <source>Nothing of it is in the copy; a label stands in its place.</source>
        <translation>Rien n’en reste dans la copie; une étiquette en tient lieu.</translation>
    </message>
    <message>
        <source>Nothing of it is in the copy.</source>
        <translation>Rien n’en reste dans la copie.</translation>
    </message>
    <message>
        <source>Something else stands in its place.</source>
        <translation>Autre chose en tient lieu.</translation>
    </message>
    <message>
        <source>What was inserted stays as ordinary text; what was deleted, and who changed it, is gone.</source>
        <translation>Ce qui a été inséré reste comme texte ordinaire; ce qui a été supprimé disparaît, et les auteurs aussi.</translation>
    </message>
    <message>
        <source>The picture stays, drawn anew without hidden data. Whatever is withheld in it is painted over.</source>
        <translation>L’image reste, redessinée sans données cachées. Tout ce qui y est caviardé est recouvert.</translation>
    </message>
    <message>
        <source>The picture stays; every withheld word and every box you drew is painted over, for good.</source>
        <translation>L’image reste; chaque mot caviardé et chaque cadre tracé sont recouverts, définitivement.</translation>
    </message>
    <message>
        <source>The picture and the text in it are gone; a label stands in its place.</source>
        <translation>L’image et son texte disparaissent; une étiquette en tient lieu.</translation>
    </message>
    <message>
        <source>It is drawn anew from what it shows, without the data behind it. Decide on its text like any other.</source>
        <translation>L’objet est redessiné d’après ce qu’il montre, sans les données sous-jacentes. Décidez de son texte comme de tout autre.</translation>
    </message>
    <message>
        <source>No copy is made. Have the text of the page recognized (OCR), or export the document again from the program it was written with; then open it again.</source>
        <translation>Aucune copie n’est faite. Faites reconnaître le texte de la page (ROC) ou exportez de nouveau le document à partir du logiciel d’origine, puis ouvrez-le de nouveau.</translation>
    </message>
    <message>
        <source>The copy has a blank page in its place; the numbers of the other pages stay.</source>
        <translation>Une page blanche la remplace dans la copie; les numéros des autres pages ne changent pas.</translation>
    </message>
    <message>
        <source>The page stays as a picture; what you withhold in it is painted over, for good.</source>
        <translation>La page reste sous forme d’image; ce que vous y caviardez est recouvert pour de bon.</translation>
    </message>
    <message>
        <source>Web addresses without anything withheld stay; all others go. The words of the text stay.</source>
        <translation>Les adresses Web sans rien de caviardé restent; toutes les autres disparaissent. Les mots du texte restent.</translation>
    </message>
    <message>
        <source>The words of the text stay, all addresses go.</source>
        <translation>Les mots du texte restent, toutes les adresses disparaissent.</translation>
    </message>
    <message>
        <source>It stays like any other text: withhold in it what must not be read.</source>
        <translation>Il reste comme tout autre texte&#xa0;: caviardez-y ce qui ne doit pas être lu.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Handwriting</source>
        <translation>Écriture manuscrite</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dessin</translation>
    </message>
    <message>
        <source>Linked picture</source>
        <translation>Image liée</translation>
    </message>
    <message>
        <source>Embedded text</source>
        <translation>Texte incorporé</translation>
    </message>
    <message>
        <source>Embedded object</source>
        <translation>Objet incorporé</translation>
    </message>
</context>
<context>
    <name>QuestionsModel</name>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>open</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>page {page}</translation>
    </message>
    <message numerus="yes">
        <source>{place} and %n more</source>
        <translation>
            <numerusform>{place} et %n autre</numerusform>
            <numerusform>{place} et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
</context>
<context>
    <name>QuestionsPane</name>
    <message>
        <source>What the document asks</source>
        <translation>Questions du document</translation>
    </message>
    <message>
        <source>The document asks nothing.</source>
        <translation>Le document ne pose aucune question.</translation>
    </message>
    <message>
        <source>This document asks nothing.</source>
        <translation>Ce document ne pose aucune question.</translation>
    </message>
    <message numerus="yes">
        <source>Take the safe answer to %n question(s)</source>
        <translation>
            <numerusform>Donner la réponse prudente à %n question</numerusform>
            <numerusform>Donner la réponse prudente à %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Signalés</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouvert le</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
</context>
<context>
    <name>QueuePresenter</name>
    <message>
        <source>Looking into {name}</source>
        <translation>Parcours de {name}</translation>
    </message>
    <message>
        <source>{name} is refused.</source>
        <translation>{name} est refusé.</translation>
    </message>
    <message>
        <source>There is no file in that folder.</source>
        <translation>Ce dossier ne contient aucun fichier.</translation>
    </message>
    <message>
        <source>Taking in {name}</source>
        <translation>Ajout de {name}</translation>
    </message>
    <message>
        <source>{name} is in the queue.</source>
        <translation>{name} est dans la file.</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Add drafts (DOCX, PDF, TXT, MD), or drop files and folders here. Originals are never changed.</source>
        <translation>Ajoutez des ébauches (DOCX, PDF, TXT, MD) ou déposez ici fichiers et dossiers. Les originaux ne sont jamais modifiés.</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Ajouter des &amp;fichiers…</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>Ajouter un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Réviser</translation>
    </message>
    <message>
        <source>Reason to refuse the document</source>
        <translation>Motif du refus du document</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>No document yet.</source>
        <translation>Aucun document pour l’instant.</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>Non acceptés</translation>
    </message>
    <message>
        <source>Files that were not taken in</source>
        <translation>Fichiers non acceptés</translation>
    </message>
    <message>
        <source>Encoding of the text</source>
        <translation>Encodage du texte</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
    <message>
        <source>Drafts (*.docx *.docm *.dotx *.dotm *.pdf *.txt *.md);;All files (*)</source>
        <translation>Ébauches (*.docx *.docm *.dotx *.dotm *.pdf *.txt *.md);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ajouter un dossier</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>séparés par des virgules</translation>
    </message>
    <message>
        <source>✓ The portal would take this record.</source>
        <translation>✓ Le portail accepterait cette fiche.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots clés</translation>
    </message>
    <message>
        <source>Section of the organization</source>
        <translation>Section de l’organisation</translation>
    </message>
    <message>
        <source>Title of the file</source>
        <translation>Titre du fichier</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Type of document</source>
        <translation>Type de document</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Public visé</translation>
    </message>
    <message>
        <source>Date published</source>
        <translation>Date de publication</translation>
    </message>
    <message>
        <source>Contact e-mail</source>
        <translation>Courriel de la personne-ressource</translation>
    </message>
    <message>
        <source>Languages of the document</source>
        <translation>Langues du document</translation>
    </message>
</context>
<context>
    <name>RememberedModel</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Last decision</source>
        <translation>Dernière décision</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>taken out of one document, left in another</source>
        <translation>retiré d’un document, laissé visible dans un autre</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>Portal record…</source>
        <translation>Fiche du portail…</translation>
    </message>
    <message>
        <source>Prepare the copy</source>
        <translation>Préparer la copie</translation>
    </message>
    <message>
        <source>How much is decided</source>
        <translation>Part des décisions prises</translation>
    </message>
    <message>
        <source>Why the copy was refused</source>
        <translation>Pourquoi la copie a été refusée</translation>
    </message>
    <message>
        <source>Pages that the copy shows as pictures</source>
        <translation>Pages que la copie montre sous forme d’images</translation>
    </message>
    <message>
        <source>{decided} of {all} decided</source>
        <translation>{decided} sur {all} décidés</translation>
    </message>
    <message>
        <source>Gate: ready</source>
        <translation>Contrôle&#xa0;: prêt</translation>
    </message>
    <message numerus="yes">
        <source>Gate: %n to settle</source>
        <translation>
            <numerusform>Contrôle&#xa0;: %n point à régler</numerusform>
            <numerusform>Contrôle&#xa0;: %n points à régler</numerusform>
        </translation>
    </message>
    <message>
        <source>Before a copy can be prepared: {list}.</source>
        <translation>Avant de préparer une copie&#xa0;: {list}.</translation>
    </message>
    <message>
        <source>The copy cannot be prepared at this stage, or not by the person now at work.</source>
        <translation>La copie ne peut pas être préparée à cette étape, ou la personne qui travaille n’y est pas autorisée.</translation>
    </message>
    <message>
        <source>Make the redacted copy and have it verified</source>
        <translation>Produire la copie caviardée et la faire vérifier</translation>
    </message>
    <message numerus="yes">
        <source>and %n more page(s): see the sign-off sheet</source>
        <translation>
            <numerusform>et %n autre page&#xa0;: voir la feuille d’approbation</numerusform>
            <numerusform>et %n autres pages&#xa0;: voir la feuille d’approbation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) of the document</source>
        <translation>
            <numerusform>%n question du document</numerusform>
            <numerusform>%n questions du document</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided passage(s)</source>
        <translation>
            <numerusform>%n passage à décider</numerusform>
            <numerusform>%n passages à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) or text(s) not read</source>
        <translation>
            <numerusform>%n page ou texte non lu</numerusform>
            <numerusform>%n pages ou textes non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) to mend</source>
        <translation>
            <numerusform>%n décision à corriger</numerusform>
            <numerusform>%n décisions à corriger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPresenter</name>
    <message>
        <source>Nothing is undecided.</source>
        <translation>Il ne reste rien à décider.</translation>
    </message>
    <message>
        <source>Back to undecided.</source>
        <translation>Remis à décider.</translation>
    </message>
    <message>
        <source>Marked as read.</source>
        <translation>Marqué comme lu.</translation>
    </message>
    <message>
        <source>Preparing {name}</source>
        <translation>Préparation de {name}</translation>
    </message>
    <message numerus="yes">
        <source>The office memory has news on %n passage(s).</source>
        <translation>
            <numerusform>La mémoire du bureau a du nouveau sur&#xa0;%n passage.</numerusform>
            <numerusform>La mémoire du bureau a du nouveau sur&#xa0;%n passages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left to decide</source>
        <translation>
            <numerusform>%n à décider</numerusform>
            <numerusform>%n à décider</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy passed the gate and is ready to sign.</source>
        <translation>La copie a réussi le contrôle; elle est prête à signer.</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Findings, questions, what blocks, what was found</source>
        <translation>Passages signalés, questions, ce qui bloque, ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Choose a passage of text first; its extent can then be changed.</source>
        <translation>Choisissez d’abord un passage de texte; son étendue pourra alors être modifiée.</translation>
    </message>
    <message>
        <source>The document asks</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Select the text to withhold first, in the text view.</source>
        <translation>Sélectionnez d’abord le texte à caviarder, dans l’affichage en texte.</translation>
    </message>
    <message>
        <source>Findings</source>
        <comment>tab</comment>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Contrôle</translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message>
        <source>{name} is added.</source>
        <translation>{name} est ajouté.</translation>
    </message>
    <message>
        <source>The journal is whole: no entry was changed or taken away.</source>
        <translation>Le journal est intact&#xa0;: aucune entrée n’a été modifiée ni retirée.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Les deux phrases de passe diffèrent.</translation>
    </message>
    <message>
        <source>The passphrase is too short: at least 12 characters.</source>
        <translation>La phrase de passe est trop courte&#xa0;: au moins 12 caractères.</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>Indiquez un nom.</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Office memory</source>
        <translation>Mémoire du bureau</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>No&amp;m&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Rôle&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Phrase de passe&#xa0;:</translation>
    </message>
    <message>
        <source>Passphrase a&amp;gain:</source>
        <translation>Phrase de passe, de n&amp;ouveau&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Language of the window:</source>
        <translation>&amp;Langue de la fenêtre&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Couleurs&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Ground proposed first:</source>
        <translation>&amp;Disposition proposée d’abord&#xa0;:</translation>
    </message>
    <message>
        <source>At least 12 characters. It protects the person&apos;s signing key; nobody can recover it. Whoever signs must be somebody else than the author, with a passphrase of their own.</source>
        <translation>Au moins 12 caractères. Elle protège la clé de signature de la personne; nul ne peut la récupérer. La personne qui signe doit être une autre que l’auteur et avoir sa propre phrase de passe.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Show only entries with these words</source>
        <translation>N’afficher que les entrées contenant ces mots</translation>
    </message>
    <message>
        <source>Prove that it is whole</source>
        <translation>Vérifier son intégrité</translation>
    </message>
</context>
<context>
    <name>SheetText</name>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Withheld, by ground</source>
        <translation>Caviardages, par disposition</translation>
    </message>
    <message>
        <source>Disclosed, by reason</source>
        <translation>Passages laissés visibles, par motif</translation>
    </message>
    <message>
        <source>Read by a person</source>
        <translation>Lu par une personne</translation>
    </message>
    <message>
        <source>The copy</source>
        <translation>La copie</translation>
    </message>
    <message>
        <source>Pages published as pictures</source>
        <translation>Pages publiées sous forme d’images</translation>
    </message>
    <message>
        <source>Accessibility of the copy, as counted in the file</source>
        <translation>Accessibilité de la copie, telle que relevée dans le fichier</translation>
    </message>
    <message>
        <source>{where}: {count} time(s)</source>
        <translation>{where}&#xa0;: {count} fois</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Texts beside the pages</source>
        <translation>Textes hors des pages</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textes</translation>
    </message>
    <message>
        <source>What still blocks</source>
        <translation>Ce qui bloque encore</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>there</source>
        <translation>présente</translation>
    </message>
    <message>
        <source>missing: fill it in under Publish, then prepare again</source>
        <translation>absente&#xa0;: à remplir sous Publication, puis préparer de nouveau</translation>
    </message>
    <message>
        <source>Portal record</source>
        <translation>Fiche du portail</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>Préparée</translation>
    </message>
    <message>
        <source>Format and size</source>
        <translation>Format et taille</translation>
    </message>
    <message>
        <source>What the writer dropped</source>
        <translation>Ce que la copie ne conserve pas</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signée</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign the copy</source>
        <translation>Signer la copie</translation>
    </message>
    <message>
        <source>&amp;Passphrase of {name}:</source>
        <translation>&amp;Phrase de passe de {name}&#xa0;:</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signer</translation>
    </message>
</context>
<context>
    <name>SignOffPresenter</name>
    <message>
        <source>Signing {name}</source>
        <translation>Signature de {name}</translation>
    </message>
    <message>
        <source>{name} is sent back.</source>
        <translation>{name} est renvoyé.</translation>
    </message>
    <message>
        <source>The approval is recorded.</source>
        <translation>L’approbation est consignée.</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>Signé.</translation>
    </message>
</context>
<context>
    <name>SignOffView</name>
    <message>
        <source>Sign-off</source>
        <translation>Approbation</translation>
    </message>
    <message>
        <source>The privacy officer, never the author, reads the sheet, confirms the statements and signs this copy.</source>
        <translation>L’agent de protection de la vie privée, qui n’est jamais l’auteur, lit la feuille d’approbation, confirme les énoncés et signe cette copie.</translation>
    </message>
    <message>
        <source>Documents to sign</source>
        <translation>Documents à signer</translation>
    </message>
    <message>
        <source>No prepared copy waits for a signature.</source>
        <translation>Aucune copie préparée n’attend de signature.</translation>
    </message>
    <message>
        <source>Read the review</source>
        <translation>Lire la révision</translation>
    </message>
    <message>
        <source>See the copy to be signed</source>
        <translation>Voir la copie à signer</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille d’approbation</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Énoncés</translation>
    </message>
    <message>
        <source>Words of withheld names that are still in the copy</source>
        <translation>Mots de noms caviardés encore présents dans la copie</translation>
    </message>
    <message>
        <source>Elsewhere they may be another person&apos;s. Look at each place, then confirm it.</source>
        <translation>Ailleurs, ils peuvent désigner une autre personne. Examinez chaque endroit, puis confirmez-le.</translation>
    </message>
    <message>
        <source>Approval of the information management senior official</source>
        <translation>Approbation du cadre supérieur chargé de la gestion de l’information (CSGI)</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>No&amp;m&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>&amp;Date&#xa0;:</translation>
    </message>
    <message>
        <source>Re&amp;ference:</source>
        <translation>Ré&amp;férence&#xa0;:</translation>
    </message>
    <message>
        <source>Record the approval</source>
        <translation>Consigner l’approbation</translation>
    </message>
    <message>
        <source>What the author must look at again</source>
        <translation>Ce que l’auteur doit revoir</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Agree and sign…</source>
        <translation>Approuver et signer…</translation>
    </message>
    <message>
        <source>Recorded: {name}, {date}, {reference}</source>
        <translation>Consignée&#xa0;: {name}, {date}, {reference}</translation>
    </message>
    <message>
        <source>Not recorded yet. A release needs it.</source>
        <translation>Pas encore consignée. Une diffusion l’exige.</translation>
    </message>
    <message numerus="yes">
        <source>Removed: %n passage(s)</source>
        <translation>
            <numerusform>%n passage retiré</numerusform>
            <numerusform>%n passages retirés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disclosed: %n passage(s)</source>
        <translation>
            <numerusform>%n passage laissé visible</numerusform>
            <numerusform>%n passages laissés visibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Statements confirmed: %n</source>
        <translation>
            <numerusform>%n énoncé confirmé</numerusform>
            <numerusform>%n énoncés confirmés</numerusform>
        </translation>
    </message>
    <message>
        <source>You sign exactly this copy: {digest}…</source>
        <translation>Vous signez exactement cette copie&#xa0;: {digest}…</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Withhold</source>
        <translation>Caviarder</translation>
    </message>
    <message>
        <source>Disclose</source>
        <translation>Laisser visible</translation>
    </message>
    <message>
        <source>Generalise</source>
        <translation>Généraliser</translation>
    </message>
    <message>
        <source>Strike marking</source>
        <translation>Radier la cote</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Omettre</translation>
    </message>
    <message>
        <source>Consult</source>
        <translation>Mettre en consultation</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Caviardé</translation>
    </message>
    <message>
        <source>Disclosed</source>
        <translation>Laissé visible</translation>
    </message>
    <message>
        <source>Generalised</source>
        <translation>Généralisé</translation>
    </message>
    <message>
        <source>Marking struck</source>
        <translation>Cote radiée</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omis</translation>
    </message>
    <message>
        <source>In consultation</source>
        <translation>En consultation</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message numerus="yes">
        <source>Withheld: %n passage(s)</source>
        <translation>
            <numerusform>%n passage caviardé</numerusform>
            <numerusform>%n passages caviardés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disclosed: %n passage(s)</source>
        <translation>
            <numerusform>%n passage laissé visible</numerusform>
            <numerusform>%n passages laissés visibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Generalised: %n passage(s)</source>
        <translation>
            <numerusform>%n passage généralisé</numerusform>
            <numerusform>%n passages généralisés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Markings struck: %n</source>
        <translation>
            <numerusform>%n cote radiée</numerusform>
            <numerusform>%n cotes radiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n passage(s)</source>
        <translation>
            <numerusform>%n passage omis</numerusform>
            <numerusform>%n passages omis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to consultation: %n passage(s)</source>
        <translation>
            <numerusform>%n passage en consultation</numerusform>
            <numerusform>%n passages en consultation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed: %n place(s)</source>
        <translation>
            <numerusform>%n passage modifié</numerusform>
            <numerusform>%n passages modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>sure</source>
        <translation>certain</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Privacy officer</source>
        <translation>Agent de protection de la vie privée</translation>
    </message>
    <message>
        <source>Information management senior official</source>
        <translation>Cadre supérieur chargé de la gestion de l’information (CSGI)</translation>
    </message>
    <message>
        <source>Auditor (read only)</source>
        <translation>Vérificateur (lecture seule)</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>En révision</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Décidé</translation>
    </message>
    <message>
        <source>Ready to sign</source>
        <translation>Prêt à signer</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signé</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Diffusé</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Picture: may it stay in the copy?</source>
        <translation>Image&#xa0;: peut-elle rester dans la copie?</translation>
    </message>
    <message>
        <source>picture {number}</source>
        <translation>image {number}</translation>
    </message>
    <message>
        <source>Tracked changes: keep what was inserted, drop what was deleted?</source>
        <translation>Modifications suivies&#xa0;: garder les insertions, omettre les suppressions?</translation>
    </message>
    <message>
        <source>Comments: leave them out of the copy?</source>
        <translation>Commentaires&#xa0;: les omettre de la copie?</translation>
    </message>
    <message>
        <source>Hidden text: leave it out of the copy?</source>
        <translation>Texte masqué&#xa0;: l’omettre de la copie?</translation>
    </message>
    <message>
        <source>Embedded object, chart or diagram: what becomes of it?</source>
        <translation>Objet incorporé, graphique ou diagramme&#xa0;: qu’en faire?</translation>
    </message>
    <message>
        <source>Links: may their addresses stay?</source>
        <translation>Liens&#xa0;: leurs adresses peuvent-elles rester?</translation>
    </message>
    <message>
        <source>Annotations: leave them out of the copy?</source>
        <translation>Annotations&#xa0;: les omettre de la copie?</translation>
    </message>
    <message>
        <source>Attached files: leave them out of the copy?</source>
        <translation>Pièces jointes&#xa0;: les omettre de la copie?</translation>
    </message>
    <message>
        <source>Form fields: what becomes of them?</source>
        <translation>Champs de formulaire&#xa0;: qu’en faire?</translation>
    </message>
    <message>
        <source>An earlier version inside the file: leave it out?</source>
        <translation>Version antérieure dans le fichier&#xa0;: l’omettre?</translation>
    </message>
    <message>
        <source>A page that cannot be read: what becomes of it?</source>
        <translation>Page illisible&#xa0;: qu’en faire?</translation>
    </message>
    <message>
        <source>A page whose text is not what it shows: what becomes of it?</source>
        <translation>Page dont le texte ne correspond pas à ce qu’elle montre&#xa0;: qu’en faire?</translation>
    </message>
    <message>
        <source>Layers: what becomes of them?</source>
        <translation>Calques&#xa0;: qu’en faire?</translation>
    </message>
    <message>
        <source>A script inside the file: leave it out?</source>
        <translation>Script dans le fichier&#xa0;: l’omettre?</translation>
    </message>
    <message>
        <source>Text that readers can hardly see: may it stay in the copy?</source>
        <translation>Texte presque invisible&#xa0;: peut-il rester dans la copie?</translation>
    </message>
    <message>
        <source>The text is not in UTF-8: in which encoding is it?</source>
        <translation>Le texte n’est pas en UTF-8&#xa0;: quel est son encodage?</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Stop: no copy</source>
        <translation>Arrêter&#xa0;: aucune copie</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Paint over what is withheld</source>
        <translation>Recouvrir ce qui est caviardé</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>detecting</source>
        <translation>détection</translation>
    </message>
    <message>
        <source>preparing the copy</source>
        <translation>préparation de la copie</translation>
    </message>
    <message>
        <source>verifying the copy</source>
        <translation>vérification de la copie</translation>
    </message>
    <message>
        <source>writing the release</source>
        <translation>écriture de la diffusion</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>téléversement</translation>
    </message>
    <message>
        <source>LibreOffice is drawing the pages</source>
        <translation>LibreOffice met le document en pages</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>page {page}</translation>
    </message>
    <message>
        <source>area of the picture</source>
        <translation>zone de l’image</translation>
    </message>
    <message>
        <source>area of the page</source>
        <translation>zone de la page</translation>
    </message>
    <message>
        <source>private person</source>
        <translation>particulier</translation>
    </message>
    <message>
        <source>public servant in role</source>
        <translation>fonctionnaire dans l’exercice de ses fonctions</translation>
    </message>
    <message>
        <source>public role</source>
        <translation>rôle public</translation>
    </message>
    <message>
        <source>added by a person</source>
        <translation>ajouté par une personne</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in this document</source>
        <translation>
            <numerusform>%n fois dans ce document</numerusform>
            <numerusform>%n fois dans ce document</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has decided on this passage</source>
        <translation>Personne n’a décidé de ce passage</translation>
    </message>
    <message>
        <source>Two decisions on the same characters disagree</source>
        <translation>Deux décisions se contredisent sur les mêmes caractères</translation>
    </message>
    <message>
        <source>Withheld without a ground</source>
        <translation>Caviardé sans disposition invoquée</translation>
    </message>
    <message>
        <source>Disclosed without a sufficient reason</source>
        <translation>Laissé visible sans motif suffisant</translation>
    </message>
    <message>
        <source>The authority is missing</source>
        <translation>L’autorisation manque</translation>
    </message>
    <message>
        <source>Still in consultation</source>
        <translation>Encore en consultation</translation>
    </message>
    <message>
        <source>The document asks for an answer</source>
        <translation>Le document demande une réponse</translation>
    </message>
    <message>
        <source>Page not marked as read</source>
        <translation>Page non marquée comme lue</translation>
    </message>
    <message>
        <source>Text not marked as read</source>
        <translation>Texte non marqué comme lu</translation>
    </message>
    <message>
        <source>A mandatory exemption is disclosed without its exception</source>
        <translation>Passage visé par une exception obligatoire, laissé visible sans le fondement prévu par la loi</translation>
    </message>
    <message>
        <source>An exclusion can never be disclosed</source>
        <translation>Un passage visé par une exclusion ne peut jamais être laissé visible</translation>
    </message>
    <message>
        <source>The portal record is missing</source>
        <translation>La fiche du portail manque</translation>
    </message>
    <message>
        <source>The portal record lacks one language</source>
        <translation>Il manque une langue à la fiche du portail</translation>
    </message>
    <message>
        <source>A word of a withheld name is still in the copy: confirm it</source>
        <translation>Un mot d’un nom caviardé est encore dans la copie&#xa0;: à confirmer</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Drawing the pages that are asked about</source>
        <translation>Affichage des pages visées par les questions</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message numerus="yes">
        <source>{verdict}: %n place(s), {here} here and in {list}. Press again to confirm.</source>
        <translation>
            <numerusform>{verdict}&#xa0;: %n occurrence, {here} ici et dans {list}. Appuyez encore pour confirmer.</numerusform>
            <numerusform>{verdict}&#xa0;: %n occurrences, {here} ici et dans {list}. Appuyez encore pour confirmer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{verdict}: %n place(s). Press the same keys again to confirm.</source>
        <translation>
            <numerusform>{verdict}&#xa0;: %n occurrence. Appuyez de nouveau sur les mêmes touches pour confirmer.</numerusform>
            <numerusform>{verdict}&#xa0;: %n occurrences. Appuyez de nouveau sur les mêmes touches pour confirmer.</numerusform>
        </translation>
    </message>
</context>
</TS>
