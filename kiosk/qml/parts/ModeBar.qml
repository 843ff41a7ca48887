pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import StarQueue.Kiosk
import StarQueue.Ui

/** How this customer likes to use the kiosk: larger, lower, in another language. */
RowLayout {
    id: root

    required property KioskModel kiosk

    spacing: Theme.gap

    SecondaryButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        objectName: "large-text-button"
        checked: root.kiosk.largeText
        textSize: Theme.kiosk.text.mode
        text: checked ? qsTr("Normal text") : qsTr("Large text A⁺")
        onClicked: root.kiosk.largeText = !root.kiosk.largeText
    }

    SecondaryButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        objectName: "low-reach-button"
        checked: root.kiosk.lowReach
        textSize: Theme.kiosk.text.mode
        text: checked ? qsTr("Back up ↑") : qsTr("Lower down ↓")
        onClicked: root.kiosk.lowReach = !root.kiosk.lowReach
    }

    SecondaryButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        objectName: "language-button"
        textSize: Theme.kiosk.text.mode
        text: Language.code === "zh" ? "English" : "中文"
        onClicked: root.kiosk.toggleLanguage()
    }
}
