#pragma once

#include <hall/api/context/hall.h>

#include <nlohmann/json.hpp>

#include <string>

namespace starqueue::hall {

/// Answers what a command would do; writes nothing.
using PreviewAnswer = std::function<void(Hall&, const ExchangePtr&, db::Intent)>;

/// Answers whom the command concerns.
void previewConcerned(Hall& hall, const ExchangePtr& exchange, db::Intent intent);

/// The business day, as the commands on it answer.
[[nodiscard]] formats::JsonObject dayState(const db::View& view);

/// How to take a command back by POST /undo; null: nothing was done.
[[nodiscard]] nlohmann::json undoOf(const Hall& hall, const db::Accepted& accepted);

/// Answers which faces would show a message, and what they show in its place now.
void previewMessage(Hall& hall, const ExchangePtr& exchange, db::Intent intent);

/// Answers whose state a command would change that takes something back or sets the clock, and the day after
/// it.
void previewChanged(Hall& hall, const ExchangePtr& exchange, db::Intent intent);

/// With `?preview=true` lets `preview` answer, and nothing is written; else hands `carry` the intent, which
/// is refused where the body has an `expect` that isn't the `asOf` of now: others are concerned than in the
/// preview.
void previewOr(Hall& hall, const ExchangePtr& exchange, db::Intent intent, const PreviewAnswer& preview,
               const std::function<void(db::Intent)>& carry);

/// Carries out a command that concerns the whole hall, and answers with `render` and how to take it back.
///
/// Previewed and held to `expect` as by previewOr().
void carryOutForAll(Hall& hall, const ExchangePtr& exchange, db::Intent intent,
                    std::function<formats::JsonObject(const db::View&)> render,
                    const PreviewAnswer& preview = previewConcerned);

/// The same as long as the command concerns the same people in the same states, and the same counters.
[[nodiscard]] std::string asOf(const queue::State& state, const queue::Command& command);

/// Those whom `command` concerns: counts and numbers by state, who will be unserved, which counters close.
[[nodiscard]] nlohmann::json concerned(const db::View& view, const queue::Command& command,
                                       const queue::Events& events);

/// As concerned(), of those whose state differs after `events`; with the business day and the time then.
[[nodiscard]] nlohmann::json changed(const db::View& view, const queue::Command& command,
                                     const queue::Events& events);

} // namespace starqueue::hall
