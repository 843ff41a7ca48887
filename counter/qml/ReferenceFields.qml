pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Two fields for what another system calls the visit. */
FocusScope {
    id: root

    required property CommandPrompt prompt

    /** The fields are done with: to the choices. */
    signal accepted

    function begin(): void {
        caseField.forceActiveFocus();
    }

    implicitHeight: content.height

    Connections {
        target: root.prompt

        function onChanged(): void {
            if (caseField.text !== root.prompt.caseNumber)
                caseField.text = root.prompt.caseNumber;
            if (itemField.text !== root.prompt.item)
                itemField.text = root.prompt.item;
        }
    }

    Column {
        id: content

        width: parent.width
        spacing: Theme.desk.prompt.gap

        Row {
            width: parent.width
            spacing: Theme.desk.prompt.gap

            EntryField {
                id: caseField

                objectName: "case-field"
                width: (parent.width - parent.spacing) / 2
                focus: true
                maximumLength: 64
                placeholderText: qsTr("Case number")
                onTextEdited: root.prompt.caseNumber = text
                onAccepted: root.accepted()
                Keys.onDownPressed: root.accepted()
            }

            EntryField {
                id: itemField

                objectName: "item-field"
                width: caseField.width
                maximumLength: 64
                placeholderText: qsTr("Item code")
                onTextEdited: root.prompt.item = text
                onAccepted: root.accepted()
                Keys.onDownPressed: root.accepted()
            }
        }

        BodyText {
            objectName: "reference-hint"
            width: parent.width
            visible: text !== ""
            color: Theme.colour.muted
            font.pixelSize: Theme.small
            text: root.prompt.referenceHint
        }
    }
}
