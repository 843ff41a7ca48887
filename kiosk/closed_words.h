#pragma once

#include <client/api/board.h>

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace starqueue::kiosk {

/// When a hall or service opens again, as a customer reads it: "13:00" if it is on the hall's day of `now`,
/// else with its date. Empty without an instant.
[[nodiscard]] QString openingText(const QDateTime& opensAt, const QDateTime& now, const QTimeZone& zone,
                                  const QLocale& locale);

/// Why a service gives no number and when it does again, in the language spoken now; empty
/// where nothing more is known.
[[nodiscard]] QString closedWords(const client::api::Service& service, const QDateTime& now,
                                  const QTimeZone& zone);

} // namespace starqueue::kiosk
