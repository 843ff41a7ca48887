pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** Says whether the hall is reached and lets us in: by shape, colour and word. */
Row {
    id: root

    required property bool connected
    /** The hall answers, and refuses our token. */
    property bool refused: false
    /** On the hall display's dark ground. */
    property bool onNight: false
    property int textSize: Theme.small
    readonly property color ink: onNight ? Theme.colour.nightText
                                         : connected ? Theme.colour.ok : Theme.colour.bad

    spacing: textSize / 2

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: root.textSize * 0.8
        height: width
        radius: root.connected ? width / 2 : 0
        color: root.connected ? root.ink : "transparent"
        border.color: root.ink
        border.width: Theme.line
    }

    BodyText {
        color: root.ink
        font.pixelSize: root.textSize
        text: root.connected ? qsTr("Connected") : root.refused ? qsTr("Access refused") : qsTr("No connection")
    }
}
