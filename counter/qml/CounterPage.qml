pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
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
    /** The window has room for two columns. */
    readonly property bool wide: width >= Theme.desk.window.wide
    readonly property real column: wide ? (width - 3 * Theme.margin) / 2 : width - 2 * Theme.margin
    readonly property Item card: customer.visible ? customer : message
    readonly property T.AbstractButton mainKey: actions.mainKey
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
    contentHeight: asks ? card.height : Math.max(actions.y + actions.height, waits.y + waits.height)
    interactive: !asks && contentHeight > height
    onAsksChanged: contentY = 0
    onContentHeightChanged: returnToBounds()
    onHeightChanged: returnToBounds()
    onShownChanged: contentY = 0

    ScrollBar.vertical: ScrollCue {
        objectName: "page-scroll"
        more: root.interactive
    }

    CustomerCard {
        id: customer

        width: root.width
        visible: root.shown === CounterModel.Ticket || root.shown === CounterModel.Idle
        brief: root.cramped && root.asks
        cramped: root.cramped || root.wide
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
        width: root.column
        visible: !root.asks
        cramped: root.cramped
        gap: root.cramped ? Theme.desk.window.tightGap : Theme.gap
        viewModel: root.viewModel
    }

    ParkedList {
        id: parked

        x: root.wide ? actions.x + actions.width + Theme.margin : actions.x
        y: root.wide ? actions.y : actions.y + actions.height + actions.gap
        width: root.column
        visible: !root.asks
        viewModel: root.viewModel
    }

    WaitList {
        id: waits

        x: parked.x
        y: parked.y + parked.height + (parked.height > 0 ? actions.gap : 0)
        width: root.column
        height: visible ? implicitHeight : 0
        visible: (root.cramped || root.wide) && !root.asks && root.shown === CounterModel.Idle
        viewModel: root.viewModel
    }
}
