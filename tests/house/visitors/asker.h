#pragma once

#include <house/people/client.h>

#include <functional>
#include <string>

namespace starqueue::house {

/// Sends single requests with any token over a line of their own, once: who gives up is told status 0.
class Asker
{
public:
    Asker(House& house, HallProgram& hall, const std::string& name);

    /// `body` null: none.
    void send(const std::string& method, const std::string& path, const std::string& secret,
              nlohmann::json body, Client::Then then);
    void get(const std::string& path, const std::string& secret, Client::Then then)
    {
        send("GET", path, secret, {}, std::move(then));
    }
    /// A new requestId.
    [[nodiscard]] std::string newRequest();

private:
    struct SentOnce;

    House& m_house;
    HallProgram& m_hall;
    std::string m_address;
    Random m_random;
};

} // namespace starqueue::house
