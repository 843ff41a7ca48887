#pragma once

#include <hall/api/context/hall.h>

namespace starqueue::hall {

// Rating a visit from the phone, once, when the panel at the counter was left unpressed: for the hall's
// `late_days`, over restarts and changes of day.

/// What `rating/state` answers: whether the visit may be rated, the levels, and why not.
using RatingOrNot = tl::expected<nlohmann::json, Problem>;
void withRating(Hall& hall, const ExchangePtr& exchange, std::function<void(const RatingOrNot&)> then);
/// GET /t/{secret}/rating/state: whether the visit may be rated, the levels, and why not.
void sendRatingState(Hall& hall, const ExchangePtr& exchange);
/// POST /t/{secret}/rating {requestId, score}.
void rateFromPhone(Hall& hall, const ExchangePtr& exchange);
/// POST /t/{secret}/rating/reasons {requestId, reasons}: why it was rated so, at the panel or from the phone.
void explainFromPhone(Hall& hall, const ExchangePtr& exchange);

/// Whether a page of today's ticket should offer it: now, or once the panel has closed.
[[nodiscard]] bool mayStillBeRated(const db::View& view, const queue::Ticket& ticket);
/// Whether it should offer to say why it was rated so at the panel.
[[nodiscard]] bool mayStillBeExplained(const db::View& view, const queue::Ticket& ticket);

} // namespace starqueue::hall
