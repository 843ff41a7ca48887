pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** The services as tiles, as tall as fits; what is too much scrolls. */
GridView {
    id: root

    required property KioskModel kiosk
    /** No tile is taller. */
    required property int tallest
    readonly property int columns: !Theme.roomy ? 1 : count > 10 || width > Theme.kiosk.tile.threeColumns ? 3 : 2
    readonly property int lowest: Theme.kiosk.tile.lowest
    readonly property int rows: Math.max(1, Math.ceil(count / columns))
    readonly property int fitting: Math.floor((height + Theme.gap) / rows) - Theme.gap

    // The gap behind the last column and row hangs over the edge.
    rightMargin: -Theme.gap
    bottomMargin: -Theme.gap
    cellWidth: (width + Theme.gap) / columns
    cellHeight: Math.max(lowest, Math.min(tallest, fitting)) + Theme.gap
    model: kiosk.services
    interactive: contentHeight - Theme.gap > height + 1
    clip: interactive
    boundsBehavior: Flickable.StopAtBounds

    delegate: ServiceTile {
        width: root.cellWidth - Theme.gap
        height: root.cellHeight - Theme.gap
        onChosen: id => root.kiosk.visit.chooseService(id)
    }
}
