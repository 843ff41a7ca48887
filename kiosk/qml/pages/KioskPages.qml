pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** One page at a time, as the model says; whatever is touched reaches it from here. */
FocusScope {
    id: root

    required property KioskModel kiosk
    readonly property Item page: loader.item as Item
    readonly property string wanted: pageFor(kiosk.state, kiosk.visit.page, kiosk.technicianPage)

    focus: true

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.ground
    }

    Loader {
        id: loader

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.kiosk.page.widest)
        height: parent.height
    }

    PointHandler {
        onActiveChanged: {
            if (active)
                root.kiosk.visit.touched();
        }
    }

    // Not by Components: Qt 6.4 can't make a bound one in a Loader.
    onWantedChanged: loader.setSource(wanted, {kiosk: root.kiosk})
    Component.onCompleted: loader.setSource(wanted, {kiosk: root.kiosk})

    function pageFor(state: int, page: int, technician: bool): string {
        if (technician)
            return "TechnicianPage.qml";
        if (page === Visit.Ticket)
            return "TicketPage.qml";
        if (page === Visit.Working)
            return "WorkingPage.qml";
        if (state !== KioskModel.Ready)
            return "OutOfServicePage.qml";
        switch (page) {
        case Visit.Identify:
            return "IdentifyPage.qml";
        case Visit.Statutory:
            return "StatutoryPage.qml";
        case Visit.Notice:
            return "NoticePage.qml";
        default:
            return "ServicesPage.qml";
        }
    }
}
