pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Ui
import StarQueue.Display

/** The hall display: drawn at 1920 × 1080, scaled to the screen it gets. */
Window {
    id: root

    required property DisplayModel viewModel

    color: Theme.colour.night
    title: root.viewModel.hallName

    Item {
        id: sheet

        anchors.centerIn: parent
        width: Theme.wall.page.width
        height: Theme.wall.page.height
        scale: Math.min(root.width / width, root.height / height)

        HeaderBar {
            id: header

            width: parent.width
            viewModel: root.viewModel
        }

        LivePage {
            anchors.top: header.bottom
            anchors.bottom: footer.top
            width: parent.width
            visible: root.viewModel.page === DisplayModel.Live
            viewModel: root.viewModel
        }

        NoticePage {
            anchors.top: header.bottom
            anchors.bottom: footer.top
            width: parent.width
            visible: root.viewModel.page !== DisplayModel.Live
            viewModel: root.viewModel
        }

        FooterBar {
            id: footer

            anchors.bottom: parent.bottom
            width: parent.width
            viewModel: root.viewModel
        }
    }
}
