pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** A command with its keys: pressed from anywhere in the window, one takes the focus ring here. */
SecondaryButton {
    id: root

    /** The first one is shown. */
    property var keys: []

    /** As a finger does. */
    function press(): void {
        if (enabled)
            clicked();
    }

    leftPadding: Theme.desk.key.left
    rightPadding: Theme.desk.key.right
    textSize: Theme.body
    focusPolicy: Qt.TabFocus
    keyHint: keys.length > 0 ? keys[0] : ""
    // Qt 6.4's own buttons know Space alone.
    Keys.onEnterPressed: press()
    Keys.onReturnPressed: press()

    Shortcut {
        autoRepeat: false
        enabled: root.visible && root.enabled && root.keys.length > 0
        sequences: root.keys
        onActivated: {
            root.forceActiveFocus(Qt.ShortcutFocusReason);
            root.press();
        }
    }
}
