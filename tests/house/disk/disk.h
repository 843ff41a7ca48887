#pragma once

#include <house/disk/directory.h>
#include <house/kernel/virtual_clock.h>

#include <cstdint>
#include <functional>
#include <optional>

namespace starqueue::house {

/// What became of an operation.
enum class DiskResult { Done, Dead, Full, Failed };

/// A machine's disk in memory, with the faults that disks have. SqliteVfs puts SQLite's files on it,
/// DiskFiles the others.
///
/// When the program that uses it dies, all operations are Dead until start(): nothing that the dying program
/// still does reaches the disk.
class Disk
{
public:
    Disk(VirtualClock& clock, Random random) : m_clock(clock), m_random(random) {}

    // Faults.
    /// The process dies; what it wrote, synced or not, is there for the next one.
    void crash();
    /// The machine loses its power.
    void cutPower();
    /// The power goes in place of an operation to come: the next for 0, the one after it for 1, and so on.
    void cutPowerAfter(std::uint64_t operations) { m_left = operations; }
    /// Called in the moment of death, between two operations.
    void onDeath(std::function<void()> heard) { m_onDeath = std::move(heard); }
    /// Files may grow by so many bytes; none: without end.
    void setRoom(std::optional<std::uint64_t> bytes) { m_room = bytes; }
    /// Programs that ask are told how much that is; else a quota is in force, of which nobody tells.
    void tellRoom(bool told) { m_tellsRoom = told; }
    /// The power goes in place of the next operation, even if the process dies first and another one makes
    /// it.
    void cutPowerNext() { m_powerGoes = true; }
    /// Not any more.
    void keepPower() { m_powerGoes = false; }
    /// The next so many syncs fail; `heard` is called in each, and may bring more upon the disk.
    void failSyncs(unsigned count, std::function<void()> heard = {})
    {
        m_failingSyncs = count;
        m_onFailedSync = std::move(heard);
    }
    /// A sync takes so long, during which the clock runs.
    void setSyncTime(std::chrono::nanoseconds time) { m_syncTime = time; }
    /// No sync does anything, as with a disk that lies. To show that tests would notice.
    void setLying(bool lying) { m_lying = lying; }

    [[nodiscard]] bool isDead() const { return m_death.has_value(); }
    [[nodiscard]] bool lostPower() const { return m_death == Death::Power; }
    /// The next program starts on what is left. All files must have been closed.
    void start();
    [[nodiscard]] std::uint64_t operations() const { return m_operations; }

    // What programs do.
    [[nodiscard]] const Directory& names() const { return m_names; }
    /// Null: the disk is dead.
    Directory::File create(const std::string& name);
    DiskResult makeFolder(const std::string& name);
    DiskResult remove(const std::string& name);
    DiskResult rename(const std::string& from, const std::string& to);
    DiskResult write(StoredFile& file, std::size_t at, std::string_view bytes);
    DiskResult truncate(StoredFile& file, std::size_t size);
    [[nodiscard]] std::uint64_t toldRoom() const { return m_tellsRoom && m_room ? *m_room : kMuchRoom; }
    /// Keeps `bytes` in all from other files.
    DiskResult reserve(std::uint64_t bytes);
    DiskResult sync(StoredFile& file);
    /// Makes the names in `folder` durable.
    DiskResult syncNames(const std::string& folder);
    void passTime(std::chrono::nanoseconds time) { m_clock.advanceTo(m_clock.elapsed() + time); }
    [[nodiscard]] const VirtualClock& clock() const { return m_clock; }
    Random& random() { return m_random; }

private:
    enum class Death { Process, Power };

    void die(Death death);
    /// Counts an operation. False: the disk is dead, maybe since now.
    bool begins();
    /// Takes a sync's time. False: it is one that fails.
    bool beginsSync();

    VirtualClock& m_clock;
    Random m_random;
    Directory m_names;
    std::optional<Death> m_death;
    std::optional<std::uint64_t> m_left;
    static constexpr std::uint64_t kMuchRoom = 1ULL << 40;
    std::optional<std::uint64_t> m_room;
    bool m_tellsRoom = true;
    std::uint64_t m_reserved = 0;
    bool m_powerGoes = false;
    unsigned m_failingSyncs = 0;
    std::function<void()> m_onFailedSync;
    std::chrono::nanoseconds m_syncTime{0};
    bool m_lying = false;
    std::uint64_t m_operations = 0;
    std::function<void()> m_onDeath;
};

} // namespace starqueue::house
