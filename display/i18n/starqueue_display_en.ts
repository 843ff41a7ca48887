<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>DisplayWords</name>
    <message>
        <source>Missed your number? Go to the help desk, no need to queue again</source>
        <translation>Missed your number? Go to the help desk, no need to queue again</translation>
    </message>
    <message>
        <source>Elderly, disabled or expecting? Our ushers are glad to help</source>
        <translation>Elderly, disabled or expecting? Our ushers are glad to help</translation>
    </message>
    <message>
        <source>Waiting for the queue system</source>
        <translation>Waiting for the queue system</translation>
    </message>
    <message>
        <source>This screen can&apos;t show numbers at the moment</source>
        <translation>This screen can't show numbers at the moment</translation>
    </message>
    <message>
        <source>We are closed for today</source>
        <translation>We are closed for today</translation>
    </message>
    <message>
        <source>Your number will appear here</source>
        <translation>Your number will appear here</translation>
    </message>
    <message>
        <source>Numbers appear as soon as it answers</source>
        <translation>Numbers appear as soon as it answers</translation>
    </message>
    <message>
        <source>Please watch the signs at the counters or ask an usher. Your place in the queue is safe</source>
        <translation>Please watch the signs at the counters or ask an usher. Your place in the queue is safe</translation>
    </message>
    <message>
        <source>Thank you for coming. See you next time</source>
        <translation>Thank you for coming. See you next time</translation>
    </message>
    <message>
        <source>Take a ticket and have a seat</source>
        <translation>Take a ticket and have a seat</translation>
    </message>
    <message>
        <source>Please go to</source>
        <translation>Please go to</translation>
    </message>
    <message>
        <source>Now at</source>
        <translation>Now at</translation>
    </message>
    <message>
        <source>Expected waits</source>
        <translation>Expected waits</translation>
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
        <source>Right away</source>
        <translation>Right away</translation>
    </message>
    <message>
        <source>Counters aren't open yet</source>
        <translation>Counters aren't open yet</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>%1 ahead · %2 min</source>
        <translation>%1 ahead · %2 min</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>%1 more are called: see the signs at the counters</source>
        <translation>%1 more are called: see the signs at the counters</translation>
    </message>
</context>
</TS>
