pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** What became of the paper: a sign, and what to do. */
BodyText {
    required property int outcome
    /** A code to scan stands below. */
    required property bool codeShown
    readonly property string photograph: codeShown ? qsTr("please photograph this or scan the code")
                                                   : qsTr("please photograph this")

    objectName: "print-words"
    horizontalAlignment: Text.AlignHCenter
    color: outcome === IssuedTicket.Printed || outcome === IssuedTicket.InSlot ? Theme.colour.ok
           : outcome === IssuedTicket.Printing ? Theme.colour.muted
           : outcome === IssuedTicket.Sent ? Theme.colour.ink : Theme.colour.warning
    font.pixelSize: Theme.kiosk.text.banner
    font.weight: Font.Bold
    text: {
        switch (outcome) {
        case IssuedTicket.Printed:
            return qsTr("✓ Please take your ticket");
        case IssuedTicket.InSlot:
            return qsTr("Your ticket lies in the slot: please take it");
        case IssuedTicket.Printing:
            return qsTr("Printing your ticket...");
        case IssuedTicket.Sent:
            return qsTr("If no paper comes, photograph this number");
        case IssuedTicket.OthersFirst:
            return qsTr("Please take the ticket in the slot first: yours follows");
        case IssuedTicket.TakenBack:
            return qsTr("⚠ The machine took your ticket back: %1").arg(photograph);
        case IssuedTicket.OutOfPaper:
            return qsTr("⚠ Out of paper: %1").arg(photograph);
        case IssuedTicket.Slow:
            return qsTr("⚠ The printer is slow: %1").arg(photograph);
        default:
            return qsTr("⚠ No paper ticket: %1").arg(photograph);
        }
    }
}
