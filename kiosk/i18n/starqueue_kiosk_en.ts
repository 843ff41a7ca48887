<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>ClosedCard</name>
        <message>
            <source>All services are closed now</source>
            <translation>All services are closed now</translation>
        </message>
        <message>
            <source>If you hold a number, it stays valid. Our staff will tell you when we open.</source>
            <translation>If you hold a number, it stays valid. Our staff will tell you when we open.</translation>
        </message>
        <message>
            <source>We open again: %1</source>
            <translation>We open again: %1</translation>
        </message>
    </context>
    <context>
        <name>ClosedWords</name>
        <message>
            <source>No numbers left today</source>
            <translation>No numbers left today</translation>
        </message>
        <message>
            <source>Opens %1</source>
            <translation>Opens %1</translation>
        </message>
    </context>
    <context>
        <name>CountdownBar</name>
        <message numerus="yes">
            <source>Back to the start in %n s, details are cleared: touch to stay</source>
            <translation>
                <numerusform>Back in %n second, details are cleared · touch to stay</numerusform>
                <numerusform>Back in %n seconds, details are cleared · touch to stay</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Back to the start in %n s: touch to stay</source>
            <translation>
                <numerusform>Back in %n second · touch to stay</numerusform>
                <numerusform>Back in %n seconds · touch to stay</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IdentifyBanner</name>
        <message>
            <source>Your code was read</source>
            <translation>Your code was read</translation>
        </message>
        <message>
            <source>Number ending in %1 was entered</source>
            <translation>Number ending in %1 was entered</translation>
        </message>
        <message>
            <source>Enter phone or member code</source>
            <translation>Enter phone or member code</translation>
        </message>
    </context>
    <context>
        <name>IdentifyPage</name>
        <message>
            <source>Your phone number</source>
            <translation>Your phone number</translation>
        </message>
        <message>
            <source>Or hold your member code to the reader. It is used for this visit only.</source>
            <translation>Or hold your member code to the reader. It is used for this visit only.</translation>
        </message>
        <message>
            <source>11 digits</source>
            <translation>11 digits</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Please enter the whole number</source>
            <translation>Please enter the whole number</translation>
        </message>
        <message>
            <source>Go on without it</source>
            <translation>Go on without it</translation>
        </message>
    </context>
    <context>
        <name>IdentifyWords</name>
        <message>
            <source>Touch here to change it</source>
            <translation>Touch here to change it</translation>
        </message>
        <message>
            <source>For member priority. It is optional.</source>
            <translation>For member priority. It is optional.</translation>
        </message>
    </context>
    <context>
        <name>Keypad</name>
        <message>
            <source>Clear</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>⌫ Delete</source>
            <translation>⌫ Delete</translation>
        </message>
    </context>
    <context>
        <name>ModeBar</name>
        <message>
            <source>Normal text</source>
            <translation>Normal text</translation>
        </message>
        <message>
            <source>Large text A⁺</source>
            <translation>Large text A⁺</translation>
        </message>
        <message>
            <source>Back up ↑</source>
            <translation>Back up ↑</translation>
        </message>
        <message>
            <source>Lower down ↓</source>
            <translation>Lower down ↓</translation>
        </message>
    </context>
    <context>
        <name>NoticePage</name>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Back to the start</source>
            <translation>Back to the start</translation>
        </message>
        <message>
            <source>You already have a number</source>
            <translation>You already have a number</translation>
        </message>
        <message>
            <source>This service has just closed</source>
            <translation>This service has just closed</translation>
        </message>
        <message>
            <source>The hall is closed</source>
            <translation>The hall is closed</translation>
        </message>
        <message>
            <source>No more numbers for this service today</source>
            <translation>No more numbers for this service today</translation>
        </message>
        <message>
            <source>No number could be taken</source>
            <translation>No number could be taken</translation>
        </message>
        <message>
            <source>It stays valid: please wait until it is called. Lost it? Our staff at the desk will find it.</source>
            <translation>It stays valid: please wait until it is called. Lost it? Our staff at the desk will find it.</translation>
        </message>
        <message>
            <source>Please choose another service, or ask our staff at the desk.</source>
            <translation>Please choose another service, or ask our staff at the desk.</translation>
        </message>
        <message>
            <source>Please come again when we are open.</source>
            <translation>Please come again when we are open.</translation>
        </message>
        <message>
            <source>Please ask our staff at the desk; they will give you a number.</source>
            <translation>Please ask our staff at the desk; they will give you a number.</translation>
        </message>
        <message>
            <source>The hall's computer didn't answer. Try again: you will get one number, not two.</source>
            <translation>The hall's computer didn't answer. Try again: you will get one number, not two.</translation>
        </message>
        <message>
            <source>The hall is closed now</source>
            <translation>The hall is closed now</translation>
        </message>
        <message>
            <source>You have had today's numbers</source>
            <translation>You have had today's numbers</translation>
        </message>
        <message>
            <source>One moment, please</source>
            <translation>One moment, please</translation>
        </message>
        <message>
            <source>We open again: %1</source>
            <translation>We open again: %1</translation>
        </message>
        <message>
            <source>Nobody gets more numbers in one day. Our staff at the desk can help you.</source>
            <translation>Nobody gets more numbers in one day. Our staff at the desk can help you.</translation>
        </message>
        <message>
            <source>Many numbers were taken here just now. Please try again in a minute.</source>
            <translation>Many numbers were taken here just now. Please try again in a minute.</translation>
        </message>
    </context>
    <context>
        <name>OutOfServicePage</name>
        <message>
            <source>This kiosk is taking a break</source>
            <translation>This kiosk is taking a break</translation>
        </message>
        <message>
            <source>Please take your number from our staff at the desk. Numbers already given stay valid.</source>
            <translation>Please take your number from our staff at the desk. Numbers already given stay valid.</translation>
        </message>
        <message>
            <source>One moment please</source>
            <translation>One moment please</translation>
        </message>
        <message>
            <source>It goes on by itself as soon as the hall answers again.</source>
            <translation>It goes on by itself as soon as the hall answers again.</translation>
        </message>
        <message>
            <source>Starting...</source>
            <translation>Starting...</translation>
        </message>
        <message>
            <source>For the technician: the hall refuses this kiosk's token.</source>
            <translation>For the technician: the hall refuses this kiosk's token.</translation>
        </message>
    </context>
    <context>
        <name>PrintWords</name>
        <message>
            <source>✓ Please take your ticket</source>
            <translation>✓ Please take your ticket</translation>
        </message>
        <message>
            <source>Your ticket lies in the slot: please take it</source>
            <translation>Your ticket lies in the slot: please take it</translation>
        </message>
        <message>
            <source>If no paper comes, photograph this number</source>
            <translation>If no paper comes, photograph this number</translation>
        </message>
        <message>
            <source>Please take the ticket in the slot first: yours follows</source>
            <translation>Please take the ticket in the slot first: yours follows</translation>
        </message>
        <message>
            <source>⚠ The machine took your ticket back: %1</source>
            <translation>⚠ The machine took your ticket back: %1</translation>
        </message>
        <message>
            <source>⚠ Out of paper: %1</source>
            <translation>⚠ Out of paper: %1</translation>
        </message>
        <message>
            <source>⚠ The printer is slow: %1</source>
            <translation>⚠ The printer is slow: %1</translation>
        </message>
        <message>
            <source>⚠ No paper ticket: %1</source>
            <translation>⚠ No paper ticket: %1</translation>
        </message>
        <message>
            <source>Printing your ticket...</source>
            <translation>Printing your ticket...</translation>
        </message>
        <message>
            <source>please photograph this or scan the code</source>
            <translation>please photograph this</translation>
        </message>
        <message>
            <source>please photograph this</source>
            <translation>please photograph this</translation>
        </message>
    </context>
    <context>
        <name>PrinterNotice</name>
        <message>
            <source>Touch a service to take a number</source>
            <translation>Touch a service to take a number · 点一下即可取号</translation>
        </message>
        <message>
            <source>⚠ A ticket lies in the slot: please take it first</source>
            <translation>⚠ A ticket lies in the slot: please take it first</translation>
        </message>
        <message>
            <source>⚠ Out of paper: please photograph your number</source>
            <translation>⚠ Out of paper: please photograph your number</translation>
        </message>
        <message>
            <source>⚠ No printer: please photograph your number</source>
            <translation>⚠ No printer: please photograph your number</translation>
        </message>
    </context>
    <context>
        <name>ServiceFacts</name>
        <message>
            <source>%1 ahead</source>
            <translation>%1 ahead</translation>
        </message>
        <message>
            <source>Wait not known yet</source>
            <translation>Wait not known yet</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>about %1 min</source>
            <translation>about %1 min</translation>
        </message>
        <message>
            <source>Closed now</source>
            <translation>Closed now</translation>
        </message>
    </context>
    <context>
        <name>ServicesPage</name>
        <message>
            <source>No numbers at the moment</source>
            <translation>No numbers at the moment</translation>
        </message>
        <message>
            <source>Now choose a service</source>
            <translation>Now choose a service</translation>
        </message>
        <message>
            <source>How can we help?</source>
            <translation>How can we help?</translation>
        </message>
    </context>
    <context>
        <name>StatusCode</name>
        <message>
            <source>Scan to follow your place on your phone, have it remind you of your call, or cancel</source>
            <translation>Scan to follow your place on your phone, have it remind you of your call, or cancel</translation>
        </message>
        <message>
            <source>Scan to follow your place on your phone</source>
            <translation>Scan to follow your place on your phone</translation>
        </message>
    </context>
    <context>
        <name>StatutoryPage</name>
        <message>
            <source>Your code was read</source>
            <translation>Your code was read</translation>
        </message>
        <message>
            <source>Does one of these apply to you?</source>
            <translation>Does one of these apply to you?</translation>
        </message>
        <message>
            <source>You are then served earlier. Our staff may ask to see what stands in brackets.</source>
            <translation>You are then served earlier. Our staff may ask to see what stands in brackets.</translation>
        </message>
        <message>
            <source>You are then served earlier.</source>
            <translation>You are then served earlier.</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>None of these: take a number</source>
            <translation>None of these: take a number</translation>
        </message>
        <message>
            <source>Back to the start</source>
            <translation>Back to the start</translation>
        </message>
    </context>
    <context>
        <name>TechnicianFacts</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>not heard of yet</source>
            <translation>not heard of yet</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>answers</translation>
        </message>
        <message>
            <source>doesn't answer: check its computer and the network</source>
            <translation>doesn't answer: check its computer and the network</translation>
        </message>
        <message>
            <source>refuses this kiosk's token: make a new one</source>
            <translation>refuses this kiosk's token: make a new one</translation>
        </message>
        <message>
            <source>unknown to the hall: no bridge reports a printer of this kiosk</source>
            <translation>unknown to the hall: no bridge reports a printer of this kiosk</translation>
        </message>
        <message>
            <source>before this program was built</source>
            <translation>before this program was built</translation>
        </message>
        <message>
            <source>before the hall's last record</source>
            <translation>before the hall's last record</translation>
        </message>
        <message>
            <source>more than 16 days after the hall's last record</source>
            <translation>more than 16 days after the hall's last record</translation>
        </message>
        <message>
            <source>more than one business day after the hall's last record</source>
            <translation>more than one business day after the hall's last record</translation>
        </message>
        <message>
            <source>more than two minutes away from the hall's time</source>
            <translation>more than two minutes away from the hall's time</translation>
        </message>
        <message>
            <source>not what the hall expects</source>
            <translation>not what the hall expects</translation>
        </message>
        <message>
            <source>not synchronised with the network</source>
            <translation>not synchronised with the network</translation>
        </message>
        <message>
            <source>believed</source>
            <translation>believed</translation>
        </message>
        <message>
            <source>in doubt. Its computer shows %1: %2. The hall goes on and counts it as %3. Set the computer's clock right, or have the time confirmed on the managers' pages.</source>
            <translation>in doubt. Its computer shows %1: %2. The hall goes on and counts it as %3. Set the computer's clock right, or have the time confirmed on the managers' pages.</translation>
        </message>
        <message>
            <source>Kiosk</source>
            <translation>Kiosk</translation>
        </message>
        <message>
            <source>The hall's computer</source>
            <translation>The hall's computer</translation>
        </message>
        <message>
            <source>The hall</source>
            <translation>The hall</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>Business day</source>
            <translation>Business day</translation>
        </message>
        <message>
            <source>The hall's clock</source>
            <translation>The hall's clock</translation>
        </message>
        <message>
            <source>Last event</source>
            <translation>Last event</translation>
        </message>
        <message>
            <source>This kiosk's clock</source>
            <translation>This kiosk's clock</translation>
        </message>
    </context>
    <context>
        <name>TechnicianPage</name>
        <message>
            <source>For the technician</source>
            <translation>For the technician</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>TicketKeys</name>
        <message numerus="yes">
            <source>%n minutes later, place kept</source>
            <translation>
                <numerusform>%n minute later, place kept</numerusform>
                <numerusform>%n minutes later, place kept</numerusform>
            </translation>
        </message>
        <message>
            <source>I have my number</source>
            <translation>I have my number</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
    </context>
    <context>
        <name>TicketPage</name>
        <message>
            <source>Ahead of you</source>
            <translation>Ahead of you</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>nobody</translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <comment>ahead</comment>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
        <message>
            <source>Expected wait</source>
            <translation>Expected wait</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>not known yet</translation>
        </message>
        <message>
            <source>right 8 times out of 10</source>
            <translation>right 8 times out of 10</translation>
        </message>
        <message>
            <source>it may change</source>
            <translation>it may change</translation>
        </message>
        <message>
            <source>Please wait here and watch the screen</source>
            <translation>Please wait here and watch the screen</translation>
        </message>
        <message>
            <source>You won't be called before %1 and keep your place</source>
            <translation>You won't be called before %1 and keep your place</translation>
        </message>
        <message>
            <source>That didn't work: you may be called at any time, please wait here</source>
            <translation>That didn't work: you may be called at any time, please wait here</translation>
        </message>
    </context>
    <context>
        <name>WorkingPage</name>
        <message>
            <source>One moment: please scan again when this is done</source>
            <translation>One moment: please scan again when this is done</translation>
        </message>
        <message>
            <source>One moment please</source>
            <translation>One moment please</translation>
        </message>
        <message>
            <source>Taking your number...</source>
            <translation>Taking your number...</translation>
        </message>
    </context>
</TS>
