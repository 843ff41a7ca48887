pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Asks who works here, and for the PIN where the hall wants one. */
Column {
    id: root

    required property CounterModel viewModel

    spacing: Theme.gap

    Row {
        width: parent.width
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
            width: parent.width - label.width - parent.spacing
            focus: root.visible
            takesSpaces: false
            placeholderText: qsTr("Your clerk number")
            onTextEdited: {
                root.viewModel.clerk = text;
                if (text !== root.viewModel.clerk)
                    text = root.viewModel.clerk;
            }
            onAccepted: root.viewModel.needsPin ? pin.forceActiveFocus() : root.viewModel.doNextStep()
            Component.onCompleted: text = root.viewModel.clerk
            Keys.onSpacePressed: root.viewModel.doNextStep()
        }
    }

    BodyText {
        objectName: "clerk-problem"
        width: parent.width
        visible: text !== ""
        color: Theme.colour.bad
        text: root.viewModel.clerkProblem
    }

    EntryField {
        id: pin

        objectName: "pin-field"
        width: parent.width
        visible: root.viewModel.needsPin
        takesSpaces: false
        maximumLength: 8
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhDigitsOnly
        placeholderText: qsTr("Your PIN")
        validator: RegularExpressionValidator {
            regularExpression: /\d*/
        }
        onTextEdited: root.viewModel.pin = text
        onAccepted: root.viewModel.doNextStep()
        Keys.onSpacePressed: root.viewModel.doNextStep()
    }

    Connections {
        target: root.viewModel

        function onChanged() {
            if (pin.text !== root.viewModel.pin)
                pin.text = root.viewModel.pin;
        }
    }
}
