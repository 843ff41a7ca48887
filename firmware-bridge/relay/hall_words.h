#pragma once

#include <firmware-bridge/field_devices/display_registers.h>
#include <firmware-bridge/ticket/printed_ticket.h>

#include <QJsonObject>
#include <QString>
#include <QUuid>

namespace starqueue::bridge {

/// Between the hall's JSON and what devices take; pure.

/// A print job's `content`, with the job's reprint mark.
[[nodiscard]] PrintedTicket ticketFromJob(const QJsonObject& job);

/// What the display of `counter` shows, from GET /board: the counter's state and number,
/// "calling" until service starts. Unknown counters are blank.
[[nodiscard]] DisplayContent contentFromBoard(const QJsonObject& board, const QString& counter);

/// A fresh call, as soon as its event arrives.
[[nodiscard]] DisplayContent contentOfCall(const QString& number, const QString& counter, int recall);

/// Digits of a counter's id as the number that a display takes; 0 when there are none.
[[nodiscard]] int counterNumber(const QString& counter);

/// The path below /counters/{id} of a keypad key; empty for keys without meaning.
[[nodiscard]] QString keypadCommand(int key);

/// The requestId of a keypad event: UUIDv5 of "UID:epoch:seq", the same for the same press for ever.
[[nodiscard]] QUuid keypadRequestId(quint32 uid, int epoch, int seq);

/// A device's unique id as the hall's API spells it: eight hexadecimal digits.
[[nodiscard]] QString uidText(quint32 uid);

} // namespace starqueue::bridge
