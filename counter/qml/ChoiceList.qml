pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import StarQueue.Ui
import StarQueue.Counter

/** What a prompt offers. Digits and Enter choose, by hand; a scanner doesn't. */
ListView {
    id: root

    required property CommandPrompt prompt
    /** Height that there is at most. */
    required property real room
    readonly property int rows: Math.max(1, Math.floor((room + spacing) / (Theme.target + spacing)))

    /** From the first row up, to the fields for a case and an item. */
    signal leftUpwards

    function enter(): void {
        if (!root.prompt.endScan())
            root.prompt.choose(currentIndex);
    }

    // Whole rows: half a row at the edge looks like a fault.
    height: Math.min(count, rows) * (Theme.target + spacing) - spacing
    clip: count > rows
    model: root.prompt.choices
    spacing: Theme.desk.prompt.gap
    snapMode: ListView.SnapToItem
    keyNavigationEnabled: true
    cacheBuffer: 0 // rows are replaced while those beside the window would still be made
    activeFocusOnTab: count > 0
    Keys.onSpacePressed: event => {
        event.accepted = !root.prompt.spaceInScan();
        if (event.accepted)
            root.prompt.choose(currentIndex);
        else
            root.prompt.typeKey(event.text);
    }
    Keys.onReturnPressed: enter()
    Keys.onEnterPressed: enter()
    Keys.onUpPressed: event => {
        event.accepted = root.prompt.asksReference && currentIndex <= 0;
        if (event.accepted)
            root.leftUpwards();
    }
    Keys.onPressed: event => {
        if (!event.isAutoRepeat)
            root.prompt.typeKey(event.text);
    }

    ScrollBar.vertical: ScrollCue {
        more: root.count > root.rows
    }

    delegate: KeyButton {
        required property int index
        required property string label
        required property bool possible

        width: root.width - (root.count > root.rows ? Theme.gap : 0)
        checked: root.activeFocus && ListView.isCurrentItem
        focusPolicy: Qt.NoFocus // the list has it, and its row that is marked
        enabled: root.prompt.complete && possible
        keyHint: index < 9 ? index + 1 : ""
        text: label
        onClicked: root.prompt.choose(index)
    }
}
