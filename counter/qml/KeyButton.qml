pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** A command with its key; the keyboard's focus stays where it is. */
SecondaryButton {
    leftPadding: 14
    rightPadding: 12
    textSize: Theme.body
    focusPolicy: Qt.TabFocus
}
