#pragma once

#include <client/api/may.h>

#include <QUuid>

namespace starqueue::bridge {

/// What a keypad's key asks its counter to do; Nothing for keys without meaning.
[[nodiscard]] client::api::May keypadStep(int key);

/// The idempotency key (requestId) of a keypad press: UUIDv5 of "UID:epoch:seq", so that the same press
/// sent again has the same one.
[[nodiscard]] QUuid keypadRequestId(quint32 uid, int epoch, int seq);

} // namespace starqueue::bridge
