pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** A command with its key; the keyboard's focus stays where it is. */
SecondaryButton {
    leftPadding: Theme.desk.key.left
    rightPadding: Theme.desk.key.right
    textSize: Theme.body
    focusPolicy: Qt.TabFocus
}
