pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** What stands over a counter, with the words of its name beside it where they fit whole. */
Item {
    id: root

    required property string before
    required property string figure
    required property string after
    required property int figureSize
    required property int longSize
    required property int longHeight
    required property int wordSize
    required property int leastSize
    required property color ink
    property string names: "sign"
    readonly property bool isLong: figure.length > 3
    readonly property int wordsWidth: beforeText.implicitWidth + afterText.implicitWidth
                                      + (before === "" ? 0 : Theme.wall.call.wordGap)
                                      + (after === "" ? 0 : Theme.wall.call.wordGap)
    /** Neither word needs another line. */
    readonly property bool wordsFit: !isLong && figureText.implicitWidth + wordsWidth <= width

    height: isLong ? longHeight : figureSize

    WordText {
        id: beforeText

        objectName: root.names + "-before"
        anchors.left: parent.left
        text: root.before
    }

    BodyText {
        id: figureText

        objectName: root.names + "-figure"
        anchors.left: root.wordsFit && root.before !== "" ? beforeText.right : parent.left
        anchors.leftMargin: root.wordsFit && root.before !== "" ? Theme.wall.call.wordGap : 0
        anchors.verticalCenter: parent.verticalCenter
        width: root.isLong || implicitWidth > root.width ? root.width : implicitWidth
        height: parent.height
        color: root.ink
        elide: Text.ElideRight
        font.pixelSize: root.isLong ? root.longSize : root.figureSize
        font.weight: Font.Bold
        fontSizeMode: root.isLong ? Text.Fit : Text.HorizontalFit
        minimumPixelSize: root.leastSize
        text: root.figure
        wrapMode: root.isLong ? Text.Wrap : Text.NoWrap
    }

    WordText {
        id: afterText

        objectName: root.names + "-after"
        anchors.left: figureText.right
        anchors.leftMargin: Theme.wall.call.wordGap
        text: root.after
    }

    component WordText: BodyText {
        anchors.baseline: figureText.baseline
        visible: root.wordsFit && text !== ""
        color: root.ink
        font.pixelSize: root.wordSize
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
    }
}
