pragma ComponentBehavior: Bound

import QtQuick
import StarQueue.Kiosk
import StarQueue.Ui

/** Ten digits, clear and back, as on a phone. */
Grid {
    id: root

    required property IdentityEntry entry
    readonly property real keyWidth: (width - 2 * spacing) / 3

    columns: 3
    spacing: Theme.gap

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "back"]

        SecondaryButton {
            required property string modelData
            readonly property bool isDigit: modelData.length === 1

            objectName: "key-" + modelData
            width: root.keyWidth
            height: Theme.kiosk.key.height
            textSize: isDigit ? Theme.kiosk.text.digit : Theme.kiosk.text.key
            text: isDigit ? modelData : modelData === "clear" ? qsTr("Clear") : qsTr("⌫ Delete")
            onClicked: {
                if (isDigit)
                    root.entry.addDigit(Number(modelData));
                else if (modelData === "clear")
                    root.entry.clear();
                else
                    root.entry.removeDigit();
            }
        }
    }
}
