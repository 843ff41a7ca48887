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
    implicitHeight: words.implicitHeight + 2 * Theme.gap
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: title.text
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

    contentItem: Item {
        MemberCardSign {
            id: sign

            x: 52
            anchors.verticalCenter: parent.verticalCenter
            ink: title.color
            checked: root.said
        }

        Column {
            id: words

            anchors.left: sign.right
            anchors.leftMargin: 40
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            BodyText {
                id: title

                width: parent.width
                color: root.said ? Theme.colour.primary : Theme.colour.onPrimary
                font.pixelSize: Theme.largeText ? 58 : 48
                font.weight: Font.Bold
                text: !root.said ? qsTr("Phone or code first")
                                 : root.visit.identity.scanned
                                   ? qsTr("Your code was read")
                                   : qsTr("Number ending in %1 was entered").arg(root.visit.identity.tail)
            }

            BodyText {
                width: parent.width
                visible: !Theme.largeText
                color: root.said ? Theme.colour.ink : Theme.colour.onPrimary
                text: root.said ? qsTr("Touch here to change it")
                                : qsTr("For member priority. It is optional.")
            }
        }
    }
}
