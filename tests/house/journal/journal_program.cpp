#include <house/journal/journal_program.h>

#include <utility>

namespace starqueue::house {

using std::chrono::milliseconds;
using std::chrono::seconds;

JournalProgram::JournalProgram(House& house)
    : m_house(house), m_random(house.random("journal program")), m_agenda(house.agenda())
{
    m_house.sometimes().expect("a reopened state was held against the living one");
}

JournalProgram::~JournalProgram()
{
    m_house.disk().onDeath({});
    m_dead = true;
    while (!m_errands.empty())
        carryOutErrand();
    m_life.reset();
}

void JournalProgram::start()
{
    m_house.disk().onDeath([this] { onDeath(); });
    open();
    scheduleLook();
}

// A program that can't open ends, and is started again. The power may go while it opens.
void JournalProgram::open()
{
    m_life = std::make_unique<Life>();
    auto journal = db::Journal::open(m_directory, m_house.files());
    auto replayed =
        journal ? (*journal)->replay()
                : tl::expected<db::Journal::Replayed, db::StorageError>{tl::unexpect, journal.error()};
    if (m_house.disk().isDead())
        return;
    if (!replayed) {
        m_house.tell({"hall", "can't open", {{"fault", static_cast<int>(replayed.error().fault)}}});
        return m_house.disk().crash();
    }
    m_life->journal = std::move(*journal);
    begin(std::move(*replayed));
}

void JournalProgram::begin(db::Journal::Replayed replayed)
{
    m_life->clock.startAfter(replayed.lastAt, replayed.state.clock, {});
    if (m_lastLook && m_lastLook->seq == replayed.lastSeq) {
        m_house.sometimes().saw("a reopened state was held against the living one");
        compare(replayed.state, *m_lastLook, "reopened");
    }
    m_lastLook.reset();
    m_dead = false;
    const std::uint64_t lastSeq = replayed.lastSeq;
    m_life->writer = std::make_unique<db::Writer>(
        *m_life->journal, m_life->clock, std::move(replayed.state),
        [this](std::span<const db::Recorded> lines, time::WallOffset) { publish(lines); },
        [this](const std::string&) { m_house.disk().crash(); },
        [this](std::function<void()> work) { return lend(std::move(work)); }, m_executor);
    m_house.tell({"hall", "up", {{"seq", static_cast<std::int64_t>(lastSeq)}}});
}

bool JournalProgram::submit(const db::RequestKey& key, db::Intent intent, Answering answering)
{
    if (m_dead)
        return false;
    m_life->writer->submit(key, std::move(intent),
                           [this, answering = std::move(answering)](
                               const db::View& view, const db::Outcome& outcome) -> db::Release {
                               return [this, leaves = answering(view, outcome)](db::Fate fate) {
                                   if (fate == db::Fate::Committed && !m_dead)
                                       leaves();
                               };
                           });
    return true;
}

bool JournalProgram::lend(std::function<void()> work)
{
    m_errands.push_back(std::move(work));
    m_house.agenda().after(m_random.between(std::chrono::nanoseconds{0}, milliseconds{300}),
                           [this] { carryOutErrand(); });
    return true;
}

void JournalProgram::carryOutErrand()
{
    if (m_errands.empty())
        return;
    const auto work = std::move(m_errands.front());
    m_errands.pop_front();
    work();
}

void JournalProgram::publish(std::span<const db::Recorded> lines)
{
    if (m_dead)
        return;
    for (const db::Recorded& line : lines)
        m_house.tell({"hall",
                      "published",
                      {{"seq", static_cast<std::int64_t>(line.seq)},
                       {"at", line.at.time_since_epoch().count()},
                       {"name", line.name},
                       {"payload", line.payload}}});
}

// Nothing leaves from here on; the program's remains go when nothing of it is on the stack any more.
void JournalProgram::onDeath()
{
    m_dead = true;
    m_house.tell({"hall", "down"});
    m_house.agenda().after({}, [this] { buryAndReopen(); });
}

void JournalProgram::buryAndReopen()
{
    while (!m_errands.empty())
        carryOutErrand();
    m_life.reset();
    m_house.disk().start();
    m_house.agenda().cancel(m_start);
    m_start = m_house.agenda().after(m_random.between(milliseconds{200}, seconds{20}), [this] { open(); });
}

void JournalProgram::scheduleLook()
{
    m_house.agenda().after(m_random.between(seconds{5}, seconds{60}), [this] {
        scheduleLook();
        if (!m_dead)
            m_life->writer->ask([this](const db::View& view) -> db::Release {
                look(view);
                return {};
            });
    });
}

void JournalProgram::look(const db::View& view)
{
    sync::assumeCapability(db::writersThread);
    const auto replayed = m_life->journal->replay();
    if (m_dead || !replayed || replayed->lastSeq != view.seq)
        return; // the batch that this question is in isn't written yet
    m_lastLook = Snapshot{view.state, view.seq};
    compare(replayed->state, *m_lastLook, "alive");
}

void JournalProgram::compare(const queue::State& replayed, const Snapshot& live, const std::string& when)
{
    m_house.tell({"hall",
                  "replayed",
                  {{"when", when},
                   {"seq", static_cast<std::int64_t>(live.seq)},
                   {"equal", replayed == live.state ? 1 : 0}}});
}

} // namespace starqueue::house
