pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import StarQueue.Ui

/** That there is more than can be seen, and how far. */
ScrollBar {
    id: root

    /** Whether there is more. */
    required property bool more

    policy: more ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff

    contentItem: Rectangle {
        implicitWidth: Theme.desk.window.tightGap
        color: Theme.colour.muted
        radius: width / 2
    }
}
