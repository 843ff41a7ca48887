#include <house/people/small_bridge.h>

#include <limits>
#include <utility>

namespace starqueue::house {

using nlohmann::json;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr auto kNearEnough = milliseconds{1500}; ///< a slower answer says too little of the hall's clock

const char* anyOutcome(Random& random)
{
    const auto drawn = random.below(20);
    return drawn == 0 ? "paperOut" : drawn == 1 ? "unknown" : "printed";
}

} // namespace

SmallBridge::SmallBridge(House& house, HallProgram& hall)
    : m_house(house), m_client(house, hall, "bridge"), m_panels(house, hall, "bridge", "panels"),
      m_random(house.random("bridge"))
{
    for (const char* what : {"a ticket was printed", "a print of unknown fate", "a press was counted",
                             "a press was refused", "a bridge found its own taken job"})
        m_house.sometimes().expect(what);
}

void SmallBridge::start()
{
    const int life = ++m_life;
    const auto rounds = [this, life](const auto& self, auto look, seconds pause) -> void {
        m_house.agenda().after(m_random.between(milliseconds{300}, pause), [this, life, self, look, pause] {
            if (life != m_life)
                return;
            (this->*look)();
            self(self, look, pause);
        });
    };
    rounds(rounds, &SmallBridge::lookAtJobs, seconds{3});
    rounds(rounds, &SmallBridge::lookAtSessions, seconds{3});
    rounds(rounds, &SmallBridge::lookAtHall, seconds{8});
    lookAtHall();
    for (const auto& [seq, press] : m_presses)
        tellHall(press);
}

void SmallBridge::restart()
{
    m_client.die();
    m_panels.die();
    m_jobs.clear();
    m_sessions.clear();
    m_hallsLife.reset();
    start();
}

void SmallBridge::lookAtHall()
{
    if (m_panels.isIdle())
        m_panels.ask("/hall",
                     [this, sent = m_house.agenda().now()](const Answer& answer) { onHall(answer, sent); });
}

void SmallBridge::onHall(const Answer& answer, Agenda::Elapsed sent)
{
    const auto now = m_house.agenda().now();
    if (answer.status == 200 && now - sent < kNearEnough)
        m_hallsLife = milliseconds{answer.body["elapsed"].get<std::int64_t>()} - (sent + now) / 2;
}

void SmallBridge::lookAtJobs()
{
    if (m_client.isIdle())
        m_client.ask("/print-jobs?state=" + std::string(m_random.chance(0.7) ? "pending" : "taken"),
                     [this](const Answer& answer) { onJobs(answer); });
}

void SmallBridge::onJobs(const Answer& answer)
{
    if (answer.status != 200)
        return;
    for (const json& job : answer.body) {
        const std::string id = job["id"];
        if (!m_jobs.insert(id).second)
            continue;
        if (job["state"] == "pending") {
            take(id);
        } else { // taken in an earlier life, and nobody knows what became of it
            m_house.sometimes().saw("a bridge found its own taken job");
            conclude(id, "unknown");
        }
    }
}

void SmallBridge::take(const std::string& job)
{
    m_client.command("/print-jobs/" + job + "/take", json::object(), [this, job](const Answer& answer) {
        if (answer.status != 200)
            return void(m_jobs.erase(job));
        m_house.agenda().after(m_random.between(seconds{1}, seconds{4}), [this, job, life = m_life] {
            if (life == m_life)
                conclude(job, anyOutcome(m_random));
        });
    });
}

void SmallBridge::conclude(const std::string& job, const char* outcome)
{
    m_client.command("/print-jobs/" + job + "/result", {{"outcome", outcome}},
                     [this, job, outcome = std::string{outcome}](const Answer& answer) {
                         m_jobs.erase(job);
                         if (answer.status == 200 && outcome == "printed")
                             m_house.sometimes().saw("a ticket was printed");
                         if (answer.status == 200 && outcome == "unknown")
                             m_house.sometimes().saw("a print of unknown fate");
                     });
}

void SmallBridge::lookAtSessions()
{
    if (m_panels.isIdle())
        m_panels.ask("/rating-sessions?open", [this](const Answer& answer) { onSessions(answer); });
}

void SmallBridge::onSessions(const Answer& answer)
{
    if (answer.status != 200 || !m_hallsLife)
        return;
    for (const json& session : answer.body)
        if (m_sessions.insert(session["session"].get<std::string>()).second)
            arm(session);
}

void SmallBridge::arm(const json& session)
{
    const std::string id = session["session"];
    m_panels.command("/rating-sessions/" + id + "/armed", json::object(), [](const Answer&) {});
    if (!m_random.chance(0.8))
        return;
    const std::string ticket = session["ticket"];
    const int presses = m_random.chance(0.15) ? 2 : 1;
    for (int i = 0; i < presses; ++i)
        m_house.agenda().after(m_random.between(milliseconds{500}, seconds{28}),
                               [this, id, ticket] { press(id, ticket); });
}

// The panel keeps a press whatever the bridge does; the bridge fixes its instant when it first sees it.
void SmallBridge::press(const std::string& session, const std::string& ticket)
{
    if (!m_hallsLife)
        return;
    const auto life = m_house.agenda().now() + *m_hallsLife;
    const Press press{session, ticket, std::chrono::floor<milliseconds>(life).count(), ++m_lastSeq,
                      static_cast<int>(m_random.between(1, 5))};
    m_presses.emplace(press.seq, press);
    m_house.tell(
        {"panel", "pressed", {{"session", press.session}, {"press", press.seq}, {"at", press.pressedAt}}});
    tellHall(press);
}

void SmallBridge::tellHall(const Press& press)
{
    m_panels.command(
        "/tickets/" + press.ticket + "/rating",
        {{"session", press.session},
         {"score", press.score},
         {"press", {{"uid", "panel"}, {"epoch", 1}, {"seq", press.seq}, {"pressedAt", press.pressedAt}}}},
        [this, press](const Answer& answer) { onAcknowledged(press, answer); });
}

// With a refusal comes the hall's time, asked for right after it: a press may have come too late.
void SmallBridge::onAcknowledged(const Press& press, const Answer& answer)
{
    m_presses.erase(press.seq);
    const bool counted = answer.status < 300;
    m_house.sometimes().saw(counted ? "a press was counted" : "a press was refused");
    const auto tell = [this, press, status = answer.status](std::int64_t hallsTime) {
        m_house.tell({"panel",
                      "acknowledged",
                      {{"session", press.session},
                       {"press", press.seq},
                       {"at", press.pressedAt},
                       {"status", status},
                       {"now", hallsTime}}});
    };
    if (counted)
        return tell(press.pressedAt);
    m_panels.ask("/hall", [tell](const Answer& hall) {
        tell(hall.status == 200 ? hall.body["elapsed"].get<std::int64_t>()
                                : std::numeric_limits<std::int64_t>::max());
    });
}

} // namespace starqueue::house
