#pragma once

#include <hall/http/parse/head.h>
#include <hall/http/request.h>

#include <ctime>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::hall::http::response {

/// A whole answer on its way to the client.
struct Response
{
    int status = 200;
    std::string contentType;
    std::shared_ptr<const std::string> body; ///< null: empty
    std::vector<Field> headers;
};

/// How an answer is framed; decided by the request and the connection.
struct Framing
{
    bool keepAlive = true;
    bool isHttp10 = false;
    bool isStream = false; ///< no length: the stream ends with the connection
};

/// The problem document (RFC 9457) that answers a refused request.
[[nodiscard]] Response problem(const parse::HeadRefusal& refusal);

/// Whether the status can be sent and no header could break out of its line.
[[nodiscard]] bool isSendable(const Response& response);

/// Status line and header lines, the empty line included. @p response must be sendable; @p date is now.
[[nodiscard]] std::string headOf(const Response& response, const Framing& framing, std::time_t date);

/// 204 and 304 have no body, whatever the answer says.
[[nodiscard]] bool mayHaveBody(int status);

} // namespace starqueue::hall::http::response
