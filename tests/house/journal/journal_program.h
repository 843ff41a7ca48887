#pragma once

#include <house/run/house.h>
#include <house/run/house_agenda.h>

#include <db/journal/journal.h>
#include <db/writer/writer.h>
#include <support/one_thread/agenda_executor.h>

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace starqueue::house {

/// The real journal and writer as a program that dies with the disk and starts anew: what a hall is without
/// its network. Tells "hall published" for each line, "hall up", "hall down" and "hall replayed".
class JournalProgram final : public Inhabitant
{
public:
    explicit JournalProgram(House& house);
    ~JournalProgram() override;

    void start() override;

    /// Makes an answer, which is called when it leaves: not at all if the program dies first or doesn't know
    /// whether the command was written.
    using Answering = std::function<std::function<void()>(const db::View&, const db::Outcome&)>;
    /// `intent` becomes a command. False: the program is down.
    bool submit(const db::RequestKey& key, db::Intent intent, Answering answering);

    [[nodiscard]] std::filesystem::path database() const { return m_directory / "hall.db"; }

private:
    /// What exists between a start and a death.
    struct Life
    {
        std::unique_ptr<db::Journal> journal;
        db::JournalClock clock;
        std::unique_ptr<db::Writer> writer;
    };
    /// A copy of the living state, held against what the next life replays.
    struct Snapshot
    {
        queue::State state;
        std::uint64_t seq = 0;
    };

    void open();
    void begin(db::Journal::Replayed replayed);
    void onDeath();
    void buryAndReopen();
    bool lend(std::function<void()> work);
    void carryOutErrand();
    void publish(std::span<const db::Recorded> lines);
    void scheduleLook();
    void look(const db::View& view);
    void compare(const queue::State& replayed, const Snapshot& live, const std::string& when);

    House& m_house;
    Random m_random;
    HouseAgenda m_agenda;
    starqueue::test::AgendaExecutor m_executor{m_agenda};
    const std::filesystem::path m_directory = "/hall"; ///< on the house's disk
    std::unique_ptr<Life> m_life;
    bool m_dead = true; ///< nothing leaves the program any more
    std::deque<std::function<void()>> m_errands;
    Agenda::Entry m_start; ///< of the next life
    std::optional<Snapshot> m_lastLook;
};

} // namespace starqueue::house
