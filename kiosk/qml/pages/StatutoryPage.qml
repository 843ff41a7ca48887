pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import StarQueue.Kiosk
import StarQueue.Ui

/** Asks for a priority by law or of the hall's own, where it lets customers say so themselves. */
Item {
    id: root

    required property KioskModel kiosk
    readonly property var groups: kiosk.groups

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
            text: qsTr("Does one of these apply to you?")
        }

        BodyText {
            Layout.fillWidth: true
            visible: root.kiosk.visit.identity.scanned
            color: Theme.colour.ok
            font.weight: Font.Bold
            text: qsTr("Your code was read")
        }

        BodyText {
            Layout.fillWidth: true
            color: Theme.colour.muted
            objectName: "statutory-terms"
            text: root.groups.some(group => group.proof !== "")
                  ? qsTr("You are then served earlier. Our staff may ask to see what stands in brackets.")
                  : qsTr("You are then served earlier.")
        }

        Item {
            Layout.fillHeight: root.kiosk.lowReach
        }

        GridLayout {
            Layout.fillWidth: true
            columns: root.groups.length > 5 ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Repeater {
                model: root.groups

                SecondaryButton {
                    required property var modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1 // columns of one width
                    Layout.preferredHeight: Theme.kiosk.key.choice
                    objectName: "statutory-" + modelData.id
                    textSize: Theme.kiosk.text.choice
                    text: modelData.proof ? qsTr("%1 (%2)").arg(modelData.name).arg(modelData.proof) : modelData.name
                    onClicked: root.kiosk.visit.answerStatutory(modelData.id)
                }
            }
        }

        PrimaryButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.kiosk.key.choice
            objectName: "statutory-none"
            textSize: Theme.kiosk.text.main
            text: qsTr("None of these: take a number")
            onClicked: root.kiosk.visit.answerStatutory("")
        }

        Item {
            Layout.fillHeight: !root.kiosk.lowReach
        }

        SecondaryButton {
            Layout.fillWidth: true
            objectName: "back-button"
            text: qsTr("Back to the start")
            onClicked: root.kiosk.visit.finish()
        }

        CountdownBar {
            Layout.fillWidth: true
            countdown: root.kiosk.visit.countdown
            shownFrom: 20
        }
    }
}
