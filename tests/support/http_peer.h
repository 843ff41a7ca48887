#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace starqueue::test {

/// What a server answered. Header names are in lower case.
struct HttpAnswer
{
    int status = 0;
    std::map<std::string, std::string> headers;
    std::string body;

    [[nodiscard]] std::string header(const std::string& lowerCaseName) const;
};

/// One event of a text/event-stream, or the comment that stood in its place.
struct SseEvent
{
    std::string name;
    std::string id;
    std::string data;
    bool isComment = false;
};

/// A blocking HTTP/1.1 client over one POSIX socket, for tests and benchmarks:
/// honest requests, and any bytes at all for the dishonest ones. Movable, one
/// thread at a time. Whatever takes longer than the timeout given to connect()
/// is an error, so no test hangs.
class HttpPeer
{
public:
    using Headers = std::vector<std::pair<std::string, std::string>>;
    using Error = std::string;

    /// @p receiveBufferBytes is SO_RCVBUF: small for a slow reader, 0 for the system's.
    static tl::expected<HttpPeer, Error> connect(const std::string& ipv4, std::uint16_t port,
                                                 std::chrono::milliseconds timeout = std::chrono::seconds(20),
                                                 int receiveBufferBytes = 0);
    ~HttpPeer();
    HttpPeer(HttpPeer&& other) noexcept;
    HttpPeer& operator=(HttpPeer&& other) noexcept;

    /// Sends a request with Host and, if there is a body, Content-Length; reads its answer.
    tl::expected<HttpAnswer, Error> request(std::string_view method, std::string_view target,
                                            std::string_view body = {}, const Headers& headers = {});
    /// The bytes that request() sends.
    static std::string requestText(std::string_view method, std::string_view target,
                                   std::string_view body = {}, const Headers& headers = {});

    /// False if the peer is gone.
    bool send(std::string_view bytes);
    /// Reads one answer; one to HEAD has no body. Without Content-Length it reads to the end.
    tl::expected<HttpAnswer, Error> receive(bool toHead = false);
    /// Reads one answer's head alone, as an event stream needs.
    tl::expected<HttpAnswer, Error> receiveHead();
    /// The next event or comment; an error at the end of the stream.
    tl::expected<SseEvent, Error> receiveEvent();
    /// The next line without its line break; none at the end or when the time is up.
    std::optional<std::string> receiveLine();
    /// All bytes until the server closes; an error if it doesn't.
    tl::expected<std::string, Error> receiveToEnd();

    /// Half-closes: says that nothing more will be sent.
    void endSending();
    void close();
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    explicit HttpPeer(int descriptor) : m_descriptor(descriptor) {}
    enum class Got { Bytes, End, Nothing };
    Got receiveMore();

    int m_descriptor = -1;
    std::string m_received;
    std::size_t m_read = 0;
};

} // namespace starqueue::test
