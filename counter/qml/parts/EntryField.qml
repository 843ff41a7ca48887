pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import StarQueue.Ui

/** One line to type into. */
TextField {
    id: root

    /** What is typed here may have spaces; else a space acts, once. */
    property bool takesSpaces: true

    implicitHeight: Theme.target
    color: Theme.colour.ink
    font.family: Theme.fontFamily
    font.pixelSize: Theme.body
    leftPadding: Theme.desk.key.field
    rightPadding: Theme.desk.key.field
    placeholderTextColor: Theme.colour.muted
    selectByMouse: true

    background: Rectangle {
        color: Theme.colour.card
        border.color: root.activeFocus ? Theme.colour.primary : Theme.colour.line
        border.width: Theme.line
        radius: Theme.radius
    }
}
