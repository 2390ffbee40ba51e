<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>entente::Annotator</name>
    <message numerus="yes">
        <source>These %Ln place(s) are marked with Enter, or left with Esc.</source>
        <translation>
            <numerusform>This place is marked with Enter, or left with Esc.</numerusform>
            <numerusform>These %Ln places are marked with Enter, or left with Esc.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” stands in %Ln other place(s), too.</source>
        <translation>
            <numerusform>“%1” stands in %Ln other place, too.</numerusform>
            <numerusform>“%1” stands in %Ln other places, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known name(s) not marked yet: F6 goes to the next.</source>
        <translation>
            <numerusform>%Ln known name is not marked yet: F6 goes to it.</numerusform>
            <numerusform>%Ln known names are not marked yet: F6 goes to the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::ArticleDialog</name>
    <message numerus="yes">
        <source>One article at a time: %Ln more file(s) that were dropped were not taken.</source>
        <translation>
            <numerusform>One article at a time: %Ln more file that was dropped was not taken.</numerusform>
            <numerusform>One article at a time: %Ln more files that were dropped were not taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::BratFolder</name>
    <message numerus="yes">
        <source>%Ln thing(s) that brat cannot hold go into %1 beside the articles.</source>
        <translation>
            <numerusform>%Ln thing that brat cannot hold goes into %1 beside the articles.</numerusform>
            <numerusform>%Ln things that brat cannot hold go into %1 beside the articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written into %1.</source>
        <translation>
            <numerusform>%Ln file written into %1.</numerusform>
            <numerusform>%Ln files written into %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::CheckCommands</name>
    <message numerus="yes">
        <source>Reject %Ln claim(s)</source>
        <translation>
            <numerusform>Reject %Ln claim</numerusform>
            <numerusform>Reject %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When %Ln claim(s) say it was:</source>
        <translation>
            <numerusform>When %Ln claim says it was:</numerusform>
            <numerusform>When %Ln claims say it was:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Date %Ln claim(s)</source>
        <translation>
            <numerusform>Date %Ln claim</numerusform>
            <numerusform>Date %Ln claims</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::CheckPanel</name>
    <message numerus="yes">
        <source>Reject %Ln Claim(s)</source>
        <translation>
            <numerusform>Reject %Ln Claim</numerusform>
            <numerusform>Reject %Ln Claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to check</source>
        <translation>
            <numerusform>%Ln to check</numerusform>
            <numerusform>%Ln to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::DataParts</name>
    <message numerus="yes">
        <source>%Ln node(s)</source>
        <translation>
            <numerusform>%Ln node</numerusform>
            <numerusform>%Ln nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edge(s)</source>
        <translation>
            <numerusform>%Ln edge</numerusform>
            <numerusform>%Ln edges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::DossierChoices</name>
    <message numerus="yes">
        <source>%Ln node(s)</source>
        <translation>
            <numerusform>%Ln node</numerusform>
            <numerusform>%Ln nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edge(s)</source>
        <translation>
            <numerusform>%Ln edge</numerusform>
            <numerusform>%Ln edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chain(s)</source>
        <translation>
            <numerusform>%Ln chain</numerusform>
            <numerusform>%Ln chains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::NameMarking</name>
    <message numerus="yes">
        <source>Mark %Ln more place(s)</source>
        <translation>
            <numerusform>Mark one more place</numerusform>
            <numerusform>Mark %Ln more places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is out of %Ln event(s) with its mark. Undo brings it back.</source>
        <translation>
            <numerusform>“%1” is out of an event with its mark. Undo brings it back.</numerusform>
            <numerusform>“%1” is out of %Ln events with its mark. Undo brings it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimMenu</name>
    <message numerus="yes">
        <source>Edit %Ln Claim(s)</source>
        <translation>
            <numerusform>Edit %Ln Claim</numerusform>
            <numerusform>Edit %Ln Claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %Ln Claim(s) Again</source>
        <translation>
            <numerusform>Accept %Ln Claim Again</numerusform>
            <numerusform>Accept %Ln Claims Again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::ClaimCommands</name>
    <message numerus="yes">
        <source>Change the modality of %Ln claim(s)</source>
        <translation>
            <numerusform>Change the modality of a claim</numerusform>
            <numerusform>Change the modality of %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the factuality of %Ln claim(s)</source>
        <translation>
            <numerusform>Change the factuality of a claim</numerusform>
            <numerusform>Change the factuality of %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grade %Ln claim(s)</source>
        <translation>
            <numerusform>Grade a claim</numerusform>
            <numerusform>Grade %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the confidence from %Ln claim(s)</source>
        <translation>
            <numerusform>Take the confidence from a claim</numerusform>
            <numerusform>Take the confidence from %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %Ln claim(s)</source>
        <translation>
            <numerusform>Reject a claim</numerusform>
            <numerusform>Reject %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %Ln claim(s) again</source>
        <translation>
            <numerusform>Accept a claim again</numerusform>
            <numerusform>Accept %Ln claims again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Say how far %Ln claim(s) are relied on</source>
        <translation>
            <numerusform>Say how far a claim is relied on</numerusform>
            <numerusform>Say how far %Ln claims are relied on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Date %Ln claim(s)</source>
        <translation>
            <numerusform>Date a claim</numerusform>
            <numerusform>Date %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note on %Ln claim(s)</source>
        <translation>
            <numerusform>Note on a claim</numerusform>
            <numerusform>Note on %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln claim(s)</source>
        <translation>
            <numerusform>Tag a claim</numerusform>
            <numerusform>Tag %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Attribute %Ln claim(s)</source>
        <translation>
            <numerusform>Attribute a claim</numerusform>
            <numerusform>Attribute %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln claim(s) to another meeting</source>
        <translation>
            <numerusform>Move a claim to another meeting</numerusform>
            <numerusform>Move %Ln claims to another meeting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %Ln Claim(s)</source>
        <translation>
            <numerusform>Edit %Ln Claim</numerusform>
            <numerusform>Edit %Ln Claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %Ln Claim(s)</source>
        <translation>
            <numerusform>Reject</numerusform>
            <numerusform>Reject %Ln Claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How far you rely on %Ln claim(s):</source>
        <translation>
            <numerusform>How far you rely on this claim:</numerusform>
            <numerusform>How far you rely on these %Ln claims:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln claim(s):</source>
        <translation>
            <numerusform>Tags of this claim:</numerusform>
            <numerusform>Tags to be added to each of these %Ln claims:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whom %Ln claim(s) are according to; nobody: the article itself.</source>
        <translation>
            <numerusform>Whom this claim is according to; nobody: the article itself.</numerusform>
            <numerusform>Whom these %Ln claims are according to; nobody: the article itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A meeting of the own of %Ln claim(s)</source>
        <translation>
            <numerusform>A meeting of its own</numerusform>
            <numerusform>A meeting of their own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which meeting of their article %Ln claim(s) speak of:</source>
        <translation>
            <numerusform>Which meeting of its article this claim speaks of:</numerusform>
            <numerusform>Which meeting of their article these %Ln claims speak of:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When %Ln claim(s) say it was:</source>
        <translation>
            <numerusform>When this claim says it was:</numerusform>
            <numerusform>When these %Ln claims say it was:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When %Ln claim(s), which differ, are to say it was:</source>
        <translation>
            <numerusform>When this claim is to say it was:</numerusform>
            <numerusform>When these %Ln claims, which differ, are to say it was:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note on %Ln claim(s):</source>
        <translation>
            <numerusform>Note on this claim:</numerusform>
            <numerusform>Note on these %Ln claims:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be added to the notes of %Ln claim(s):</source>
        <translation>
            <numerusform>To be added to the notes of this claim:</numerusform>
            <numerusform>To be added to the notes of these %Ln claims:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claim(s) belong to “%1” now.</source>
        <translation>
            <numerusform>The claim belongs to “%1” now.</numerusform>
            <numerusform>%Ln claims belong to “%1” now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln Claim(s)</source>
        <translation>
            <numerusform>Show It</numerusform>
            <numerusform>Show Them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventTypeChoices</name>
    <message numerus="yes">
        <source>told so %Ln time(s)</source>
        <translation>
            <numerusform>told so once</numerusform>
            <numerusform>told so %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::SceneKeeper</name>
    <message numerus="yes">
        <source>Move %Ln node(s)</source>
        <translation>
            <numerusform>Move a node</numerusform>
            <numerusform>Move %Ln nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::EvidencePicker</name>
    <message numerus="yes">
        <source>Take %n Sentence(s)</source>
        <translation>
            <numerusform>Take %n Sentence</numerusform>
            <numerusform>Take %n Sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s) that mention both, the best first.</source>
        <translation>
            <numerusform>%Ln sentence that mentions both.</numerusform>
            <numerusform>%Ln sentences that mention both, the best first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::Explorer</name>
    <message numerus="yes">
        <source>%Ln node(s)</source>
        <translation>
            <numerusform>%Ln node</numerusform>
            <numerusform>%Ln nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edge(s)</source>
        <translation>
            <numerusform>%Ln edge</numerusform>
            <numerusform>%Ln edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden: %Ln node(s).</source>
        <translation>
            <numerusform>Hidden: %Ln node.</numerusform>
            <numerusform>Hidden: %Ln nodes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden: %Ln node(s). Back shows them again.</source>
        <translation>
            <numerusform>Hidden: %Ln node. Back shows it again.</numerusform>
            <numerusform>Hidden: %Ln nodes. Back shows them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln node(s) that this view showed are no longer there.</source>
        <translation>
            <numerusform>%Ln node that this view showed is no longer there.</numerusform>
            <numerusform>%Ln nodes that this view showed are no longer there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::FilterPopup</name>
    <message numerus="yes">
        <source>%1: %Ln meeting(s) would be left</source>
        <translation>
            <numerusform>%1: %Ln meeting would be left</numerusform>
            <numerusform>%1: %Ln meetings would be left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::GraphCommands</name>
    <message numerus="yes">
        <source>%Ln node(s) are one now. Take Apart undoes it at any later time.</source>
        <translation>
            <numerusform>%Ln node is one now. Take Apart undoes it at any later time.</numerusform>
            <numerusform>%Ln nodes are one now. Take Apart undoes it at any later time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::LayoutClient</name>
    <message numerus="yes">
        <source>No layout was found within %n second(s). Show fewer nodes, or choose another layout.</source>
        <translation>
            <numerusform>No layout was found within %n second. Show fewer nodes, or choose another layout.</numerusform>
            <numerusform>No layout was found within %n seconds. Show fewer nodes, or choose another layout.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::Opener</name>
    <message numerus="yes">
        <source>%Ln article(s) imported.</source>
        <translation>
            <numerusform>%Ln article imported.</numerusform>
            <numerusform>%Ln articles imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln article(s)</source>
        <translation>
            <numerusform>Import %Ln article</numerusform>
            <numerusform>Import %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already.</source>
        <translation>
            <numerusform>%Ln was here already.</numerusform>
            <numerusform>%Ln were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had changed, and are here as they are now, with all work on them.</source>
        <translation>
            <numerusform>%Ln had changed, and is here as it is now, with all work on it.</numerusform>
            <numerusform>%Ln had changed, and are here as they are now, with all work on them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more, under Problems.</source>
        <translation>
            <numerusform>%Ln more, under Problems.</numerusform>
            <numerusform>%Ln more, under Problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::PictureView</name>
    <message numerus="yes">
        <source>%Ln neighbour(s) not shown</source>
        <translation>
            <numerusform>%Ln neighbour not shown</numerusform>
            <numerusform>%Ln neighbours not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::SelectCommands</name>
    <message numerus="yes">
        <source>%Ln node(s)</source>
        <translation>
            <numerusform>%Ln node</numerusform>
            <numerusform>%Ln nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edge(s)</source>
        <translation>
            <numerusform>%Ln edge</numerusform>
            <numerusform>%Ln edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln node(s) of it are hidden.</source>
        <translation>
            <numerusform>%Ln node of it is hidden.</numerusform>
            <numerusform>%Ln nodes of it are hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of it are no longer there.</source>
        <translation>
            <numerusform>%Ln of it is no longer there.</numerusform>
            <numerusform>%Ln of it are no longer there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of it are left out by the filters.</source>
        <translation>
            <numerusform>%Ln of it is left out by the filters.</numerusform>
            <numerusform>%Ln of it are left out by the filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of it are not in this view.</source>
        <translation>
            <numerusform>%Ln of it is not in this view.</numerusform>
            <numerusform>%Ln of it are not in this view.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::StatusLine</name>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln judgement(s)</source>
        <translation>
            <numerusform>%Ln judgement</numerusform>
            <numerusform>%Ln judgements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln actor(s)</source>
        <translation>
            <numerusform>%Ln actor</numerusform>
            <numerusform>%Ln actors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln meeting(s)</source>
        <translation>
            <numerusform>%Ln meeting</numerusform>
            <numerusform>%Ln meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) or thing(s)</source>
        <translation>
            <numerusform>%Ln place or thing</numerusform>
            <numerusform>%Ln places and things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edge(s)</source>
        <translation>
            <numerusform>%Ln edge</numerusform>
            <numerusform>%Ln edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::TableCommands</name>
    <message numerus="yes">
        <source>%Ln row(s) were written to %1.</source>
        <translation>
            <numerusform>%Ln row was written to %1.</numerusform>
            <numerusform>%Ln rows were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln Selected Row(s) as CSV…</source>
        <translation>
            <numerusform>Save %Ln Selected Row as CSV…</numerusform>
            <numerusform>Save %Ln Selected Rows as CSV…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::FilterCommands</name>
    <message numerus="yes">
        <source>There are %Ln filters, and no more can be set.</source>
        <translation>
            <numerusform>There is %Ln filter, and no more can be set.</numerusform>
            <numerusform>There are %Ln filters, and no more can be set.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::PathCommands</name>
    <message numerus="yes">
        <source>%Ln shortest chain(s)</source>
        <translation>
            <numerusform>%Ln shortest chain</numerusform>
            <numerusform>%Ln shortest chains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::PathPanel</name>
    <message numerus="yes">
        <source>%Ln shortest chain(s)</source>
        <translation>
            <numerusform>%Ln shortest chain</numerusform>
            <numerusform>%Ln shortest chains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::RankCommands</name>
    <message numerus="yes">
        <source>%Ln group(s), between which nothing leads.</source>
        <translation>
            <numerusform>%Ln group: all who met anybody are connected.</numerusform>
            <numerusform>%Ln groups, between which nothing leads.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) by who met whom most (Louvain); modularity %1.</source>
        <translation>
            <numerusform>%Ln group by who met whom most (Louvain); modularity %1.</numerusform>
            <numerusform>%Ln groups by who met whom most (Louvain); modularity %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::TimelinePanel</name>
    <message numerus="yes">
        <source>%Ln meeting(s) with a date</source>
        <translation>
            <numerusform>%Ln meeting with a date</numerusform>
            <numerusform>%Ln meetings with a date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln meeting(s) undated</source>
        <translation>
            <numerusform>%Ln meeting undated</numerusform>
            <numerusform>%Ln meetings undated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) undated</source>
        <translation>
            <numerusform>%Ln article undated</numerusform>
            <numerusform>%Ln articles undated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entente::TimelineStrip</name>
    <message numerus="yes">
        <source>%Ln meeting(s): %1</source>
        <translation>
            <numerusform>%Ln meeting: %1</numerusform>
            <numerusform>%Ln meetings: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
