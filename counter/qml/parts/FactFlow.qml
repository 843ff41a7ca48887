pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** Short facts, side by side. */
Flow {
    id: root

    /** Rows of a label and a look. */
    required property var facts

    readonly property alias count: repeater.count

    spacing: Theme.desk.card.gap

    Repeater {
        id: repeater

        model: root.facts

        Badge {
            required property string label
            required property int look

            most: root.width
            kind: look
            text: label
        }
    }
}
