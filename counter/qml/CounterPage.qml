pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import StarQueue.Ui
import StarQueue.Counter

/** Who is here, what to do and who is parked; scrolls where the window is too low for all of it. */
Flickable {
    id: root

    required property CounterModel viewModel
    /** A question stands below the card. */
    readonly property bool asks: viewModel.prompt.open
    /** The window is so low that the card keeps to what is needed. */
    required property bool cramped
    readonly property Item card: customer.visible ? customer : message
    readonly property int shown: viewModel.page

    /** Scrolls to what the keyboard has reached. */
    function reveal(item: Item): void {
        if (!item || !interactive)
            return;
        const top = item.mapToItem(contentItem, 0, 0).y;
        if (top < 0 || top > contentHeight)
            return;
        if (top + item.height > contentY + height)
            contentY = top + item.height - height;
        else if (top < contentY)
            contentY = top;
    }

    objectName: "page"
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    contentHeight: asks ? card.height : parked.y + parked.height
    interactive: !asks && contentHeight > height
    onAsksChanged: contentY = 0
    onContentHeightChanged: returnToBounds()
    onHeightChanged: returnToBounds()
    onShownChanged: contentY = 0

    ScrollBar.vertical: ScrollBar {
        objectName: "page-scroll"
        policy: root.interactive ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
    }

    CustomerCard {
        id: customer

        width: root.width
        visible: root.shown === CounterModel.Ticket || root.shown === CounterModel.Idle
        brief: root.cramped && root.asks
        cramped: root.cramped
        viewModel: root.viewModel
    }

    MessageCard {
        id: message

        width: root.width
        visible: !customer.visible
        viewModel: root.viewModel
    }

    ActionGrid {
        id: actions

        y: root.card.height + (root.cramped ? Theme.desk.card.gap : Theme.desk.window.gap)
        x: Theme.margin
        width: root.width - 2 * Theme.margin
        visible: !root.asks
        gap: root.cramped ? Theme.desk.window.tightGap : Theme.gap
        viewModel: root.viewModel
    }

    WaitList {
        id: waits

        y: actions.y + actions.height + Theme.desk.window.gap
        x: Theme.margin
        width: actions.width
        height: visible ? implicitHeight : 0
        visible: root.cramped && !root.asks && root.shown === CounterModel.Idle
        viewModel: root.viewModel
    }

    ParkedList {
        id: parked

        y: waits.y + waits.height + (waits.height > 0 ? Theme.desk.window.gap : 0)
        x: Theme.margin
        width: root.width - 2 * Theme.margin
        height: Math.max(implicitHeight, root.height - y)
        visible: !root.asks
        viewModel: root.viewModel
    }
}
