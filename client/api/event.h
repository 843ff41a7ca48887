#pragma once

#include <client/api/may.h>
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
    ClockDoubted,
    DayCorrected,
    PromisesCalibrated,
    FairnessViolated,
    NumberDoubled,
    HallActUndone,
    HallRestored,
    CounterServicesSet,
    TicketPostponed,
    TicketReturned,
    TicketRatedLate,
    RatingExplained,
    StepUndone,
    PrintJobPaper,
    DeviceTested,
    DeviceAsked,
    SlipCreated
};
inline constexpr formats::Word<EventName> kEventWords[] = {
    {EventName::TicketIssued, "ticket_issued"},
    {EventName::TicketCalled, "ticket_called"},
    {EventName::ServiceStarted, "service_started"},
    {EventName::ServiceFinished, "service_finished"},
    {EventName::TicketNoShow, "ticket_no_show"},
    {EventName::TicketRequeued, "ticket_requeued"},
    {EventName::TicketParked, "ticket_parked"},
    {EventName::TicketUnparked, "ticket_unparked"},
    {EventName::TicketTransferred, "ticket_transferred"},
    {EventName::TicketCancelled, "ticket_cancelled"},
    {EventName::TicketUnserved, "ticket_unserved"},
    {EventName::TicketServedByHand, "ticket_served_by_hand"},
    {EventName::TicketVerified, "ticket_verified"},
    {EventName::TicketIdentified, "ticket_identified"},
    {EventName::StatutoryGranted, "statutory_granted"},
    {EventName::CounterOpened, "counter_opened"},
    {EventName::CounterClosed, "counter_closed"},
    {EventName::CounterPaused, "counter_paused"},
    {EventName::CounterResumed, "counter_resumed"},
    {EventName::CounterHandedOver, "counter_handed_over"},
    {EventName::CounterHelpAsked, "counter_help_asked"},
    {EventName::ServiceOpened, "service_opened"},
    {EventName::ServiceClosed, "service_closed"},
    {EventName::PrintJobCreated, "print_job_created"},
    {EventName::PrintJobTaken, "print_job_taken"},
    {EventName::PrintJobEnded, "print_job_ended"},
    {EventName::RatingInvited, "rating_invited"},
    {EventName::RatingArmed, "rating_armed"},
    {EventName::RatingFailed, "rating_failed"},
    {EventName::TicketRated, "ticket_rated"},
    {EventName::RatingExpired, "rating_expired"},
    {EventName::CaseOpened, "case_opened"},
    {EventName::DeviceChanged, "device_changed"},
    {EventName::DeviceTestRequested, "device_test_requested"},
    {EventName::MessageChanged, "message_changed"},
    {EventName::RulesSet, "rules_set"},
    {EventName::DayOpened, "day_opened"},
    {EventName::DayClosed, "day_closed"},
    {EventName::ClockStepped, "clock_stepped"},
    {EventName::ClockDoubted, "clock_doubted"},
    {EventName::DayCorrected, "day_corrected"},
    {EventName::PromisesCalibrated, "promises_calibrated"},
    {EventName::FairnessViolated, "fairness_violated"},
    {EventName::NumberDoubled, "number_doubled"},
    {EventName::HallActUndone, "hall_act_undone"},
    {EventName::HallRestored, "hall_restored"},
    {EventName::CounterServicesSet, "counter_services_set"},
    {EventName::TicketPostponed, "ticket_postponed"},
    {EventName::TicketReturned, "ticket_returned"},
    {EventName::TicketRatedLate, "ticket_rated_late"},
    {EventName::RatingExplained, "rating_explained"},
    {EventName::StepUndone, "step_undone"},
    {EventName::PrintJobPaper, "print_job_paper"},
    {EventName::DeviceTested, "device_tested"},
    {EventName::DeviceAsked, "device_asked"},
    {EventName::SlipCreated, "slip_created"}};
consteval auto spelling(EventName)
{
    return formats::spelled<EventName, EventName::TicketIssued>(kEventWords);
}

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
    May step = May::Nothing; ///< that was taken back
    PaperEvent paper = PaperEvent::None;
    DeviceRequest request = DeviceRequest::Unknown;
    std::chrono::seconds seconds{0}; ///< of a release

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
        field("step", self.step);
        field("paper", self.paper);
        field("request", self.request);
        field("seconds", self.seconds);
    }
};

} // namespace starqueue::client::api
