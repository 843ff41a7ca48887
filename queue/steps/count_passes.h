#pragma once

#include <queue/state/state.h>

namespace starqueue::queue {

// For apply() only: the bookkeeping of how often each ticket is passed (queue/order/passes.h reads it).

/// A waiting ticket joins the line, as due if it was passed as often as it may be.
void joinLine(State& state, const Ticket& ticket);
/// `counter` calls `called`, which still waits, in turn.
void notePasses(State& state, CounterIx counter, const Ticket& called);
/// The last call at `counter` is undone: whom it passed was passed once less.
void takeBackPasses(State& state, CounterIx counter);

} // namespace starqueue::queue
