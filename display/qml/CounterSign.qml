pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** Where to go: what stands over the counter large, with the words of its name, and the other language below. */
Column {
    id: root

    required property DisplayModel viewModel
    required property color ink

    width: viewModel.grid.sign

    LineText {
        text: root.viewModel.callWords
    }

    SignLine {
        id: line

        width: parent.width
        names: "called"
        before: root.viewModel.counterBefore
        figure: root.viewModel.counterFigure
        after: root.viewModel.counterAfter
        figureSize: root.viewModel.grid.signFigure
        longHeight: root.viewModel.grid.signLongHeight
        longSize: root.viewModel.grid.signFigureLong
        leastSize: root.viewModel.grid.word
        wordSize: root.viewModel.grid.signWord
        ink: root.ink
    }

    LineText {
        objectName: "counter-name"
        visible: text !== "" && !line.wordsFit
        text: root.viewModel.counterName
    }

    LineText {
        objectName: "counter-other"
        visible: text !== ""
        font.weight: Font.Normal
        text: root.viewModel.counterOther
    }

    component LineText: BodyText {
        width: root.width
        height: root.viewModel.grid.signWord * Theme.wall.call.wordLine
        color: root.ink
        elide: Text.ElideRight
        font.pixelSize: root.viewModel.grid.signWord
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: root.viewModel.grid.word
        wrapMode: Text.NoWrap
    }
}
