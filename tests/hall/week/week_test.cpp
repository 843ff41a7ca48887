#include <hall/week/table.h>
#include <hall/week/week_days.h>

#include <hall/api/support/follower.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

// The real programs in the week of made-up-week.md, whose tables were worked out by hand.

namespace starqueue::hall::test {

namespace {

using Rows = std::vector<std::string>;

std::string cell(const json& value)
{
    if (value.is_null())
        return "";
    if (value.is_array()) {
        std::string words;
        for (const json& word : value)
            words += (words.empty() ? "" : " ") + cell(word);
        return words;
    }
    if (value.is_number_float())
        return fmt::format("{}", value.get<double>());
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Row by row, so that what differs is told alone.
void expectTable(const std::string& heading, const Rows& got)
{
    const Rows table = tableBelow(heading);
    for (std::size_t row = 0; row < std::min(got.size(), table.size()); ++row)
        EXPECT_EQ(got[row], table[row]) << heading << ", row " << row + 1;
    EXPECT_EQ(got.size(), table.size()) << heading;
}

std::string rowOfFields(const json& object, const std::vector<std::string>& names)
{
    std::vector<std::string> cells;
    for (const std::string& name : names)
        cells.push_back(name.ends_with("At") ? WeekHall::timeText(object.at(name)) : cell(object.at(name)));
    return rowOf(cells);
}

Rows rowsOfReport(WeekHall& hall, const std::string& path, const std::vector<std::string>& names)
{
    Rows rows;
    for (const json& row : hall.get("manager", "/reports/" + path).body)
        rows.push_back(rowOfFields(row, names));
    return rows;
}

Rows exported(WeekHall& hall)
{
    return rowsOfReport(hall, "services?from=2040-10-01&to=2040-10-09",
                        {"date", "number", "service", "counter", "clerk", "case", "item", "issuedAt",
                         "calledAt", "finishedAt", "outcome", "priority", "score", "ratedBy", "reasons",
                         "regulatorScore", "regulatorScoreDerived"});
}

Rows told(const std::vector<Receiver::Got>& documents)
{
    Rows rows;
    for (const Receiver::Got& one : documents) {
        const json document = one.document();
        rows.push_back(
            rowOf({document.at("event"), WeekHall::timeText(document.at("at")),
                   rowOfFields(document.at("visit"), {"date", "number", "case", "item", "score", "ratedBy",
                                                      "reasons", "contactDueOn", "mendedDueOn"})}));
    }
    return rows;
}

Rows visitsByDay(WeekHall& hall)
{
    return rowsOfReport(
        hall, "visits?from=2040-10-01&to=2040-10-09&by=day",
        {"day", "count", "served", "p50", "max", "postponed", "calledAgain", "severalCounters"});
}

Rows ratingsByDay(WeekHall& hall)
{
    Rows rows;
    for (const json& row :
         hall.get("manager", "/reports/ratings?from=2040-10-01&to=2040-10-09&by=day").body) {
        std::vector<std::string> cells{
            rowOfFields(row, {"day", "invited", "answeredAtPanel", "answeredFromPhone", "satisfied"})};
        for (const json& count : row.at("scores"))
            cells.push_back(cell(count));
        rows.push_back(rowOf(cells));
    }
    return rows;
}

/// Up to the last rating by phone, which opens none.
Rows casesOpened(WeekHall& hall)
{
    Follower events = hall.followAsManager();
    events.until("ticket_rated_late", [](const json& event) { return event.at("score") == 5; });
    Rows rows;
    for (const Seen& event : events.seen())
        if (event.name == "case_opened")
            rows.push_back(rowOf({WeekHall::timeText(event.data.at("at")), event.data.at("contactDueOn"),
                                  event.data.at("mendedDueOn")}));
    return rows;
}

void expectSignedAndOnce(const std::vector<Receiver::Got>& documents)
{
    std::set<std::string> ids;
    for (const Receiver::Got& one : documents) {
        EXPECT_EQ(one.signature, signatureOf(one.body, WeekHall::kSecret));
        EXPECT_EQ(one.event, one.document().at("id"));
        EXPECT_EQ(one.document().at("hall"), "hz-west-01");
        EXPECT_TRUE(ids.insert(one.event).second) << one.event << " came twice";
    }
}

} // namespace

TEST(MadeUpWeek, GivesCustomerClerkExportAndWebhookWhatTheTablesSay)
{
    WeekHall hall;
    WeekDays days(hall);
    days.monday();
    days.wednesday();
    days.thursday();
    days.friday();
    days.saturday();
    days.sunday();
    days.nextMonday();
    expectTable("What happened", hall.rows());
    expectTable("Export", exported(hall));
    const auto documents = hall.receiver.waitForTaken(tableBelow("Webhook").size());
    expectTable("Webhook", told(documents));
    expectSignedAndOnce(documents);
    expectTable("Visits", visitsByDay(hall));
    expectTable("Ratings", ratingsByDay(hall));
    expectTable("Cases", casesOpened(hall));
}

} // namespace starqueue::hall::test
