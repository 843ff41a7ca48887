pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** Where to go: what stands over the counter large, the words of its name around it, the other language below. */
Column {
    id: root

    required property DisplayModel viewModel
    required property color ink
    readonly property bool isLong: viewModel.counterFigure.length > 2
    readonly property bool hasLongName: viewModel.counterAfter.length > 16
    readonly property bool isCrowded: hasLongName
                                      || viewModel.counterBefore !== "" && viewModel.counterAfter !== ""

    width: isLong ? Theme.wall.call.signLong : Theme.wall.call.sign

    SignText {
        text: root.viewModel.callWords
        height: Theme.wall.call.line
        font.pixelSize: Theme.wall.text.call
    }

    SignText {
        objectName: "counter-before"
        text: root.viewModel.counterBefore
        height: Theme.wall.call.before
        font.pixelSize: Theme.wall.text.before
        maximumLineCount: 2
        minimumPixelSize: Theme.wall.text.callOtherLeast
        wrapMode: Text.Wrap
        fontSizeMode: Text.Fit
    }

    SignText {
        objectName: "called-counter"
        text: root.viewModel.counterFigure
        font.pixelSize: root.isCrowded ? Theme.wall.text.figureCrowded : Theme.wall.text.figure
        fontSizeMode: text.length > 3 ? Text.Fit : Text.HorizontalFit
        height: root.isCrowded ? Theme.wall.call.figureCrowded : Theme.wall.call.figure
        wrapMode: text.length > 3 ? Text.Wrap : Text.NoWrap
    }

    SignText {
        objectName: "counter-after"
        text: root.viewModel.counterAfter
        height: root.hasLongName ? Theme.wall.call.longName : Theme.wall.call.line
        font.pixelSize: Theme.wall.text.call
        maximumLineCount: 3
        minimumPixelSize: Theme.wall.text.callOtherLeast
        wrapMode: Text.Wrap
        fontSizeMode: Text.Fit
    }

    SignText {
        objectName: "counter-other"
        text: root.viewModel.counterOther
        height: root.hasLongName ? Theme.wall.call.longOther : Theme.wall.call.other
        font.pixelSize: Theme.wall.text.callOther
        font.weight: Font.Normal
        maximumLineCount: 3
        minimumPixelSize: Theme.wall.text.callOtherLeast
        wrapMode: Text.Wrap
        fontSizeMode: Text.Fit
    }

    component SignText: BodyText {
        width: root.width
        visible: text !== ""
        color: root.ink
        elide: Text.ElideRight
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignRight
        minimumPixelSize: Theme.wall.text.callLeast
        wrapMode: Text.NoWrap
    }
}
