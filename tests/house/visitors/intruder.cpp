#include <house/visitors/intruder.h>

#include <array>

namespace starqueue::house {

using nlohmann::json;
using std::chrono::seconds;

namespace {

struct Trespass
{
    const char* token; ///< empty: none
    const char* method;
    const char* path;
    int wanted;
};

constexpr std::array kTrespasses{
    Trespass{"", "GET", "/board", 401},
    Trespass{"", "POST", "/tickets", 401},
    Trespass{"kiosk-1", "POST", "/counters/1/next", 403},
    Trespass{"kiosk-1", "GET", "/print-jobs", 403},
    Trespass{"kiosk-1", "GET", "/reports/outcomes", 403},
    Trespass{"kiosk-1", "POST", "/day/close", 403},
    Trespass{"display", "POST", "/tickets", 403},
    Trespass{"display", "GET", "/counters/1", 403},
    Trespass{"display", "POST", "/messages", 403},
    Trespass{"counter-1", "POST", "/counters/2/next", 403},
    Trespass{"counter-1", "POST", "/counters/6/start", 403},
    Trespass{"counter-2", "POST", "/counters/3/finish", 403},
    Trespass{"counter-3", "POST", "/counters/4/close", 403},
    Trespass{"counter-4", "GET", "/counters/5", 403},
    Trespass{"counter-1", "POST", "/tickets", 403},
    Trespass{"counter-1", "GET", "/tickets", 403},
    Trespass{"bridge", "POST", "/counters/6/next", 403},
    Trespass{"bridge-3", "POST", "/counters/1/next", 403},
    Trespass{"bridge-3", "GET", "/counters/2", 403},
    Trespass{"bridge", "POST", "/tickets", 403},
    Trespass{"bridge", "POST", "/services/sim/close", 403},
    Trespass{"usher", "POST", "/services/sim/close", 403},
    Trespass{"usher", "POST", "/counters/1/close", 403},
    Trespass{"usher", "POST", "/print-jobs/1/take", 403},
    Trespass{"manager", "POST", "/counters/1/next", 403},
    Trespass{"manager", "POST", "/tickets/1/rating", 403},
    Trespass{"technician", "POST", "/day/close", 403},
    Trespass{"technician", "GET", "/tickets/1", 403},
    Trespass{"duty-manager", "GET", "/reports/outcomes?from=2020-01-01&to=2020-01-02", 403},
};

} // namespace

Intruder::Intruder(House& house, HallProgram& hall)
    : m_house(house), m_hall(hall), m_asker(house, hall, "intruder"), m_random(house.random("intruder"))
{
    for (const char* what : {"somebody was turned away", "a requestId was refused for another body"})
        m_house.sometimes().expect(what);
}

void Intruder::tryLater()
{
    m_house.agenda().after(m_random.between(seconds{5}, seconds{25}), [this] {
        const auto drawn = m_random.below(10);
        if (drawn < 2)
            reuseRequest();
        else if (drawn < 5)
            lookAtOthersJobs();
        else
            trespass();
        tryLater();
    });
}

void Intruder::trespass()
{
    const Trespass& one = kTrespasses.at(m_random.below(kTrespasses.size()));
    const std::string secret = *one.token == '\0' ? "of-another-hall" : m_hall.secretOf(one.token);
    json body;
    if (std::string_view{one.method} == "POST")
        body = {{"requestId", m_asker.newRequest()}};
    m_asker.send(one.method, one.path, secret, body, [this, &one](const HallReply& answer) {
        if (answer.status == one.wanted)
            m_house.sometimes().saw("somebody was turned away");
        tell(std::string{one.token} + ' ' + one.method + ' ' + one.path, one.wanted, answer);
    });
}

void Intruder::reuseRequest()
{
    const std::string secret = m_hall.secretOf("usher");
    const std::string request = m_asker.newRequest();
    const json first{{"requestId", request}, {"service", "payments"}};
    m_asker.send("POST", "/tickets", secret, first, [this, secret, request](const HallReply& issued) {
        if (issued.status != 201)
            return;
        const json other{{"requestId", request}, {"service", "plans"}};
        m_asker.send("POST", "/tickets", secret, other, [this](const HallReply& answer) {
            if (answer.status == 422)
                m_house.sometimes().saw("a requestId was refused for another body");
            tell("another body for the same requestId", 422, answer);
        });
    });
}

// The other bridge prints nothing here: all jobs that are taken are somebody else's.
void Intruder::lookAtOthersJobs()
{
    m_asker.get("/print-jobs?state=taken", m_hall.secretOf("bridge-2"), [this](const HallReply& answer) {
        if (answer.status == 200)
            m_house.tell({"intruder",
                          "tried",
                          {{"what", "another bridge's jobs"},
                           {"wanted", 0},
                           {"status", static_cast<std::int64_t>(answer.body.size())}}});
    });
}

void Intruder::tell(const std::string& what, int wanted, const HallReply& answer)
{
    const bool isNoDecision = answer.status == 0 || answer.status >= 500 || answer.status == 408;
    if (!isNoDecision)
        m_house.tell({"intruder", "tried", {{"what", what}, {"wanted", wanted}, {"status", answer.status}}});
}

} // namespace starqueue::house
