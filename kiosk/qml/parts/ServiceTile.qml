pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import StarQueue.Ui

/** One service: its name, how many are ahead, how long it will take; or that it is closed. */
T.AbstractButton {
    id: root

    required property string serviceId
    required property string name
    required property bool open
    required property string closedReason
    required property int ahead
    required property string minutes
    required property string waitWords
    readonly property bool narrow: width < Theme.kiosk.tile.narrow
    readonly property bool low: height < Theme.kiosk.tile.low

    signal chosen(id: string)

    objectName: "service-" + serviceId
    enabled: open
    horizontalPadding: narrow ? Theme.kiosk.tile.narrowSide : Theme.kiosk.tile.side
    verticalPadding: low ? Theme.kiosk.tile.lowPadding : Theme.kiosk.tile.padding
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: name
    onClicked: root.chosen(root.serviceId)

    background: Card {
        color: !root.open ? Theme.colour.closedSoft : root.down ? Theme.colour.primarySoft : Theme.colour.card
        border.color: root.down ? Theme.colour.primary : Theme.colour.line

        FocusRing {
            control: root
        }
    }

    contentItem: ServiceWords {
        wide: !Theme.roomy
        brief: !Theme.roomy || root.narrow
        name: root.name
        open: root.open
        closedReason: root.closedReason
        ahead: root.ahead
        minutes: root.minutes
        waitWords: root.waitWords
    }
}
