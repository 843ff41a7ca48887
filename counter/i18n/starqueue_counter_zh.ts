<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh">
<context>
    <name>ActionGrid</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Don&apos;t pause</source>
        <translation>继续营业</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Call one</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>支援</translation>
    </message>
    <message>
        <source>Help asked</source>
        <translation>已请支援</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ClosedCard</name>
    <message>
        <source>Clerk</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Your clerk number</source>
        <translation>请输入工号</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>请输入密码（PIN）</translation>
    </message>
</context>
<context>
    <name>CommandPromptPane</name>
    <message>
        <source>Number, such as A012</source>
        <translation>号码，如 A012</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>To the head of the line: yes</source>
        <translation>排在最前：是</translation>
    </message>
    <message>
        <source>To the head of the line</source>
        <translation>排在最前</translation>
    </message>
</context>
<context>
    <name>CounterHeader</name>
    <message>
        <source>%1 · clerk %2</source>
        <translation>%1 · 工号 %2</translation>
    </message>
</context>
<context>
    <name>CounterWords</name>
    <message>
        <source>This counter is closed. Open it first.</source>
        <translation>本窗口未开放，请先开放窗口。</translation>
    </message>
    <message>
        <source>A customer is still at this counter. Finish with them first.</source>
        <translation>本窗口还有顾客，请先办结。</translation>
    </message>
    <message>
        <source>Nobody is at this counter. Call somebody first.</source>
        <translation>本窗口没有顾客，请先叫号。</translation>
    </message>
    <message>
        <source>This counter is paused. Resume first.</source>
        <translation>本窗口已暂停，请先恢复。</translation>
    </message>
    <message>
        <source>This counter is open already.</source>
        <translation>本窗口已经开放。</translation>
    </message>
    <message>
        <source>That number has moved on meanwhile. See where it stands now.</source>
        <translation>该号码的状态已经变化，请看现在的状态。</translation>
    </message>
    <message>
        <source>That service is closed. Choose another.</source>
        <translation>该业务已停办，请选择其他业务。</translation>
    </message>
    <message>
        <source>The business day is closed.</source>
        <translation>今日营业已结束。</translation>
    </message>
    <message>
        <source>This counter may not serve that number.</source>
        <translation>本窗口不能办理该号码。</translation>
    </message>
    <message>
        <source>This customer has another number waiting already.</source>
        <translation>这位顾客已有号码在等候。</translation>
    </message>
    <message>
        <source>This clerk holds another counter. Close it or hand it over first.</source>
        <translation>该营业员正在另一个窗口值守，请先关闭或交接。</translation>
    </message>
    <message>
        <source>Say what came of the service first.</source>
        <translation>请先选择办理结果。</translation>
    </message>
    <message>
        <source>That number was called just now. Give its customer time to come.</source>
        <translation>刚刚叫过这个号，请等顾客走过来。</translation>
    </message>
    <message>
        <source>Things have changed meanwhile. Look again.</source>
        <translation>情况已有变化，请重新查看。</translation>
    </message>
    <message>
        <source>This works from the next business day on: the program is newer than today.</source>
        <translation>程序更新于今日开业之后，此功能自下一营业日起可用。</translation>
    </message>
    <message>
        <source>There is no such number today.</source>
        <translation>今天没有这个号码。</translation>
    </message>
    <message>
        <source>This counter&apos;s access doesn&apos;t allow that. Tell the technician.</source>
        <translation>本窗口没有这项权限，请联系运维。</translation>
    </message>
    <message>
        <source>This counter&apos;s access isn&apos;t valid. Tell the technician.</source>
        <translation>本窗口的访问凭证无效，请联系运维。</translation>
    </message>
    <message>
        <source>The hall can&apos;t save anything now. Tell the technician.</source>
        <translation>大厅服务暂时无法保存，请联系运维。</translation>
    </message>
    <message>
        <source>Too many attempts to log in. Wait a minute.</source>
        <translation>登录尝试过于频繁，请等一分钟。</translation>
    </message>
    <message>
        <source>That number was called again often enough. Mark it as a no-show.</source>
        <translation>该号码已多次重呼，请按过号处理。</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>依法优先：%1</translation>
    </message>
    <message>
        <source>The kiosk took the paper back</source>
        <translation>号票已被取号机收回</translation>
    </message>
    <message>
        <source>Just arrived</source>
        <translation>刚到</translation>
    </message>
    <message>
        <source>Waited %1 min</source>
        <translation>等候 %1 分</translation>
    </message>
    <message>
        <source>Key contact</source>
        <translation>集团关键人</translation>
    </message>
    <message>
        <source>Speaks English</source>
        <translation>请用英语</translation>
    </message>
    <message>
        <source>Speaks Chinese</source>
        <translation>请用中文</translation>
    </message>
    <message>
        <source>Called again: %1</source>
        <translation>已重呼 %1 次</translation>
    </message>
    <message>
        <source>The hall didn&apos;t answer. Check what stands here before you try again.</source>
        <translation>大厅服务没有应答，请核对当前状态后再试。</translation>
    </message>
    <message>
        <source>Called again: %1, %2 left</source>
        <translation>已重呼 %1 次，还可 %2 次</translation>
    </message>
    <message>
        <source>The hall is outside its opening hours.</source>
        <translation>现在不在营业时间。</translation>
    </message>
    <message>
        <source>The clerk&apos;s number or the PIN is wrong.</source>
        <translation>工号或密码不正确。</translation>
    </message>
    <message>
        <source>Too many attempts with this number. Wait some minutes.</source>
        <translation>此工号尝试次数过多，请过几分钟再试。</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>办件 %1</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>事项 %1</translation>
    </message>
    <message>
        <source>Give the number of the case or the code of the item first.</source>
        <translation>请先填写办件编号或事项编码。</translation>
    </message>
    <message>
        <source>A case or an item has letters, digits and . _ - / : # alone, and is never a phone or identity number. Try again.</source>
        <translation>办件编号和事项编码只含字母、数字和 . _ - / : #，不得填手机号或身份证号。请重填。</translation>
    </message>
    <message>
        <source>call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>repeated call</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>parking</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>叫回</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>无号办理</translation>
    </message>
    <message>
        <source>There is nothing to take back, or it was too long ago.</source>
        <translation>没有可以撤销的操作，或已超过时限。</translation>
    </message>
    <message>
        <source>It has gone on since with that number, so it can&apos;t be taken back any more.</source>
        <translation>该号码已有后续操作，不能再撤销。</translation>
    </message>
    <message>
        <source>That counter doesn&apos;t serve this number. Choose another.</source>
        <translation>该窗口不能办理此号码，请选择其他窗口。</translation>
    </message>
    <message>
        <source>That counter is closed by now. Choose another.</source>
        <translation>该窗口已关闭，请选择其他窗口。</translation>
    </message>
    <message>
        <source>This counter is worked from another window now.</source>
        <translation>本窗口正在另一处操作。</translation>
    </message>
    <message>
        <source>This clerk holds another counter. Take over here, and that one closes.</source>
        <translation>该工号正在另一窗口办公。在此接管后，那个窗口将关闭。</translation>
    </message>
    <message>
        <source>This clerk has a customer at another counter. Finish there first.</source>
        <translation>该工号在另一窗口有顾客，请先在那里办完。</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Nobody waits for this counter at the moment.</source>
        <translation>目前没有本窗口可办的顾客。</translation>
    </message>
    <message>
        <source>Who comes next</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Why this number: %1</source>
        <translation>为何是此号：%1</translation>
    </message>
    <message>
        <source>The counter pauses after this customer.</source>
        <translation>办完这位顾客后暂停。</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停中</translation>
    </message>
    <message>
        <source>with a customer</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>clerk %1</source>
        <translation>工号 %1</translation>
    </message>
    <message>
        <source>%1 · stays in this line</source>
        <translation>%1 · 留在本队列</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>This counter is closed</source>
        <translation>本窗口未开放</translation>
    </message>
    <message>
        <source>This counter is paused</source>
        <translation>本窗口已暂停</translation>
    </message>
    <message>
        <source>This counter can&apos;t be worked from here</source>
        <translation>无法在此操作本窗口</translation>
    </message>
    <message>
        <source>Looking for the hall …</source>
        <translation>正在连接大厅服务…</translation>
    </message>
    <message>
        <source>Nobody is called here until you open it.</source>
        <translation>开放窗口后才会叫号。</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the hall answers.</source>
        <translation>连接后自动继续。</translation>
    </message>
    <message>
        <source>This counter is worked from another window</source>
        <translation>本窗口正在另一处操作</translation>
    </message>
    <message>
        <source>Only one window works a counter. Close the other one, or take over here.</source>
        <translation>一个窗口只能在一处操作。请关闭另一处，或在此接管。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>The hall can&apos;t be reached. What stands here may be out of date; it goes on by itself.</source>
        <translation>连接不上大厅服务，以下内容可能已过时，恢复后自动继续。</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>上一步：%1</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>Take back · %1 s</source>
        <translation>撤销 · %1 秒</translation>
    </message>
</context>
<context>
    <name>ReferenceFields</name>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>事项编码</translation>
    </message>
</context>
<context>
    <name>WaitList</name>
    <message>
        <source>Expected wait of who comes now</source>
        <translation>新到顾客预计等候</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Closing · %1 waiting</source>
        <translation>停止取号 · %1 人等候</translation>
    </message>
    <message>
        <source>Closed at present</source>
        <translation>暂停办理</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 人等候</translation>
    </message>
</context>
<context>
    <name>starqueue::counter::CommandPrompt</name>
    <message>
        <source>Why is this number parked?</source>
        <translation>为什么挂起？</translation>
    </message>
    <message>
        <source>Which number is called out of turn, and why?</source>
        <translation>指定叫哪个号，为什么？</translation>
    </message>
    <message>
        <source>Why does this counter pause?</source>
        <translation>为什么暂停？</translation>
    </message>
    <message>
        <source>Fills in a form</source>
        <translation>填写表格</translation>
    </message>
    <message>
        <source>Fetches a document</source>
        <translation>补充材料</translation>
    </message>
    <message>
        <source>Waits for the system</source>
        <translation>等待系统处理</translation>
    </message>
    <message>
        <source>Missed the call, came back</source>
        <translation>过号后返回</translation>
    </message>
    <message>
        <source>Continues an earlier visit</source>
        <translation>继续先前的业务</translation>
    </message>
    <message>
        <source>Needs help at once</source>
        <translation>需要立即协助</translation>
    </message>
    <message>
        <source>Short break</source>
        <translation>短暂休息</translation>
    </message>
    <message>
        <source>Back office work</source>
        <translation>后台处理</translation>
    </message>
    <message>
        <source>Equipment fault</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>Which clerk goes on at this counter?</source>
        <translation>由哪位营业员接着办理？</translation>
    </message>
    <message>
        <source>Clerk, then Enter</source>
        <translation>输入工号后按回车</translation>
    </message>
    <message>
        <source>Another reason, then Enter</source>
        <translation>其他原因，按回车确认</translation>
    </message>
    <message>
        <source>The PIN of the clerk who goes on</source>
        <translation>接班工号的密码（PIN）</translation>
    </message>
    <message>
        <source>PIN, then Enter</source>
        <translation>输入密码后按回车</translation>
    </message>
    <message>
        <source>Which service does the customer without a number want?</source>
        <translation>无号顾客要办理哪项业务？</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>办理结果如何？</translation>
    </message>
    <message>
        <source>Which case or item was it?</source>
        <translation>办理的是哪个办件或事项？</translation>
    </message>
    <message>
        <source>On the ticket: %1</source>
        <translation>取号时已填：%1</translation>
    </message>
    <message>
        <source>One of the two is needed here.</source>
        <translation>两项须填其中一项。</translation>
    </message>
    <message>
        <source>Transfer where to?</source>
        <translation>转移到哪里？</translation>
    </message>
    <message>
        <source>For which service there?</source>
        <translation>到该窗口办理哪项业务？</translation>
    </message>
    <message>
        <source>Why does this number go first?</source>
        <translation>为什么排在最前？</translation>
    </message>
    <message>
        <source>The times are for somebody new. Who is transferred keeps the time of arrival and usually waits less.</source>
        <translation>时间按新到顾客估计；转移的顾客保留到达时间，一般更短。</translation>
    </message>
    <message>
        <source>Waited at the wrong counter</source>
        <translation>之前排错了队</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>What each key does</source>
        <translation>按键说明</translation>
    </message>
</context>
<context>
    <name>starqueue::counter::CounterModel</name>
    <message>
        <source>No-show</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>No-show · %1 s</source>
        <translation>过号 · %1 秒</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Open the counter</source>
        <translation>开放窗口</translation>
    </message>
    <message>
        <source>Call the next</source>
        <translation>叫下一位</translation>
    </message>
    <message>
        <source>Start the service</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Finish, ask for a rating</source>
        <translation>结束并请评价</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复叫号</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Nobody waits whom this counter may serve.</source>
        <translation>暂时没有本窗口可办的顾客。</translation>
    </message>
    <message>
        <source>%1 is finished and was asked for a rating.</source>
        <translation>%1 已办结，已请顾客评价。</translation>
    </message>
    <message>
        <source>%1 is finished.</source>
        <translation>%1 已办结。</translation>
    </message>
    <message>
        <source>The duty manager has been asked to come.</source>
        <translation>已请值班经理前来支援。</translation>
    </message>
    <message>
        <source>%1 did not come and was noted as a no-show.</source>
        <translation>%1 未到，已记过号。</translation>
    </message>
    <message>
        <source>%1 waits for the other service and keeps its time of arrival.</source>
        <translation>%1 已转移，保留原来的到达时间。</translation>
    </message>
    <message>
        <source>The customer of %1 has given a rating.</source>
        <translation>%1 的顾客已评价。</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今日 %1 位</translation>
    </message>
    <message>
        <source>%1 · mean %2</source>
        <translation>%1 · 均 %2</translation>
    </message>
    <message>
        <source>%1 waiting · %2 for this counter</source>
        <translation>等候 %1 人 · 本窗口可办 %2 人</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of services</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Changed for today: %1</source>
        <translation>今日改为办理：%1</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>呼叫中</translation>
    </message>
    <message>
        <source>That was not sent. Please try again.</source>
        <translation>没有发送成功，请再试一次。</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Again: no-show</source>
        <translation>再呼即过号</translation>
    </message>
    <message>
        <source>Clerk %1 goes on here.</source>
        <translation>本窗口由 %1 接着办理。</translation>
    </message>
    <message>
        <source>The hall was reached, but it has no counter %1. Waiting doesn&apos;t help: ask the technician to start this window with a counter of this hall.</source>
        <translation>已连接大厅服务，但大厅没有窗口 %1。等待不会恢复，请联系运维，用本厅的窗口编号重新启动。</translation>
    </message>
    <message>
        <source>The hall was reached, but it refuses this window&apos;s token. Waiting doesn&apos;t help: ask the technician to start this window with the token of counter %1.</source>
        <translation>已连接大厅服务，但本机的访问凭证被拒绝。等待不会恢复，请联系运维，改用窗口 %1 的访问凭证重新启动。</translation>
    </message>
    <message>
        <source>Not possible here</source>
        <translation>无法在此操作</translation>
    </message>
    <message>
        <source>Nothing to record</source>
        <translation>不记录</translation>
    </message>
    <message>
        <source>Taken back: %1 is as it was before.</source>
        <translation>已撤销，%1 恢复原状。</translation>
    </message>
    <message>
        <source>%1 goes first there and keeps its time of arrival.</source>
        <translation>%1 已转移并排在最前，保留原来的到达时间。</translation>
    </message>
    <message>
        <source>%1 waits for %2 alone and keeps its time of arrival.</source>
        <translation>%1 已转移，只由%2办理，保留原来的到达时间。</translation>
    </message>
    <message>
        <source>%1 waits for %2, which isn&apos;t calling now: others may call it too. It keeps its time of arrival.</source>
        <translation>%1 已转到%2，该窗口暂停叫号，其他窗口也可叫到，保留原来的到达时间。</translation>
    </message>
    <message>
        <source>Serve without a number</source>
        <translation>无号办理</translation>
    </message>
    <message>
        <source>Hand over to another clerk</source>
        <translation>交接给其他员工</translation>
    </message>
    <message>
        <source>Close the counter</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Take over here</source>
        <translation>在此接管</translation>
    </message>
</context>
<context>
    <name>ClerkNumber</name>
    <message>
        <source>A clerk&apos;s number has letters, digits and hyphens alone, 20 at most.</source>
        <translation>工号只能由字母、数字和连字符组成，最多20位。</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Space, Enter</source>
        <translation>空格、回车</translation>
    </message>
    <message>
        <source>what the ring stands on; without a ring the large key</source>
        <translation>按下有外框的按键；没有外框时为大按键</translation>
    </message>
    <message>
        <source>the ring moves on</source>
        <translation>外框移到下一项</translation>
    </message>
    <message>
        <source>call again</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>park</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>call one number out of turn</source>
        <translation>指定叫号</translation>
    </message>
    <message>
        <source>ask the duty manager to come</source>
        <translation>请值班经理前来</translation>
    </message>
    <message>
        <source>F8, Backspace</source>
        <translation>F8、退格</translation>
    </message>
    <message>
        <source>take the last step back</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>pause, or not after all</source>
        <translation>暂停，或取消暂停</translation>
    </message>
    <message>
        <source>more: close, hand over, serve without a number</source>
        <translation>更多：关闭、交接、无号办理</translation>
    </message>
    <message>
        <source>hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>serve without a number</source>
        <translation>无号办理</translation>
    </message>
    <message>
        <source>call that parked customer back; choose an answer</source>
        <translation>叫回该行的挂起顾客；选择答案</translation>
    </message>
    <message>
        <source>back, nothing is done</source>
        <translation>返回，不做任何事</translation>
    </message>
</context>
<context>
    <name>ParkedList</name>
    <message>
        <source>Parked: %1. A digit calls one back.</source>
        <translation>已挂起 %1 位，按数字叫回</translation>
    </message>
    <message>
        <source>Call %1 back</source>
        <translation>叫回 %1</translation>
    </message>
</context>
</TS>
