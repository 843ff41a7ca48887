#include <house/hall_checks/told_checkers.h>

#include <house/record/json_text.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ranges>
#include <span>
#include <utility>

namespace starqueue::house {

using nlohmann::json;

void BoardIsAsWritten::need(bool holds, const json& board, auto&& what) const
{
    if (!holds)
        found("board of event " + board["seq"].dump() + ": " + what());
}

void BoardIsAsWritten::onLine(const Book& book, std::uint64_t seq)
{
    for (auto board = m_boards.begin(); board != m_boards.end() && board->first <= seq;
         board = m_boards.erase(board))
        if (board->first == seq) // one that is older came after the book was written
            compare(book, parsedJson(board->second));
}

void BoardIsAsWritten::compare(const Book& book, const json& board) const
{
    need(board["dayOpen"] == book.isDayOpen, board,
         [&] { return "the day is said to be " + board["dayOpen"].dump(); });
    need(board["date"] == book.date, board, [&] { return "the day is " + book.date; });
    need(board["messages"].size() == book.messages.size(), board,
         [&] { return "messages are " + board["messages"].dump(); });
    for (const json& message : board["messages"]) {
        const auto known = book.messages.find(message["id"]);
        need(known != book.messages.end() && known->second == message["text"], board,
             [&] { return "a message is " + message.dump(); });
    }
    compareCounters(book, board);
    compareServices(book, board);
    compareCalls(book, board);
}

void BoardIsAsWritten::compareCounters(const Book& book, const json& board) const
{
    for (const json& counter : board["counters"]) {
        const auto desk = book.desks.find(counter["id"]);
        const Desk known = desk == book.desks.end() ? Desk{} : desk->second;
        const auto visit = book.visits.find(known.visit);
        if (visit == book.visits.end()) {
            need(counter["state"] == known.state && counter["number"].is_null(), board,
                 [&] { return "an empty counter is " + counter.dump(); });
            continue;
        }
        need(counter["state"] == (visit->second.state == "called" ? "calling" : "serving"), board,
             [&] { return "a counter is " + counter.dump() + ", its ticket is " + visit->second.state; });
        need(counter["number"] == visit->second.number, board,
             [&] { return "a counter is " + counter.dump() + " with " + visit->second.number; });
    }
}

void BoardIsAsWritten::compareServices(const Book& book, const json& board) const
{
    for (const json& service : board["services"]) {
        const auto id = service["id"].get<std::string>();
        const auto waiting = std::ranges::count_if(book.visits, [&](const auto& visit) {
            return visit.second.state == "waiting" && visit.second.service == id;
        });
        need(service["waiting"] == waiting, board, [&] {
            return "service " + service["id"].dump() + " has " + service["waiting"].dump() +
                   " waiting, not " + std::to_string(waiting);
        });
        const bool isSoldOut = service["ticketsLeft"] == 0;
        const bool isOpen = book.isDayOpen && !isSoldOut && !book.closedServices.contains(id);
        need(service["open"] == isOpen, board,
             [&] { return "service " + service["id"].dump() + " is open: " + service["open"].dump(); });
    }
}

void BoardIsAsWritten::compareCalls(const Book& book, const json& board) const
{
    for (const json& call : board["calls"]) {
        const auto visit = book.visits.find(call["ticket"]);
        const bool isSame = visit != book.visits.end() && visit->second.number == call["number"] &&
                            visit->second.state == call["state"] &&
                            visit->second.counter == call["counter"] &&
                            visit->second.recalls == call["recalls"];
        need(isSame, board, [&] { return "a call is " + call.dump(); });
    }
    for (const auto& [id, visit] : book.visits) {
        if (visit.state != "called")
            continue;
        const bool isListed = std::ranges::any_of(
            board["calls"], [&id = id](const json& call) { return call["ticket"] == id; });
        need(isListed, board, [&id = id] { return "ticket " + id + " is called and not on it"; });
    }
}

namespace {

/// What is undone makes a count smaller, so that the first and the last aren't always its bounds.
std::pair<std::int64_t, std::int64_t>
leastAndMost(std::span<const std::map<std::string, std::int64_t>> counts, const char* name)
{
    const auto countIn = [name](const auto& one) {
        const auto found = one.find(name);
        return found == one.end() ? std::int64_t{0} : found->second;
    };
    const auto [least, most] = std::ranges::minmax(counts | std::views::transform(countIn));
    return {least, most};
}

/// What the step had counted; empty: nothing that a report has.
std::string_view countedBy(const std::string& step)
{
    if (step == "finish")
        return "service_finished";
    if (step == "cancel")
        return "ticket_cancelled";
    return step == "transfer" || step == "move" ? "ticket_transferred" : "";
}

std::int64_t inTheRoomAgain(const Record::Line& undone)
{
    const json payload = parsedJson(undone.payload);
    const auto ending = payload.find("ending");
    return ending == payload.end() ? 0 : static_cast<std::int64_t>((*ending)["tickets"].size());
}

} // namespace

void ReportsCountOnce::onCalmEnds()
{
    while (const Record::Line* const line = m_record.line(m_counts.size())) {
        Counts counts = m_counts.back();
        ++counts[line->name];
        if (line->name == "hall_act_undone") // those are in the room again
            counts["ticket_unserved"] -= inTheRoomAgain(*line);
        if (line->name == "step_undone")
            takeBack(*line, counts);
        if (line->name == "rating_invited" || line->name == "service_finished")
            m_isInvited[parsedJson(line->payload)["ticket"]] = line->name == "rating_invited";
        m_counts.push_back(std::move(counts));
    }
    for (const Fact& report : m_reports)
        compare(report);
    m_reports.clear();
}

void ReportsCountOnce::takeBack(const Record::Line& undone, Counts& counts)
{
    const json payload = parsedJson(undone.payload);
    const std::string step = payload["step"];
    if (const auto name = countedBy(step); !name.empty())
        --counts[std::string{name}];
    if (step == "finish" && m_isInvited[payload["ticket"]])
        --counts["rating_invited"];
}

void ReportsCountOnce::compare(const Fact& report) const
{
    constexpr std::array kCounted{
        std::pair{"issued", "ticket_issued"},           std::pair{"served", "service_finished"},
        std::pair{"unserved", "ticket_unserved"},       std::pair{"cancelled", "ticket_cancelled"},
        std::pair{"transferred", "ticket_transferred"}, std::pair{"invited", "rating_invited"},
        std::pair{"answered", "ticket_rated"}};
    const auto last = m_counts.size() - 1;
    const auto after = std::min<std::size_t>(last, report.number("after"));
    const auto until = std::min<std::size_t>(last, report.number("until"));
    const auto meanwhile = std::span{m_counts}.subspan(after, until - after + 1);
    const json sum = parsedJson(report.text("sum"));
    for (const auto& [column, name] : kCounted) {
        const auto said = sum.value(column, std::int64_t{-1});
        const auto [least, most] = leastAndMost(meanwhile, name);
        if (said >= 0 && (said < least || said > most))
            found("a report says " + std::to_string(said) + ' ' + column + " and the journal has " +
                  std::to_string(least) + " to " + std::to_string(most));
    }
}

void TicketsAreAsWritten::onCalmEnds()
{
    if (m_record.lastSeq() != m_last)
        return;
    for (const queue::Ticket& ticket : m_record.state().tickets) {
        const auto visit = m_keeper.book().visits.find(std::to_string(ticket.id.value));
        const std::string is{queue::word(ticket.state)};
        if (visit != m_keeper.book().visits.end() && visit->second.state != is)
            found("ticket " + visit->first + " is " + is + " and the journal says " + visit->second.state);
    }
}

void PressCountsInItsWindow::onCalmEnds()
{
    constexpr std::int64_t kInexact = 2'500; ///< ms; a panel counts coarsely
    for (const Fact& press : m_counted) {
        const auto session = m_keeper.book().invitations.find(press.text("session"));
        if (session == m_keeper.book().invitations.end())
            continue;
        const Invitation& invitation = session->second;
        const auto last =
            invitation.expired == 0 ? invitation.ends : std::min(invitation.ends, invitation.expired);
        const auto at = press.number("at");
        if (at + kInexact < invitation.invited || at - kInexact > last)
            found("it was made at " + std::to_string(at) + " and the session was open from " +
                  std::to_string(invitation.invited) + " to " + std::to_string(last) + ": " + press.line());
    }
    m_counted.clear();
}

namespace {

constexpr std::int64_t kTolerance = 2'500; ///< ms

} // namespace

void HallsTimeIsRight::onFact(const Fact& fact)
{
    if (fact.is("onlooker", "read the clock"))
        onClock(fact);
    else if (fact.is("hall", "down"))
        onDown();
    if (fact.who() == "weather" && fact.what() != "calm ends")
        m_off.reset(); // a full disk takes no step, and one may just be made
}

void HallsTimeIsRight::onDown()
{
    m_down = m_house.agenda().now();
    if (m_house.disk().lostPower())
        m_ahead.reset();
}

void HallsTimeIsRight::onClock(const Fact& fact)
{
    constexpr std::chrono::seconds kOnTheWay{1};
    if (m_house.agenda().now() - m_down < kOnTheWay)
        return; // the last life may have said so
    const std::int64_t ahead = fact.number("elapsed") - fact.number("house");
    if (m_ahead && std::abs(ahead - *m_ahead) > kTolerance)
        found("its life went on by " + std::to_string(ahead - *m_ahead) + " ms more than the house's");
    m_ahead = m_ahead.value_or(ahead);
    const Entry shown{0, {}, 0, false, {{"at", fact.text("at")}}};
    const auto wall = std::chrono::floor<std::chrono::milliseconds>(m_house.clock().wall());
    m_off = shown.time("at") - wall.time_since_epoch().count();
}

void HallsTimeIsRight::onCalmEnds()
{
    constexpr std::int64_t kDoubted = 110'000; ///< a larger step may be disbelieved
    if (m_off && std::abs(*m_off) > kTolerance && std::abs(*m_off) < kDoubted)
        found("it shows a time that is " + std::to_string(*m_off) + " ms off");
}

} // namespace starqueue::house
