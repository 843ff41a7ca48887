#pragma once

#include <client/api/board.h>
#include <client/api/counter.h>
#include <client/api/event.h>
#include <client/api/hall_now.h>
#include <client/api/print_job.h>
#include <client/api/problem.h>

#include <QByteArray>
#include <QList>

#include <optional>

namespace starqueue::client::api {

/// Reads what the hall answers, a JSON text. A field that is missing or of another type counts as empty, as
/// does each one of a text that isn't an object; a word that isn't known as the first enumerator of its
/// enumeration.
///
/// For Board, Counter, Event, HallNow, PrintJob, Problem, RatingSession, Service and Ticket; the fields are
/// those of the type's each(), which a test holds against hall/openapi.yaml.
template <typename T> [[nodiscard]] T read(const QByteArray& json);

/// A list of PrintJob or RatingSession; empty if it is none.
template <typename T> [[nodiscard]] QList<T> readList(const QByteArray& json);

/// An event as the stream brings it: its name stands beside its data. Empty: these are no object.
[[nodiscard]] std::optional<Event> readEvent(const QString& name, const QByteArray& data);

} // namespace starqueue::client::api
