#pragma once

#include <house/hall/network.h>
#include <house/run/house.h>
#include <house/run/house_agenda.h>

#include <hall/api/support/hall_folder.h>
#include <hall/service/service.h>
#include <support/one_thread/agenda_executor.h>
#include <support/one_thread/memory_loop.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace starqueue::house {

/// The whole service of the hall as a program that dies with the disk and is started anew. Tells "hall reads"
/// with the name in its settings, "hall up" and "hall down", and "hall state" for each copy of its state that
/// took() may hold against the journal.
class HallProgram final : public Inhabitant
{
public:
    enum class Rules {
        Drawn,    ///< by the seed: the usual ones or others
        AsShipped ///< those of the default hall.toml
    };

    explicit HallProgram(House& house, Rules rules = Rules::Drawn);
    ~HallProgram() override;

    void start() override;

    /// SIGTERM: answers what it has, ends, and is started anew.
    void restart();
    /// SIGHUP: reads its settings again.
    void reload();
    /// As restart(); some bytes of report.db rot meanwhile.
    void restartWithRottenReport();

    /// A line to the hall for a client at `address`; null: nobody listens.
    [[nodiscard]] std::shared_ptr<Line> connect(const std::string& address);
    [[nodiscard]] const std::string& secretOf(const std::string& name) const { return m_folder.secret(name); }
    [[nodiscard]] std::filesystem::path database() const { return m_folder.path() / "hall.db"; }
    [[nodiscard]] std::filesystem::path settingsFile() const { return m_folder.path() / "hall.toml"; }
    [[nodiscard]] Network& network() { return m_network; }
    [[nodiscard]] bool isUp() const { return m_service != nullptr && !m_busy && !m_house.disk().isDead(); }
    /// The business day at an instant.
    [[nodiscard]] Date dateAt(time::WallTime at) const;
    /// Connections that the service holds.
    [[nodiscard]] std::size_t connections();

    /// Of the last service that ended, in bytes.
    struct Memory
    {
        std::size_t held = 0; ///< by the service: given back when it ended
        std::size_t left = 0; ///< in the process after that
    };
    [[nodiscard]] const Memory& memory() const { return m_memory; }

    /// A copy of the state, when all in it is in the journal.
    struct Snapshot
    {
        queue::State state;
        std::uint64_t seq = 0;
        Instant now{};
    };
    void look(std::function<void(const Snapshot&)> then);

private:
    void open();
    [[nodiscard]] std::unique_ptr<hall::Service> startService();
    [[nodiscard]] std::optional<settings::HallSettings> lastRead();
    [[nodiscard]] std::optional<settings::HallSettings> readSettings();
    void lookForRottenReport();
    [[nodiscard]] std::string reportFile() const { return m_folder.path() / "report.db"; }
    [[nodiscard]] hall::ServiceOptions options();
    [[nodiscard]] db::MachineClocks clocks() const;
    void onBroken();
    void onDeath();
    void bury();
    void endService();
    void startSoon();

    House& m_house;
    Rules m_rules;
    std::optional<std::pair<std::string, settings::HallSettings>> m_lastRead; ///< and its text
    Random m_random;
    HouseAgenda m_agenda;
    starqueue::test::AgendaExecutor m_executor{m_agenda};
    hall::test::HallFolder m_folder; ///< on the house's disk
    Network m_network;
    starqueue::test::MemoryLoop* m_loop = nullptr;
    std::unique_ptr<hall::Service> m_service;
    bool m_busy = false; ///< the service is being started or destroyed, somewhere below on the stack
    bool m_foresees = false;
    house::Agenda::Entry m_start; ///< of the next life
    Directory::File m_rotten;     ///< a report.db that the next life must find out
    Memory m_memory;
    int m_boots = 1;
    VirtualClock::Elapsed m_booted{};
};

} // namespace starqueue::house
