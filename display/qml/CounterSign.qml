pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** Where to go: the counter's figure large, its words around it, the other language below. */
Column {
    id: root

    required property DisplayModel viewModel
    required property color ink

    SignText {
        text: root.viewModel.callWords
        height: Theme.wall.call.line
        font.pixelSize: Theme.wall.text.call
    }

    SignText {
        readonly property bool whole: root.viewModel.counterFigure === ""

        objectName: "counter-before"
        text: root.viewModel.counterBefore
        height: whole ? Theme.wall.call.whole : Theme.wall.call.before
        font.pixelSize: whole ? Theme.wall.text.whole : Theme.wall.text.before
        maximumLineCount: whole ? 4 : 2
        minimumPixelSize: whole ? Theme.wall.text.wholeLeast : Theme.wall.text.callOtherLeast
        wrapMode: Text.Wrap
        fontSizeMode: Text.Fit
    }

    SignText {
        objectName: "called-counter"
        text: root.viewModel.counterFigure
        font.pixelSize: Theme.wall.text.figure
        height: Theme.wall.call.figure
    }

    SignText {
        text: root.viewModel.counterAfter
        height: Theme.wall.call.line
        font.pixelSize: Theme.wall.text.call
    }

    SignText {
        objectName: "counter-other"
        text: root.viewModel.counterOther
        height: root.viewModel.counterFigure === "" ? Theme.wall.call.otherWrapped : Theme.wall.call.other
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
