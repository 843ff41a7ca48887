#include <hall/api/devices/wire_journal_store.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall {

void WireJournalStore::set(const std::string& device, Entry entry)
{
    m_entries.insert_or_assign(device, std::move(entry));
    if (m_entries.size() > kMostDevices)
        m_entries.erase(
            std::ranges::min_element(m_entries, {}, [](const auto& one) { return one.second.at; }));
}

const WireJournalStore::Entry* WireJournalStore::find(const std::string& device) const
{
    const auto found = m_entries.find(device);
    return found == m_entries.end() ? nullptr : &found->second;
}

} // namespace starqueue::hall
