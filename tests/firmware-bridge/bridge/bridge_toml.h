#pragma once

#include <QByteArray>

namespace starqueue::bridge::test {

/// A printer at kiosk 1, and one device of each kind at counter 3.
inline const QByteArray kConfig = R"(
[hall]
url = "http://127.0.0.1:1"
token_file = "token"
[[printer]]
id = "printer-1"
kiosk = "1"
port = "printer-1"
baud = 115200
[[bus]]
id = "bus-1"
port = "bus-1"
baud = 115200
timeout_ms = 300
[[display]]
id = "display-3"
bus = "bus-1"
address = 3
counter = "3"
[[panel]]
id = "panel-3"
bus = "bus-1"
address = 13
counter = "3"
[[keypad]]
id = "keypad-3"
bus = "bus-1"
address = 23
counter = "3"
)";

} // namespace starqueue::bridge::test
