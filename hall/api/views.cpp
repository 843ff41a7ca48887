#include <hall/api/views.h>

#include <hall/api/names.h>

#include <db/timestamp.h>

#include <queue/promise.h>
#include <queue/why_sentence.h>

#include <algorithm>

namespace starqueue::hall {

using nlohmann::json;

namespace {

std::string text(std::uint64_t id)
{
    return std::to_string(id);
}

json instantOrNull(queue::Instant at)
{
    return at == queue::Instant{} ? json(nullptr) : json(db::timestamp(at));
}

/// Before a recall makes a no-show; null: the clerk decides, or nobody is called.
json recallsLeft(const queue::Rules& rules, const queue::Ticket& ticket)
{
    if (rules.noShowAfterRecalls == 0 || ticket.state != queue::TicketState::Called)
        return nullptr;
    return std::max(0, rules.noShowAfterRecalls - ticket.recalls);
}

double seconds(queue::Millis span)
{
    return static_cast<double>(span.count()) / 1000.0;
}

} // namespace

json toJson(const queue::Name& name)
{
    return {{"zh", name.zh}, {"en", name.en}};
}

json toJson(const queue::Promise& promise)
{
    return {{"p10", promise.p10.count()},
            {"p50", promise.p50.count()},
            {"p90", promise.p90.count()},
            {"method", word(promise.method)}};
}

std::string hex(const queue::Bits128& bits)
{
    std::string out;
    for (const auto byte : bits) {
        out += "0123456789abcdef"[byte >> 4U];
        out += "0123456789abcdef"[byte & 15U];
    }
    return out;
}

std::string_view counterStateName(const queue::State& state, const queue::Counter& counter)
{
    if (const queue::Ticket* ticket = state.find(counter.ticket))
        return ticket->state == queue::TicketState::Serving ? "serving" : "calling";
    switch (counter.state) {
    case queue::CounterState::Closed:
        return "closed";
    case queue::CounterState::Paused:
        return "paused";
    case queue::CounterState::Open:
        break;
    }
    return "open";
}

std::string Views::number(const queue::Ticket& ticket) const
{
    return queue::ticketNumber(*m_view.state.rules, ticket.numberedIn, ticket.number);
}

json Views::statusUrl(const queue::Ticket& ticket) const
{
    return m_publicUrl.empty() ? json(nullptr) : json(m_publicUrl + "/t/" + hex(ticket.secret));
}

queue::Promise Views::stillToWait(const queue::Ticket& ticket, std::uint32_t ahead) const
{
    if (const auto foreseen = m_forecast ? m_forecast->of(ticket.id) : std::nullopt)
        return *foreseen;
    return queue::promiseByRank(m_view.state, queue::standingOf(ticket), ahead);
}

void Views::addWait(json& out, const queue::Ticket& ticket) const
{
    const bool waiting = ticket.state == queue::TicketState::Waiting;
    const queue::Instant until = waiting ? m_view.now : ticket.called;
    out["waitedSeconds"] = until < ticket.issued ? json(nullptr) : json(seconds(until - ticket.issued));
    const std::uint32_t ahead = waiting ? queue::ahead(m_view.state, ticket, m_view.now) : 0;
    out["ahead"] = waiting ? json(ahead) : json(nullptr);
    out["waitSeconds"] = toJson(ticket.promise);
    out["remainingSeconds"] = waiting ? toJson(stillToWait(ticket, ahead)) : json(nullptr);
}

json Views::why(const queue::Why& why) const
{
    json passed = json::array();
    for (const queue::Passed& one : why.passed)
        if (const queue::Ticket* other = m_view.state.find(one.ticket))
            passed.push_back({{"number", number(*other)},
                              {"waitedSeconds", seconds(one.waited)},
                              {"bySeconds", seconds(one.by)},
                              {"rank", one.rank}});
    const auto sentence = [&](queue::Language language) {
        return queue::sentence(why, m_view.state, language);
    };
    json outOfTurn = nullptr;
    if (why.rule == queue::WhyRule::OutOfTurn)
        outOfTurn = {{"clerk", why.clerk.empty() ? json(nullptr) : json(why.clerk)}, {"reason", why.reason}};
    return {{"rule", word(why.discipline)},
            {"test", word(why.rule)},
            {"guard", why.rule == queue::WhyRule::Guard},
            {"dedicated", why.rule == queue::WhyRule::Dedication},
            {"preferred", why.rule == queue::WhyRule::Preference},
            {"help", why.help},
            {"headStartSeconds", seconds(why.headStart)},
            {"rank", why.rank},
            {"outOfTurn", std::move(outOfTurn)},
            {"passedCount", why.passedCount},
            {"passedLongestSeconds", seconds(why.passedLongest)},
            {"boundSeconds", why.bound == queue::kNoBound ? json(nullptr) : json(seconds(why.bound))},
            {"passed", std::move(passed)},
            {"passedElsewhereCount", why.elsewhereCount},
            {"passedElsewhereLongestSeconds", seconds(why.elsewhereLongest)},
            {"text", {{"zh", sentence(queue::Language::Zh)}, {"en", sentence(queue::Language::En)}}}};
}

void Views::addForStaff(json& out, const queue::Ticket& ticket) const
{
    const auto& rules = *m_view.state.rules;
    bool dedicated = false;
    for (const queue::CounterRule& counter : rules.counters)
        dedicated = dedicated || (counter.dedicatedToStars && !counter.retired &&
                                  ticket.stars >= *counter.dedicatedToStars);
    out["stars"] = ticket.stars;
    out["keyContact"] = ticket.keyContact;
    out["dedicated"] = dedicated || ticket.keyContact;
    out["statutory"] =
        ticket.statutory == queue::Statutory::None ? json(nullptr) : json(word(ticket.statutory));
    out["why"] = ticket.why ? why(*ticket.why) : json(nullptr);
}

json Views::ticket(const queue::Ticket& ticket, Sight sight) const
{
    const auto& rules = *m_view.state.rules;
    const bool atCounter = ticket.counter != queue::kNoCounter;
    json out{{"id", text(ticket.id.value)},
             {"number", number(ticket)},
             {"service", rules.services.at(ticket.service.value).id},
             {"serviceName", toJson(rules.services.at(ticket.service.value).name)},
             {"state", word(ticket.state)},
             {"issuedAt", db::timestamp(ticket.issued)},
             {"calledAt", instantOrNull(ticket.called)},
             {"startedAt", instantOrNull(ticket.started)},
             {"finishedAt", instantOrNull(ticket.ended)},
             {"counter", atCounter ? json(rules.counters.at(ticket.counter.value).id) : json(nullptr)},
             {"kiosk", ticket.kiosk == queue::kNoKiosk ? json(nullptr) : json(m_view.state.kioskOf(ticket))},
             {"language", word(ticket.language)},
             {"recalls", ticket.recalls},
             {"recallsLeft", recallsLeft(rules, ticket)},
             {"requeues", ticket.requeues}};
    addWait(out, ticket);
    out["print"] = ticket.printJob.value ? json{{"jobId", text(ticket.printJob.value)}} : json(nullptr);
    out["rating"] = nullptr;
    if (const queue::RatingSession* session = m_view.state.find(ticket.session))
        out["rating"] = {{"session", text(session->id.value)},
                         {"state", word(session->state)},
                         {"score", sight.staff && session->score ? json(session->score) : json(nullptr)}};
    if (sight.statusUrl)
        out["statusUrl"] = statusUrl(ticket);
    if (sight.staff)
        addForStaff(out, ticket);
    return out;
}

json Views::printJob(const queue::PrintJob& job, const std::string& localTime) const
{
    json out{{"id", text(job.id.value)},
             {"state", word(job.state)},
             {"ticket", text(job.ticket.value)},
             {"kiosk", job.kiosk},
             {"reprint", job.reprint},
             {"createdAt", db::timestamp(job.created)},
             {"expiresAt", db::timestamp(job.expires)},
             {"outcome", job.outcome == queue::PrintOutcome::None ? json(nullptr) : json(word(job.outcome))}};
    const queue::Ticket* ticket = m_view.state.find(job.ticket);
    if (!ticket)
        return out;
    out["content"] = {{"hall", m_hallName},
                      {"number", number(*ticket)},
                      {"service", toJson(m_view.state.rules->services.at(ticket->service.value).name)},
                      {"language", word(ticket->language)},
                      {"ahead", job.ahead},
                      {"waitSeconds", toJson(ticket->promise)},
                      {"localTime", localTime},
                      {"statusUrl", statusUrl(*ticket)}};
    return out;
}

json Views::ratingSession(const queue::RatingSession& session) const
{
    const queue::Ticket* ticket = m_view.state.find(session.ticket);
    return {{"session", text(session.id.value)},
            {"token", session.token()},
            {"ticket", text(session.ticket.value)},
            {"number", ticket ? json(number(*ticket)) : json(nullptr)},
            {"counter", m_view.state.rules->counters.at(session.counter.value).id},
            {"windowSeconds", seconds(session.ends - session.invited)},
            {"invitedAt", db::timestamp(session.invited)},
            {"endsAt", db::timestamp(session.ends)},
            {"state", word(session.state)}};
}

json Views::device(const queue::Device& device)
{
    const auto orNull = [](const std::string& value) { return value.empty() ? json(nullptr) : json(value); };
    auto details = json::parse(device.details, nullptr, false);
    return {{"id", device.id},
            {"kind", word(device.kind)},
            {"kiosk", orNull(device.kiosk)},
            {"counter", orNull(device.counter)},
            {"state", word(device.state)},
            {"fault", orNull(device.fault)},
            {"since", db::timestamp(device.since)},
            {"details", details.is_discarded() ? json(nullptr) : details}};
}

} // namespace starqueue::hall
