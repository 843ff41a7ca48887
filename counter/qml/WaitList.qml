pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** How long who comes now waits, for each service of this counter. */
Column {
    id: root

    required property CounterModel viewModel

    spacing: Theme.desk.card.gap

    BodyText {
        objectName: "waits-title"
        width: parent.width
        visible: list.count > 0
        color: Theme.colour.muted
        text: qsTr("Expected wait of who comes now")
    }

    FactFlow {
        id: list

        objectName: "waits"
        width: parent.width
        visible: count > 0
        facts: root.viewModel.waits
    }
}
