pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** The number that is called now; it grows in with each call, and calms down once the customer is there. */
Rectangle {
    id: root

    required property DisplayModel viewModel
    readonly property int serial: viewModel.callSerial
    readonly property color ink: viewModel.expected ? Theme.colour.nightInk : Theme.colour.nightText

    color: viewModel.expected ? Theme.colour.call : Theme.colour.nightPanel
    radius: 28
    onSerialChanged: grow.restart()

    NumberAnimation {
        id: grow

        target: root
        property: "scale"
        from: 0.8
        to: 1
        duration: Theme.motion
        easing.type: Easing.OutCubic
    }

    BodyText {
        objectName: "called-number"
        anchors.left: parent.left
        anchors.leftMargin: 52
        anchors.right: counter.left
        anchors.rightMargin: 32
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        font.pixelSize: 300
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 180
        text: root.viewModel.number
        wrapMode: Text.NoWrap
    }

    CounterSign {
        id: counter

        anchors.right: parent.right
        anchors.rightMargin: 52
        anchors.verticalCenter: parent.verticalCenter
        width: 300
        ink: root.ink
        viewModel: root.viewModel
    }
}
