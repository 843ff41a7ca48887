#include <hall/http/parse/head.h>
#include <hall/http/parse/target.h>

// Asio of Boost 1.74 uses std::exchange without including it; GCC 12 notices.
#include <utility>

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

namespace starqueue::hall::http::parse {

namespace {

namespace beast = boost::beast;
using beast::error_code;
using BeastField = beast::http::field;

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

/// Beast checks the grammar and hands over the pieces; it never sees a body.
class Parser final : public beast::http::basic_parser<true>
{
public:
    std::string method;
    std::string target;
    int version = 0;
    std::vector<Field> fields;

private:
    void on_request_impl(beast::http::verb, beast::string_view verb, beast::string_view text, int number,
                         error_code&) override
    {
        method = view(verb);
        target = view(text);
        version = number;
    }

    void on_field_impl(BeastField, beast::string_view name, beast::string_view value, error_code&) override
    {
        fields.push_back({std::string(view(name)), std::string(view(value))});
    }

    void on_response_impl(int, beast::string_view, int, error_code&) override {}
    void on_header_impl(error_code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(beast::string_view body, error_code&) override { return body.size(); }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, error_code&) override
    {
        return body.size();
    }
    void on_finish_impl(error_code&) override {}
};

std::size_t countOf(const std::vector<Field>& fields, std::string_view name)
{
    return static_cast<std::size_t>(std::count_if(
        fields.begin(), fields.end(), [&](const Field& f) { return equalIgnoringCase(f.name, name); }));
}

/// host [":" port] of RFC 9110, 7.2, by its characters: enough to keep odd bytes out of links and logs.
bool isHost(std::string_view host)
{
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view(".-_~:[]%").find(c) != std::string_view::npos;
    };
    return !host.empty() && std::all_of(host.begin(), host.end(), allowed);
}

/// "HTTP/2.0" is a version that we don't speak; "HTTX/1.1" is no version at all.
bool namesAnyVersion(std::string_view bytes)
{
    const std::string_view line = bytes.substr(0, bytes.find('\r'));
    const std::string_view word = line.substr(std::min(line.size(), line.rfind(' ') + 1));
    const auto digit = [&](std::size_t i) { return word[i] >= '0' && word[i] <= '9'; };
    return word.size() == 8 && word.starts_with("HTTP/") && digit(5) && word[6] == '.' && digit(7);
}

HeadRefusal refusalFor(const error_code& code, const Parser& parser, std::string_view bytes)
{
    using beast::http::error;
    if (code == error::bad_version && namesAnyVersion(bytes))
        return {505, "http_version", "Only HTTP/1.0 and HTTP/1.1 are spoken here."};
    if (code == error::bad_content_length)
        return {400, "bad_request", "Content-Length must be one decimal number."};
    if (code == error::bad_transfer_encoding && countOf(parser.fields, "Content-Length") == 0)
        return {411, "length_required", "Send a Content-Length instead of Transfer-Encoding."};
    return {400, "bad_request", "The request line or a header line is malformed."};
}

std::optional<HeadRefusal> framingRefusal(const std::vector<Field>& fields)
{
    const std::size_t lengths = countOf(fields, "Content-Length");
    if (countOf(fields, "Transfer-Encoding") > 0) {
        if (lengths > 0)
            return HeadRefusal{400, "bad_request",
                               "Content-Length and Transfer-Encoding contradict each other."};
        return HeadRefusal{411, "length_required", "Send a Content-Length instead of Transfer-Encoding."};
    }
    if (lengths > 1)
        return HeadRefusal{400, "bad_request", "Content-Length must stand once."};
    if (countOf(fields, "Authorization") > 1)
        return HeadRefusal{400, "bad_request", "Authorization must stand once."};
    return std::nullopt;
}

std::optional<HeadRefusal> hostRefusal(const Request& request, bool isHttp10)
{
    const std::size_t hosts = countOf(request.headers, "Host");
    if (hosts > 1 || (hosts == 0 && !isHttp10))
        return HeadRefusal{400, "bad_request", "Exactly one Host is needed."};
    if (hosts == 1 && !isHost(*request.header("Host")))
        return HeadRefusal{400, "bad_request",
                           "Host must be a host name or address, with a port or without."};
    return std::nullopt;
}

/// Beast takes "5, 5" for 5; somebody in front of us may not.
tl::expected<std::size_t, HeadRefusal> contentLength(const Parser& parser, const Request& request,
                                                     const Limits& limits)
{
    const auto text = request.header("Content-Length");
    if (!text)
        return std::size_t{0};
    if (text->empty() || text->find_first_not_of("0123456789") != text->npos)
        return tl::unexpected(HeadRefusal{400, "bad_request", "Content-Length must be one decimal number."});
    const std::uint64_t length = parser.content_length().value_or(0);
    if (length > limits.bodyBytes)
        return tl::unexpected(HeadRefusal{413, "too_large", "The body is longer than the limit."});
    return static_cast<std::size_t>(length);
}

tl::expected<bool, HeadRefusal> expectation(const Request& request)
{
    const auto expect = request.header("Expect");
    if (expect && !equalIgnoringCase(*expect, "100-continue"))
        return tl::unexpected(HeadRefusal{417, "expectation", "Only Expect: 100-continue is understood."});
    return expect.has_value();
}

std::optional<HeadRefusal> fillTarget(Request& request, std::string_view text)
{
    auto target = parseTarget(text);
    if (!target)
        return HeadRefusal{400, "bad_request", target.error()};
    if (target->path == "*" && request.method != "OPTIONS")
        return HeadRefusal{400, "bad_request", "The target * goes with OPTIONS only."};
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    return std::nullopt;
}

tl::expected<Head, HeadRefusal> headOf(Parser& parser, const Limits& limits)
{
    if (parser.fields.size() > limits.headerFields)
        return tl::unexpected(HeadRefusal{431, "header_too_large", "There are too many header lines."});
    if (const auto refusal = framingRefusal(parser.fields))
        return tl::unexpected(*refusal);
    Head head;
    head.isHttp10 = parser.version == 10;
    head.keepAlive = parser.keep_alive();
    head.request.method = std::move(parser.method);
    head.request.headers = std::move(parser.fields);
    if (const auto refusal = hostRefusal(head.request, head.isHttp10))
        return tl::unexpected(*refusal);
    if (const auto refusal = fillTarget(head.request, parser.target))
        return tl::unexpected(*refusal);
    const auto length = contentLength(parser, head.request, limits);
    const auto expects = expectation(head.request);
    if (!length || !expects)
        return tl::unexpected(!length ? length.error() : expects.error());
    head.contentLength = *length;
    head.expectsContinue = *expects && !head.isHttp10;
    return head;
}

} // namespace

tl::expected<Head, HeadRefusal> parseHead(std::string_view bytes, const Limits& limits)
{
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(bytes.size() + 1));
    // In 1.74 "no limit" (boost::none) refuses every length: none compares below all.
    parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    error_code error;
    parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    if (error || !parser.is_header_done())
        return tl::unexpected(refusalFor(error, parser, bytes));
    return headOf(parser, limits);
}

} // namespace starqueue::hall::http::parse
