#include <hall/service/service_parts.h>

#include <hall/service/log.h>
#include <hall/service/setup/from_settings.h>

#include <hall/api/context/authentication.h>
#include <hall/api/router.h>

#include <queue/day/events.h>

#include <spdlog/spdlog.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

constexpr auto kTick = std::chrono::seconds(1);
constexpr auto kLookAtCopies = std::chrono::seconds(10);
constexpr auto kRecheck = std::chrono::milliseconds(500); // how long a stream may outlive its right

} // namespace

Service::Parts::Parts(Opened opened, const settings::HallSettings& settings, const ServiceOptions& options,
                      std::function<void()> onBroken)
    : m_executor(options.executor), m_opened(std::move(opened)),
      m_clock(options.clock, settings, m_opened.zone, options.data, options.files, m_opened.past),
      m_pages(options.pages),
      m_login(*m_opened.users, loginRules(settings, listenOf(settings, options).main), m_executor),
      m_events(*m_opened.journal, {m_opened.life, m_opened.past.lastSeq}, m_opened.past.state.clock,
               m_executor, m_opened.reasons.get()),
      m_server(limitsOf(settings.limits), answerer(),
               options.makeEventLoop(limitsOf(settings.limits).kernelSendBufferBytes)),
      m_writer(
          *m_opened.journal, m_clock.clock(), std::move(m_opened.past.state), publisher(),
          [this, onBroken = std::move(onBroken)](const std::string& why) { breakDown(why, onBroken); },
          [this](std::function<void()> work) { return m_server.lend(std::move(work)); }, m_executor,
          m_opened.reasons.get()),
      m_security(*m_opened.securityLog, m_writer, m_executor,
                 [](const std::string& line) { spdlog::info("{}", line); }),
      m_lookedUp(m_security, settings.lookupsAnHour, steadyClock(m_executor)),
      m_used(m_security, usualUse(settings), steadyClock(m_executor)),
      m_slip(settings.closeSlip, settings.carryWaiting),
      m_keyCopies(*m_opened.customers, options.data, options.files),
      m_webhook({*m_opened.journal, settings.id, m_opened.life}, options.data, options.files,
                options.makePoster(), m_executor),
      m_hall(makeHall(settings)),
      m_promises(*m_opened.journal, m_writer, m_opened.zone, m_forecasts, m_executor),
      m_counter(*m_opened.waits, m_executor), m_dispatcher(m_hall, m_pages, m_broken)
{
    m_security.tell([this](db::SecurityEvent what, const std::string& who) { m_used.noted(what, who); });
    m_dispatcher.watch(m_server.counts());
}

/// Of the parts that are made before it.
Hall Service::Parts::makeHall(const settings::HallSettings& settings)
{
    return {settings.id,
            settings.name,
            settings.publicUrl.value_or(""),
            m_opened.zone,
            m_writer,
            m_clock.clock(),
            *m_opened.journal,
            *m_opened.tokens,
            m_customers,
            *m_opened.waits,
            *m_opened.visits,
            m_events,
            m_lookups,
            m_deviceChanges,
            m_windows,
            m_login.login(),
            m_security,
            m_lookedUp,
            m_used,
            m_reports,
            m_searches,
            m_phones,
            m_phoneFollowers,
            m_forecasts,
            hoursOfDates(),
            calendarOfHall(),
            [this](const db::View& view)
                REQUIRES(db::writersThread) { return m_clock.calendar().yearWithoutPublicDays(view); },
            [this] { return m_webhook.state(); },
            [this] { return m_keyCopies.state(); }};
}

std::function<queue::DayHoursPtr(Date, time::WallOffset)> Service::Parts::hoursOfDates()
{
    return [this](Date date, time::WallOffset clock)
               REQUIRES(db::writersThread) { return m_clock.calendar().hoursOf(date, clock); };
}

std::function<std::string(time::WallTime, std::optional<DateRange>)> Service::Parts::calendarOfHall()
{
    return [this](time::WallTime now, std::optional<DateRange> dates) REQUIRES(db::writersThread) {
        return m_clock.calendar().text(now, dates ? std::optional{DateSpan{dates->from, dates->to}}
                                                  : std::nullopt);
    };
}

void Service::Parts::breakDown(const std::string& why, const std::function<void()>& onBroken)
{
    m_broken = true;
    spdlog::critical("journal failed: {}; the service ends and must be started again", why);
    onBroken();
}

Service::Parts::~Parts()
{
    m_timekeeper->close();
    m_server.stop(); // first: a forecast that still runs must not keep a successor from the port
    m_promises.stop();
    m_phoneFollowers.stop();
    m_counter.stop();
    m_webhook.stop();
    m_login.close(); // what runs there notes in the security log
    finishWriting();
    finishWriting(); // what the commands have noted
    m_security.finish();
    m_phoneStrand->close();
    m_searchStrand->close(); // a report or search that still runs uses the parts
    m_reportStrand->close();
}

/// Ends what sessions and tokens that are over still have.
void Service::Parts::recheck()
{
    for (const std::string& name : m_login.takeExpired())
        m_security.note(db::SecurityEvent::SessionExpired, name);
    endEarlierSecrets(*m_opened.tokens, m_security);
    m_events.recheck();
}

/// The writer's queue may hold a command whose client has disconnected, and its answer uses every part.
void Service::Parts::finishWriting()
{
    m_executor.await([this](const sync::Executor::Done& done) {
        m_writer.ask([done](const db::View&) -> db::Release { return [done](db::Fate) { done(); }; });
    });
}

http::Server::Handler Service::Parts::answerer()
{
    return [this](http::Request request, http::Reply reply)
               REQUIRES(http::turn) { m_dispatcher.handle(std::move(request), std::move(reply)); };
}

db::Publish Service::Parts::publisher()
{
    return [this](std::span<const db::Recorded> events, time::WallOffset clock) REQUIRES(db::writersThread) {
        m_events.publish(events, clock);
        m_phoneFollowers.stir();
        m_slip.follow(events, *m_opened.journal);
    };
}

/// Submits one due command; `then` is told whether there are durable rules now.
void Service::Parts::doWhatIsDue(const std::function<void(bool hasRules)>& then)
{
    m_writer.submit(
        std::nullopt,
        [this](const db::View& view)
            REQUIRES(db::writersThread) -> tl::expected<queue::Command, queue::Refusal> {
                m_opened.journal->keepUp();
                m_storage.note(m_opened.journal->notWritable());
                dropReasons(view);
                if (auto slip = m_slip.takeDue(view.now))
                    return std::move(*slip);
                return m_clock.due(view);
            },
        [then](const db::View& view, const db::Outcome& outcome) -> db::Release {
            if (const auto* refusal = std::get_if<queue::Refusal>(&outcome))
                spdlog::error("business day: {}", refusal->detail);
            const bool hasRules = view.state.rules != nullptr;
            return [then, hasRules](db::Fate fate) { then(fate == db::Fate::Committed && hasRules); };
        });
}

/// Of those whose visit is over. What can't be erased now is tried again.
void Service::Parts::dropReasons(const db::View& view)
{
    m_opened.reasons->dropThoseOver(view.state, view.now);
    const auto erased = m_opened.reasons->keep();
    m_erasure.note(erased ? std::string{} : erased.error().detail);
}

/// Closing a day and opening the next are two commands. Afterwards there are rules, even in a new hall.
bool Service::Parts::openToday()
{
    for (int step = 0; step < 3; ++step) {
        bool thereAreRules = false;
        m_executor.await([this, &thereAreRules](const sync::Executor::Done& done) {
            doWhatIsDue([&thereAreRules, done](bool hasRules) {
                thereAreRules = hasRules;
                done();
            });
        });
        if (thereAreRules && step > 0)
            return true;
    }
    return false;
}

tl::expected<void, std::string> Service::Parts::begin(const settings::HallSettings& settings,
                                                      const ServiceOptions& options)
{
    if (!m_opened.reasons->damage().empty())
        spdlog::warn("{}", m_opened.reasons->damage());
    if (!openToday())
        return tl::unexpected(std::string("Today's business day could not be opened; the log says why."));
    setRules(settings);
    m_timekeeper->every(kTick, [this] { doWhatIsDue([](bool) {}); });
    lookAtCustomers();
    m_timekeeper->every(kLookAtCopies, [this] { m_keyCopies.look(); });
    m_timekeeper->every(kRecheck, [this] { recheck(); });
    m_counter.start();
    if (options.foresees)
        m_promises.keep();
    return listenAt(listenOf(settings, options), options.handed);
}

void Service::Parts::foresee()
{
    m_executor.await([this](const sync::Executor::Done& done) { m_promises.refresh(done); });
}

Service::Service(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Service::~Service() = default;

tl::expected<std::unique_ptr<Service>, std::string> Service::start(const settings::HallSettings& settings,
                                                                   const ServiceOptions& options,
                                                                   std::function<void()> onBroken)
{
    if (std::string why = settings::whyNotInClear(listenOf(settings, options)); !why.empty())
        return tl::unexpected(std::move(why));
    auto opened = openAll(settings, options.data, options.files, options.withCustomers, options.passwordCost);
    if (!opened)
        return tl::unexpected(opened.error());
    auto parts = std::make_unique<Parts>(std::move(*opened), settings, options, std::move(onBroken));
    if (const auto begun = parts->begin(settings, options); !begun)
        return tl::unexpected(begun.error());
    return std::unique_ptr<Service>(new Service(std::move(parts)));
}

void Service::reload(const settings::HallSettings& settings)
{
    m_parts->setRules(settings);
}

void Service::foresee()
{
    m_parts->foresee();
}

void Service::ask(db::Question question)
{
    m_parts->ask(std::move(question));
}

std::string Service::url() const
{
    return m_parts->url();
}

} // namespace starqueue::hall
