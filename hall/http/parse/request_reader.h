#pragma once

#include <hall/http/parse/head.h>

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::hall::http::parse {

/// Assembles requests from bytes that come in pieces of any size. Holds no more memory than the client has
/// sent and the limits allow; at most half a kilobyte between requests.
class RequestReader
{
public:
    enum class State { NeedMore, Complete, Refused };

    explicit RequestReader(const Limits& limits);

    /// Adds what arrived.
    void append(std::string_view bytes);

    /// How far the current request has come. After Complete call take(), after Refused nothing more.
    [[nodiscard]] State advance();

    /// The complete request, its head and body; the next advance() looks at what follows it.
    [[nodiscard]] Head take();

    [[nodiscard]] const HeadRefusal& refusal() const { return m_refusal; }

    /// True once for a request whose client waits for "100 Continue" before it sends the body.
    [[nodiscard]] bool takeExpectContinue();

    /// Whether a request has begun.
    [[nodiscard]] bool hasBegun() const { return m_head.has_value() || !m_bytes.empty(); }

private:
    [[nodiscard]] State advanceHead();
    State refuse(const HeadRefusal& refusal);

    const Limits& m_limits;
    std::string m_bytes;
    HeadScan m_scan;
    std::optional<Head> m_head;
    HeadRefusal m_refusal;
};

} // namespace starqueue::hall::http::parse
