#pragma once

#include <queue/state.h>

#include <cstddef>

namespace starqueue::queue {

/// Somebody who would take a number now.
struct Newcomer
{
    ServiceIx service;
    Millis headStart{0};  ///< zero: an unidentified customer
};

/// How many wait for `service`.
[[nodiscard]] std::size_t waitingFor(const State& state, ServiceIx service);

/// The tickets that would be called before a waiting `ticket`, were nobody to come: those of smaller
/// rank whose service shares a counter with its own.
[[nodiscard]] std::size_t ahead(const State& state, const Ticket& ticket);
[[nodiscard]] std::size_t aheadOf(const State& state, const Newcomer& newcomer, Instant now);

/// The wait told when no estimator has spoken: counted by rank. Zero when a counter is free and nobody is ahead.
[[nodiscard]] Promise promiseByRank(const State& state, const Newcomer& newcomer, Instant now);

} // namespace starqueue::queue
