#pragma once

#include <QString>
#include <QUuid>

namespace starqueue::bridge {

/// The command that a keypad's key stands for, as the path below /counters/{id}: "next", "no-show" …;
/// empty for keys without meaning.
[[nodiscard]] QString keypadCommand(int key);

/// The idempotency key (requestId) of a keypad press: UUIDv5 of "UID:epoch:seq", so that the same press
/// sent again has the same one.
[[nodiscard]] QUuid keypadRequestId(quint32 uid, int epoch, int seq);

} // namespace starqueue::bridge
