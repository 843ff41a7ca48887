#include <house/disk/stored_file.h>

#include <algorithm>

namespace starqueue::house {

namespace {

constexpr std::size_t kSector = 512;
constexpr double kTorn = 0.2;
constexpr std::size_t kLongestRot = 1500;
/// Of a file that nobody syncs the kernel writes the oldest changes by itself.
constexpr std::size_t kMostUnsynced = 4096;

void put(std::string& image, std::size_t at, std::string_view bytes)
{
    if (image.size() < at + bytes.size())
        image.resize(at + bytes.size(), '\0');
    image.replace(at, bytes.size(), bytes);
}

/// How many of `count` changes, from the first on, may be on the disk; and whether each of them must be.
struct Kept
{
    std::size_t first;
    bool all;
};

Kept anyKept(std::size_t count, Random& random)
{
    switch (random.below(3)) {
    case 0:
        return {0, true};
    case 1:
        return {random.below(count + 1), true};
    default:
        return {count, false};
    }
}

} // namespace

std::string_view StoredFile::read(std::size_t at, std::size_t size) const
{
    return at >= m_seen.size() ? std::string_view{} : std::string_view{m_seen}.substr(at, size);
}

void StoredFile::write(std::size_t at, std::string_view bytes)
{
    m_unsynced.push_back({at, std::string{bytes}, false});
    put(m_seen, at, bytes);
    if (m_unsynced.size() > kMostUnsynced)
        writeBack(kMostUnsynced / 2);
}

void StoredFile::truncate(std::size_t size)
{
    m_unsynced.push_back({size, {}, true});
    m_seen.resize(size, '\0');
}

void StoredFile::sync()
{
    writeBack(m_unsynced.size());
}

void StoredFile::writeBack(std::size_t changes)
{
    const auto end = m_unsynced.begin() + static_cast<std::ptrdiff_t>(changes);
    for (auto change = m_unsynced.begin(); change != end; ++change)
        apply(m_synced, *change);
    m_unsynced.erase(m_unsynced.begin(), end);
}

void StoredFile::failSync(Random& random)
{
    for (const Change& change : m_unsynced)
        if (random.chance(0.5))
            apply(m_synced, change);
    m_unsynced.clear();
}

void StoredFile::rot(Random& random)
{
    std::string noise(1 + random.below(kLongestRot), '\0');
    std::ranges::generate(noise, [&] { return static_cast<char>(random()); });
    const std::size_t at = random.below(m_seen.size());
    noise.resize(std::min(noise.size(), m_seen.size() - at));
    put(m_seen, at, noise);
    put(m_synced, at, noise);
}

void StoredFile::cutPower(Random& random)
{
    const Kept kept = anyKept(m_unsynced.size(), random);
    for (std::size_t i = 0; i < kept.first; ++i) {
        if (!kept.all && random.chance(0.5))
            continue;
        if (random.chance(kTorn))
            applyTorn(m_synced, m_unsynced[i], random);
        else
            apply(m_synced, m_unsynced[i]);
    }
    m_unsynced.clear();
    m_seen = m_synced;
}

void StoredFile::apply(std::string& image, const Change& change)
{
    if (change.truncates)
        image.resize(change.at, '\0');
    else
        put(image, change.at, change.bytes);
}

void StoredFile::applyTorn(std::string& image, const Change& change, Random& random)
{
    if (change.truncates)
        return;
    const std::string_view bytes = change.bytes;
    for (std::size_t done = 0; done < bytes.size();) {
        const std::size_t at = change.at + done;
        const std::size_t part = std::min(kSector - at % kSector, bytes.size() - done);
        if (random.chance(0.5))
            put(image, at, bytes.substr(done, part));
        done += part;
    }
}

} // namespace starqueue::house
