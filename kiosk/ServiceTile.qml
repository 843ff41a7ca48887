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

    /** Name and figures side by side: large text needs the whole width. */
    readonly property bool wide: Theme.largeText

    signal chosen(id: string)

    objectName: "service-" + serviceId
    enabled: open
    horizontalPadding: width < 360 ? 20 : 36
    verticalPadding: wide ? 12 : height < 260 ? 20 : 36
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

    contentItem: Item {
        BodyText {
            y: root.wide ? (parent.height - height) / 2 : 0
            width: root.wide ? 0.52 * parent.width : parent.width
            height: Math.min(implicitHeight, root.wide ? parent.height : parent.height - facts.height)
            color: root.open ? Theme.colour.ink : Theme.colour.closed
            // Latin words are longer than Chinese ones.
            font.pixelSize: Language.code === "zh" ? Theme.heading : Theme.heading - 8
            font.weight: Font.Bold
            fontSizeMode: Text.Fit
            minimumPixelSize: 34
            lineHeight: 0.85
            maximumLineCount: 2
            elide: Text.ElideRight
            text: root.name
        }

        ServiceFacts {
            id: facts

            x: parent.width - width
            y: root.wide ? (parent.height - height) / 2 : parent.height - height
            width: root.wide ? 0.46 * parent.width : parent.width
            alignment: root.wide ? Text.AlignRight : Text.AlignLeft
            brief: root.wide || root.width < 360
            open: root.open
            closedReason: root.closedReason
            ahead: root.ahead
            minutes: root.minutes
        }
    }
}
