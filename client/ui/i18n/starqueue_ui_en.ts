<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>ConnectionMark</name>
        <message>
            <source>Connected</source>
            <translation>Connected</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>No connection</translation>
        </message>
        <message>
            <source>Access refused</source>
            <translation>Access refused</translation>
        </message>
    </context>
    <context>
        <name>WaitWords</name>
        <message>
            <source>Right away</source>
            <translation>Right away</translation>
        </message>
        <message>
            <source>Counters aren't open yet</source>
            <translation>Counters aren't open yet</translation>
        </message>
    </context>
</TS>
