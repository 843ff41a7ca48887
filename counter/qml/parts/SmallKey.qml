pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** One of three keys beside each other. */
KeyButton {
    id: root

    leftPadding: Theme.desk.key.small
    rightPadding: Theme.desk.key.small

    contentItem: SmallKeyLabel {
        ink: !root.enabled ? Theme.colour.closed : root.checked ? Theme.colour.primary : Theme.colour.ink
        keyHint: root.keyHint
        text: root.text
        textSize: root.textSize
    }
}
