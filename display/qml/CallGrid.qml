pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** The newest call, and below it every other one that is expected: the more there are, the smaller each is. */
Item {
    id: root

    required property DisplayModel viewModel
    property bool off // what the animation sets
    readonly property bool blinkOn: !off || !viewModel.blinking
    readonly property int gap: viewModel.grid.gap
    readonly property real cellWidth: (width + gap) / viewModel.grid.columns - gap
    readonly property real cellHeight: (height - panel.height) / viewModel.grid.rows - gap

    SequentialAnimation on off {
        running: root.viewModel.blinking && !Theme.reducedMotion
        loops: Animation.Infinite

        PropertyAction { value: false }
        PauseAnimation { duration: Theme.wall.call.blink }
        PropertyAction { value: true }
        PauseAnimation { duration: Theme.wall.call.blink }
    }

    CallPanel {
        id: panel

        width: parent.width
        height: root.viewModel.grid.newest
        blinkOn: root.blinkOn
        viewModel: root.viewModel
    }

    Grid {
        id: others

        objectName: "recent"
        anchors.top: panel.bottom
        anchors.topMargin: root.gap
        columns: root.viewModel.grid.columns
        spacing: root.gap

        Repeater {
            model: root.viewModel.recent

            RecentCall {
                width: root.cellWidth
                height: root.cellHeight
                blinkOn: root.blinkOn
                viewModel: root.viewModel
            }
        }
    }

    MoreCalls {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: 2 * root.cellWidth + root.gap
        height: root.cellHeight
        visible: root.viewModel.moreCalls !== ""
        viewModel: root.viewModel
    }
}
