#pragma once

#include <db/journal/request_key.h>
#include <sync/mutex.h>

#include <deque>
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

} // namespace starqueue::hall
