pragma ComponentBehavior: Bound

import QtQuick

/** A card with a person on it, drawn from plain rectangles; with a tick once the card was read. */
Item {
    id: root

    required property color ink
    required property bool checked

    implicitWidth: 80
    implicitHeight: 62

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: root.ink
        border.width: 6
        radius: 14
    }

    Item {
        anchors.fill: parent
        visible: !root.checked

        Rectangle {
            x: 20
            y: 14
            width: 18
            height: 18
            radius: 9
            color: "transparent"
            border.color: root.ink
            border.width: 5
        }

        Rectangle {
            x: 15
            y: 36
            width: 28
            height: 12
            radius: 6
            color: root.ink
        }

        Repeater {
            model: [{at: 20, length: 16}, {at: 34, length: 16}]

            Rectangle {
                required property var modelData

                x: 51
                y: modelData.at
                width: modelData.length
                height: 6
                color: root.ink
            }
        }
    }

    Item {
        anchors.centerIn: parent
        width: 40
        height: 30
        rotation: 45
        visible: root.checked

        Rectangle {
            x: 22
            width: 7
            height: 28
            color: root.ink
        }

        Rectangle {
            x: 12
            y: 21
            width: 17
            height: 7
            color: root.ink
        }
    }
}
