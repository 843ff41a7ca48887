<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ActionGrid</name>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>Don&apos;t pause</source>
        <translation>Don&apos;t pause</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Call one</source>
        <translation>Call one</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Help asked</source>
        <translation>Help asked</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>ClosedCard</name>
    <message>
        <source>Clerk</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>Your clerk number</source>
        <translation>Your clerk number</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Your PIN</translation>
    </message>
</context>
<context>
    <name>CommandPromptPane</name>
    <message>
        <source>Number, such as A012</source>
        <translation>Number, such as A012</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>To the head of the line: yes</source>
        <translation>To the head of the line: yes</translation>
    </message>
    <message>
        <source>To the head of the line</source>
        <translation>To the head of the line</translation>
    </message>
</context>
<context>
    <name>CounterHeader</name>
    <message>
        <source>%1 · clerk %2</source>
        <translation>%1 · clerk %2</translation>
    </message>
</context>
<context>
    <name>CounterWords</name>
    <message>
        <source>This counter is closed. Open it first.</source>
        <translation>This counter is closed. Open it first.</translation>
    </message>
    <message>
        <source>A customer is still at this counter. Finish with them first.</source>
        <translation>A customer is still at this counter. Finish with them first.</translation>
    </message>
    <message>
        <source>Nobody is at this counter. Call somebody first.</source>
        <translation>Nobody is at this counter. Call somebody first.</translation>
    </message>
    <message>
        <source>This counter is paused. Resume first.</source>
        <translation>This counter is paused. Resume first.</translation>
    </message>
    <message>
        <source>This counter is open already.</source>
        <translation>This counter is open already.</translation>
    </message>
    <message>
        <source>That number has moved on meanwhile. See where it stands now.</source>
        <translation>That number has moved on meanwhile. See where it stands now.</translation>
    </message>
    <message>
        <source>That service is closed. Choose another.</source>
        <translation>That service is closed. Choose another.</translation>
    </message>
    <message>
        <source>The business day is closed.</source>
        <translation>The business day is closed.</translation>
    </message>
    <message>
        <source>This counter may not serve that number.</source>
        <translation>This counter may not serve that number.</translation>
    </message>
    <message>
        <source>This customer has another number waiting already.</source>
        <translation>This customer has another number waiting already.</translation>
    </message>
    <message>
        <source>There is no such number today.</source>
        <translation>There is no such number today.</translation>
    </message>
    <message>
        <source>This counter&apos;s access doesn&apos;t allow that. Tell the technician.</source>
        <translation>This counter&apos;s access doesn&apos;t allow that. Tell the technician.</translation>
    </message>
    <message>
        <source>This counter&apos;s access isn&apos;t valid. Tell the technician.</source>
        <translation>This counter&apos;s access isn&apos;t valid. Tell the technician.</translation>
    </message>
    <message>
        <source>The hall can&apos;t save anything now. Tell the technician.</source>
        <translation>The hall can&apos;t save anything now. Tell the technician.</translation>
    </message>
    <message>
        <source>Too many attempts to log in. Wait a minute.</source>
        <translation>Too many attempts to log in. Wait a minute.</translation>
    </message>
    <message>
        <source>That number was called again often enough. Mark it as a no-show.</source>
        <translation>That number was called again often enough. Mark it as a no-show.</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Priority: %1</translation>
    </message>
    <message>
        <source>The kiosk took the paper back</source>
        <translation>The kiosk took the paper back</translation>
    </message>
    <message>
        <source>Just arrived</source>
        <translation>Just arrived</translation>
    </message>
    <message>
        <source>Waited %1 min</source>
        <translation>Waited %1 min</translation>
    </message>
    <message>
        <source>Key contact</source>
        <translation>Key contact</translation>
    </message>
    <message>
        <source>Speaks English</source>
        <translation>Speaks English</translation>
    </message>
    <message>
        <source>Speaks Chinese</source>
        <translation>Speaks Chinese</translation>
    </message>
    <message>
        <source>Called again: %1</source>
        <translation>Called again: %1</translation>
    </message>
    <message>
        <source>The hall didn&apos;t answer. Check what stands here before you try again.</source>
        <translation>The hall didn&apos;t answer. Check what stands here before you try again.</translation>
    </message>
    <message>
        <source>Called again: %1, %2 left</source>
        <translation>Called again: %1, %2 left</translation>
    </message>
    <message>
        <source>The hall is outside its opening hours.</source>
        <translation>The hall is outside its opening hours.</translation>
    </message>
    <message>
        <source>The clerk&apos;s number or the PIN is wrong.</source>
        <translation>The clerk&apos;s number or the PIN is wrong.</translation>
    </message>
    <message>
        <source>Too many attempts with this number. Wait some minutes.</source>
        <translation>Too many attempts with this number. Wait some minutes.</translation>
    </message>
    <message>
        <source>This clerk holds another counter. Close it or hand it over first.</source>
        <translation>This clerk holds another counter. Close it or hand it over first.</translation>
    </message>
    <message>
        <source>Say what came of the service first.</source>
        <translation>Say what came of the service first.</translation>
    </message>
    <message>
        <source>That number was called just now. Give its customer time to come.</source>
        <translation>That number was called just now. Give its customer time to come.</translation>
    </message>
    <message>
        <source>Things have changed meanwhile. Look again.</source>
        <translation>Things have changed meanwhile. Look again.</translation>
    </message>
    <message>
        <source>This works from the next business day on: the program is newer than today.</source>
        <translation>This works from the next business day on: the program is newer than today.</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Case %1</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Item %1</translation>
    </message>
    <message>
        <source>Give the number of the case or the code of the item first.</source>
        <translation>Give the number of the case or the code of the item first.</translation>
    </message>
    <message>
        <source>A case or an item has letters, digits and . _ - / : # alone, and is never a phone or identity number. Try again.</source>
        <translation>A case or an item has letters, digits and . _ - / : # alone, and is never a phone or identity number. Try again.</translation>
    </message>
    <message>
        <source>call</source>
        <translation>call</translation>
    </message>
    <message>
        <source>repeated call</source>
        <translation>repeated call</translation>
    </message>
    <message>
        <source>start</source>
        <translation>start</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>finish</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>no-show</translation>
    </message>
    <message>
        <source>parking</source>
        <translation>parking</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>call back</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>transfer</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>walk-in</translation>
    </message>
    <message>
        <source>There is nothing to take back, or it was too long ago.</source>
        <translation>There is nothing to take back, or it was too long ago.</translation>
    </message>
    <message>
        <source>It has gone on since with that number, so it can&apos;t be taken back any more.</source>
        <translation>It has gone on since with that number, so it can&apos;t be taken back any more.</translation>
    </message>
    <message>
        <source>That counter doesn&apos;t serve this number. Choose another.</source>
        <translation>That counter doesn&apos;t serve this number. Choose another.</translation>
    </message>
    <message>
        <source>That counter is closed by now. Choose another.</source>
        <translation>That counter is closed by now. Choose another.</translation>
    </message>
    <message>
        <source>This counter is worked from another window now.</source>
        <translation>This counter is worked from another window now.</translation>
    </message>
    <message>
        <source>This clerk holds another counter. Take over here, and that one closes.</source>
        <translation>This clerk holds another counter. Take over here, and that one closes.</translation>
    </message>
    <message>
        <source>This clerk has a customer at another counter. Finish there first.</source>
        <translation>This clerk has a customer at another counter. Finish there first.</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Nobody waits for this counter at the moment.</source>
        <translation>Nobody waits for this counter at the moment.</translation>
    </message>
    <message>
        <source>Who comes next</source>
        <translation>Who comes next</translation>
    </message>
    <message>
        <source>Why this number: %1</source>
        <translation>Why this number: %1</translation>
    </message>
    <message>
        <source>The counter pauses after this customer.</source>
        <translation>The counter pauses after this customer.</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>free</source>
        <translation>free</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>with a customer</source>
        <translation>with a customer</translation>
    </message>
    <message>
        <source>clerk %1</source>
        <translation>clerk %1</translation>
    </message>
    <message>
        <source>%1 · stays in this line</source>
        <translation>%1 · stays in this line</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>This counter is closed</source>
        <translation>This counter is closed</translation>
    </message>
    <message>
        <source>This counter is paused</source>
        <translation>This counter is paused</translation>
    </message>
    <message>
        <source>This counter can&apos;t be worked from here</source>
        <translation>This counter can&apos;t be worked from here</translation>
    </message>
    <message>
        <source>Looking for the hall …</source>
        <translation>Looking for the hall …</translation>
    </message>
    <message>
        <source>Nobody is called here until you open it.</source>
        <translation>Nobody is called here until you open it.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the hall answers.</source>
        <translation>It goes on by itself as soon as the hall answers.</translation>
    </message>
    <message>
        <source>This counter is worked from another window</source>
        <translation>This counter is worked from another window</translation>
    </message>
    <message>
        <source>Only one window works a counter. Close the other one, or take over here.</source>
        <translation>Only one window works a counter. Close the other one, or take over here.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>The hall can&apos;t be reached. What stands here may be out of date; it goes on by itself.</source>
        <translation>The hall can&apos;t be reached. What stands here may be out of date; it goes on by itself.</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Done: %1</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Take back · %1 s</source>
        <translation>Take back · %1 s</translation>
    </message>
</context>
<context>
    <name>ReferenceFields</name>
    <message>
        <source>Case number</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>Item code</translation>
    </message>
</context>
<context>
    <name>WaitList</name>
    <message>
        <source>Expected wait of who comes now</source>
        <translation>Expected wait of who comes now</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Closing · %1 waiting</source>
        <translation>Closing · %1 waiting</translation>
    </message>
    <message>
        <source>Closed at present</source>
        <translation>Closed at present</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 waiting</translation>
    </message>
</context>
<context>
    <name>starqueue::counter::CommandPrompt</name>
    <message>
        <source>Why is this number parked?</source>
        <translation>Why is this number parked?</translation>
    </message>
    <message>
        <source>Which number is called out of turn, and why?</source>
        <translation>Which number is called out of turn, and why?</translation>
    </message>
    <message>
        <source>Why does this counter pause?</source>
        <translation>Why does this counter pause?</translation>
    </message>
    <message>
        <source>Fills in a form</source>
        <translation>Fills in a form</translation>
    </message>
    <message>
        <source>Fetches a document</source>
        <translation>Fetches a document</translation>
    </message>
    <message>
        <source>Waits for the system</source>
        <translation>Waits for the system</translation>
    </message>
    <message>
        <source>Missed the call, came back</source>
        <translation>Missed the call, came back</translation>
    </message>
    <message>
        <source>Continues an earlier visit</source>
        <translation>Continues an earlier visit</translation>
    </message>
    <message>
        <source>Needs help at once</source>
        <translation>Needs help at once</translation>
    </message>
    <message>
        <source>Short break</source>
        <translation>Short break</translation>
    </message>
    <message>
        <source>Back office work</source>
        <translation>Back office work</translation>
    </message>
    <message>
        <source>Equipment fault</source>
        <translation>Equipment fault</translation>
    </message>
    <message>
        <source>Which clerk goes on at this counter?</source>
        <translation>Which clerk goes on at this counter?</translation>
    </message>
    <message>
        <source>Clerk, then Enter</source>
        <translation>Clerk, then Enter</translation>
    </message>
    <message>
        <source>Another reason, then Enter</source>
        <translation>Another reason, then Enter</translation>
    </message>
    <message>
        <source>The PIN of the clerk who goes on</source>
        <translation>The PIN of the clerk who goes on</translation>
    </message>
    <message>
        <source>PIN, then Enter</source>
        <translation>PIN, then Enter</translation>
    </message>
    <message>
        <source>Which service does the customer without a number want?</source>
        <translation>Which service does the customer without a number want?</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>What came of it?</translation>
    </message>
    <message>
        <source>Which case or item was it?</source>
        <translation>Which case or item was it?</translation>
    </message>
    <message>
        <source>On the ticket: %1</source>
        <translation>On the ticket: %1</translation>
    </message>
    <message>
        <source>One of the two is needed here.</source>
        <translation>One of the two is needed here.</translation>
    </message>
    <message>
        <source>Transfer where to?</source>
        <translation>Transfer where to?</translation>
    </message>
    <message>
        <source>For which service there?</source>
        <translation>For which service there?</translation>
    </message>
    <message>
        <source>Why does this number go first?</source>
        <translation>Why does this number go first?</translation>
    </message>
    <message>
        <source>The times are for somebody new. Who is transferred keeps the time of arrival and usually waits less.</source>
        <translation>The times are for somebody new. Who is transferred keeps the time of arrival and usually waits less.</translation>
    </message>
    <message>
        <source>Waited at the wrong counter</source>
        <translation>Waited at the wrong counter</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>What each key does</source>
        <translation>What each key does</translation>
    </message>
</context>
<context>
    <name>starqueue::counter::CounterModel</name>
    <message>
        <source>No-show</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>No-show · %1 s</source>
        <translation>No-show · %1 s</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Sending …</translation>
    </message>
    <message>
        <source>Open the counter</source>
        <translation>Open the counter</translation>
    </message>
    <message>
        <source>Call the next</source>
        <translation>Call the next</translation>
    </message>
    <message>
        <source>Start the service</source>
        <translation>Start the service</translation>
    </message>
    <message>
        <source>Finish, ask for a rating</source>
        <translation>Finish, ask for a rating</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>Nobody waits whom this counter may serve.</source>
        <translation>Nobody waits whom this counter may serve.</translation>
    </message>
    <message>
        <source>%1 is finished and was asked for a rating.</source>
        <translation>%1 is finished and was asked for a rating.</translation>
    </message>
    <message>
        <source>%1 is finished.</source>
        <translation>%1 is finished.</translation>
    </message>
    <message>
        <source>The duty manager has been asked to come.</source>
        <translation>The duty manager has been asked to come.</translation>
    </message>
    <message>
        <source>%1 did not come and was noted as a no-show.</source>
        <translation>%1 did not come and was noted as a no-show.</translation>
    </message>
    <message>
        <source>%1 waits for the other service and keeps its time of arrival.</source>
        <translation>%1 waits for the other service and keeps its time of arrival.</translation>
    </message>
    <message>
        <source>The customer of %1 has given a rating.</source>
        <translation>The customer of %1 has given a rating.</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Today %1</translation>
    </message>
    <message>
        <source>%1 · mean %2</source>
        <translation>%1 · mean %2</translation>
    </message>
    <message>
        <source>%1 waiting · %2 for this counter</source>
        <translation>%1 waiting · %2 for this counter</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of services</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Changed for today: %1</source>
        <translation>Changed for today: %1</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>That was not sent. Please try again.</source>
        <translation>That was not sent. Please try again.</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>Again: no-show</source>
        <translation>Again: no-show</translation>
    </message>
    <message>
        <source>Clerk %1 goes on here.</source>
        <translation>Clerk %1 goes on here.</translation>
    </message>
    <message>
        <source>The hall was reached, but it has no counter %1. Waiting doesn&apos;t help: ask the technician to start this window with a counter of this hall.</source>
        <translation>The hall was reached, but it has no counter %1. Waiting doesn&apos;t help: ask the technician to start this window with a counter of this hall.</translation>
    </message>
    <message>
        <source>The hall was reached, but it refuses this window&apos;s token. Waiting doesn&apos;t help: ask the technician to start this window with the token of counter %1.</source>
        <translation>The hall was reached, but it refuses this window&apos;s token. Waiting doesn&apos;t help: ask the technician to start this window with the token of counter %1.</translation>
    </message>
    <message>
        <source>Not possible here</source>
        <translation>Not possible here</translation>
    </message>
    <message>
        <source>Nothing to record</source>
        <translation>Nothing to record</translation>
    </message>
    <message>
        <source>Taken back: %1 is as it was before.</source>
        <translation>Taken back: %1 is as it was before.</translation>
    </message>
    <message>
        <source>%1 goes first there and keeps its time of arrival.</source>
        <translation>%1 goes first there and keeps its time of arrival.</translation>
    </message>
    <message>
        <source>%1 waits for %2 alone and keeps its time of arrival.</source>
        <translation>%1 waits for %2 alone and keeps its time of arrival.</translation>
    </message>
    <message>
        <source>%1 waits for %2, which isn&apos;t calling now: others may call it too. It keeps its time of arrival.</source>
        <translation>%1 waits for %2, which isn&apos;t calling now: others may call it too. It keeps its time of arrival.</translation>
    </message>
    <message>
        <source>Serve without a number</source>
        <translation>Serve without a number</translation>
    </message>
    <message>
        <source>Hand over to another clerk</source>
        <translation>Hand over to another clerk</translation>
    </message>
    <message>
        <source>Close the counter</source>
        <translation>Close the counter</translation>
    </message>
    <message>
        <source>Take over here</source>
        <translation>Take over here</translation>
    </message>
</context>
<context>
    <name>ClerkNumber</name>
    <message>
        <source>A clerk&apos;s number has letters, digits and hyphens alone, 20 at most.</source>
        <translation>A clerk&apos;s number has letters, digits and hyphens alone, 20 at most.</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Space, Enter</source>
        <translation>Space, Enter</translation>
    </message>
    <message>
        <source>what the ring stands on; without a ring the large key</source>
        <translation>what the ring stands on; without a ring the large key</translation>
    </message>
    <message>
        <source>the ring moves on</source>
        <translation>the ring moves on</translation>
    </message>
    <message>
        <source>call again</source>
        <translation>call again</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>no-show</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>transfer</translation>
    </message>
    <message>
        <source>park</source>
        <translation>park</translation>
    </message>
    <message>
        <source>call one number out of turn</source>
        <translation>call one number out of turn</translation>
    </message>
    <message>
        <source>ask the duty manager to come</source>
        <translation>ask the duty manager to come</translation>
    </message>
    <message>
        <source>F8, Backspace</source>
        <translation>F8, Backspace</translation>
    </message>
    <message>
        <source>take the last step back</source>
        <translation>take the last step back</translation>
    </message>
    <message>
        <source>pause, or not after all</source>
        <translation>pause, or not after all</translation>
    </message>
    <message>
        <source>more: close, hand over, serve without a number</source>
        <translation>more: close, hand over, serve without a number</translation>
    </message>
    <message>
        <source>hand over</source>
        <translation>hand over</translation>
    </message>
    <message>
        <source>serve without a number</source>
        <translation>serve without a number</translation>
    </message>
    <message>
        <source>call that parked customer back; choose an answer</source>
        <translation>call that parked customer back; choose an answer</translation>
    </message>
    <message>
        <source>back, nothing is done</source>
        <translation>back, nothing is done</translation>
    </message>
</context>
<context>
    <name>ParkedList</name>
    <message>
        <source>Parked: %1. A digit calls one back.</source>
        <translation>Parked: %1. A digit calls one back.</translation>
    </message>
    <message>
        <source>Call %1 back</source>
        <translation>Call %1 back</translation>
    </message>
</context>
</TS>
