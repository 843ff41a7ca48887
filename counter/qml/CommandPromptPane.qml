pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** Asks what a command still needs: where to, a reason, a number, a case. Digits choose, Esc goes back. */
FocusScope {
    id: root

    required property CommandPrompt prompt
    required property string why
    readonly property bool tells: prompt.kind === CommandPrompt.Keys

    focus: visible
    onVisibleChanged: {
        number.text = words.text = "";
        if (!visible)
            return;
        list.currentIndex = Math.max(0, root.prompt.firstPossible());
        if (root.prompt.beginsWithReference)
            reference.begin();
        else if (root.prompt.needsNumber)
            number.forceActiveFocus();
        else if (list.count > 0)
            list.forceActiveFocus(Qt.ShortcutFocusReason);
        else if (root.tells)
            back.forceActiveFocus(Qt.ShortcutFocusReason);
        else
            words.forceActiveFocus();
    }

    Column {
        x: Theme.margin
        y: Theme.desk.card.padding
        width: Math.min(parent.width, Theme.desk.window.wide) - 2 * Theme.margin
        spacing: Theme.gap

        BodyText {
            objectName: "prompt-title"
            width: parent.width
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            text: root.prompt.title
        }

        BodyText {
            objectName: "whole-why"
            width: parent.width
            visible: root.tells && text !== ""
            text: root.why
        }

        KeyTable {
            width: parent.width
            visible: root.tells
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
            maximumLength: root.prompt.secret ? 8 : 200
            echoMode: root.prompt.secret ? TextInput.Password : TextInput.Normal
            placeholderText: root.prompt.hint
            takesSpaces: !root.prompt.secret && root.prompt.kind !== CommandPrompt.Handover
            onTextEdited: text = root.prompt.checked(text)
            onAccepted: root.prompt.enter(text)
        }

        BodyText {
            objectName: "prompt-problem"
            width: parent.width
            visible: text !== ""
            color: Theme.colour.bad
            text: root.prompt.problem
        }

        KeyButton {
            id: back

            objectName: "cancel-button"
            width: parent.width
            keyHint: "Esc"
            text: qsTr("Back")
            onClicked: root.prompt.close()
        }
    }
}
