#include <hall/api/request/exchange.h>

namespace starqueue::hall {

namespace {

const http::Field kNoStore{"Cache-Control", "no-store"};
// Opened by itself an answer is a file, and no page of the hall's.
const http::Field kNoPage{"Content-Disposition", "attachment; filename=\"api.json\""};

} // namespace

Rendered rendered(int status, const nlohmann::json& body)
{
    return {status, body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

void send(const http::Reply& reply, const Rendered& answer)
{
    reply.send(answer.status, answer.body.empty() ? "" : "application/json", answer.body,
               {kNoStore, kNoPage});
}

void send(const http::Reply& reply, const Problem& problem)
{
    std::vector<http::Field> headers{kNoStore, kNoPage};
    if (!problem.allow.empty())
        headers.push_back({"Allow", problem.allow});
    if (problem.status == 401)
        headers.push_back({"WWW-Authenticate", "Bearer"});
    if (problem.status == 429)
        headers.push_back({"Retry-After", "2"});
    if (problem.status == 503)
        headers.push_back({"Retry-After", std::to_string(problem.retryAfter.count())});
    reply.send(problem.status, "application/problem+json", toJson(problem), std::move(headers));
}

} // namespace starqueue::hall
