pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** Another number that was called, and where; a bar marks those who are expected. */
Rectangle {
    id: root

    required property DisplayModel viewModel
    required property bool blinkOn
    required property string number
    required property string before
    required property string figure
    required property string after
    required property string name
    required property string otherName
    required property bool expected
    required property bool blinks
    required property bool spoken
    required property string said

    Accessible.role: Accessible.StaticText
    Accessible.name: said
    color: Theme.colour.nightPanel
    radius: Theme.radius

    CallFrame {
        objectName: "recent-frame"
        blinks: root.blinks
        blinkOn: root.blinkOn
        spoken: root.spoken
        ink: root.spoken ? Theme.colour.nightText : Theme.colour.call
    }

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.wall.call.barLeft
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.wall.call.bar
        height: parent.height - 2 * Theme.gap
        visible: root.expected
        color: Theme.colour.call
        radius: width / 2
    }

    BodyText {
        objectName: "recent-number"
        anchors.left: parent.left
        anchors.leftMargin: Theme.wall.call.cellSide
        anchors.right: place.left
        anchors.rightMargin: Theme.wall.call.cellGap
        anchors.verticalCenter: parent.verticalCenter
        color: root.expected ? Theme.colour.nightText : Theme.colour.nightMuted
        font.pixelSize: root.viewModel.grid.number
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: root.viewModel.grid.numberLeast
        text: root.number
        wrapMode: Text.NoWrap
    }

    Column {
        id: place

        anchors.right: parent.right
        anchors.rightMargin: Theme.wall.call.cellGap
        anchors.verticalCenter: parent.verticalCenter
        width: line.isLong ? root.viewModel.grid.placeLong : root.viewModel.grid.place

        SignLine {
            id: line

            width: parent.width
            names: "recent"
            before: root.before
            figure: root.figure
            after: root.after
            figureSize: root.viewModel.grid.figure
            longHeight: root.viewModel.grid.longHeight
            longSize: root.viewModel.grid.figureLong
            leastSize: root.viewModel.grid.word
            wordSize: root.viewModel.grid.word
            ink: root.expected ? Theme.colour.call : Theme.colour.nightMuted
        }

        LineText {
            objectName: "recent-name"
            visible: text !== "" && !line.wordsFit && !line.isLong && implicitWidth <= width
            text: root.name
        }

        LineText {
            objectName: "recent-other"
            visible: text !== "" && line.wordsFit && implicitWidth <= width
            text: root.otherName
        }
    }

    component LineText: BodyText {
        width: place.width
        height: root.viewModel.grid.word * Theme.wall.call.wordLine
        color: root.expected ? Theme.colour.nightSoft : Theme.colour.nightMuted
        font.pixelSize: root.viewModel.grid.word
        wrapMode: Text.NoWrap
    }
}
