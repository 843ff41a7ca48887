#pragma once

#include <QUuid>

#include <cstdint>

namespace starqueue::client::api {

/// Makes a face's requestIds: the first at random, the next ones counted from it. The hall keeps them with a
/// token of the face's own, so that they need be unlike those of its other starts alone, and ids that are
/// alike pack well in backups. UUIDs of version 8 (RFC 9562): 90 random bits and a count of 32. One thread.
class RequestIds
{
public:
    [[nodiscard]] QUuid next();

private:
    QUuid m_first = QUuid::createUuid();
    std::uint32_t m_count = 0;
};

} // namespace starqueue::client::api
