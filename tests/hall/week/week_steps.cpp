#include <hall/week/week_days.h>

#include <hall/week/table.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

// The steps of which the week consists, and how each is written into the table.

namespace starqueue::hall::test {

namespace {

/// The code of a refusal, else `done`.
std::string codeOr(const Said& said, const std::string& done)
{
    return said.status >= 400 ? said.code() : done;
}

/// "A008 (Veteran), waited 60 s"
std::string customerOf(const json& ticket)
{
    std::string text = ticket.at("number");
    if (const json& group = ticket.at("statutoryName"); !group.is_null())
        text += " (" + group.at("en").get<std::string>() + ")";
    return text + fmt::format(", waited {} s", ticket.at("visit").at("waitSeconds").get<double>());
}

std::string joined(const json& words)
{
    std::string text;
    for (const json& word : words)
        text += (text.empty() ? "" : ", ") + word.get<std::string>();
    return text;
}

} // namespace

Said WeekDays::at(int counter, const std::string& command, json body)
{
    const std::string id = std::to_string(counter);
    return m_hall.post("counter-" + id, "/counters/" + id + "/" + command, std::move(body));
}

void WeekDays::openCounter(int counter, const std::string& clerk)
{
    const Said said = at(counter, "open", {{"clerk", clerk}});
    m_hall.note("clerk " + clerk, fmt::format("opens counter {}", counter), codeOr(said, "open"));
    if (said.status == 200)
        m_clerks[counter] = clerk;
}

void WeekDays::take(const std::string& service, const std::string& who)
{
    json body{{"service", service}};
    if (who != "customer")
        body["statutory"] = who;
    const Said said = m_hall.post("kiosk-1", "/tickets", body);
    std::string gets = said.code();
    if (said.status == 201)
        m_customers[gets = said.body.at("number")] = said.body;
    else if (said.body.contains("opensAt"))
        gets += ", opens " + WeekHall::timeText(said.body.at("opensAt"));
    m_hall.note(who, "takes a number for " + service, gets);
}

void WeekDays::issueForCase(const std::string& service, const std::string& reference)
{
    const Said said =
        m_hall.post("usher", "/tickets", {{"service", service}, {"reference", {{"case", reference}}}});
    m_hall.note("usher", "issues " + service + " for case " + reference,
                codeOr(said, said.body.value("number", "")));
}

void WeekDays::callAlone(int counter, bool asksWhy)
{
    const Said said = at(counter, "next");
    m_served[counter] = said.status == 200 ? said.body : json{};
    std::string gets = said.status == 204 ? "nobody" : codeOr(said, "");
    if (said.status == 200)
        gets = customerOf(said.body);
    if (said.status == 200 && asksWhy)
        gets += ". " + said.body.at("why").at("text").at("en").get<std::string>();
    m_hall.note(clerkAt(counter), asksWhy ? "calls the next and asks why" : "calls the next", gets);
}

void WeekDays::start(int counter)
{
    EXPECT_EQ(at(counter, "start").status, 200);
}

void WeekDays::callNext(int counter, bool asksWhy)
{
    callAlone(counter, asksWhy);
    if (!m_served[counter].is_null())
        start(counter);
}

void WeekDays::transfer(int counter, const std::string& words, const json& where)
{
    const Said said = at(counter, "transfer", where);
    std::string gets = said.code();
    if (said.status == 200) {
        const json& bound = said.body.at("boundTo");
        gets = said.body.at("state") == "waiting" ? "waits" : said.body.at("state").get<std::string>();
        gets += bound.is_null() ? "" : " for counter " + bound.get<std::string>();
        gets += said.body.at("first") == true ? ", first" : "";
    }
    m_hall.note(clerkAt(counter),
                "transfers " + m_served[counter].at("number").get<std::string>() + " to " + words, gets);
}

void WeekDays::finish(int counter, const std::string& words, const json& how)
{
    const Said said = at(counter, "finish", how);
    m_hall.note(clerkAt(counter), "finishes " + m_served[counter].at("number").get<std::string>() + words,
                codeOr(said, said.body.value("state", "")));
    if (said.status == 200)
        m_served[counter] = said.body;
}

void WeekDays::press(int counter, int score)
{
    const json& ticket = m_served[counter];
    const json elapsed = m_hall.get("bridge", "/hall").body.at("elapsed");
    const json press{{"uid", "0001A2B3"}, {"epoch", 1}, {"seq", ++m_presses}, {"pressedAt", elapsed}};
    const Said said =
        m_hall.post("bridge", "/tickets/" + ticket.at("id").get<std::string>() + "/rating",
                    {{"session", ticket.at("rating").at("session")}, {"score", score}, {"press", press}});
    m_hall.note("customer", fmt::format("presses {} for {}", score, ticket.at("number").get<std::string>()),
                codeOr(said, "taken"));
}

void WeekDays::postpone(const std::string& number)
{
    const Said said = m_hall.fromPhone(m_customers.at(number), "/postpone");
    m_hall.note("customer", "postpones " + number + " by phone",
                codeOr(said, said.body.value("state", "") + " until " +
                                 WeekHall::timeText(said.body.value("postponedUntil", json{}))));
}

void WeekDays::rateByPhone(const json& ticket, const std::string& words, int score)
{
    const Said said = m_hall.fromPhone(ticket, "/rating", {{"score", score}});
    m_hall.note("customer", fmt::format("rates {} by phone: {}", words, score), codeOr(said, "taken"));
}

void WeekDays::explainByPhone(const json& ticket, const std::string& words, const std::string& reason)
{
    const Said said = m_hall.fromPhone(ticket, "/rating/reasons", {{"reasons", json::array({reason})}});
    m_hall.note("customer", "says by phone why " + words + " was rated so: " + reason, codeOr(said, "taken"));
}

void WeekDays::takeBackFinish(int counter)
{
    const Said said = at(counter, "undo");
    m_hall.note(clerkAt(counter),
                "takes the finish of " + m_served[counter].at("number").get<std::string>() + " back",
                codeOr(said, said.body.value("state", "")));
}

void WeekDays::showMessageAndTakeItBack()
{
    const json lift{{"id", "lift"}, {"zh", "电梯停运"}, {"en", "The lift is out of order"}};
    const auto standing = [this] {
        const json board = m_hall.get("display", "/board").body;
        return board.at("messages").empty()
                   ? std::string{"no message"}
                   : board.at("messages").at(0).at("text").at("zh").get<std::string>();
    };
    const json preview = m_hall.post("duty-manager", "/messages?preview=true", lift).body;
    m_hall.note("duty manager", "looks what a message on the lift would do",
                fmt::format("displays: {} → {}", preview.at("before").at("displays").size(),
                            preview.at("after").at("displays").size()));
    m_hall.note("customer", "reads the display", standing());
    const Said up = m_hall.post("duty-manager", "/messages", lift);
    m_hall.note("duty manager", "puts the message on the lift up", codeOr(up, "up"));
    m_hall.note("customer", "reads the display", standing());
    m_hall.at(5, "09:31");
    const Said said = m_hall.post("duty-manager", "/undo", {{"event", up.body.at("undo").at("event")}});
    m_hall.note("duty manager", "takes the message back", codeOr(said, "taken back"));
    m_hall.note("customer", "reads the display", standing());
}

void WeekDays::lookAt(int counter)
{
    const json seen = m_hall.get("duty-manager", "/counters/" + std::to_string(counter)).body;
    m_hall.note("duty manager", fmt::format("looks at counter {}", counter),
                seen.at("state").get<std::string>() + ": " + joined(seen.at("services")));
}

/// The hall forgets a reason with its next tick: it is asked until it says that.
void WeekDays::lookAtPriority(const std::string& number, const std::string& until)
{
    const auto says = [](const json& ticket, const json& wanted) { return ticket.at("statutory") == wanted; };
    const json seen = m_hall.askUntil(
        "usher", "/tickets/" + m_customers.at(number).at("id").get<std::string>(), says, until);
    m_hall.note("usher", "looks at " + number,
                seen.at("state").get<std::string>() + ", " + seen.at("statutory").get<std::string>());
}

/// The webhook has a thread of its own: it is asked until it says that.
void WeekDays::askWebhook(const std::string& who, const std::string& does, const std::string& state)
{
    const auto says = [](const json& health, const json& wanted) {
        return health.at("webhook").at("state") == wanted;
    };
    const json webhook = m_hall.askUntil("", "/healthz", says, state).at("webhook");
    const json& since = webhook.at("waitingSince");
    m_hall.note(who, does,
                webhook.at("state").get<std::string>() +
                    (since.is_null() ? "" : " since " + WeekHall::timeText(since)));
}

} // namespace starqueue::hall::test
