pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** The QR of the ticket's own page, with what it is good for. Larger when there is no paper. */
Row {
    id: root

    required property string url
    required property bool paperless

    visible: url !== ""
    spacing: Theme.kiosk.ticket.codeGap

    Rectangle {
        width: root.paperless ? Theme.kiosk.ticket.codeAlone : Theme.kiosk.ticket.code
        height: width
        color: "white"
        border.color: Theme.colour.line
        border.width: Theme.line

        QrCode {
            objectName: "status-code"
            anchors.fill: parent
            anchors.margins: Theme.line
            text: root.url
        }
    }

    BodyText {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.kiosk.ticket.codeWords
        color: Theme.colour.muted
        lineHeight: 1.2
        text: Theme.roomy
              ? qsTr("Scan to follow your place on your phone, have it remind you of your call, or cancel")
              : qsTr("Scan to follow your place on your phone")
    }
}
