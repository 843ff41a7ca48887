pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Short facts about a customer, side by side. */
Flow {
    id: root

    required property CounterModel viewModel

    spacing: Theme.desk.card.gap

    Repeater {
        model: root.viewModel.facts

        Badge {
            required property string label
            required property int look

            kind: look
            text: label
        }
    }
}
