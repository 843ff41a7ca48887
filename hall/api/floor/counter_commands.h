#pragma once

#include <hall/api/context/hall.h>

#include <functional>
#include <string>

namespace starqueue::hall {

inline constexpr Roles kClerk{Role::Clerk};
inline constexpr Roles kCaller{Role::Clerk, Role::Bridge}; ///< a bridge for its keypads

// Carrying out what is asked of the counter in the path. Denies callers of other counters.

/// Makes the command, or refuses; on the writer's thread.
using CounterCommand = std::function<db::CommandOrNot(const db::View&, queue::CounterIx)>;

/// Answers with the counter.
void changeCounter(Hall& hall, const ExchangePtr& exchange, CounterCommand command);
/// Answers with the ticket that it was about, 204 if there is none. A keypad's bridge gets only its number.
void serveTicket(Hall& hall, const ExchangePtr& exchange, CounterCommand command);

/// A command with one text.
template <class Command> [[nodiscard]] CounterCommand withText(const std::string& text)
{
    return [text](const db::View&, queue::CounterIx counter) {
        return queue::Command{Command{counter, text}};
    };
}

/// A command without arguments, answered with the ticket.
template <class Command> void serveSimply(Hall& hall, const ExchangePtr& exchange)
{
    serveTicket(hall, exchange,
                [](const db::View&, queue::CounterIx counter) { return queue::Command{Command{counter}}; });
}

/// The same, answered with the counter.
template <class Command> void changeSimply(Hall& hall, const ExchangePtr& exchange)
{
    changeCounter(hall, exchange,
                  [](const db::View&, queue::CounterIx counter) { return queue::Command{Command{counter}}; });
}

} // namespace starqueue::hall
