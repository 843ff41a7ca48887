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
    </context>
    <context>
        <name>starqueue::ui::WaitText</name>
        <message>
            <source>Right away</source>
            <translation>马上办理</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
    </context>
</TS>
