pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import StarQueue.Counter

/** The keys that belong to no small button. What a key does stands at the ring: the main step where nothing
    else has it. A key held down counts once. */
Item {
    id: root

    required property CounterModel viewModel
    required property T.AbstractButton mainKey
    readonly property bool free: !viewModel.prompt.open
    readonly property Item focused: Window.activeFocusItem
    readonly property T.AbstractButton ringed: focused as T.AbstractButton
    readonly property bool elsewhere: focused instanceof TextInput
                                      || (ringed && ringed.visualFocus && ringed !== mainKey)
    /** Where the ring was when a question came up. */
    property Item before: null

    /** The ring goes to what comes next. */
    function home(): void {
        if (ringed && free)
            mainKey.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function goBack(): void {
        if (free && before && before.visible && before.enabled)
            before.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    onFocusedChanged: {
        if (!viewModel.prompt.open && focused instanceof T.AbstractButton)
            before = focused;
    }
    onFreeChanged: {
        if (free)
            later.start(); // the question still has the focus
    }

    Timer {
        id: later

        interval: 0
        onTriggered: root.goBack()
    }

    HeldKeys {
        viewModel: root.viewModel
    }

    TypedKeys {
        viewModel: root.viewModel
    }

    Connections {
        target: root.viewModel

        function onStepTaken(): void {
            root.before = null;
            root.home();
        }
    }

    component Key: Shortcut {
        autoRepeat: false
        enabled: root.free
    }

    Key {
        enabled: root.free && !root.elsewhere
        sequences: ["Space", "Return", "Enter"]
        onActivated: {
            root.mainKey.forceActiveFocus(Qt.ShortcutFocusReason);
            if (root.mainKey.enabled)
                root.mainKey.clicked();
        }
    }

    Key {
        sequence: "F1"
        onActivated: root.viewModel.showKeys()
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
        enabled: !root.free
        sequences: root.viewModel.prompt.kind === CommandPrompt.Keys ? ["Esc", "F1"] : ["Esc"]
        onActivated: root.viewModel.prompt.close()
    }
}
