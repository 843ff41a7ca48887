#pragma once

#include <sync/mutex.h>

#include <map>
#include <memory>
#include <string>

namespace starqueue::hall {

/// Which tokens listen to the hall's events now. Any thread.
class Presence
{
public:
    /// Somebody with `token` listens until the mark that is returned is let go.
    [[nodiscard]] std::shared_ptr<const void> enter(const std::string& token);
    [[nodiscard]] bool has(const std::string& token) const;

private:
    struct Present
    {
        sync::Mutex mutex;
        std::map<std::string, int> listeners GUARDED_BY(mutex);
    };
    class Mark;

    std::shared_ptr<Present> m_present = std::make_shared<Present>(); ///< marks may outlive this
};

} // namespace starqueue::hall
