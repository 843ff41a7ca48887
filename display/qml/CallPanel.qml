pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** The newest call; it grows in, blinks, and calms down once the customer is there. */
Rectangle {
    id: root

    required property DisplayModel viewModel
    required property bool blinkOn
    readonly property int serial: viewModel.callSerial
    readonly property color ink: viewModel.expected ? Theme.colour.nightInk : Theme.colour.nightText

    Accessible.role: Accessible.StaticText
    Accessible.name: viewModel.said
    color: viewModel.expected ? Theme.colour.call : Theme.colour.nightPanel
    radius: Theme.radius
    onSerialChanged: grow.restart()

    NumberAnimation {
        id: grow

        target: root
        property: "scale"
        from: 0.9
        to: 1
        duration: Theme.motion
        easing.type: Easing.OutCubic
    }

    CallFrame {
        objectName: "called-frame"
        blinks: root.viewModel.blinks
        blinkOn: root.blinkOn
        spoken: root.viewModel.spoken
        ink: Theme.colour.nightText
    }

    BodyText {
        objectName: "called-number"
        anchors.left: parent.left
        anchors.leftMargin: Theme.wall.call.side
        anchors.right: counter.left
        anchors.rightMargin: Theme.wall.call.gap
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        font.pixelSize: root.viewModel.grid.called
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: root.viewModel.grid.calledLeast
        text: root.viewModel.number
        wrapMode: Text.NoWrap
    }

    CounterSign {
        id: counter

        anchors.right: parent.right
        anchors.rightMargin: Theme.wall.call.side
        anchors.verticalCenter: parent.verticalCenter
        ink: root.ink
        viewModel: root.viewModel
    }
}
