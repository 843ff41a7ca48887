#include <house/disk/disk.h>

#include <algorithm>

namespace starqueue::house {

void Disk::crash()
{
    die(Death::Process);
}

void Disk::cutPower()
{
    die(Death::Power);
}

void Disk::die(Death death)
{
    if (isDead())
        return;
    m_death = death;
    m_left.reset();
    if (m_onDeath)
        m_onDeath();
}

void Disk::start()
{
    if (m_death == Death::Power)
        m_names.cutPower(m_random);
    m_death.reset();
    m_left.reset();
}

bool Disk::begins()
{
    if (!isDead() && (m_powerGoes || (m_left && (*m_left)-- == 0))) {
        m_powerGoes = false;
        cutPower();
    }
    m_operations += isDead() ? 0 : 1;
    return !isDead();
}

Directory::File Disk::create(const std::string& name)
{
    return begins() ? m_names.create(name) : nullptr;
}

DiskResult Disk::makeFolder(const std::string& name)
{
    if (!begins())
        return DiskResult::Dead;
    m_names.makeFolder(name);
    return DiskResult::Done;
}

DiskResult Disk::remove(const std::string& name)
{
    if (!begins())
        return DiskResult::Dead;
    m_names.remove(name);
    return DiskResult::Done;
}

DiskResult Disk::rename(const std::string& from, const std::string& to)
{
    if (!begins())
        return DiskResult::Dead;
    m_names.rename(from, to);
    return DiskResult::Done;
}

// A full disk takes what fits.
DiskResult Disk::write(StoredFile& file, std::size_t at, std::string_view bytes)
{
    if (!begins())
        return DiskResult::Dead;
    const std::size_t end = at + bytes.size();
    const std::size_t grows = end > file.size() ? end - file.size() : 0;
    const std::size_t lacking = m_room && *m_room < grows ? grows - *m_room : 0;
    if (lacking < bytes.size())
        file.write(at, bytes.substr(0, bytes.size() - lacking));
    if (m_room)
        *m_room -= std::min<std::uint64_t>(*m_room, grows);
    return lacking == 0 ? DiskResult::Done : DiskResult::Full;
}

DiskResult Disk::reserve(std::uint64_t bytes)
{
    if (!begins())
        return DiskResult::Dead;
    if (m_room && *m_room + m_reserved < bytes)
        return DiskResult::Full;
    if (m_room)
        *m_room += m_reserved - bytes;
    m_reserved = bytes;
    return DiskResult::Done;
}

DiskResult Disk::truncate(StoredFile& file, std::size_t size)
{
    if (!begins())
        return DiskResult::Dead;
    file.truncate(size);
    return DiskResult::Done;
}

DiskResult Disk::sync(StoredFile& file)
{
    if (!begins())
        return DiskResult::Dead;
    if (!beginsSync()) {
        file.failSync(m_random);
        return DiskResult::Failed;
    }
    if (!m_lying)
        file.sync();
    return DiskResult::Done;
}

DiskResult Disk::syncNames(const std::string& folder)
{
    if (!begins())
        return DiskResult::Dead;
    if (!beginsSync())
        return DiskResult::Failed;
    if (!m_lying)
        m_names.sync(folder);
    return DiskResult::Done;
}

bool Disk::beginsSync()
{
    passTime(m_syncTime);
    if (m_failingSyncs == 0)
        return true;
    --m_failingSyncs;
    if (m_onFailedSync)
        m_onFailedSync();
    return false;
}

} // namespace starqueue::house
