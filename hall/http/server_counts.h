#pragma once

#include <atomic>
#include <cstdint>

namespace starqueue::hall::http {

/// Counts since the server was made, for /metrics. Any thread may read.
struct ServerCounts
{
    std::atomic<std::uint64_t> connections = 0;      ///< open now
    std::atomic<std::uint64_t> listeners = 0;        ///< streams open now
    std::atomic<std::uint64_t> requests = 0;         ///< handed to the handler
    std::atomic<std::uint64_t> refusedRequests = 0;  ///< answered 4xx or 5xx before any handler
    std::atomic<std::uint64_t> refusedClients = 0;   ///< turned away by a connection limit
    std::atomic<std::uint64_t> evictedClients = 0;   ///< strangers closed to make room
    std::atomic<std::uint64_t> droppedListeners = 0; ///< too slow for their backlog
    std::atomic<std::uint64_t> handlerFailures = 0;  ///< handlers that threw; answered 500
};

} // namespace starqueue::hall::http
