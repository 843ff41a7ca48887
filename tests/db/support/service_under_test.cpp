#include <db/support/service_under_test.h>

#include <db/support/random_hall.h>

#include <stdexcept>
#include <utility>

namespace starqueue::db::test {

namespace {

template <class T> T required(tl::expected<T, StorageError> value)
{
    if (!value)
        throw std::runtime_error(value.error().detail);
    return std::move(*value);
}

Told toldOf(const View& view, const Outcome& outcome)
{
    Told told;
    told.seq = view.seq;
    if (const auto* const accepted = std::get_if<Accepted>(&outcome)) {
        told.what = Told::What::Accepted;
        told.events.assign(accepted->events.begin(), accepted->events.end());
        told.repeated = accepted->repeated;
    } else if (const auto* const refusal = std::get_if<queue::Refusal>(&outcome)) {
        told.refusal = refusal->code;
    } else {
        told.what = std::holds_alternative<Reused>(outcome) ? Told::What::Reused : Told::What::Full;
    }
    return told;
}

} // namespace

std::uint64_t Told::ticket() const
{
    for (const queue::Event& event : events) {
        if (const auto* const issued = std::get_if<queue::TicketIssued>(&event))
            return issued->ticket.id.value;
        if (const auto* const called = std::get_if<queue::TicketCalled>(&event))
            return called->ticket.value;
    }
    return 0;
}

RequestKey key(std::uint32_t number, std::uint8_t body, std::string token)
{
    RequestKey key{std::move(token), {}, {}};
    for (std::size_t i = 0; i < 4; ++i)
        key.request[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    key.body.said[0] = body;
    key.body.whole.emplace()[0] = body;
    return key;
}

queue::IssueTicket issue(std::uint16_t service, int stars)
{
    queue::IssueTicket command;
    command.service = {service};
    command.stars = stars;
    command.secret[0] = 7;
    command.kiosk = "k1";
    return command;
}

ServiceUnderTest::ServiceUnderTest(
    const std::filesystem::path& dir,
    const std::function<std::unique_ptr<Journal>(std::unique_ptr<Journal>)>& wrap, Lend lend)
    : m_wall(kMorning.time_since_epoch().count()), m_journal(required(Journal::open(dir)))
{
    if (wrap)
        m_journal = wrap(std::move(m_journal));
    auto replayed = required(m_journal->replay());
    m_reasons = required(VisitReasons::open(dir, files::posix(), m_journal->life(), replayed.lastSeq));
    const auto wall = [this] { return Instant{Millis{m_wall.load()}}; };
    m_clock = std::make_unique<JournalClock>(
        MachineClocks{wall, [this] { return Millis{m_steady.load()}; }, "boot"});
    m_clock->startAfter(replayed.lastAt, replayed.state.clock, {});
    m_writer = std::make_unique<Writer>(
        *m_journal, *m_clock, std::move(replayed.state),
        [this](std::span<const Recorded> events, time::WallOffset) {
            const sync::Lock lock{m_mutex};
            m_published.insert(m_published.end(), events.begin(), events.end());
        },
        [this](const std::string&) { ++m_broken; }, std::move(lend), sync::threads(), m_reasons.get());
}

ServiceUnderTest::~ServiceUnderTest() = default;

void ServiceUnderTest::openHall()
{
    send(queue::OpenDay{Date{std::chrono::floor<std::chrono::days>(kMorning)},
                        std::make_shared<const queue::Rules>(hallRules())});
    send(queue::OpenCounter{{0}, "17"});
    send(queue::OpenCounter{{1}, "18"});
}

std::future<Told> ServiceUnderTest::submit(std::optional<RequestKey> key, queue::Command command)
{
    auto promise = std::make_shared<std::promise<Told>>();
    auto future = promise->get_future();
    m_writer->submit(
        std::move(key), [command = std::move(command)](const View&) { return command; },
        [promise](const View& view, const Outcome& outcome) -> Release {
            return [promise, told = toldOf(view, outcome)](Fate fate) mutable {
                told.fate = fate;
                promise->set_value(std::move(told));
            };
        });
    return future;
}

Told ServiceUnderTest::send(queue::Command command, std::optional<RequestKey> key)
{
    return submit(std::move(key), std::move(command)).get();
}

std::future<std::size_t> ServiceUnderTest::countTickets()
{
    auto promise = std::make_shared<std::promise<std::size_t>>();
    m_writer->ask([promise](const View& view) -> Release {
        return [promise, count = view.state.tickets.size()](Fate) { promise->set_value(count); };
    });
    return promise->get_future();
}

queue::State ServiceUnderTest::state()
{
    auto promise = std::make_shared<std::promise<queue::State>>();
    m_writer->ask([promise](const View& view) -> Release {
        return [promise, copy = view.state](Fate) { promise->set_value(copy); };
    });
    return promise->get_future().get();
}

std::function<void()> ServiceUnderTest::hold()
{
    auto reached = std::make_shared<std::promise<void>>();
    auto goOn = std::make_shared<std::promise<void>>();
    m_writer->ask([reached, goOn](const View&) -> Release {
        reached->set_value();
        goOn->get_future().wait();
        return {};
    });
    reached->get_future().wait();
    return [goOn] { goOn->set_value(); };
}

std::vector<Recorded> ServiceUnderTest::published()
{
    const sync::Lock lock{m_mutex};
    return m_published;
}

} // namespace starqueue::db::test
