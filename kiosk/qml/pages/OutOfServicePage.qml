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
        anchors.topMargin: 56
        spacing: Theme.gap

        PageHeader {
            Layout.fillWidth: true
            Layout.preferredHeight: 68
            kiosk: root.kiosk
        }

        Item {
            Layout.fillHeight: true
        }

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: 200
            Layout.preferredHeight: 200
            visible: !root.connecting
            radius: 100
            color: "transparent"
            border.color: Theme.colour.warning
            border.width: 12

            BodyText {
                anchors.centerIn: parent
                color: Theme.colour.warning
                font.pixelSize: 130
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
            font.pixelSize: 42
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
            Layout.preferredWidth: 300
            objectName: "language-button"
            textSize: 36
            text: Language.code === "zh" ? "English" : "中文"
            onClicked: root.kiosk.toggleLanguage()
        }
    }
}
