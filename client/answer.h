#pragma once

#include <client/api/problem_code.h>
#include <client/api/read.h>
#include <client/api/words.h>

#include <QByteArray>
#include <QString>

namespace starqueue::client {

/// What the hall said to one request: an HTTP status with a JSON document, or nothing at all.
struct Answer
{
    int status = 0;  ///< HTTP status; 0: the hall couldn't be reached
    QByteArray body; ///< JSON; empty for 204
    QString code;    ///< stable problem code, such as "counter_busy"; empty when well
    QString detail;  ///< the problem in words
    QString state;   ///< of a problem: the state that forbids it, such as "sold_out"

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
    [[nodiscard]] bool unreachable() const { return status == 0; }
    /// The hall has done what it was asked (2xx) or has refused it with a reason that stays (4xx with a code,
    /// other than 401, 408 and 429). Everything else says nothing about what was asked: ask again.
    [[nodiscard]] bool decided() const;
    /// The problem's code as an enumerator.
    [[nodiscard]] api::ProblemCode problem() const { return api::fromWord<api::ProblemCode>(code); }
    /// Reads the body as the type that was asked for, such as as<api::Ticket>(); a default value when not
    /// ok().
    template <typename T> [[nodiscard]] T as() const { return ok() ? api::read<T>(body) : T(); }
    /// Empty when not ok().
    template <typename T> [[nodiscard]] QList<T> listOf() const
    {
        return ok() ? api::readList<T>(body) : QList<T>();
    }
};

/// Reads an answer as the hall sends it: JSON when well, application/problem+json (RFC 9457) when not.
/// A problem without words gets some, so that `detail` is never empty when not ok().
[[nodiscard]] Answer parseAnswer(int status, const QByteArray& body);

/// The answer of a hall that said nothing; `why` becomes the detail.
[[nodiscard]] Answer unreachableAnswer(const QString& why);

} // namespace starqueue::client
