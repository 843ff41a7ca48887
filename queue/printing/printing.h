#pragma once

#include <queue/model/decision.h>
#include <queue/printing/commands.h>
#include <queue/printing/events.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Print jobs. queue/decide.h documents the contract of decide() and apply().

[[nodiscard]] Decision decide(const State& state, const TakePrintJob& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const EndPrintJob& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const ReportPaper& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const ForgoPaper& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const ReprintTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const PrintSlip& command, Instant now, Events& events);

void apply(State& state, const PrintJobCreated& event, Instant at);
void apply(State& state, const PrintJobTaken& event, Instant at);
void apply(State& state, const PrintJobEnded& event, Instant at);
void apply(State& state, const PrintJobPaper& event, Instant at);
void apply(State& state, const SlipCreated& event, Instant at);

} // namespace starqueue::queue
