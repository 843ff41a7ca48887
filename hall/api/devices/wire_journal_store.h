#pragma once

#include <db/journal/writers_thread.h>
#include <time/instant.h>

#include <cstddef>
#include <map>
#include <string>

namespace starqueue::hall {

/// What went over the wires of devices in the last minutes, as their bridges have sent it. In memory only;
/// of the devices beyond the bound the oldest are forgotten.
class WireJournalStore
{
public:
    static constexpr std::size_t kMostDevices = 64;

    struct Entry
    {
        Instant at{}; ///< when it came
        std::string text;
    };

    void set(const std::string& device, Entry entry) REQUIRES(db::writersThread);
    /// Null: none came since this service started.
    [[nodiscard]] const Entry* find(const std::string& device) const REQUIRES(db::writersThread);

private:
    std::map<std::string, Entry> m_entries GUARDED_BY(db::writersThread);
};

} // namespace starqueue::hall
