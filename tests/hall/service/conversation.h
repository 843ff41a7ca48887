#pragma once

#include "one_thread_hall.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <time/timestamp.h>

#include <cstdint>
#include <string>

namespace starqueue::hall::test {

/// What is said over connections of one request each.
class Conversation
{
public:
    explicit Conversation(OneThreadHall& hall) : m_hall(hall) {}

    nlohmann::json get(const std::string& name, const std::string& path)
    {
        return ask(name, "GET", path, {});
    }
    nlohmann::json post(const std::string& name, const std::string& path,
                        nlohmann::json body = nlohmann::json::object())
    {
        body["requestId"] = "00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + m_requests++);
        return ask(name, "POST", path, body.dump());
    }
    nlohmann::json board() { return get("display", "/board"); }
    std::string date() { return board().at("date"); }
    nlohmann::json issue() { return post("usher", "/tickets", {{"service", "account"}}); }
    std::string stateOf(const nlohmann::json& ticket)
    {
        const nlohmann::json found = get("usher", "/tickets/" + std::string(ticket.at("id")));
        return found.value("state", found.value("code", ""));
    }
    /// The date and time of the board are right.
    void expectRight(const std::string& date)
    {
        EXPECT_EQ(this->date(), date);
        EXPECT_EQ(board().at("clock"), (nlohmann::json{{"believed", true}}));
        const auto shown = time::parseTimestamp(std::string(board().at("at")));
        ASSERT_TRUE(shown);
        EXPECT_LT(abs(shown->utc - m_hall.rightTime()), std::chrono::seconds{1});
    }

private:
    nlohmann::json ask(const std::string& name, const std::string& method, const std::string& path,
                       const std::string& body)
    {
        const std::string said = m_hall.ask(m_hall.connect(), name, method, path, body);
        const std::string answer = said.substr(said.find("\r\n\r\n") + 4);
        return answer.empty() ? nlohmann::json{} : nlohmann::json::parse(answer);
    }

    OneThreadHall& m_hall;
    std::int64_t m_requests = 0;
};

} // namespace starqueue::hall::test
