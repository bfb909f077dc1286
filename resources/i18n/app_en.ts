<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Answers</name>
    <message numerus="yes">
        <source>Answered: %n question(s)</source>
        <translation>
            <numerusform>Answered: %n question</numerusform>
            <numerusform>Answered: %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message numerus="yes">
        <source>All the same in this document: %n</source>
        <translation>
            <numerusform>All the same in this document: %n</numerusform>
            <numerusform>All the same in this document: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In all documents under review: %n</source>
        <translation>
            <numerusform>In all documents under review: %n</numerusform>
            <numerusform>In all documents under review: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindPane</name>
    <message numerus="yes">
        <source>Press again: withhold %n place(s)</source>
        <translation>
            <numerusform>Press again: withhold %n place</numerusform>
            <numerusform>Press again: withhold %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withhold all: %n</source>
        <translation>
            <numerusform>Withhold all: %n</numerusform>
            <numerusform>Withhold all: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n text(s)</source>
        <translation>
            <numerusform>in %n text</numerusform>
            <numerusform>in %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message numerus="yes">
        <source>All: %n</source>
        <translation>
            <numerusform>All: %n</numerusform>
            <numerusform>All: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstPageBox</name>
    <message numerus="yes">
        <source>{name}: first of %n page(s)</source>
        <translation>
            <numerusform>{name}: first of %n page</numerusform>
            <numerusform>{name}: first of %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>Answered: %n question(s)</source>
        <translation>
            <numerusform>Answered: %n question</numerusform>
            <numerusform>Answered: %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryPresenter</name>
    <message numerus="yes">
        <source>%n text(s) would be forgotten for good. Press again to confirm.</source>
        <translation>
            <numerusform>%n text would be forgotten for good. Press again to confirm.</numerusform>
            <numerusform>%n texts would be forgotten for good. Press again to confirm.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) forgotten. Decisions stay as they are.</source>
        <translation>
            <numerusform>%n text forgotten. Decisions stay as they are.</numerusform>
            <numerusform>%n texts forgotten. Decisions stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartsModel</name>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n undecided</numerusform>
            <numerusform>%n undecided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message numerus="yes">
        <source>%n word(s) read in it</source>
        <translation>
            <numerusform>%n word read in it</numerusform>
            <numerusform>%n words read in it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishPresenter</name>
    <message numerus="yes">
        <source>{folder} is whole: %n file(s), signed by {signer}…</source>
        <translation>
            <numerusform>{folder} is whole: %n file, signed by {signer}…</numerusform>
            <numerusform>{folder} is whole: %n files, signed by {signer}…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishView</name>
    <message numerus="yes">
        <source>Write the release (%n document(s))</source>
        <translation>
            <numerusform>Write the release (%n document)</numerusform>
            <numerusform>Write the release (%n documents)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsModel</name>
    <message numerus="yes">
        <source>{place} and %n more</source>
        <translation>
            <numerusform>{place} and %n more</numerusform>
            <numerusform>{place} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsPane</name>
    <message numerus="yes">
        <source>Take the safe answer to %n question(s)</source>
        <translation>
            <numerusform>Take the safe answer to %n question</numerusform>
            <numerusform>Take the safe answer to %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message numerus="yes">
        <source>Gate: %n to settle</source>
        <translation>
            <numerusform>Gate: %n to settle</numerusform>
            <numerusform>Gate: %n to settle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more page(s): see the sign-off sheet</source>
        <translation>
            <numerusform>and %n more page: see the sign-off sheet</numerusform>
            <numerusform>and %n more pages: see the sign-off sheet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) of the document</source>
        <translation>
            <numerusform>%n question of the document</numerusform>
            <numerusform>%n questions of the document</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided passage(s)</source>
        <translation>
            <numerusform>%n undecided passage</numerusform>
            <numerusform>%n undecided passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) or text(s) not read</source>
        <translation>
            <numerusform>%n page or text not read</numerusform>
            <numerusform>%n pages or texts not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) to mend</source>
        <translation>
            <numerusform>%n decision to mend</numerusform>
            <numerusform>%n decisions to mend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPresenter</name>
    <message numerus="yes">
        <source>The office memory has news on %n passage(s).</source>
        <translation>
            <numerusform>The office memory has news on %n passage.</numerusform>
            <numerusform>The office memory has news on %n passages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left to decide</source>
        <translation>
            <numerusform>%n left to decide</numerusform>
            <numerusform>%n left to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignOffView</name>
    <message numerus="yes">
        <source>Removed: %n passage(s)</source>
        <translation>
            <numerusform>%n passage removed</numerusform>
            <numerusform>%n passages removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disclosed: %n passage(s)</source>
        <translation>
            <numerusform>%n passage disclosed</numerusform>
            <numerusform>%n passages disclosed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Statements confirmed: %n</source>
        <translation>
            <numerusform>%n statement confirmed</numerusform>
            <numerusform>%n statements confirmed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>Withheld: %n passage(s)</source>
        <translation>
            <numerusform>%n passage withheld</numerusform>
            <numerusform>%n passages withheld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disclosed: %n passage(s)</source>
        <translation>
            <numerusform>%n passage disclosed</numerusform>
            <numerusform>%n passages disclosed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Generalised: %n passage(s)</source>
        <translation>
            <numerusform>%n passage generalised</numerusform>
            <numerusform>%n passages generalised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Markings struck: %n</source>
        <translation>
            <numerusform>%n marking struck</numerusform>
            <numerusform>%n markings struck</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n passage(s)</source>
        <translation>
            <numerusform>%n passage left out</numerusform>
            <numerusform>%n passages left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to consultation: %n passage(s)</source>
        <translation>
            <numerusform>%n passage in consultation</numerusform>
            <numerusform>%n passages in consultation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed: %n place(s)</source>
        <translation>
            <numerusform>%n place changed</numerusform>
            <numerusform>%n places changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in this document</source>
        <translation>
            <numerusform>%n time in this document</numerusform>
            <numerusform>%n times in this document</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message numerus="yes">
        <source>{verdict}: %n place(s), {here} here and in {list}. Press again to confirm.</source>
        <translation>
            <numerusform>{verdict}: %n place, {here} here and in {list}. Press again to confirm.</numerusform>
            <numerusform>{verdict}: %n places, {here} here and in {list}. Press again to confirm.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{verdict}: %n place(s). Press the same keys again to confirm.</source>
        <translation>
            <numerusform>{verdict}: %n place. Press the same keys again to confirm.</numerusform>
            <numerusform>{verdict}: %n places. Press the same keys again to confirm.</numerusform>
        </translation>
    </message>
</context>
</TS>
