#include <support/http_peer.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace starqueue::test {

namespace {

std::string systemError(const std::string& what)
{
    return what + ": " + std::strerror(errno);
}

void setTimeout(int descriptor, std::chrono::milliseconds timeout)
{
    timeval time{};
    time.tv_sec = timeout.count() / 1000;
    time.tv_usec = (timeout.count() % 1000) * 1000;
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

HttpAnswer parseHead(std::string_view head)
{
    HttpAnswer answer;
    const std::string_view status = head.substr(std::min(head.size(), head.find(' ') + 1), 3);
    std::from_chars(status.data(), status.data() + status.size(), answer.status);
    head.remove_prefix(head.find("\r\n") + 2);
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find("\r\n"));
        head.remove_prefix(line.size() + 2);
        const std::size_t colon = line.find(": ");
        if (colon != line.npos)
            answer.headers[lowered(line.substr(0, colon))] = line.substr(colon + 2);
    }
    return answer;
}

} // namespace

std::string HttpAnswer::header(const std::string& lowerCaseName) const
{
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? std::string() : found->second;
}

tl::expected<HttpPeer, HttpPeer::Error> HttpPeer::connect(const std::string& ipv4, std::uint16_t port,
                                                          std::chrono::milliseconds timeout,
                                                          int receiveBufferBytes)
{
    HttpPeer peer(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (peer.m_descriptor < 0)
        return tl::unexpected(systemError("socket"));
    setTimeout(peer.m_descriptor, timeout);
    const int on = 1;
    setsockopt(peer.m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (receiveBufferBytes > 0)
        setsockopt(peer.m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBufferBytes, sizeof receiveBufferBytes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    if (inet_pton(AF_INET, ipv4.c_str(), &address.sin_addr) != 1)
        return tl::unexpected("not an IPv4 address: " + ipv4);
    if (::connect(peer.m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return tl::unexpected(systemError("connect to " + ipv4 + ":" + std::to_string(port)));
    return peer;
}

HttpPeer::~HttpPeer()
{
    close();
}

HttpPeer::HttpPeer(HttpPeer&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_received(std::move(other.m_received)),
      m_read(std::exchange(other.m_read, 0))
{}

HttpPeer& HttpPeer::operator=(HttpPeer&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_received, other.m_received);
    std::swap(m_read, other.m_read);
    return *this;
}

void HttpPeer::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

void HttpPeer::endSending()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

std::string HttpPeer::requestText(std::string_view method, std::string_view target, std::string_view body,
                                  const Headers& headers)
{
    std::string text;
    text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: hall.test\r\n");
    const auto isType = [](const auto& header) { return header.first == "Content-Type"; };
    if (!body.empty())
        text.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
    if (!body.empty() && std::ranges::none_of(headers, isType))
        text.append("Content-Type: application/json\r\n");
    for (const auto& [name, value] : headers)
        text.append(name).append(": ").append(value).append("\r\n");
    return text.append("\r\n").append(body);
}

tl::expected<HttpAnswer, HttpPeer::Error> HttpPeer::request(std::string_view method, std::string_view target,
                                                            std::string_view body, const Headers& headers)
{
    if (!send(requestText(method, target, body, headers)))
        return tl::unexpected(systemError("send"));
    return receive(method == "HEAD");
}

bool HttpPeer::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

HttpPeer::Got HttpPeer::receiveMore()
{
    if (m_read == m_received.size()) {
        m_received.clear();
        m_read = 0;
    }
    std::array<char, 16'384> buffer;
    ssize_t got = -1;
    do {
        got = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return errno == ECONNRESET ? Got::End : Got::Nothing;
    m_received.append(buffer.data(), static_cast<std::size_t>(got));
    return got == 0 ? Got::End : Got::Bytes;
}

tl::expected<HttpAnswer, HttpPeer::Error> HttpPeer::receiveHead()
{
    std::size_t end = 0;
    while ((end = m_received.find("\r\n\r\n", m_read)) == std::string::npos) {
        if (const Got got = receiveMore(); got != Got::Bytes)
            return tl::unexpected(got == Got::End ? Error("closed before a whole head")
                                                  : systemError("no whole head"));
    }
    HttpAnswer answer = parseHead(std::string_view(m_received).substr(m_read, end + 2 - m_read));
    m_read = end + 4;
    return answer;
}

tl::expected<HttpAnswer, HttpPeer::Error> HttpPeer::receive(bool toHead)
{
    auto answer = receiveHead();
    if (!answer || toHead || answer->status == 204 || answer->status == 304 || answer->status / 100 == 1)
        return answer;
    if (!answer->headers.contains("content-length")) {
        auto rest = receiveToEnd();
        if (!rest)
            return tl::unexpected(rest.error());
        answer->body = std::move(*rest);
        return answer;
    }
    const std::size_t length = std::stoul(answer->header("content-length"));
    while (m_received.size() - m_read < length) {
        if (receiveMore() != Got::Bytes)
            return tl::unexpected(Error("closed or silent within the body"));
    }
    answer->body = m_received.substr(m_read, length);
    m_read += length;
    return answer;
}

std::optional<std::string> HttpPeer::receiveLine()
{
    std::size_t end = 0;
    while ((end = m_received.find('\n', m_read)) == std::string::npos) {
        if (receiveMore() != Got::Bytes)
            return std::nullopt;
    }
    std::string line = m_received.substr(m_read, end - m_read);
    m_read = end + 1;
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

namespace {

void take(SseEvent& event, const std::string& field, const std::string& value)
{
    if (field == "event")
        event.name = value;
    else if (field == "id")
        event.id = value;
    else if (field == "data")
        event.data += event.data.empty() ? value : "\n" + value;
}

SseEvent asReceived(SseEvent event, bool hasComment)
{
    event.isComment = hasComment && event.name.empty() && event.id.empty() && event.data.empty();
    return event;
}

} // namespace

tl::expected<SseEvent, HttpPeer::Error> HttpPeer::receiveEvent()
{
    SseEvent event;
    bool hasComment = false;
    while (const auto line = receiveLine()) {
        const std::size_t colon = std::min(line->size(), line->find(':'));
        const std::string field = line->substr(0, colon);
        std::string value = line->substr(std::min(line->size(), colon + 1));
        if (!value.empty() && value.front() == ' ')
            value.erase(0, 1);
        if (line->empty())
            return asReceived(std::move(event), hasComment);
        if (field.empty())
            hasComment = true;
        take(event, field, value);
    }
    return tl::unexpected(Error("the stream ended or was silent"));
}

tl::expected<std::string, HttpPeer::Error> HttpPeer::receiveToEnd()
{
    Got got = Got::Bytes;
    while (got == Got::Bytes)
        got = receiveMore();
    if (got == Got::Nothing)
        return tl::unexpected(systemError("the server didn't close"));
    std::string rest = m_received.substr(m_read);
    m_read = m_received.size();
    return rest;
}

} // namespace starqueue::test
