#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QtGlobal>

namespace starqueue::client {

enum class LogForm { Text, Json };

/// One event as one line with its line end: instant (UTC), level, category, words.
[[nodiscard]] QByteArray logLine(LogForm form, const QDateTime& at, QtMsgType level, const char* category,
                                 const QString& message);

/// Makes qDebug(), qInfo(), qWarning() and qCritical() write such lines to standard error.
void logToStandardError(LogForm form);

} // namespace starqueue::client
