pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Counter

/** The keys of the counter. A key held down counts once. */
Item {
    id: root

    required property CounterModel viewModel
    readonly property bool free: !viewModel.prompt.open

    HeldKeys {
        viewModel: root.viewModel
    }

    component Key: Shortcut {
        autoRepeat: false
        enabled: root.free
    }

    Key {
        sequence: "Space"
        onActivated: root.viewModel.doNextStep()
    }

    Key {
        sequence: "F2"
        onActivated: root.viewModel.recall()
    }

    Key {
        sequence: "F3"
        onActivated: root.viewModel.noShow()
    }

    Key {
        sequence: "F4"
        onActivated: root.viewModel.transfer()
    }

    Key {
        sequence: "F5"
        onActivated: root.viewModel.park()
    }

    Key {
        sequence: "F6"
        onActivated: root.viewModel.callNumber()
    }

    Key {
        sequence: "F7"
        onActivated: root.viewModel.askHelp()
    }

    Key {
        sequence: "F8"
        onActivated: root.viewModel.undo()
    }

    Key {
        sequence: "F9"
        onActivated: root.viewModel.pause()
    }

    Key {
        sequence: "F10"
        onActivated: root.viewModel.closeCounter()
    }

    Key {
        sequence: "F11"
        onActivated: root.viewModel.handover()
    }

    Key {
        sequence: "F12"
        onActivated: root.viewModel.walkIn()
    }

    Key {
        enabled: root.viewModel.prompt.open
        sequence: "Esc"
        onActivated: root.viewModel.prompt.close()
    }
}
