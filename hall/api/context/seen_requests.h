#pragma once

#include <hall/api/request/exchange.h>

#include <db/journal/request_key.h>
#include <sync/mutex.h>

#include <tl/expected.hpp>

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>

namespace starqueue::hall {

/// The latest 4096 commands that name somebody, so that one which is sent again looks nobody up again. In
/// memory. Any thread.
class SeenRequests
{
public:
    /// Notes it, by nameOf(). Whether the same one came before.
    [[nodiscard]] bool isAgain(const std::string& name) EXCLUDES(m_mutex);
    /// The same for a command that is sent again with the same body.
    [[nodiscard]] static std::string nameOf(const db::RequestKey& key);

private:
    sync::Mutex m_mutex;
    std::unordered_set<std::string> m_seen GUARDED_BY(m_mutex);
    std::deque<std::string> m_order GUARDED_BY(m_mutex);
};

/// The answers to the latest 1024 commands that the journal doesn't know of, so that one that is sent again
/// is answered and not carried out again. In memory. Any thread.
class KeptAnswers
{
public:
    void keep(const db::RequestKey& key, Rendered answer) EXCLUDES(m_mutex);
    /// The answer, or 422: the requestId came with another body; empty: it didn't come before.
    [[nodiscard]] std::optional<tl::expected<Rendered, Problem>> find(const db::RequestKey& key) const
        EXCLUDES(m_mutex);

private:
    struct Kept
    {
        db::BodyHash body;
        Rendered answer;
    };
    mutable sync::Mutex m_mutex;
    std::map<std::string, Kept> m_kept GUARDED_BY(m_mutex); ///< by token and requestId
    std::deque<std::string> m_order GUARDED_BY(m_mutex);
};

} // namespace starqueue::hall
