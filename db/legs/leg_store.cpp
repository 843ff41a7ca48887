#include <db/legs/leg_store.h>

namespace starqueue::db {

std::uint16_t NameTable::place(std::string_view name)
{
    if (const auto found = m_places.find(name); found != m_places.end())
        return found->second;
    if (m_names.size() > 0xFFFF)
        return 0xFFFF;
    const auto made = m_places.emplace(name, static_cast<std::uint16_t>(m_names.size())).first;
    m_names.push_back(&made->first);
    return made->second;
}

} // namespace starqueue::db
