pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import StarQueue.Kiosk
import StarQueue.Ui

/**
 * What can be done with a new number: to put off its call, once; and to go. Without paper who goes says that the
 * number is noted: then none comes out later, for nobody.
 */
RowLayout {
    id: root

    required property Visit visit
    readonly property IssuedTicket ticket: visit.ticket

    spacing: Theme.gap

    SecondaryButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        objectName: "postpone-button"
        enabled: root.ticket.postponing === IssuedTicket.Offered
        visible: enabled || root.ticket.postponing === IssuedTicket.Asked
        textSize: Theme.kiosk.text.key
        text: qsTr("%n minutes later, place kept", "", root.ticket.postponeMinutes)
        onClicked: root.visit.postpone()
    }

    PrimaryButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        objectName: "noted-button"
        visible: root.ticket.paperless
        textSize: Theme.kiosk.text.key
        text: qsTr("I have my number")
        onClicked: root.visit.noteNumber()
    }

    SecondaryButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        objectName: "done-button"
        visible: !root.ticket.paperless
        textSize: Theme.kiosk.text.key
        text: qsTr("Done")
        onClicked: root.visit.finish()
    }
}
