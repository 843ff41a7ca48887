pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** A white sheet with a two-pixel line; what belongs together lies on one. */
Rectangle {
    color: Theme.colour.card
    border.color: Theme.colour.line
    border.width: Theme.line
    radius: Theme.radius
}
