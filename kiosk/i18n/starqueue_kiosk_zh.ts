<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh">
    <context>
        <name>ClosedCard</name>
        <message>
            <source>All services are closed now</source>
            <translation>现在所有业务都已停止取号</translation>
        </message>
        <message>
            <source>If you hold a number, it stays valid. Our staff will tell you when we open.</source>
            <translation>您手中的号依然有效。开放时间请询问工作人员。</translation>
        </message>
        <message>
            <source>We open again: %1</source>
            <translation>再次营业：%1</translation>
        </message>
    </context>
    <context>
        <name>ClosedWords</name>
        <message>
            <source>No numbers left today</source>
            <translation>今天的号已取完</translation>
        </message>
        <message>
            <source>Opens %1</source>
            <translation>%1 开始取号</translation>
        </message>
    </context>
    <context>
        <name>CountdownBar</name>
        <message numerus="yes">
            <source>Back to the start in %n s, details are cleared: touch to stay</source>
            <translation>
                <numerusform>%n 秒后返回首页并清除您的信息 · 轻触屏幕可延长</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Back to the start in %n s: touch to stay</source>
            <translation>
                <numerusform>%n 秒后返回首页 · 轻触屏幕可延长</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IdentifyBanner</name>
        <message>
            <source>Your code was read</source>
            <translation>已读取您的会员码</translation>
        </message>
        <message>
            <source>Number ending in %1 was entered</source>
            <translation>已输入尾号 %1</translation>
        </message>
        <message>
            <source>Enter phone or member code</source>
            <translation>先输入手机号或扫会员码</translation>
        </message>
    </context>
    <context>
        <name>IdentifyPage</name>
        <message>
            <source>Your phone number</source>
            <translation>请输入手机号</translation>
        </message>
        <message>
            <source>Or hold your member code to the reader. It is used for this visit only.</source>
            <translation>也可以把会员码对准扫码口。仅用于本次取号。</translation>
        </message>
        <message>
            <source>11 digits</source>
            <translation>11 位手机号</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Please enter the whole number</source>
            <translation>请输入完整的号码</translation>
        </message>
        <message>
            <source>Go on without it</source>
            <translation>不输入，直接取号</translation>
        </message>
    </context>
    <context>
        <name>IdentifyWords</name>
        <message>
            <source>Touch here to change it</source>
            <translation>点这里可以更改</translation>
        </message>
        <message>
            <source>For member priority. It is optional.</source>
            <translation>可享星级优先服务，也可以直接取号</translation>
        </message>
    </context>
    <context>
        <name>Keypad</name>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>⌫ Delete</source>
            <translation>⌫ 退格</translation>
        </message>
    </context>
    <context>
        <name>ModeBar</name>
        <message>
            <source>Normal text</source>
            <translation>标准字号</translation>
        </message>
        <message>
            <source>Large text A⁺</source>
            <translation>大字 A⁺</translation>
        </message>
        <message>
            <source>Back up ↑</source>
            <translation>恢复位置 ↑</translation>
        </message>
        <message>
            <source>Lower down ↓</source>
            <translation>低位操作 ↓</translation>
        </message>
    </context>
    <context>
        <name>NoticePage</name>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Back to the start</source>
            <translation>返回首页</translation>
        </message>
        <message>
            <source>You already have a number</source>
            <translation>您已经取过号了</translation>
        </message>
        <message>
            <source>This service has just closed</source>
            <translation>这项业务刚刚停止取号</translation>
        </message>
        <message>
            <source>The hall is closed</source>
            <translation>营业厅已结束营业</translation>
        </message>
        <message>
            <source>No more numbers for this service today</source>
            <translation>这项业务今天的号已取完</translation>
        </message>
        <message>
            <source>No number could be taken</source>
            <translation>没有取到号</translation>
        </message>
        <message>
            <source>It stays valid: please wait until it is called. Lost it? Our staff at the desk will find it.</source>
            <translation>您的号依然有效，请等候叫号。号票丢失请到引导台，工作人员会帮您找回。</translation>
        </message>
        <message>
            <source>Please choose another service, or ask our staff at the desk.</source>
            <translation>请选择其他业务，或到引导台咨询工作人员。</translation>
        </message>
        <message>
            <source>Please come again when we are open.</source>
            <translation>请在营业时间再来。</translation>
        </message>
        <message>
            <source>Please ask our staff at the desk; they will give you a number.</source>
            <translation>请到引导台，工作人员会为您取号。</translation>
        </message>
        <message>
            <source>The hall's computer didn't answer. Try again: you will get one number, not two.</source>
            <translation>系统没有回应。请再试一次，不会重复取号。</translation>
        </message>
        <message>
            <source>The hall is closed now</source>
            <translation>现在不在营业时间</translation>
        </message>
        <message>
            <source>You have had today's numbers</source>
            <translation>您今天的取号次数已用完</translation>
        </message>
        <message>
            <source>One moment, please</source>
            <translation>请稍候再取号</translation>
        </message>
        <message>
            <source>We open again: %1</source>
            <translation>再次营业：%1</translation>
        </message>
        <message>
            <source>Nobody gets more numbers in one day. Our staff at the desk can help you.</source>
            <translation>每位顾客每天的取号次数有限。如需帮助，请找服务台工作人员。</translation>
        </message>
        <message>
            <source>Many numbers were taken here just now. Please try again in a minute.</source>
            <translation>刚才在这里取号的人较多，请一分钟后再试。</translation>
        </message>
    </context>
    <context>
        <name>OutOfServicePage</name>
        <message>
            <source>This kiosk is taking a break</source>
            <translation>本机暂时不能取号</translation>
        </message>
        <message>
            <source>Please take your number from our staff at the desk. Numbers already given stay valid.</source>
            <translation>请到引导台，由工作人员为您取号。已取的号依然有效。</translation>
        </message>
        <message>
            <source>One moment please</source>
            <translation>请稍候</translation>
        </message>
        <message>
            <source>It goes on by itself as soon as the hall answers again.</source>
            <translation>恢复连接后会自动继续，无需操作。</translation>
        </message>
        <message>
            <source>Starting...</source>
            <translation>正在启动……</translation>
        </message>
        <message>
            <source>For the technician: the hall refuses this kiosk's token.</source>
            <translation>运维人员请注意：服务端拒绝了本机的令牌。</translation>
        </message>
    </context>
    <context>
        <name>PrintWords</name>
        <message>
            <source>✓ Please take your ticket</source>
            <translation>✓ 请取走您的号票</translation>
        </message>
        <message>
            <source>Your ticket lies in the slot: please take it</source>
            <translation>您的号票在出票口，请取走</translation>
        </message>
        <message>
            <source>If no paper comes, photograph this number</source>
            <translation>若没有出票，请拍下此号码</translation>
        </message>
        <message>
            <source>Please take the ticket in the slot first: yours follows</source>
            <translation>请先取走出票口的票，您的号票随后打印</translation>
        </message>
        <message>
            <source>⚠ The machine took your ticket back: %1</source>
            <translation>⚠ 号票未及时取走，已被收回，%1</translation>
        </message>
        <message>
            <source>⚠ Out of paper: %1</source>
            <translation>⚠ 打印机缺纸，%1</translation>
        </message>
        <message>
            <source>⚠ The printer is slow: %1</source>
            <translation>⚠ 打印较慢，%1</translation>
        </message>
        <message>
            <source>⚠ No paper ticket: %1</source>
            <translation>⚠ 未能打印号票，%1</translation>
        </message>
        <message>
            <source>Printing your ticket...</source>
            <translation>正在打印号票……</translation>
        </message>
        <message>
            <source>please photograph this or scan the code</source>
            <translation>请拍下号码或扫码</translation>
        </message>
        <message>
            <source>please photograph this</source>
            <translation>请拍下号码</translation>
        </message>
    </context>
    <context>
        <name>PrinterNotice</name>
        <message>
            <source>Touch a service to take a number</source>
            <translation>点一下即可取号 · Touch a service to take a number</translation>
        </message>
        <message>
            <source>⚠ A ticket lies in the slot: please take it first</source>
            <translation>⚠ 出票口还有一张票，请先取走</translation>
        </message>
        <message>
            <source>⚠ Out of paper: please photograph your number</source>
            <translation>⚠ 打印机缺纸：号码会显示在屏幕上，请拍照</translation>
        </message>
        <message>
            <source>⚠ No printer: please photograph your number</source>
            <translation>⚠ 暂时不能打印：号码会显示在屏幕上，请拍照</translation>
        </message>
    </context>
    <context>
        <name>ServiceFacts</name>
        <message>
            <source>%1 ahead</source>
            <translation>前面 %1 人</translation>
        </message>
        <message>
            <source>Wait not known yet</source>
            <translation>等候时间暂无法估计</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>about %1 min</source>
            <translation>约 %1 分钟</translation>
        </message>
        <message>
            <source>Closed now</source>
            <translation>现在不能取号</translation>
        </message>
    </context>
    <context>
        <name>ServicesPage</name>
        <message>
            <source>No numbers at the moment</source>
            <translation>现在不能取号</translation>
        </message>
        <message>
            <source>Now choose a service</source>
            <translation>现在请选择业务</translation>
        </message>
        <message>
            <source>How can we help?</source>
            <translation>请选择您要办理的业务</translation>
        </message>
    </context>
    <context>
        <name>StatusCode</name>
        <message>
            <source>Scan to follow your place on your phone, have it remind you of your call, or cancel</source>
            <translation>扫码在手机上看进度，可开启叫号提醒，也可在此取消排队</translation>
        </message>
        <message>
            <source>Scan to follow your place on your phone</source>
            <translation>扫码在手机上看进度</translation>
        </message>
    </context>
    <context>
        <name>StatutoryPage</name>
        <message>
            <source>Your code was read</source>
            <translation>已读取您的会员码</translation>
        </message>
        <message>
            <source>Does one of these apply to you?</source>
            <translation>您是否属于以下情况？</translation>
        </message>
        <message>
            <source>You are then served earlier. Our staff may ask to see what stands in brackets.</source>
            <translation>为您优先办理。工作人员可能请您出示括号内的证件或证明。</translation>
        </message>
        <message>
            <source>You are then served earlier.</source>
            <translation>为您优先办理。</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>None of these: take a number</source>
            <translation>都不是，直接取号</translation>
        </message>
        <message>
            <source>Back to the start</source>
            <translation>返回首页</translation>
        </message>
    </context>
    <context>
        <name>TechnicianFacts</name>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>not heard of yet</source>
            <translation>尚无消息</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>正常应答</translation>
        </message>
        <message>
            <source>doesn't answer: check its computer and the network</source>
            <translation>没有应答：请检查主机和网络</translation>
        </message>
        <message>
            <source>refuses this kiosk's token: make a new one</source>
            <translation>拒绝本机的令牌：请重新生成</translation>
        </message>
        <message>
            <source>unknown to the hall: no bridge reports a printer of this kiosk</source>
            <translation>营业厅不认识：没有桥接程序报告本机的打印机</translation>
        </message>
        <message>
            <source>before this program was built</source>
            <translation>早于本程序的发布日期</translation>
        </message>
        <message>
            <source>before the hall's last record</source>
            <translation>早于营业厅最后的记录</translation>
        </message>
        <message>
            <source>more than 16 days after the hall's last record</source>
            <translation>比最后的记录晚 16 天以上</translation>
        </message>
        <message>
            <source>more than one business day after the hall's last record</source>
            <translation>比最后的记录晚一个营业日以上</translation>
        </message>
        <message>
            <source>more than two minutes away from the hall's time</source>
            <translation>与营业厅时间相差两分钟以上</translation>
        </message>
        <message>
            <source>not what the hall expects</source>
            <translation>与营业厅的预期不符</translation>
        </message>
        <message>
            <source>not synchronised with the network</source>
            <translation>尚未与网络时间同步</translation>
        </message>
        <message>
            <source>believed</source>
            <translation>可信</translation>
        </message>
        <message>
            <source>in doubt. Its computer shows %1: %2. The hall goes on and counts it as %3. Set the computer's clock right, or have the time confirmed on the managers' pages.</source>
            <translation>有疑问。主机显示 %1，%2。营业厅照常服务，仍按 %3 计时。请校正主机时钟，或在管理页面上确认时间。</translation>
        </message>
        <message>
            <source>Kiosk</source>
            <translation>取号机</translation>
        </message>
        <message>
            <source>The hall's computer</source>
            <translation>营业厅主机</translation>
        </message>
        <message>
            <source>The hall</source>
            <translation>营业厅</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>open</source>
            <translation>已开始</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Business day</source>
            <translation>营业日</translation>
        </message>
        <message>
            <source>The hall's clock</source>
            <translation>营业厅时钟</translation>
        </message>
        <message>
            <source>Last event</source>
            <translation>最后事件</translation>
        </message>
        <message>
            <source>This kiosk's clock</source>
            <translation>本机时钟</translation>
        </message>
    </context>
    <context>
        <name>TechnicianPage</name>
        <message>
            <source>For the technician</source>
            <translation>技术人员</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>TicketKeys</name>
        <message numerus="yes">
            <source>%n minutes later, place kept</source>
            <translation>
                <numerusform>%n 分钟后再叫我，位置不变</numerusform>
            </translation>
        </message>
        <message>
            <source>I have my number</source>
            <translation>我已记下号码</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
    </context>
    <context>
        <name>TicketPage</name>
        <message>
            <source>Ahead of you</source>
            <translation>前面还有</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>0 人</translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <comment>ahead</comment>
            <translation>
                <numerusform>%n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>Expected wait</source>
            <translation>预计等候</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>暂无法估计</translation>
        </message>
        <message>
            <source>right 8 times out of 10</source>
            <translation>十次有八次在此范围内</translation>
        </message>
        <message>
            <source>it may change</source>
            <translation>以叫号屏为准</translation>
        </message>
        <message>
            <source>Please wait here and watch the screen</source>
            <translation>请在大厅等候，叫号时请看屏幕</translation>
        </message>
        <message>
            <source>You won't be called before %1 and keep your place</source>
            <translation>在 %1 之前不会叫您的号，您的位置不变</translation>
        </message>
        <message>
            <source>That didn't work: you may be called at any time, please wait here</source>
            <translation>没有推迟成功：随时可能叫到您，请在大厅等候</translation>
        </message>
    </context>
    <context>
        <name>WorkingPage</name>
        <message>
            <source>One moment: please scan again when this is done</source>
            <translation>请稍候，取号完成后再扫码</translation>
        </message>
        <message>
            <source>One moment please</source>
            <translation>请稍候</translation>
        </message>
        <message>
            <source>Taking your number...</source>
            <translation>正在取号……</translation>
        </message>
    </context>
</TS>
