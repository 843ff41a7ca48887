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

void Directory::makeFolder(const std::string& name)
{
    m_folders.insert(name);
    create(name);
}

void Directory::remove(const std::string& name)
{
    make({{name, nullptr}});
}

void Directory::rename(const std::string& from, const std::string& to)
{
    make({{from, nullptr}, {to, find(from)}});
}

void Directory::sync(const std::string& folder)
{
    std::erase_if(m_unsynced, [&](const Change& change) {
        const bool isIn = folderOf(change.begin()->first) == folder;
        if (isIn)
            apply(m_synced, change);
        return isIn;
    });
}

void Directory::cutPower(Random& random)
{
    m_unsynced.resize(random.below(m_unsynced.size() + 1));
    for (const Change& change : m_unsynced)
        apply(m_synced, change);
    m_unsynced.clear();
    loseFilesOfLostFolders();
    m_seen = m_synced;
    for (const auto& [name, file] : m_seen)
        file->cutPower(random);
}

void Directory::loseFilesOfLostFolders()
{
    std::erase_if(m_folders, [this](const std::string& folder) {
        const bool isLost = !m_synced.contains(folder);
        if (isLost)
            std::erase_if(m_synced, [&](const auto& entry) { return folderOf(entry.first) == folder; });
        return isLost;
    });
}

std::string Directory::folderOf(const std::string& name)
{
    const auto slash = name.rfind('/');
    return slash == std::string::npos ? std::string{} : name.substr(0, slash);
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
