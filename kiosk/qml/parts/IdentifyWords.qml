pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** What stands on the identify banner: a card, what to do, and why. */
Item {
    id: root

    required property string title
    /** It was done already. */
    required property bool said
    readonly property color ink: said ? Theme.colour.primary : Theme.colour.onPrimary

    implicitHeight: words.implicitHeight

    MemberCardSign {
        id: sign

        x: Theme.kiosk.banner.cardLeft
        anchors.verticalCenter: parent.verticalCenter
        ink: root.ink
        checked: root.said
    }

    Column {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.kiosk.banner.cardGap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.kiosk.banner.lineGap

        BodyText {
            width: parent.width
            color: root.ink
            font.pixelSize: Theme.kiosk.text.banner
            font.weight: Font.Bold
            text: root.title
        }

        BodyText {
            width: parent.width
            visible: Theme.roomy
            color: root.said ? Theme.colour.ink : Theme.colour.onPrimary
            text: root.said ? qsTr("Touch here to change it") : qsTr("For member priority. It is optional.")
        }
    }
}
