#pragma once

#include <client/api/board.h>
#include <client/api/counter.h>
#include <client/api/event.h>
#include <client/api/hall_now.h>
#include <client/api/print_job.h>

class QJsonObject;

namespace starqueue::client::api {

/// Reads what the hall answers. A field that is missing or of another type counts as empty, a word that
/// isn't known as the first enumerator of its enumeration.
///
/// For Board, Counter, Event, HallNow, PrintJob, RatingSession, Service and Ticket; the fields are those of
/// the type's each(), which a test holds against hall/openapi.yaml.
template <typename T> [[nodiscard]] T read(const QJsonObject& json);

/// An event as the stream brings it: its name stands beside its data.
[[nodiscard]] Event readEvent(const QString& name, const QJsonObject& data);

} // namespace starqueue::client::api
