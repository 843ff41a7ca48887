pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import StarQueue.Kiosk
import StarQueue.Ui

/** What a technician wants to know of this kiosk. Opened by holding the hall's name; it closes by itself. */
Item {
    id: root

    required property KioskModel kiosk

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
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
            objectName: "technician-title"
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            text: qsTr("For the technician")
        }

        Repeater {
            model: root.kiosk.technicianFacts

            FactRow {
                required property var modelData

                Layout.fillWidth: true
                label: modelData.label
                value: modelData.value
                good: modelData.good
            }
        }

        Item {
            Layout.fillHeight: true
        }

        SecondaryButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.kiosk.key.choice
            objectName: "close-button"
            textSize: Theme.kiosk.text.main
            text: qsTr("Close")
            onClicked: root.kiosk.closeTechnicianPage()
        }
    }
}
