#include <hall/http/response/response.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace starqueue::hall::http::response {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 29> kReasons{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
}};

std::string_view reasonFor(int status)
{
    const auto found = std::find_if(kReasons.begin(), kReasons.end(),
                                    [&](const auto& entry) { return entry.first == status; });
    return found == kReasons.end() ? std::string_view("Status") : found->second;
}

bool isName(std::string_view text)
{
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
               c == '_';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

bool isValue(std::string_view text)
{
    const auto breaks = [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7F; };
    return std::none_of(text.begin(), text.end(), breaks);
}

/// RFC 9110, 5.6.7; never through the locale. Written once a second a thread.
std::string_view httpDate(std::time_t now)
{
    thread_local std::time_t shown = -1;
    thread_local std::array<char, 64> text{};
    thread_local std::size_t length = 0;
    if (now != shown) {
        constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        std::tm utc{};
        gmtime_r(&now, &utc);
        const int written = std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                          kDays[utc.tm_wday], utc.tm_mday, kMonths[utc.tm_mon],
                                          utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
        length = static_cast<std::size_t>(written);
        shown = now;
    }
    return {text.data(), length};
}

void addLine(std::string& out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

std::string_view connectionOption(const Framing& framing)
{
    if (!framing.keepAlive)
        return "close";
    return framing.isHttp10 ? "keep-alive" : "";
}

} // namespace

Response problem(const parse::HeadRefusal& refusal)
{
    std::string body = R"({"type":"about:blank","title":")";
    body.append(reasonFor(refusal.status)).append(R"(","status":)").append(std::to_string(refusal.status));
    body.append(R"(,"detail":")").append(refusal.detail);
    body.append(R"(","code":")").append(refusal.code).append(R"("})");
    Response response;
    response.status = refusal.status;
    response.contentType = "application/problem+json";
    response.body = std::make_shared<const std::string>(std::move(body));
    return response;
}

bool isSendable(const Response& response)
{
    return response.status >= 200 && response.status <= 599 && isValue(response.contentType) &&
           std::all_of(response.headers.begin(), response.headers.end(),
                       [](const Field& f) { return isName(f.name) && isValue(f.value); });
}

bool mayHaveBody(int status)
{
    return status != 204 && status != 304;
}

std::string headOf(const Response& response, const Framing& framing, std::time_t date)
{
    std::string out;
    out.reserve(256);
    out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    out.append(reasonFor(response.status)).append("\r\n");
    addLine(out, "Date", httpDate(date));
    if (!response.contentType.empty())
        addLine(out, "Content-Type", response.contentType);
    addLine(out, "X-Content-Type-Options", "nosniff");
    if (!framing.isStream && mayHaveBody(response.status))
        addLine(out, "Content-Length", std::to_string(response.body ? response.body->size() : 0));
    if (const auto option = connectionOption(framing); !option.empty())
        addLine(out, "Connection", option);
    for (const Field& field : response.headers)
        addLine(out, field.name, field.value);
    return out.append("\r\n");
}

} // namespace starqueue::hall::http::response
