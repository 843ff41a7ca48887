#include <hall/http/parse/request_reader.h>

#include <utility>

namespace starqueue::hall::http::parse {

namespace {

/// An idle connection keeps a buffer of this size, so that a small request costs no allocation.
constexpr std::size_t kKeptBytes = 512;

/// Drops the first `count` of `bytes`. What the rest has left behind it is overwritten: the buffer lives on,
/// and a request may hold a password or a token.
void dropFirst(std::string& bytes, std::size_t count)
{
    const std::size_t kept = bytes.size() - count;
    bytes.erase(0, count);
    bytes.append(count, '\0');
    bytes.resize(kept);
}

} // namespace

RequestReader::RequestReader(const Limits& limits) : m_limits(limits) {}

void RequestReader::append(std::string_view bytes)
{
    m_bytes.append(bytes);
}

RequestReader::State RequestReader::refuse(const HeadRefusal& refusal)
{
    m_refusal = refusal;
    return State::Refused;
}

RequestReader::State RequestReader::advance()
{
    if (!m_head) {
        if (const State state = advanceHead(); state != State::Complete)
            return state;
    }
    return m_bytes.size() >= m_head->contentLength ? State::Complete : State::NeedMore;
}

RequestReader::State RequestReader::advanceHead()
{
    const HeadScan::State state = m_scan.scan(std::string_view(m_bytes).substr(0, m_limits.headerBytes));
    if (state == HeadScan::State::Malformed)
        return refuse(
            {400, "bad_request", "The header holds a bare line break, a control or a folded line."});
    if (state == HeadScan::State::NeedMore) {
        if (m_bytes.size() >= m_limits.headerBytes)
            return refuse({431, "header_too_large", "The header is longer than the limit."});
        return State::NeedMore;
    }
    auto head = parseHead(std::string_view(m_bytes).substr(0, m_scan.length()), m_limits);
    if (!head)
        return refuse(head.error());
    m_head = std::move(*head);
    dropFirst(m_bytes, m_scan.length());
    m_scan = HeadScan();
    return State::Complete;
}

Head RequestReader::take()
{
    Head head = std::move(*m_head);
    m_head.reset();
    head.request.body = m_bytes.substr(0, head.contentLength);
    dropFirst(m_bytes, head.contentLength);
    if (m_bytes.empty() && m_bytes.capacity() > kKeptBytes)
        std::string().swap(m_bytes);
    return head;
}

bool RequestReader::takeExpectContinue()
{
    return m_head && std::exchange(m_head->expectsContinue, false) && m_bytes.empty();
}

} // namespace starqueue::hall::http::parse
