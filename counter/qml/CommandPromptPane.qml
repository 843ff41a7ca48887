pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Asks what a command still needs: where to, a reason, a number, a case. Digits choose, Esc goes back. */
FocusScope {
    id: root

    required property CommandPrompt prompt

    focus: visible
    onVisibleChanged: {
        number.text = "";
        words.text = "";
        if (!visible)
            return;
        list.currentIndex = 0;
        if (root.prompt.beginsWithReference)
            reference.begin();
        else
            (root.prompt.needsNumber ? number : list.count > 0 ? list : words).forceActiveFocus();
    }

    Column {
        x: Theme.margin
        y: Theme.desk.card.padding
        width: parent.width - 2 * Theme.margin
        spacing: Theme.gap

        BodyText {
            objectName: "prompt-title"
            width: parent.width
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            text: root.prompt.title
        }

        BodyText {
            objectName: "prompt-note"
            width: parent.width
            visible: text !== ""
            color: Theme.colour.muted
            font.pixelSize: Theme.small
            text: root.prompt.note
        }

        KeyButton {
            objectName: "first-button"
            width: parent.width
            visible: root.prompt.offersFirst
            checked: root.prompt.first
            keyHint: "0"
            text: root.prompt.first ? qsTr("To the head of the line: yes") : qsTr("To the head of the line")
            onClicked: root.prompt.first = !root.prompt.first
        }

        EntryField {
            id: number

            objectName: "number-field"
            width: parent.width
            visible: root.prompt.needsNumber
            maximumLength: 6
            placeholderText: qsTr("Number, such as A012")
            onTextEdited: {
                root.prompt.number = text;
                text = root.prompt.number;
            }
            onAccepted: list.forceActiveFocus()
        }

        ReferenceFields {
            id: reference

            width: parent.width
            visible: root.prompt.asksReference
            prompt: root.prompt
            onAccepted: {
                if (list.count === 1)
                    root.prompt.choose(0);
                else
                    list.forceActiveFocus();
            }
        }

        ChoiceList {
            id: list

            objectName: "choices"
            width: parent.width
            room: root.height - 2 * Theme.desk.card.padding - y
                  - (root.prompt.takesText ? 2 : 1) * (Theme.gap + Theme.target)
            prompt: root.prompt
            onLeftUpwards: reference.begin()
        }

        EntryField {
            id: words

            objectName: "reason-field"
            width: parent.width
            visible: root.prompt.takesText
            maximumLength: root.prompt.secret ? 8 : root.prompt.kind === CommandPrompt.Handover ? 40 : 200
            echoMode: root.prompt.secret ? TextInput.Password : TextInput.Normal
            placeholderText: root.prompt.hint
            onAccepted: root.prompt.enter(text)
        }

        KeyButton {
            objectName: "cancel-button"
            width: parent.width
            keyHint: "Esc"
            text: qsTr("Back")
            onClicked: root.prompt.close()
        }
    }
}
