#include <bench/hall/old_hall.h>

#include <db/codec/event_codec.h>
#include <db/journal/journal.h>
#include <hall/settings/hall_settings.h>
#include <queue/decide.h>

#include <chrono>
#include <random>
#include <stdexcept>

namespace starqueue::bench {

namespace {

using namespace std::chrono_literals;
using namespace queue;

constexpr auto kOpens = 1h; // UTC: nine in the morning of the hall
constexpr auto kPace = 25s; ///< between two customers

class Past
{
public:
    Past(const std::filesystem::path& dir, std::shared_ptr<const Rules> rules)
        : m_rules(std::move(rules)), m_journal(must(db::Journal::open(dir)))
    {
        sync::assumeCapability(db::writersThread);
        m_seq = m_journal->lastSeq();
    }

    void day(Date date, int tickets)
    {
        m_now = Instant{std::chrono::sys_days{date}.time_since_epoch()} + kOpens;
        act(OpenDay{date, m_rules});
        for (std::uint16_t i = 0; i < m_rules->counters.size(); ++i)
            act(OpenCounter{CounterIx{i}, std::to_string(i)});
        for (int i = 0; i < tickets; ++i)
            customer(CounterIx{
                static_cast<std::uint16_t>(static_cast<std::size_t>(i) % m_rules->counters.size())});
        act(CloseDay{});
        write();
    }

private:
    template <class T, class Error> static T must(tl::expected<T, Error> result)
    {
        if (!result)
            throw std::runtime_error(result.error().detail);
        return std::move(*result);
    }

    void customer(CounterIx counter)
    {
        m_now += kPace;
        IssueTicket issue;
        issue.service = m_rules->counters[counter.value].services.front();
        issue.byStaff = true;
        for (std::uint8_t& byte : issue.secret)
            byte = static_cast<std::uint8_t>(m_random());
        act(issue);
        act(CallNext{counter});
        act(StartService{counter});
        m_now += kPace;
        act(FinishService{counter, {}});
    }

    void act(const Command& command)
    {
        Events events;
        if (const auto decision = decide(m_state, command, m_now, events); !decision)
            throw std::runtime_error(decision.error().detail);
        for (const Event& event : events) {
            apply(m_state, event, m_now);
            m_batch.events.push_back(
                {++m_seq, m_now, std::string{db::eventName(event)}, db::encodeEvent(event, m_state)});
        }
    }

    void write()
    {
        sync::assumeCapability(db::writersThread);
        if (const auto committed = m_journal->commit(m_batch); !committed)
            throw std::runtime_error(committed.error().detail);
        m_batch.events.clear();
    }

    std::shared_ptr<const Rules> m_rules;
    std::unique_ptr<db::Journal> m_journal;
    std::minstd_rand m_random{1};
    State m_state;
    Instant m_now{};
    std::uint64_t m_seq = 0;
    db::Batch m_batch;
};

} // namespace

void growOld(const std::filesystem::path& dir, int days, int ticketsADay)
{
    const auto settings = settings::readHallSettings(dir / "hall.toml");
    if (!settings)
        throw std::runtime_error("its hall.toml can't be read");
    Past past{dir, std::make_shared<const Rules>(settings->rules)};
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    for (int ago = days; ago >= 1; --ago)
        past.day(Date{today - std::chrono::days{ago}}, ticketsADay);
}

} // namespace starqueue::bench
