#pragma once

#include <client/hall_client.h>

#include <QNetworkRequest>

namespace starqueue::client {

/// The request for `path` below /api/v1 (a query may follow), with this token.
/// Redirects are not followed: the token belongs to this hall alone.
[[nodiscard]] QNetworkRequest hallRequest(const HallAddress& address, const QString& path);

/// A network access that ignores the machine's proxies: a hall is on the spot.
[[nodiscard]] QNetworkAccessManager* makeNetwork(QObject* parent);

} // namespace starqueue::client
