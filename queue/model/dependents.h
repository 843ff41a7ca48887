#pragma once

#include <time/instant.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace starqueue::queue {

/// Later acts that depend on one, which can't be taken back while there are any.
class Dependents
{
public:
    [[nodiscard]] bool empty() const { return m_all.empty(); }
    /// Such as "ticket_issued A012". Requires !empty().
    [[nodiscard]] const std::string& first() const { return m_all.front().what; }

    /// `key` tells acts of one instant apart.
    void note(Instant at, std::string key, std::string what)
    {
        if (m_all.size() < kMost)
            m_all.push_back({at, std::move(key), std::move(what)});
    }
    /// That one was taken back, and with it what is noted of it. Nothing is any more where there were too
    /// many to be noted.
    void forget(Instant at, const std::string& key)
    {
        if (m_all.size() < kMost)
            std::erase_if(m_all, [&](const Dependent& one) { return one.at == at && one.key == key; });
    }

private:
    struct Dependent
    {
        Instant at;
        std::string key;
        std::string what;
    };
    static constexpr std::size_t kMost = 16;

    std::vector<Dependent> m_all;
};

} // namespace starqueue::queue
