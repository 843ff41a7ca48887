pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** A short fact in a frame. The words carry the meaning, the colour only helps. */
Rectangle {
    id: root

    enum Kind { Plain, Gold, Ok, Warning, Bad, Closed }

    property alias text: label.text
    property int textSize: Theme.small
    property int kind: Badge.Plain
    /** How wide it may be; words that need more are shortened. */
    property real most: Infinity
    readonly property real sides: 1.2 * textSize
    readonly property color ink: kind === Badge.Gold ? Theme.colour.gold
                                 : kind === Badge.Ok ? Theme.colour.ok
                                 : kind === Badge.Warning ? Theme.colour.warning
                                 : kind === Badge.Bad ? Theme.colour.bad
                                 : kind === Badge.Closed ? Theme.colour.closed : Theme.colour.ink

    implicitWidth: Math.min(label.implicitWidth + sides, most)
    implicitHeight: label.implicitHeight + 0.4 * textSize
    color: kind === Badge.Gold ? Theme.colour.goldSoft
           : kind === Badge.Closed ? Theme.colour.closedSoft : Theme.colour.card
    border.color: kind === Badge.Gold ? Theme.colour.goldLine
                  : kind === Badge.Plain || kind === Badge.Closed ? Theme.colour.line : ink
    border.width: 1
    radius: Theme.radius / 2

    BodyText {
        id: label

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.most - root.sides)
        color: root.ink
        elide: Text.ElideMiddle
        font.pixelSize: root.textSize
        wrapMode: Text.NoWrap
    }
}
