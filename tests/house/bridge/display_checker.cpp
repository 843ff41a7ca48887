#include <house/bridge/display_checker.h>

#include <queue/steps/checks.h>

namespace starqueue::house {

using std::chrono::seconds;

namespace {

constexpr auto kUntilAllIsFound = seconds{80}; ///< a silent device is looked for every half minute
constexpr auto kSoon = seconds{5};
constexpr std::size_t kDisplays = 3;
const std::string kDark = "dark";

} // namespace

CallsAreOnDisplays::CallsAreOnDisplays(House& house, HallProgram& hall)
    : Checker("calls are on displays"), m_house(house), m_hall(hall)
{
    house.sometimes().expect("a call was looked for on a display");
}

void CallsAreOnDisplays::onFact(const Fact& fact)
{
    if (fact.who().starts_with("display-")) {
        const auto counter = static_cast<std::size_t>(fact.who().back() - '1');
        Shown& shown = m_shown[counter];
        shown = {fact.what() == "shows" ? fact.text("number") : kDark, shown.changes + 1};
    } else if (fact.is("weather", "calm begins")) {
        m_isCalm = true;
        m_calls.clear();
        lookLater(kUntilAllIsFound);
    } else if (fact.is("weather", "calm ends")) {
        m_isCalm = false;
        m_house.agenda().cancel(m_next);
    }
}

void CallsAreOnDisplays::lookLater(std::chrono::nanoseconds pause)
{
    m_next = m_house.agenda().after(pause, [this] {
        m_hall.look([this](const HallProgram::Snapshot& now) {
            if (m_isCalm)
                compare(now.state);
        });
        lookLater(kSoon);
    });
}

void CallsAreOnDisplays::compare(const queue::State& state)
{
    for (std::size_t counter = 0; counter < kDisplays; ++counter) {
        const queue::Ticket* const ticket =
            state.ticketAt(queue::CounterIx{static_cast<std::uint16_t>(counter)});
        Call call;
        call.shown = m_shown[counter];
        if (ticket != nullptr) {
            call.number = queue::numberOf(state, *ticket);
            call.called = ticket->called;
        }
        const auto before = m_calls.find(counter);
        if (before != m_calls.end() && before->second == call && call.shown.number != call.number)
            found("the display of counter " + std::to_string(counter + 1) + " shows '" + call.shown.number +
                  "' for five seconds in which the counter has '" + call.number + "'");
        if (!call.number.empty())
            m_house.sometimes().saw("a call was looked for on a display");
        m_calls[counter] = call;
    }
}

} // namespace starqueue::house
