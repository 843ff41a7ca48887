#pragma once

#include <client/answer.h>
#include <client/api/counter.h>

#include <QList>
#include <QVariantList>

namespace starqueue::counter {

/// How a short fact looks; the order is that of Badge.Kind in StarQueue.Ui.
enum class FactKind { Plain, Gold, Ok, Warning };

/// Facts and refusals as the clerk reads them, in the language spoken now.
namespace words {

/// "04:12", with hours once there are any; never negative.
[[nodiscard]] QString clock(qint64 seconds);
/// "等候 6 分"; below a minute as such.
[[nodiscard]] QString waited(std::chrono::seconds time);
/// "★★★★★"; empty for none.
[[nodiscard]] QString stars(int stars);
[[nodiscard]] QString statutory(const client::api::Ticket& ticket);
/// "Case 2026-117 · Item JY01"; empty for none.
[[nodiscard]] QString reference(const client::api::Reference& reference);
/// That the hall takes no such reference, and what one is.
[[nodiscard]] QString badReference();
/// What stands below the number, as rows of (label, FactKind).
[[nodiscard]] QList<QVariantList> facts(const client::api::Ticket& ticket);
[[nodiscard]] QList<QVariantList> facts(const client::api::NextUp& next, const QString& service);
/// What a counter does with a ticket, as one names it: "finish". Empty: it is no such step.
[[nodiscard]] QString step(client::api::May step);
/// Why a command was not carried out and what to do; never empty.
[[nodiscard]] QString refusal(const client::Answer& answer);
/// The same of an opening, whose clerk may be elsewhere.
[[nodiscard]] QString openRefusal(const client::Answer& answer);
/// Whether that clerk may close the other counter by opening this one.
[[nodiscard]] bool mayTakeOver(const client::Answer& answer);
/// The same of a transfer, which may be refused for the sake of where it goes.
[[nodiscard]] QString transferRefusal(const client::Answer& answer);

} // namespace words
} // namespace starqueue::counter
