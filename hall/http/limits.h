#pragma once

#include <chrono>
#include <cstddef>

namespace starqueue::hall::http {

inline constexpr std::size_t kKibibyte = 1024; ///< bytes

/// What one client may cost the hall. Every value is a ceiling; the defaults
/// are the hall's. Times are looked at every quarter of the shortest one
/// (5 to 250 ms), so each is kept to within that.
struct Limits
{
    using Time = std::chrono::milliseconds;

    std::size_t headerBytes = 16 * kKibibyte; ///< request line to empty line; more: 431
    std::size_t headerFields = 100;           ///< more: 431
    std::size_t bodyBytes = 64 * kKibibyte;   ///< more: 413

    Time requestTime = std::chrono::seconds(10);     ///< first byte to last byte of a request; longer: 408
    Time idleTime = std::chrono::seconds(60);        ///< silence before a request's first byte; then closed
    Time answerTime = std::chrono::seconds(60);      ///< for a client to take a whole answer; then closed
    Time lingerTime = std::chrono::seconds(1);       ///< for a client to read the last answer before a close
    Time heartbeat = std::chrono::seconds(10);       ///< between comment lines on an event stream
    Time firstTime = std::chrono::milliseconds(200); ///< of stop(), for who came and hasn't asked yet
    Time stopTime = std::chrono::seconds(5);         ///< stop() waits so long for answers; then 503

    std::size_t listenerBacklogBytes =
        256 * kKibibyte;                    ///< unsent events of one listener; more: it is dropped
    std::size_t connections = 2000;         ///< in all; more: a silent stranger is closed, or 503
    std::size_t connectionsPerPeer = 64;    ///< from one address; more: 503
    bool loopbackExempt = true;             ///< loopback (nginx, the faces) has no limit per peer
    int kernelSendBufferBytes = 256 * 1024; ///< SO_SNDBUF of each connection; 0: the kernel's default
};

} // namespace starqueue::hall::http
