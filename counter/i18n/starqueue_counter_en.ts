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
        <source>Call again</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>No-show</translation>
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
        <source>Call a number</source>
        <translation>Call a number</translation>
    </message>
    <message>
        <source>Help asked</source>
        <translation>Help asked</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>Ask for help</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
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
        <source>Close the counter</source>
        <translation>Close the counter</translation>
    </message>
</context>
<context>
    <name>AnswerSheet</name>
    <message>
        <source>Number, such as A012</source>
        <translation>Number, such as A012</translation>
    </message>
    <message>
        <source>Another reason, then Enter</source>
        <translation>Another reason, then Enter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
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
        <source>There is no call to take back.</source>
        <translation>There is no call to take back.</translation>
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
        <source>Priority: disabled</source>
        <translation>Priority: disabled</translation>
    </message>
    <message>
        <source>Priority: elderly</source>
        <translation>Priority: elderly</translation>
    </message>
    <message>
        <source>Priority: pregnant</source>
        <translation>Priority: pregnant</translation>
    </message>
    <message>
        <source>Priority: serving military</source>
        <translation>Priority: serving military</translation>
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
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>The hall can&apos;t be reached. What stands here may be out of date; it goes on by itself.</source>
        <translation>The hall can&apos;t be reached. What stands here may be out of date; it goes on by itself.</translation>
    </message>
</context>
<context>
    <name>ParkedList</name>
    <message>
        <source>Parked: %1</source>
        <translation>Parked: %1</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Call back</translation>
    </message>
</context>
<context>
    <name>starqueue::counter::CounterModel</name>
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
        <source>Serving</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>That was not sent. Please try again.</source>
        <translation>Space&lt;/source&gt;
        &lt;translation&gt;Space&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Call again&lt;/source&gt;
        &lt;translation&gt;Call again&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;No-show&lt;/source&gt;
        &lt;translation&gt;No-show&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Transfer&lt;/source&gt;
        &lt;translation&gt;Transfer&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Park&lt;/source&gt;
        &lt;translation&gt;Park&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Call a number&lt;/source&gt;
        &lt;translation&gt;Call a number&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Help asked&lt;/source&gt;
        &lt;translation&gt;Help asked&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Ask for help&lt;/source&gt;
        &lt;translation&gt;Ask for help&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Take back&lt;/source&gt;
        &lt;translation&gt;Take back&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Don't pause&lt;/source&gt;
        &lt;translation&gt;Don't pause&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Pause&lt;/source&gt;
        &lt;translation&gt;Pause&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Close the counter&lt;/source&gt;
        &lt;translation&gt;Close the counter&lt;/translation&gt;
    &lt;/message&gt;
&lt;/context&gt;
&lt;context&gt;
    &lt;name&gt;AnswerSheet&lt;/name&gt;
    &lt;message&gt;
        &lt;source&gt;Number, such as A012&lt;/source&gt;
        &lt;translation&gt;Number, such as A012&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Another reason, then Enter&lt;/source&gt;
        &lt;translation&gt;Another reason, then Enter&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Back&lt;/source&gt;
        &lt;translation&gt;Back&lt;/translation&gt;
    &lt;/message&gt;
&lt;/context&gt;
&lt;context&gt;
    &lt;name&gt;ClosedCard&lt;/name&gt;
    &lt;message&gt;
        &lt;source&gt;Clerk&lt;/source&gt;
        &lt;translation&gt;Clerk&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Your clerk number&lt;/source&gt;
        &lt;translation&gt;Your clerk number&lt;/translation&gt;
    &lt;/message&gt;
&lt;/context&gt;
&lt;context&gt;
    &lt;name&gt;CounterHeader&lt;/name&gt;
    &lt;message&gt;
        &lt;source&gt;%1 · clerk %2&lt;/source&gt;
        &lt;translation&gt;%1 · clerk %2&lt;/translation&gt;
    &lt;/message&gt;
&lt;/context&gt;
&lt;context&gt;
    &lt;name&gt;CounterWords&lt;/name&gt;
    &lt;message&gt;
        &lt;source&gt;This counter is closed. Open it first.&lt;/source&gt;
        &lt;translation&gt;This counter is closed. Open it first.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;A customer is still at this counter. Finish with them first.&lt;/source&gt;
        &lt;translation&gt;A customer is still at this counter. Finish with them first.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Nobody is at this counter. Call somebody first.&lt;/source&gt;
        &lt;translation&gt;Nobody is at this counter. Call somebody first.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;This counter is paused. Resume first.&lt;/source&gt;
        &lt;translation&gt;This counter is paused. Resume first.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;This counter is open already.&lt;/source&gt;
        &lt;translation&gt;This counter is open already.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;That number has moved on meanwhile. See where it stands now.&lt;/source&gt;
        &lt;translation&gt;That number has moved on meanwhile. See where it stands now.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;That service is closed. Choose another.&lt;/source&gt;
        &lt;translation&gt;That service is closed. Choose another.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;The business day is closed.&lt;/source&gt;
        &lt;translation&gt;The business day is closed.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;This counter may not serve that number.&lt;/source&gt;
        &lt;translation&gt;This counter may not serve that number.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;This customer has another number waiting already.&lt;/source&gt;
        &lt;translation&gt;This customer has another number waiting already.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;There is no call to take back.&lt;/source&gt;
        &lt;translation&gt;There is no call to take back.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;There is no such number today.&lt;/source&gt;
        &lt;translation&gt;There is no such number today.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;This counter's access doesn't allow that. Tell the technician.&lt;/source&gt;
        &lt;translation&gt;This counter's access doesn't allow that. Tell the technician.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;This counter's access isn't valid. Tell the technician.&lt;/source&gt;
        &lt;translation&gt;This counter's access isn't valid. Tell the technician.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;The hall can't save anything now. Tell the technician.&lt;/source&gt;
        &lt;translation&gt;The hall can't save anything now. Tell the technician.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Priority: disabled&lt;/source&gt;
        &lt;translation&gt;Priority: disabled&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Priority: elderly&lt;/source&gt;
        &lt;translation&gt;Priority: elderly&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Priority: pregnant&lt;/source&gt;
        &lt;translation&gt;Priority: pregnant&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Priority: serving military&lt;/source&gt;
        &lt;translation&gt;Priority: serving military&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Just arrived&lt;/source&gt;
        &lt;translation&gt;Just arrived&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Waited %1 min&lt;/source&gt;
        &lt;translation&gt;Waited %1 min&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Key contact&lt;/source&gt;
        &lt;translation&gt;Key contact&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Speaks English&lt;/source&gt;
        &lt;translation&gt;Speaks English&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Speaks Chinese&lt;/source&gt;
        &lt;translation&gt;Speaks Chinese&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Called again: %1&lt;/source&gt;
        &lt;translation&gt;Called again: %1&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;The hall didn't answer. Check what stands here before you try again.&lt;/source&gt;
        &lt;translation&gt;The hall didn't answer. Check what stands here before you try again.&lt;/translation&gt;
    &lt;/message&gt;
&lt;/context&gt;
&lt;context&gt;
    &lt;name&gt;CustomerCard&lt;/name&gt;
    &lt;message&gt;
        &lt;source&gt;Nobody waits for this counter at the moment.&lt;/source&gt;
        &lt;translation&gt;Nobody waits for this counter at the moment.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Who comes next&lt;/source&gt;
        &lt;translation&gt;Who comes next&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Why this number: %1&lt;/source&gt;
        &lt;translation&gt;Why this number: %1&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;The counter pauses after this customer.&lt;/source&gt;
        &lt;translation&gt;The counter pauses after this customer.&lt;/translation&gt;
    &lt;/message&gt;
&lt;/context&gt;
&lt;context&gt;
    &lt;name&gt;MessageCard&lt;/name&gt;
    &lt;message&gt;
        &lt;source&gt;This counter is closed&lt;/source&gt;
        &lt;translation&gt;This counter is closed&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;This counter is paused&lt;/source&gt;
        &lt;translation&gt;This counter is paused&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;This counter can't be worked from here&lt;/source&gt;
        &lt;translation&gt;This counter can't be worked from here&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Looking for the hall …&lt;/source&gt;
        &lt;translation&gt;Looking for the hall …&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Nobody is called here until you open it.&lt;/source&gt;
        &lt;translation&gt;Nobody is called here until you open it.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;It goes on by itself as soon as the hall answers.&lt;/source&gt;
        &lt;translation&gt;It goes on by itself as soon as the hall answers.&lt;/translation&gt;
    &lt;/message&gt;
&lt;/context&gt;
&lt;context&gt;
    &lt;name&gt;NoticeBar&lt;/name&gt;
    &lt;message&gt;
        &lt;source&gt;The hall can't be reached. What stands here may be out of date; it goes on by itself.&lt;/source&gt;
        &lt;translation&gt;The hall can't be reached. What stands here may be out of date; it goes on by itself.&lt;/translation&gt;
    &lt;/message&gt;
&lt;/context&gt;
&lt;context&gt;
    &lt;name&gt;ParkedList&lt;/name&gt;
    &lt;message&gt;
        &lt;source&gt;Parked: %1&lt;/source&gt;
        &lt;translation&gt;Parked: %1&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Call back&lt;/source&gt;
        &lt;translation&gt;Call back&lt;/translation&gt;
    &lt;/message&gt;
&lt;/context&gt;
&lt;context&gt;
    &lt;name&gt;starqueue::counter::CounterModel&lt;/name&gt;
    &lt;message&gt;
        &lt;source&gt;Sending …&lt;/source&gt;
        &lt;translation&gt;Sending …&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Open the counter&lt;/source&gt;
        &lt;translation&gt;Open the counter&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Call the next&lt;/source&gt;
        &lt;translation&gt;Call the next&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Start the service&lt;/source&gt;
        &lt;translation&gt;Start the service&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Finish, ask for a rating&lt;/source&gt;
        &lt;translation&gt;Finish, ask for a rating&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Resume&lt;/source&gt;
        &lt;translation&gt;Resume&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Please wait&lt;/source&gt;
        &lt;translation&gt;Please wait&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Nobody waits whom this counter may serve.&lt;/source&gt;
        &lt;translation&gt;Nobody waits whom this counter may serve.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;%1 is finished and was asked for a rating.&lt;/source&gt;
        &lt;translation&gt;%1 is finished and was asked for a rating.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;%1 is finished.&lt;/source&gt;
        &lt;translation&gt;%1 is finished.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;The duty manager has been asked to come.&lt;/source&gt;
        &lt;translation&gt;The duty manager has been asked to come.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;%1 did not come and was noted as a no-show.&lt;/source&gt;
        &lt;translation&gt;%1 did not come and was noted as a no-show.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;%1 waits for the other service and keeps its time of arrival.&lt;/source&gt;
        &lt;translation&gt;%1 waits for the other service and keeps its time of arrival.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;The customer of %1 has given a rating.&lt;/source&gt;
        &lt;translation&gt;The customer of %1 has given a rating.&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Counter %1&lt;/source&gt;
        &lt;translation&gt;Counter %1&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Today %1&lt;/source&gt;
        &lt;translation&gt;Today %1&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;%1 · mean %2&lt;/source&gt;
        &lt;translation&gt;%1 · mean %2&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;%1 waiting · %2 for this counter&lt;/source&gt;
        &lt;translation&gt;%1 waiting · %2 for this counter&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Serving&lt;/source&gt;
        &lt;translation&gt;Serving&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;Called&lt;/source&gt;
        &lt;translation&gt;Called&lt;/translation&gt;
    &lt;/message&gt;
    &lt;message&gt;
        &lt;source&gt;That was not sent. Please try again.</translation>
    </message>
</context>
<context>
    <name>starqueue::counter::CounterSheet</name>
    <message>
        <source>Transfer to which service?</source>
        <translation>Transfer to which service?</translation>
    </message>
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
</context>
</TS>
