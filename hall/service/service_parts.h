#pragma once

#include <hall/service/clock_watch.h>
#include <hall/service/close_slip.h>
#include <hall/service/key_copy_watch.h>
#include <hall/service/log.h>
#include <hall/service/opened.h>
#include <hall/service/promise_keeper.h>
#include <hall/service/report_counter.h>
#include <hall/service/request_dispatcher.h>
#include <hall/service/service.h>
#include <hall/service/setup/rules_from_settings.h>
#include <hall/service/webhook/webhook.h>

#include <hall/api/context/login_parts.h>
#include <hall/http/server.h>

#include <db/journal/writers_thread.h>
#include <sync/mutex.h>

#include <atomic>

namespace starqueue::hall {

/// Where the service listens: the settings' addresses, and what stands in their place.
[[nodiscard]] settings::ListenSettings listenOf(const settings::HallSettings& settings,
                                                const ServiceOptions& options);

/// The parts in the order of their dependencies; destroyed in reverse.
class Service::Parts
{
public:
    Parts(Opened opened, const settings::HallSettings& settings, const ServiceOptions& options,
          std::function<void()> onBroken);
    ~Parts();

    [[nodiscard]] tl::expected<void, std::string> begin(const settings::HallSettings& settings,
                                                        const ServiceOptions& options);
    [[nodiscard]] tl::expected<void, std::string>
    listenAt(const settings::ListenSettings& listen,
             const std::map<settings::Listener, HandedSocket>& handed);
    void setRules(const settings::HallSettings& settings)
    {
        m_webhook.set(settings.webhook);
        submitRules(m_writer, m_clock.calendar(), settings);
        m_promises.setDayKinds([hours = std::make_shared<const settings::OpeningHours>(settings.opens)](
                                   Date date) { return settings::dayKindOf(*hours, date); });
        m_promises.setPlan(settings.plan);
    }
    void foresee();
    void ask(db::Question question) { m_writer.ask(std::move(question)); }
    [[nodiscard]] const std::string& url() const { return m_url; }

private:
    Hall makeHall(const settings::HallSettings& settings);
    http::Server::Handler answerer();
    db::Publish publisher();
    std::function<queue::DayHoursPtr(Date, time::WallOffset)> hoursOfDates();
    std::function<std::string(time::WallTime, std::optional<DateRange>)> calendarOfHall();
    void doWhatIsDue(const std::function<void(bool hasRules)>& then);
    void dropReasons(const db::View& view) REQUIRES(db::writersThread);
    /// Those that were too many to be checked before, and copies of their keys.
    void lookAtCustomers()
    {
        m_keyCopies.look();
        if (m_opened.customers->bytes() > kCheckedBeforeServing)
            m_searchStrand->post([this] { m_customers.check(); });
    }
    void finishWriting();
    void recheck();
    void breakDown(const std::string& why, const std::function<void()>& onBroken);
    [[nodiscard]] bool openToday();

    static constexpr int kLookupsAMinute = 30;
    static constexpr BoundedWork::Most kMostReports{32, 4};
    static constexpr BoundedWork::Most kMostSearches{8, 1};
    static constexpr BoundedWork::Most kMostPhones{256, 4};

    sync::Executor& m_executor;
    Opened m_opened;
    ClockWatch m_clock;
    Pages m_pages;
    Throttle m_lookups{kLookupsAMinute, std::chrono::minutes(1), steadyClock(m_executor)};
    DeviceBudget m_deviceChanges{steadyClock(m_executor)};
    CounterWindows m_windows{steadyClock(m_executor)};
    LoginParts m_login;
    std::atomic<bool> m_broken = false;
    StorageLog m_storage GUARDED_BY(db::writersThread);
    ErasureLog m_erasure GUARDED_BY(db::writersThread);
    EventHub m_events;
    http::Server m_server;
    db::Writer m_writer;
    const std::unique_ptr<sync::Strand> m_reportStrand = m_executor.strand();
    const std::unique_ptr<sync::Strand> m_searchStrand = m_executor.strand(sync::Urgency::Background);
    BoundedWork m_reports{*m_reportStrand, kMostReports};
    BoundedWork m_searches{*m_searchStrand, kMostSearches};
    const std::unique_ptr<sync::Strand> m_phoneStrand = m_executor.strand(sync::Urgency::Background);
    BoundedWork m_phones{*m_phoneStrand, kMostPhones};
    PhoneFollowers m_phoneFollowers{m_writer, m_executor};
    ForecastBoard m_forecasts;
    SecurityWatch m_security;
    LookupWatch m_lookedUp;
    UseWatch m_used;
    CloseSlip m_slip;
    KeyCopyWatch m_keyCopies;
    CustomerLookup m_customers{*m_opened.customers, steadyClock(m_executor), logError};
    Webhook m_webhook;
    Hall m_hall;
    PromiseKeeper m_promises;
    ReportCounter m_counter;
    RequestDispatcher m_dispatcher;
    std::string m_url;
    const std::unique_ptr<sync::Strand> m_timekeeper = m_executor.strand();
};

} // namespace starqueue::hall
