<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh">
    <context>
        <name>ConnectionMark</name>
        <message>
            <source>Connected</source>
            <translation>已连接</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>Access refused</source>
            <translation>访问被拒绝</translation>
        </message>
    </context>
    <context>
        <name>WaitWords</name>
        <message>
            <source>Right away</source>
            <translation>马上办理</translation>
        </message>
        <message>
            <source>Counters aren't open yet</source>
            <translation>窗口尚未开始办理</translation>
        </message>
    </context>
</TS>
