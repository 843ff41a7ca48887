#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace starqueue::client {

/// Reads the bearer token that `path` holds: one line of printable ASCII, the line end is dropped.
/// The error is one sentence naming the file, what is wrong with it and what to do; it never
/// contains the token.
[[nodiscard]] tl::expected<QByteArray, QString> readTokenFile(const QString& path);

} // namespace starqueue::client
