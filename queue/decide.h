#pragma once

#include <queue/commands.h>
#include <queue/events.h>
#include <queue/model/refusal.h>
#include <queue/model/state.h>

#include <tl/expected.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace starqueue::queue {

using Decision = tl::expected<void, Refusal>;
using Events = std::vector<Event>;

/// What follows from `command` in `state` at `now`: appends the events to `events`, or refuses
/// and appends nothing. No events and no refusal: there is nothing to do (said twice, or Tick).
///
/// Pure: same state, command and time, same events; reads no clock, file or random number.
/// `now` is never earlier than what the state has seen.
[[nodiscard]] Decision decide(const State& state, const Command& command, Instant now, Events& events);

/// Takes `event`, which decide() made for this very state, into it.
void apply(State& state, const Event& event, Instant at);

/// Whom `counter` would call now, and why; empty: nobody. The very choice that CallNext makes.
[[nodiscard]] std::optional<std::pair<TicketId, Why>> preview(const State& state, CounterIx counter,
                                                              Instant now);

// The same for one kind of command, for callers that know which (a simulator).
[[nodiscard]] Decision decide(const State& state, const IssueTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const EnterByHand& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CallNext& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CallNumber& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Recall& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const StartService& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const FinishService& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const MarkNoShow& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Park& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Unpark& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Transfer& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Verify& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Handover& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const AskHelp& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const UndoCall& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CancelTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const RequeueTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const MoveTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const SetStatutory& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const IdentifyTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const ReprintTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const OpenCounter& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CloseCounter& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const PauseCounter& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const ResumeCounter& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const OpenService& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CloseService& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const OpenDay& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CloseDay& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const SetRules& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Tick& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const TakePrintJob& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const EndPrintJob& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const ArmRating& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const FailRating& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const RateTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const ReportDevice& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const TestDevice& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const PostMessage& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const ReportClockStep& command, Instant now,
                              Events& events);

[[nodiscard]] Decision decide(const State& state, const CalibratePromises& command, Instant now,
                              Events& events);

// Likewise for one kind of event.
void apply(State& state, const TicketIssued& event, Instant at);
void apply(State& state, const TicketCalled& event, Instant at);
void apply(State& state, const TicketRecalled& event, Instant at);
void apply(State& state, const ServiceStarted& event, Instant at);
void apply(State& state, const ServiceFinished& event, Instant at);
void apply(State& state, const TicketNoShow& event, Instant at);
void apply(State& state, const TicketRequeued& event, Instant at);
void apply(State& state, const TicketParked& event, Instant at);
void apply(State& state, const TicketUnparked& event, Instant at);
void apply(State& state, const TicketTransferred& event, Instant at);
void apply(State& state, const TicketCancelled& event, Instant at);
void apply(State& state, const TicketUnserved& event, Instant at);
void apply(State& state, const TicketServedByHand& event, Instant at);
void apply(State& state, const TicketVerified& event, Instant at);
void apply(State& state, const TicketIdentified& event, Instant at);
void apply(State& state, const StatutoryGranted& event, Instant at);
void apply(State& state, const CounterOpened& event, Instant at);
void apply(State& state, const CounterClosed& event, Instant at);
void apply(State& state, const CounterPaused& event, Instant at);
void apply(State& state, const CounterResumed& event, Instant at);
void apply(State& state, const CounterHandedOver& event, Instant at);
void apply(State& state, const HelpAsked& event, Instant at);
void apply(State& state, const ServiceOpened& event, Instant at);
void apply(State& state, const ServiceClosed& event, Instant at);
void apply(State& state, const PrintJobCreated& event, Instant at);
void apply(State& state, const PrintJobTaken& event, Instant at);
void apply(State& state, const PrintJobEnded& event, Instant at);
void apply(State& state, const RatingInvited& event, Instant at);
void apply(State& state, const RatingArmed& event, Instant at);
void apply(State& state, const RatingFailed& event, Instant at);
void apply(State& state, const TicketRated& event, Instant at);
void apply(State& state, const RatingExpired& event, Instant at);
void apply(State& state, const CaseOpened& event, Instant at);
void apply(State& state, const DeviceChanged& event, Instant at);
void apply(State& state, const DeviceTestRequested& event, Instant at);
void apply(State& state, const MessageChanged& event, Instant at);
void apply(State& state, const RulesSet& event, Instant at);
void apply(State& state, const ClockStepped& event, Instant at);
void apply(State& state, const FairnessViolated& event, Instant at);
void apply(State& state, const PromisesCalibrated& event, Instant at);
void apply(State& state, const DayOpened& event, Instant at);
void apply(State& state, const DayClosed& event, Instant at);

} // namespace starqueue::queue
