pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** Which key does what. */
Grid {
    id: root

    readonly property var rows: [
        [qsTr("Space, Enter"), qsTr("what the ring stands on; without a ring the large key")],
        ["Tab", qsTr("the ring moves on")],
        ["F2", qsTr("call again")],
        ["F3", qsTr("no-show")],
        ["F4", qsTr("transfer")],
        ["F5", qsTr("park")],
        ["F6", qsTr("call one number out of turn")],
        ["F7", qsTr("ask the duty manager to come")],
        [qsTr("F8, Backspace"), qsTr("take the last step back")],
        ["F9", qsTr("pause, or not after all")],
        ["F10", qsTr("more: close, hand over, serve without a number")],
        ["F11", qsTr("hand over")],
        ["F12", qsTr("serve without a number")],
        ["1 – 9", qsTr("call that parked customer back; choose an answer")],
        ["Esc", qsTr("back, nothing is done")]
    ]

    columns: 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.desk.prompt.tableGap

    Repeater {
        model: root.rows.length * 2

        BodyText {
            required property int index
            readonly property bool isKey: index % 2 === 0

            width: isKey ? Theme.desk.prompt.keyColumn : root.width - Theme.desk.prompt.keyColumn - root.columnSpacing
            font.pixelSize: Theme.small
            font.weight: isKey ? Font.Bold : Font.Normal
            text: root.rows[Math.floor(index / 2)][index % 2]
        }
    }
}
