pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import StarQueue.Ui

/** A fact with its name; one that isn't good stands out. */
ColumnLayout {
    id: root

    required property string label
    required property string value
    required property bool good

    spacing: 0

    BodyText {
        Layout.fillWidth: true
        color: Theme.colour.muted
        text: root.label
    }

    BodyText {
        Layout.fillWidth: true
        color: root.good ? Theme.colour.ink : Theme.colour.bad
        font.pixelSize: Theme.kiosk.text.advice
        font.weight: root.good ? Font.Normal : Font.Bold
        text: root.good ? root.value : "! " + root.value
    }
}
