pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import StarQueue.Ui
import StarQueue.Counter

/** Asks what a command still needs: a service, a reason, a number, a case. Digits choose, Esc goes back. */
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

        ListView {
            id: list

            readonly property real foot: (root.prompt.takesText ? 2 : 1) * (Theme.gap + Theme.target)
            readonly property real room: root.height - 2 * Theme.desk.card.padding - y - foot
            readonly property int rows: Math.max(1, Math.floor((room + spacing) / (Theme.target + spacing)))

            objectName: "choices"
            width: parent.width
            // Whole rows: half a row at the edge looks like a fault.
            height: Math.min(count, rows) * (Theme.target + spacing) - spacing
            clip: true
            model: root.prompt.choices
            spacing: Theme.desk.prompt.gap
            snapMode: ListView.SnapToItem
            keyNavigationEnabled: true
            Keys.onReturnPressed: root.prompt.choose(currentIndex)
            Keys.onEnterPressed: root.prompt.choose(currentIndex)
            Keys.onUpPressed: event => {
                event.accepted = root.prompt.asksReference && currentIndex <= 0;
                if (event.accepted)
                    reference.begin();
            }
            Keys.onPressed: event => {
                if (event.key >= Qt.Key_1 && event.key <= Qt.Key_9)
                    root.prompt.choose(event.key - Qt.Key_1);
            }

            ScrollBar.vertical: ScrollBar {
                policy: list.count > list.rows ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
            }

            delegate: KeyButton {
                required property int index
                required property string label

                width: list.width - (list.count > list.rows ? Theme.gap : 0)
                checked: list.activeFocus && ListView.isCurrentItem
                enabled: root.prompt.complete
                keyHint: index < 9 ? index + 1 : ""
                text: label
                onClicked: root.prompt.choose(index)
            }
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
