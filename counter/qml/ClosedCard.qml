pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Asks who works here. */
Row {
    id: root

    required property CounterModel viewModel

    spacing: Theme.gap

    BodyText {
        id: label

        height: field.height
        text: qsTr("Clerk")
        font.weight: Font.Bold
    }

    EntryField {
        id: field

        objectName: "clerk-field"
        width: root.width - label.width - root.spacing
        focus: root.visible
        maximumLength: 40
        placeholderText: qsTr("Your clerk number")
        validator: RegularExpressionValidator {
            regularExpression: /\S*/
        }
        onTextEdited: root.viewModel.clerk = text
        onAccepted: root.viewModel.doNextStep()
        Component.onCompleted: text = root.viewModel.clerk
        Keys.onSpacePressed: root.viewModel.doNextStep()
    }
}
