#include <house/disk/directory.h>

#include <utility>

namespace starqueue::house {

Directory::File Directory::find(const std::string& name) const
{
    const auto found = m_seen.find(name);
    return found == m_seen.end() ? nullptr : found->second;
}

Directory::File Directory::create(const std::string& name)
{
    auto file = std::make_shared<StoredFile>();
    make({{name, file}});
    return file;
}

void Directory::remove(const std::string& name)
{
    make({{name, nullptr}});
}

void Directory::rename(const std::string& from, const std::string& to)
{
    make({{from, nullptr}, {to, find(from)}});
}

void Directory::sync()
{
    for (const Change& change : m_unsynced)
        apply(m_synced, change);
    m_unsynced.clear();
}

void Directory::cutPower(Random& random)
{
    m_unsynced.resize(random.below(m_unsynced.size() + 1));
    sync();
    m_seen = m_synced;
    for (const auto& [name, file] : m_seen)
        file->cutPower(random);
}

void Directory::apply(Names& names, const Change& change)
{
    for (const auto& [name, file] : change) {
        if (file == nullptr)
            names.erase(name);
        else
            names[name] = file;
    }
}

void Directory::make(Change change)
{
    apply(m_seen, change);
    m_unsynced.push_back(std::move(change));
}

} // namespace starqueue::house
