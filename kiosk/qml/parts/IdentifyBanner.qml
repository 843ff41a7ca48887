pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import StarQueue.Kiosk
import StarQueue.Ui

/** Invites to say who one is; afterwards says that it was said, never to whom it belongs. */
T.AbstractButton {
    id: root

    required property Visit visit
    readonly property bool said: visit.identity.confirmed

    objectName: "identify-button"
    text: !said ? qsTr("Enter phone or member code")
                : visit.identity.scanned ? qsTr("Your code was read")
                                         : qsTr("Number ending in %1 was entered").arg(visit.identity.tail)
    implicitHeight: implicitContentHeight + 2 * Theme.gap
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    onClicked: root.visit.openIdentify()

    background: Rectangle {
        color: root.said ? Theme.colour.primarySoft
                         : root.down ? Qt.darker(Theme.colour.primary, 1.25) : Theme.colour.primary
        border.color: Theme.colour.primary
        border.width: Theme.line
        radius: Theme.radius

        FocusRing {
            control: root
        }
    }

    contentItem: IdentifyWords {
        said: root.said
        title: root.text
    }
}
