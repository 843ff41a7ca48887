#pragma once

#include <hall/api/request/caller.h>
#include <hall/api/request/problem.h>
#include <hall/http/reply.h>
#include <hall/http/request.h>

#include <db/journal/request_key.h>

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <vector>

namespace starqueue::hall {

/// One API call: the request, its sender, and where the answer goes.
struct Exchange
{
    http::Request request;
    http::Reply reply;
    Caller caller;
    std::vector<std::string> ids; ///< the {…} parts of the path, in order
    nlohmann::json body;          ///< of commands: an object
    db::RequestKey key;           ///< of commands

    [[nodiscard]] const std::string& id() const { return ids.front(); }
};

using ExchangePtr = std::shared_ptr<Exchange>;

/// An answer ready to be sent.
struct Rendered
{
    int status = 200;
    std::string body; ///< JSON
};

[[nodiscard]] Rendered rendered(int status, const nlohmann::json& body);

void send(const http::Reply& reply, const Rendered& answer);
void send(const http::Reply& reply, const Problem& problem);

} // namespace starqueue::hall
