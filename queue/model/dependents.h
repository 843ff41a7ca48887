#pragma once

#include <time/instant.h>

#include <algorithm>
#include <iterator>
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

    /// `key` says what was acted on, such as a ticket.
    void note(Instant at, std::string key, std::string what)
    {
        if (m_all.size() < kMost)
            m_all.push_back({at, std::move(key), std::move(what)});
    }
    /// That one was taken back: the last of its key, if several were done at one instant, as only who has
    /// none after it can be. Nothing is forgotten any more where there were too many to be noted.
    void forget(Instant at, const std::string& key)
    {
        if (m_all.size() == kMost)
            return;
        const auto last = std::find_if(m_all.rbegin(), m_all.rend(),
                                       [&](const Dependent& one) { return one.at == at && one.key == key; });
        if (last != m_all.rend())
            m_all.erase(std::next(last).base());
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
