#pragma once

#include <house/disk/disk.h>
#include <house/disk/disk_files.h>
#include <house/disk/sqlite_vfs.h>
#include <house/kernel/kernel.h>
#include <house/run/checker.h>
#include <house/run/inhabitant.h>
#include <house/run/outcome.h>
#include <house/run/sometimes.h>
#include <house/run/weather.h>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace starqueue::house {

/// One run: the virtual machine, who lives on it, what goes wrong and what is checked. One at a time.
///
///     House house{options};
///     auto& hall = house.add<HallProgram>(house);   // an Inhabitant
///     house.add<PaperEnds>(hall);                   // a Fault
///     house.add<NumberOnce>();                      // a Checker
///     return house.run();
class House
{
public:
    explicit House(const Options& options);
    ~House();
    House(const House&) = delete;
    House& operator=(const House&) = delete;

    template <class Part, class... Args> Part& add(Args&&... args)
    {
        auto part = std::make_unique<Part>(std::forward<Args>(args)...);
        Part& added = *part;
        moveIn(std::move(part));
        return added;
    }

    [[nodiscard]] Outcome run();

    /// Hashes, traces and checks what was told.
    void tell(const Fact& fact);
    Agenda& agenda() { return m_kernel.agenda; }
    VirtualClock& clock() { return m_kernel.clock; }
    Disk& disk() { return m_disk; }
    /// On that disk.
    files::Files& files() { return m_files; }
    Sometimes& sometimes() { return m_sometimes; }
    /// Does `task` whenever a calm has begun and all is healed.
    void whenCalmBegins(std::function<void()> task) { m_whenCalmBegins.push_back(std::move(task)); }
    [[nodiscard]] Random random(std::string_view name) const { return m_kernel.random.stream(name); }

private:
    void moveIn(std::unique_ptr<Inhabitant> inhabitant);
    void moveIn(std::unique_ptr<Fault> fault);
    void moveIn(std::unique_ptr<Checker> checker);
    void onCalmBegins();
    void onCalmEnds();

    Options m_options;
    Kernel m_kernel;
    Disk m_disk;
    SqliteVfs m_vfs;
    DiskFiles m_files{m_disk};
    Sometimes m_sometimes;
    Findings m_findings;
    Weather m_weather;
    std::uint64_t m_hash;
    std::vector<std::function<void()>> m_whenCalmBegins;
    std::vector<std::unique_ptr<Checker>> m_checkers;
    std::vector<std::unique_ptr<Inhabitant>> m_inhabitants;
    std::vector<std::unique_ptr<Fault>> m_faults;
};

} // namespace starqueue::house
