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
        height: 68
        font.pixelSize: 52
    }

    SignText {
        readonly property bool whole: root.viewModel.counterFigure === ""

        text: root.viewModel.counterBefore
        height: whole ? 150 : 64
        font.pixelSize: whole ? 50 : 48
        maximumLineCount: whole ? 2 : 1
        minimumPixelSize: whole ? 40 : 30
        wrapMode: whole ? Text.Wrap : Text.NoWrap
        fontSizeMode: whole ? Text.Fit : Text.HorizontalFit
    }

    SignText {
        objectName: "called-counter"
        text: root.viewModel.counterFigure
        font.pixelSize: 190
        height: 168
    }

    SignText {
        text: root.viewModel.counterAfter
        height: 68
        font.pixelSize: 52
    }

    SignText {
        text: root.viewModel.counterOther
        height: 52
        font.pixelSize: 34
        font.weight: Font.Normal
    }

    component SignText: BodyText {
        width: root.width
        visible: text !== ""
        color: root.ink
        elide: Text.ElideRight
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignRight
        minimumPixelSize: 30
        wrapMode: Text.NoWrap
    }
}
