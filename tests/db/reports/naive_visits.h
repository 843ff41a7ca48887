#pragma once

#include <db/reports/wait_report.h>
#include <db/support/reported.h>

#include <queue/decide.h>
#include <queue/state/visit.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace starqueue::db::test {

/// Keeps what queue::visitOf() says of each ticket whenever something happens to it, and counts that.
class NaiveVisits
{
public:
    void see(const queue::Event& event, Instant at, const queue::State& after)
    {
        if (const auto* issued = std::get_if<queue::TicketIssued>(&event))
            note(issued->ticket.id, at, after);
        if (const auto* undone = std::get_if<queue::HallActUndone>(&event); undone && undone->ending)
            for (const queue::UnservedTicket& one : undone->ending->tickets)
                note(one.ticket, at, after);
        std::visit(
            [&](const auto& one) {
                if constexpr (requires { queue::TicketId{one.ticket}; })
                    note(one.ticket, at, after);
            },
            event);
    }

    void expectAgreement(WaitReport& report) const
    {
        std::map<std::string, std::vector<Seen>> byService;
        std::vector<Seen> all;
        for (const auto& [ticket, seen] : m_seen) {
            if (!hasEnded(seen))
                continue;
            byService[seen.service].push_back(seen);
            all.push_back(seen);
        }
        expect(report.visits(kAlways, {})->at(0), all);
        const auto rows = *report.visits(kAlways, {ReportKey::Service});
        EXPECT_EQ(rows.size(), byService.size());
        for (const VisitRow& row : rows)
            expect(row, byService[row.key[0]]);
    }

private:
    struct Seen
    {
        queue::Visit visit;
        queue::TicketState state{};
        std::string service;
        bool inTarget = false;
    };

    static bool hasEnded(const Seen& seen)
    {
        using enum queue::TicketState;
        return seen.state == Finished || seen.state == NoShow || seen.state == Cancelled ||
               seen.state == Unserved;
    }

    void note(queue::TicketId id, Instant at, const queue::State& state)
    {
        const queue::Ticket* const ticket = state.find(id);
        if (!ticket)
            return;
        Seen& seen = m_seen[id];
        const bool wasServed = seen.visit.served;
        seen.visit = visitOf(state, *ticket, at);
        seen.state = ticket->state;
        if (wasServed)
            return;
        seen.service = state.rules->services[ticket->service.value].id;
        seen.inTarget = seen.visit.wait <= state.rules->tiers[ticket->tier.value].target;
    }

    static std::uint64_t count(const std::vector<Seen>& visits, auto is)
    {
        return static_cast<std::uint64_t>(std::ranges::count_if(visits, is));
    }

    static std::vector<double> seconds(const std::vector<Seen>& visits, auto is, auto spanOf)
    {
        std::vector<double> values;
        for (const Seen& one : visits)
            if (is(one))
                values.push_back(std::chrono::duration<double>(spanOf(one)).count());
        return values;
    }

    static double mean(const std::vector<double>& values)
    {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return values.empty() ? 0 : sum / static_cast<double>(values.size());
    }

    static void expect(const VisitRow& row, const std::vector<Seen>& visits)
    {
        using enum queue::TicketState;
        const auto served = [](const Seen& one) { return one.visit.served; };
        const auto lost = [](const Seen& one) { return !one.visit.served; };
        const auto called = [](const Seen& one) { return one.visit.toFirst.has_value(); };
        const auto away = [](const Seen& one) { return one.visit.postponed > Millis{0}; };
        const auto lostAs = [&](queue::TicketState state) {
            return count(visits, [&](const Seen& one) { return lost(one) && one.state == state; });
        };
        const auto waitOf = [](const Seen& one) { return one.visit.wait; };
        EXPECT_EQ(row.count, visits.size());
        EXPECT_EQ(row.served, count(visits, served));
        EXPECT_EQ(row.noShow, lostAs(NoShow));
        EXPECT_EQ(row.unserved, lostAs(Unserved));
        EXPECT_EQ(row.cancelled, lostAs(Cancelled));
        EXPECT_EQ(row.unfinished,
                  count(visits, [&](const Seen& one) { return served(one) && one.state != Finished; }));
        EXPECT_EQ(row.called, count(visits, called));
        EXPECT_EQ(row.postponed, count(visits, away));
        EXPECT_EQ(row.calledAgain, count(visits, [](const Seen& one) { return one.visit.calls > 1; }));
        EXPECT_EQ(row.severalCounters, count(visits, [](const Seen& one) { return one.visit.counters > 1; }));
        const auto waits = seconds(visits, served, waitOf);
        EXPECT_NEAR(row.meanSeconds, mean(waits), 1e-6);
        if (!waits.empty()) {
            EXPECT_NEAR(row.p90, nearest(waits, 90), 1e-6);
            EXPECT_NEAR(row.max, *std::ranges::max_element(waits), 1e-6);
        }
        EXPECT_NEAR(row.lostMeanSeconds, mean(seconds(visits, lost, waitOf)), 1e-6);
        EXPECT_NEAR(row.firstCallMeanSeconds,
                    mean(seconds(visits, called, [](const Seen& one) { return *one.visit.toFirst; })), 1e-6);
        EXPECT_NEAR(row.postponedMeanSeconds,
                    mean(seconds(visits, away, [](const Seen& one) { return one.visit.postponed; })), 1e-6);
        EXPECT_NEAR(
            row.withinTargetShare * static_cast<double>(visits.size()),
            static_cast<double>(count(visits, [&](const Seen& one) { return served(one) && one.inTarget; })),
            1e-6);
    }

    std::map<queue::TicketId, Seen> m_seen;
};

} // namespace starqueue::db::test
