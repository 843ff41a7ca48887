pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** The kiosk's window. Pages are laid out 1080 wide and scaled as a whole to the real screen. */
Window {
    id: root

    required property KioskModel kiosk
    readonly property real fit: Math.min(width / Theme.kiosk.page.width, height / Theme.kiosk.page.height)

    width: Theme.kiosk.page.width
    height: Theme.kiosk.page.height
    visible: false
    color: Theme.colour.ground
    title: root.kiosk.hallName

    Item {
        width: root.width / root.fit
        height: root.height / root.fit
        scale: root.fit
        transformOrigin: Item.TopLeft

        KioskPages {
            anchors.fill: parent
            kiosk: root.kiosk
        }
    }
}
