#pragma once

#include <house/run/fault.h>
#include <house/run/house.h>

#include <utility>

namespace starqueue::house {

/// The process that owns the disk is killed; what it wrote is there for the next one.
class Crash final : public Fault
{
public:
    explicit Crash(House& house) : Fault("crash", std::chrono::seconds{90}), m_disk(house.disk()) {}

private:
    void strike() override { m_disk.crash(); }

    Disk& m_disk;
};

/// The power goes, within the next few operations of the disk.
class PowerCut final : public Fault
{
public:
    explicit PowerCut(House& house)
        : Fault("power-cut", std::chrono::seconds{90}), m_disk(house.disk()),
          m_random(house.random("power cut"))
    {}

private:
    void strike() override { m_disk.cutPowerAfter(m_random.below(30)); }

    Disk& m_disk;
    Random m_random;
};

/// The disk has room for a few more bytes only, until the calm.
class DiskFull final : public Fault
{
public:
    explicit DiskFull(House& house)
        : Fault("disk-full", std::chrono::minutes{6}), m_disk(house.disk()),
          m_random(house.random("disk full"))
    {}

private:
    void strike() override
    {
        m_disk.tellRoom(m_random.below(2) == 0);
        m_disk.setRoom(m_random.below(60'000));
    }
    void heal() override { m_disk.setRoom(std::nullopt); }

    Disk& m_disk;
    Random m_random;
};

/// A sync fails, and what it should have synced may never come to the disk. Every other time the process is
/// killed soon after, or the power goes before anything else is written, as with a disk that is about to die:
/// what was told of that commit must hold for the next process.
class SyncFails final : public Fault
{
public:
    explicit SyncFails(House& house)
        : Fault("sync-fails", std::chrono::minutes{4}), m_agenda(house.agenda()), m_disk(house.disk()),
          m_random(house.random("sync fails"))
    {}

private:
    void strike() override
    {
        m_agenda.cancel(std::exchange(m_crash, {}));
        m_disk.failSyncs(1, [this] { onFailed(); });
    }
    void onFailed()
    {
        switch (m_random.below(4)) {
        case 0:
            m_disk.cutPowerNext();
            break;
        case 1:
            m_crash =
                m_agenda.after(m_random.between(std::chrono::nanoseconds{0}, std::chrono::milliseconds{1500}),
                               [this] { m_disk.crash(); });
            break;
        default:
            break;
        }
    }
    void heal() override
    {
        m_agenda.cancel(std::exchange(m_crash, {}));
        m_disk.failSyncs(0);
        m_disk.keepPower();
    }

    Agenda& m_agenda;
    Disk& m_disk;
    Random m_random;
    Agenda::Entry m_crash;
};

/// Each sync takes up to a second.
class SlowDisk final : public Fault
{
public:
    explicit SlowDisk(House& house)
        : Fault("slow-disk", std::chrono::minutes{4}), m_disk(house.disk()),
          m_random(house.random("slow disk"))
    {}

private:
    void strike() override { m_disk.setSyncTime(std::chrono::milliseconds{m_random.between(1, 1000)}); }
    void heal() override { m_disk.setSyncTime({}); }

    Disk& m_disk;
    Random m_random;
};

} // namespace starqueue::house
