pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import StarQueue.Kiosk
import StarQueue.Ui

/** This kiosk can't give numbers now: says so, and where one is to be had. No buttons: none would help. */
Item {
    id: root

    required property KioskModel kiosk
    readonly property bool connecting: kiosk.state === KioskModel.Connecting

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.kiosk.page.top
        spacing: Theme.gap

        PageHeader {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.kiosk.page.header
            kiosk: root.kiosk
        }

        Item {
            Layout.fillHeight: true
        }

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.kiosk.page.sign
            Layout.preferredHeight: Theme.kiosk.page.sign
            visible: !root.connecting
            radius: width / 2
            color: "transparent"
            border.color: Theme.colour.warning
            border.width: Theme.kiosk.page.signLine

            BodyText {
                anchors.centerIn: parent
                color: Theme.colour.warning
                font.pixelSize: Theme.kiosk.text.sign
                font.weight: Font.Bold
                text: "!"
            }
        }

        BodyText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            objectName: "out-of-service-words"
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            text: root.connecting ? qsTr("Starting...") : qsTr("This kiosk is taking a break")
        }

        BodyText {
            Layout.fillWidth: true
            visible: !root.connecting
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.kiosk.text.advice
            lineHeight: 1.25
            text: qsTr("Please take your number from our staff at the desk. Numbers already given stay valid.")
        }

        BodyText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            horizontalAlignment: Text.AlignHCenter
            color: Theme.colour.muted
            text: root.connecting ? qsTr("One moment please")
                  : root.kiosk.state === KioskModel.Refused
                    ? qsTr("For the technician: the hall refuses this kiosk's token.")
                    : qsTr("It goes on by itself as soon as the hall answers again.")
        }

        Item {
            Layout.fillHeight: true
        }

        SecondaryButton {
            Layout.alignment: Qt.AlignRight
            Layout.preferredWidth: Theme.kiosk.page.language
            objectName: "language-button"
            textSize: Theme.kiosk.text.mode
            text: Language.code === "zh" ? "English" : "中文"
            onClicked: root.kiosk.toggleLanguage()
        }
    }
}
