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

    signal chosen(id: string)

    objectName: "service-" + serviceId
    enabled: open
    padding: height < 260 ? 24 : 36
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
            id: title

            width: parent.width
            color: root.open ? Theme.colour.ink : Theme.colour.closed
            // Latin words are longer than Chinese ones.
            font.pixelSize: Language.code === "zh" ? Theme.heading : Theme.heading - 8
            font.weight: Font.Bold
            fontSizeMode: Text.Fit
            minimumPixelSize: 34
            height: Math.min(implicitHeight, parent.height - facts.height)
            lineHeight: 0.85
            maximumLineCount: 2
            elide: Text.ElideRight
            text: root.name
        }

        Column {
            id: facts

            anchors.bottom: parent.bottom
            width: parent.width

            BodyText {
                width: parent.width
                visible: root.open
                color: Theme.colour.muted
                textFormat: Text.StyledText
                text: qsTr("%1 ahead").arg(root.figure(root.ahead))
            }

            BodyText {
                width: parent.width
                visible: root.open
                color: Theme.colour.muted
                textFormat: Text.StyledText
                text: root.minutes === "" ? qsTr("Wait not known yet")
                                          : root.ahead === 0 ? root.figure(qsTr("Right away"))
                                                             : qsTr("about %1 min").arg(root.figure(root.minutes))
            }

            BodyText {
                width: parent.width
                visible: !root.open
                color: Theme.colour.closed
                maximumLineCount: 3
                elide: Text.ElideRight
                text: (root.closedReason === "" ? "" : root.closedReason + "\n") + qsTr("Closed now")
            }
        }
    }

    // Figures come first for the eye: larger, bold, in ink.
    function figure(words: string): string {
        return "<font size=\"4\" color=\"%1\"><b>%2</b></font>".arg(Theme.colour.ink).arg(words);
    }
}
