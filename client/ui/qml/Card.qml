pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** A bordered panel that groups related items. */
Rectangle {
    color: Theme.colour.card
    border.color: Theme.colour.line
    border.width: Theme.line
    radius: Theme.radius
}
