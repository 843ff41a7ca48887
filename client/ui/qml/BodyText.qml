pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui

/** Text in the hall's typeface; ink on whatever is behind it. */
Text {
    color: Theme.colour.ink
    font.family: Theme.fontFamily
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.Wrap
}
