#pragma once

#include <client/calls/call_schedule.h>

#include <algorithm>

namespace starqueue::test {

using namespace std::chrono_literals;
using client::api::Call;
using client::api::TicketState;

inline const QDateTime kMorning(QDate(2026, 11, 22), QTime(2, 24), Qt::UTC);

/// A hall whose counters call; its boards are made as hall/api/handlers/board.cpp makes them.
struct CallingHall
{
    std::chrono::milliseconds now{1h};
    QList<Call> calls{}; ///< newest first

    [[nodiscard]] QDateTime at() const { return kMorning.addMSecs(now.count()); }
    void call(int number, int counter)
    {
        calls.prepend({.ticket = QString::number(number),
                       .number = QString::number(number),
                       .counter = QString::number(counter),
                       .at = at(),
                       .elapsed = now.count(),
                       .state = TicketState::Called});
    }
    Call& of(int number) { return *std::ranges::find(calls, QString::number(number), &Call::ticket); }
    [[nodiscard]] QList<Call> board() const
    {
        constexpr int kEnded = 12;
        int ended = 0;
        QList<Call> shown;
        for (const Call& call : calls)
            if (call.expected() || ended++ < kEnded)
                shown << call;
        return shown;
    }
};

} // namespace starqueue::test
