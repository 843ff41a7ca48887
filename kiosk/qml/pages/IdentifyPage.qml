pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import StarQueue.Kiosk
import StarQueue.Ui

/** A customer types a phone number or holds a code to the reader; or goes on without. */
Item {
    id: root

    required property KioskModel kiosk
    readonly property IdentityEntry entry: kiosk.visit.identity

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: 56
        anchors.bottomMargin: 48
        spacing: Theme.gap

        PageHeader {
            Layout.fillWidth: true
            Layout.preferredHeight: 68
            kiosk: root.kiosk
        }

        BodyText {
            Layout.fillWidth: true
            Layout.minimumHeight: 120
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            text: qsTr("Your phone number")
        }

        BodyText {
            Layout.fillWidth: true
            color: Theme.colour.muted
            text: qsTr("Or hold your member code to the reader. It is used for this visit only.")
        }

        Item {
            Layout.fillHeight: root.kiosk.lowReach
        }

        Card {
            Layout.fillWidth: true
            Layout.preferredHeight: 168
            border.color: root.entry.complete ? Theme.colour.primary : Theme.colour.line

            BodyText {
                objectName: "entered-number"
                anchors.fill: parent
                anchors.leftMargin: 48
                color: root.entry.empty ? Theme.colour.muted : Theme.colour.ink
                font.pixelSize: root.entry.empty ? Theme.body : 76
                font.weight: root.entry.empty ? Font.Normal : Font.Bold
                wrapMode: Text.NoWrap
                text: root.entry.empty ? qsTr("11 digits") : root.entry.masked
            }
        }

        Keypad {
            Layout.fillWidth: true
            entry: root.entry
        }

        PrimaryButton {
            Layout.fillWidth: true
            Layout.preferredHeight: 136
            objectName: "continue-button"
            enabled: root.entry.complete
            textSize: 44
            text: enabled ? qsTr("Continue") : qsTr("Please enter the whole number")
            onClicked: root.kiosk.visit.confirmIdentity()
        }

        SecondaryButton {
            Layout.fillWidth: true
            objectName: "skip-button"
            textSize: 40
            text: qsTr("Go on without it")
            onClicked: root.kiosk.visit.skipIdentity()
        }

        Item {
            Layout.fillHeight: !root.kiosk.lowReach
        }

        CountdownBar {
            Layout.fillWidth: true
            countdown: root.kiosk.visit.countdown
            shownFrom: 10
        }
    }
}
