pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** A card with a person on it, drawn from plain rectangles on a grid 80 wide; with a tick once it was read. */
Item {
    id: root

    required property color ink
    required property bool checked
    readonly property real unit: Theme.kiosk.banner.card / 80

    implicitWidth: 80 * unit
    implicitHeight: 62 * unit

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: root.ink
        border.width: 6 * root.unit
        radius: 14 * root.unit
    }

    Item {
        anchors.fill: parent
        visible: !root.checked

        Rectangle {
            x: 20 * root.unit
            y: 14 * root.unit
            width: 18 * root.unit
            height: 18 * root.unit
            radius: 9 * root.unit
            color: "transparent"
            border.color: root.ink
            border.width: 5 * root.unit
        }

        Rectangle {
            x: 15 * root.unit
            y: 36 * root.unit
            width: 28 * root.unit
            height: 12 * root.unit
            radius: 6 * root.unit
            color: root.ink
        }

        Repeater {
            model: [{at: 20, length: 16}, {at: 34, length: 16}]

            Rectangle {
                required property var modelData

                x: 51 * root.unit
                y: modelData.at * root.unit
                width: modelData.length * root.unit
                height: 6 * root.unit
                color: root.ink
            }
        }
    }

    Item {
        anchors.centerIn: parent
        width: 40 * root.unit
        height: 30 * root.unit
        rotation: 45
        visible: root.checked

        Rectangle {
            x: 22 * root.unit
            width: 7 * root.unit
            height: 28 * root.unit
            color: root.ink
        }

        Rectangle {
            x: 12 * root.unit
            y: 21 * root.unit
            width: 17 * root.unit
            height: 7 * root.unit
            color: root.ink
        }
    }
}
