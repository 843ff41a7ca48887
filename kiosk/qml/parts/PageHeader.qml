pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** The hall's logo and name, and its time. Who holds it for five seconds is a technician. */
Item {
    id: root

    required property KioskModel kiosk

    objectName: "page-header"

    implicitHeight: Math.max(name.implicitHeight, time.implicitHeight)

    TapHandler {
        objectName: "technician-hold"
        longPressThreshold: 5
        onLongPressed: root.kiosk.openTechnicianPage()
    }

    Image {
        id: logo

        anchors.verticalCenter: parent.verticalCenter
        height: visible ? Theme.kiosk.page.logo : 0
        width: visible ? implicitWidth * height / Math.max(1, implicitHeight) : 0
        visible: status === Image.Ready
        source: Theme.logo
    }

    BodyText {
        id: name

        anchors.left: logo.right
        anchors.leftMargin: logo.visible ? Theme.gap : 0
        anchors.right: time.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.kiosk.text.hall
        font.weight: Font.Bold
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        text: root.kiosk.hallName
    }

    BodyText {
        id: time

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colour.muted
        wrapMode: Text.NoWrap
        text: root.kiosk.now
    }
}
