#pragma once

#include <client/api/rating_session.h>
#include <client/api/words.h>

namespace starqueue::client::api {

/// Everything that the hall's journal tells.
enum class EventName {
    Unknown,
    TicketIssued,
    TicketCalled,
    ServiceStarted,
    ServiceFinished,
    TicketNoShow,
    TicketRequeued,
    TicketParked,
    TicketUnparked,
    TicketTransferred,
    TicketCancelled,
    TicketUnserved,
    TicketServedByHand,
    TicketVerified,
    TicketIdentified,
    StatutoryGranted,
    CounterOpened,
    CounterClosed,
    CounterPaused,
    CounterResumed,
    CounterHandedOver,
    CounterHelpAsked,
    ServiceOpened,
    ServiceClosed,
    PrintJobCreated,
    PrintJobTaken,
    PrintJobEnded,
    RatingInvited,
    RatingArmed,
    RatingFailed,
    TicketRated,
    RatingExpired,
    CaseOpened,
    DeviceChanged,
    DeviceTestRequested,
    MessageChanged,
    RulesSet,
    DayOpened,
    DayClosed,
    ClockStepped,
    PromisesCalibrated,
    FairnessViolated
};
template <>
inline constexpr std::array kWords<EventName>{Word{EventName::TicketIssued, "ticket_issued"},
                                              Word{EventName::TicketCalled, "ticket_called"},
                                              Word{EventName::ServiceStarted, "service_started"},
                                              Word{EventName::ServiceFinished, "service_finished"},
                                              Word{EventName::TicketNoShow, "ticket_no_show"},
                                              Word{EventName::TicketRequeued, "ticket_requeued"},
                                              Word{EventName::TicketParked, "ticket_parked"},
                                              Word{EventName::TicketUnparked, "ticket_unparked"},
                                              Word{EventName::TicketTransferred, "ticket_transferred"},
                                              Word{EventName::TicketCancelled, "ticket_cancelled"},
                                              Word{EventName::TicketUnserved, "ticket_unserved"},
                                              Word{EventName::TicketServedByHand, "ticket_served_by_hand"},
                                              Word{EventName::TicketVerified, "ticket_verified"},
                                              Word{EventName::TicketIdentified, "ticket_identified"},
                                              Word{EventName::StatutoryGranted, "statutory_granted"},
                                              Word{EventName::CounterOpened, "counter_opened"},
                                              Word{EventName::CounterClosed, "counter_closed"},
                                              Word{EventName::CounterPaused, "counter_paused"},
                                              Word{EventName::CounterResumed, "counter_resumed"},
                                              Word{EventName::CounterHandedOver, "counter_handed_over"},
                                              Word{EventName::CounterHelpAsked, "counter_help_asked"},
                                              Word{EventName::ServiceOpened, "service_opened"},
                                              Word{EventName::ServiceClosed, "service_closed"},
                                              Word{EventName::PrintJobCreated, "print_job_created"},
                                              Word{EventName::PrintJobTaken, "print_job_taken"},
                                              Word{EventName::PrintJobEnded, "print_job_ended"},
                                              Word{EventName::RatingInvited, "rating_invited"},
                                              Word{EventName::RatingArmed, "rating_armed"},
                                              Word{EventName::RatingFailed, "rating_failed"},
                                              Word{EventName::TicketRated, "ticket_rated"},
                                              Word{EventName::RatingExpired, "rating_expired"},
                                              Word{EventName::CaseOpened, "case_opened"},
                                              Word{EventName::DeviceChanged, "device_changed"},
                                              Word{EventName::DeviceTestRequested, "device_test_requested"},
                                              Word{EventName::MessageChanged, "message_changed"},
                                              Word{EventName::RulesSet, "rules_set"},
                                              Word{EventName::DayOpened, "day_opened"},
                                              Word{EventName::DayClosed, "day_closed"},
                                              Word{EventName::ClockStepped, "clock_stepped"},
                                              Word{EventName::PromisesCalibrated, "promises_calibrated"},
                                              Word{EventName::FairnessViolated, "fairness_violated"}};

/// One event of GET /events. Which fields one has stands below x-events in hall/openapi.yaml; the others
/// are empty.
struct Event
{
    EventName name = EventName::Unknown; ///< Unknown: of a newer hall
    qint64 seq = 0;
    QString ticket{};
    QString number{};
    QString counter{};
    QString kiosk{};
    QString device{};
    QString session{};
    QString job{};
    int token = 0;
    std::chrono::seconds windowSeconds{0};
    qint64 endsElapsed = 0;
    int recall = 0; ///< 0: the first call
    PrintOutcome outcome = PrintOutcome::None;

    /// The rating session that rating_invited tells of.
    [[nodiscard]] RatingSession invitation() const
    {
        return {session, token, ticket, counter, windowSeconds, endsElapsed, RatingState::Invited};
    }
    bool operator==(const Event&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("seq", self.seq);
        field("ticket", self.ticket);
        field("number", self.number);
        field("counter", self.counter);
        field("kiosk", self.kiosk);
        field("device", self.device);
        field("session", self.session);
        field("job", self.job);
        field("token", self.token);
        field("windowSeconds", self.windowSeconds);
        field("endsElapsed", self.endsElapsed);
        field("recall", self.recall);
        field("outcome", self.outcome);
    }
};

} // namespace starqueue::client::api
