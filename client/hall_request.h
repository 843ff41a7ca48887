#pragma once

#include <client/hall_client.h>

#include <QNetworkRequest>

namespace starqueue::client {

/// The request for `path` below /api/v1 (a query may follow), with this token.
/// Redirects are not followed: the token belongs to this hall alone.
[[nodiscard]] QNetworkRequest hallRequest(const HallAddress& address, const QString& path);

/// What the requests to this hall go through: the address's own network, or the machine's without its
/// proxies, since a hall is on the spot.
[[nodiscard]] QNetworkAccessManager* makeNetwork(const HallAddress& address, QObject* parent);

} // namespace starqueue::client
