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
        anchors.topMargin: Theme.kiosk.page.top
        anchors.bottomMargin: Theme.kiosk.page.bottom
        spacing: Theme.gap

        PageHeader {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.kiosk.page.header
            kiosk: root.kiosk
        }

        BodyText {
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.kiosk.page.title
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
            Layout.preferredHeight: Theme.kiosk.key.entry
            border.color: root.entry.complete ? Theme.colour.primary : Theme.colour.line

            BodyText {
                objectName: "entered-number"
                anchors.fill: parent
                anchors.leftMargin: Theme.kiosk.key.entryLeft
                color: root.entry.empty ? Theme.colour.muted : Theme.colour.ink
                font.pixelSize: root.entry.empty ? Theme.body : Theme.kiosk.text.entered
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
            Layout.preferredHeight: Theme.kiosk.key.height
            objectName: "continue-button"
            enabled: root.entry.complete
            textSize: Theme.kiosk.text.choice
            text: enabled ? qsTr("Continue") : qsTr("Please enter the whole number")
            onClicked: root.kiosk.visit.confirmIdentity()
        }

        SecondaryButton {
            Layout.fillWidth: true
            objectName: "skip-button"
            textSize: Theme.kiosk.text.key
            text: qsTr("Go on without it")
            onClicked: root.kiosk.visit.skipIdentity()
        }

        Item {
            Layout.fillHeight: !root.kiosk.lowReach
        }

        CountdownBar {
            Layout.fillWidth: true
            countdown: root.kiosk.visit.countdown
            shownFrom: 20
        }
    }
}
