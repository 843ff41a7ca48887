<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh">
<context>
    <name>DisplayWords</name>
    <message>
        <source>Missed your number? Go to the help desk, no need to queue again</source>
        <translation>过号请到引导台，不必重新排队</translation>
    </message>
    <message>
        <source>Elderly, disabled or expecting? Our ushers are glad to help</source>
        <translation>需要帮助的老人、残疾人、孕妇请找引导员</translation>
    </message>
    <message>
        <source>Waiting for the queue system</source>
        <translation>正在连接叫号系统</translation>
    </message>
    <message>
        <source>This screen can&apos;t show numbers at the moment</source>
        <translation>本屏暂时无法显示叫号</translation>
    </message>
    <message>
        <source>We are closed for today</source>
        <translation>今日营业已结束</translation>
    </message>
    <message>
        <source>Your number will appear here</source>
        <translation>叫到的号码会显示在这里</translation>
    </message>
    <message>
        <source>Numbers appear as soon as it answers</source>
        <translation>连接后立即显示号码</translation>
    </message>
    <message>
        <source>Please watch the signs at the counters or ask an usher. Your place in the queue is safe</source>
        <translation>请留意窗口叫号屏或询问引导员，您的排队顺序不受影响</translation>
    </message>
    <message>
        <source>Thank you for coming. See you next time</source>
        <translation>感谢光临，欢迎下次再来</translation>
    </message>
    <message>
        <source>Take a ticket and have a seat</source>
        <translation>请取号后就座等候</translation>
    </message>
    <message>
        <source>Please go to</source>
        <translation>请到</translation>
    </message>
    <message>
        <source>Now at</source>
        <translation>正在办理</translation>
    </message>
    <message>
        <source>Expected waits</source>
        <translation>等候情况</translation>
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
        <source>Right away</source>
        <translation>马上办理</translation>
    </message>
    <message>
        <source>Counters aren't open yet</source>
        <translation>窗口尚未开始办理</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1 ahead · %2 min</source>
        <translation>%1 人 · %2 分钟</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>%1 more are called: see the signs at the counters</source>
        <translation>另有 %1 位已叫号，请看各窗口的叫号牌</translation>
    </message>
</context>
</TS>
