pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import StarQueue.Kiosk
import StarQueue.Ui

/** Why there is no number this time, and what helps. */
Item {
    id: root

    required property KioskModel kiosk
    readonly property Visit visit: kiosk.visit

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

        Item {
            Layout.fillHeight: true
        }

        BodyText {
            Layout.fillWidth: true
            objectName: "notice-title"
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            text: root.titleFor(root.visit.problem)
        }

        BodyText {
            Layout.fillWidth: true
            color: Theme.colour.muted
            font.pixelSize: Theme.kiosk.text.advice
            lineHeight: 1.25
            text: root.adviceFor(root.visit.problem)
        }

        Item {
            Layout.fillHeight: true
        }

        PrimaryButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.kiosk.key.choice
            objectName: "retry-button"
            visible: root.visit.retryable
            textSize: Theme.kiosk.text.main
            text: qsTr("Try again")
            onClicked: root.visit.retry()
        }

        SecondaryButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.kiosk.key.choice
            objectName: "back-button"
            textSize: Theme.kiosk.text.main
            text: qsTr("Back to the start")
            onClicked: root.visit.finish()
        }

        CountdownBar {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            countdown: root.visit.countdown
        }
    }

    function titleFor(problem: int): string {
        switch (problem) {
        case Visit.AlreadyWaiting:
            return qsTr("You already have a number");
        case Visit.ServiceClosed:
            return qsTr("This service has just closed");
        case Visit.DayClosed:
            return qsTr("The hall is closed");
        case Visit.HallClosed:
            return qsTr("The hall is closed now");
        case Visit.SoldOut:
            return qsTr("No more numbers for this service today");
        case Visit.IdentityLimit:
            return qsTr("You have had today's numbers");
        case Visit.KioskBusy:
            return qsTr("One moment, please");
        default:
            return qsTr("No number could be taken");
        }
    }

    function adviceFor(problem: int): string {
        switch (problem) {
        case Visit.AlreadyWaiting:
            return qsTr("It stays valid: please wait until it is called. Lost it? Our staff at the desk will find it.");
        case Visit.ServiceClosed:
            return qsTr("Please choose another service, or ask our staff at the desk.");
        case Visit.DayClosed:
            return qsTr("Please come again when we are open.");
        case Visit.HallClosed:
            return root.kiosk.opens === "" ? qsTr("Please come again when we are open.")
                                           : qsTr("We open again: %1").arg(root.kiosk.opens);
        case Visit.IdentityLimit:
            return qsTr("Nobody gets more numbers in one day. Our staff at the desk can help you.");
        case Visit.KioskBusy:
            return qsTr("Many numbers were taken here just now. Please try again in a minute.");
        case Visit.SoldOut:
            return qsTr("Please choose another service, or ask our staff at the desk.");
        case Visit.Unreachable:
            return qsTr("The hall's computer didn't answer. Try again: you will get one number, not two.");
        default:
            return qsTr("Please ask our staff at the desk; they will give you a number.");
        }
    }
}
