#include <house/visitors/onlooker.h>

namespace starqueue::house {

using nlohmann::json;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr auto kNearEnough = milliseconds{800}; ///< a slower answer says too little of the hall's clock

std::int64_t inMs(std::chrono::nanoseconds time)
{
    return std::chrono::floor<milliseconds>(time).count();
}

/// All rows of a report, added up.
json sumOf(const json& rows)
{
    json sum = json::object();
    for (const json& row : rows)
        for (const auto& [name, value] : row.items())
            if (value.is_number_integer())
                sum[name] = sum.value(name, std::int64_t{0}) + value.get<std::int64_t>();
    return sum;
}

} // namespace

Onlooker::Onlooker(House& house, HallProgram& hall)
    : m_house(house), m_hall(hall), m_asker(house, hall, "onlooker"), m_random(house.random("onlooker"))
{}

void Onlooker::lookLater()
{
    m_house.agenda().after(m_random.between(seconds{2}, seconds{14}), [this] {
        const auto drawn = m_random.below(10);
        if (drawn < 6)
            lookAtBoard();
        else if (drawn < 9)
            lookAtClock();
        else
            lookAtReport();
        lookLater();
    });
}

void Onlooker::lookAtBoard()
{
    m_asker.get("/board", m_hall.secretOf("display"), [this](const HallReply& answer) {
        if (answer.status == 200)
            m_house.tell({"onlooker",
                          "saw",
                          {{"seq", answer.body["seq"].get<std::int64_t>()}, {"board", answer.text}}});
    });
}

void Onlooker::lookAtClock()
{
    const auto sent = m_house.clock().elapsed();
    m_asker.get("/hall", m_hall.secretOf("display"), [this, sent](const HallReply& answer) {
        const auto now = m_house.clock().elapsed();
        if (answer.status != 200 || now - sent > kNearEnough)
            return;
        m_house.tell({"onlooker",
                      "read the clock",
                      {{"at", answer.body["at"].get<std::string>()},
                       {"elapsed", answer.body["elapsed"].get<std::int64_t>()},
                       {"house", inMs(now)}}});
    });
}

// A report lies between two looks at the journal's end.
void Onlooker::lookAtReport()
{
    const std::string which = m_random.chance(0.6) ? "outcomes" : "ratings";
    askForSeq([this, which](std::int64_t first) {
        m_asker.get("/reports/" + which + "?from=2020-01-01&to=2029-12-01", m_hall.secretOf("manager"),
                    [this, first](const HallReply& answer) {
                        if (answer.status == 200)
                            askForSeq([this, first, sum = sumOf(answer.body).dump()](std::int64_t last) {
                                m_house.tell({"onlooker",
                                              "read a report",
                                              {{"after", first}, {"until", last}, {"sum", sum}}});
                            });
                    });
    });
}

void Onlooker::askForSeq(std::function<void(std::int64_t)> then)
{
    m_asker.get("/hall", m_hall.secretOf("manager"), [then = std::move(then)](const HallReply& answer) {
        if (answer.status == 200)
            then(answer.body["seq"].get<std::int64_t>());
    });
}

} // namespace starqueue::house
