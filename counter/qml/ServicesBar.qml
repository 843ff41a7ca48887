pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Counter

/** What is done here today, where the duty manager or the clerk has changed it. */
Item {
    id: root

    required property CounterModel viewModel

    height: visible ? label.implicitHeight + 2 * Theme.desk.window.noticePadding : 0
    visible: label.text !== ""

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.colour.line
    }

    BodyText {
        id: label

        objectName: "services"
        x: Theme.margin
        y: Theme.desk.window.noticePadding
        width: parent.width - 2 * Theme.margin
        color: Theme.colour.warning
        font.weight: Font.Bold
        elide: Text.ElideRight
        maximumLineCount: 3
        text: root.viewModel.page === CounterModel.Closed ? "" : root.viewModel.services
    }
}
