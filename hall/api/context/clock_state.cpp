#include <hall/api/context/clock_state.h>

#include <formats/json/json_object.h>
#include <time/timestamp.h>

namespace starqueue::hall {

namespace {

std::string reason(time::ClockDoubt why)
{
    using enum time::ClockDoubt;
    switch (why) {
    case BeforeBuild:
        return "before this program was built";
    case BeforeLast:
        return "before the last thing that the hall recorded";
    case TooFarAhead:
        return "more than 16 days after the last thing that the hall recorded";
    case ManyDays:
        return "more than one business day after the last thing that the hall recorded";
    case Stepped:
        return "more than two minutes away from the hall's time, which ran on";
    case NotSynchronised:
        return "and isn't synchronised, as [clock] source = \"ntp\" requires";
    }
    return {};
}

} // namespace

std::string sentence(const db::JournalClock::Doubt& doubt)
{
    const auto shown = time::timestamp({std::chrono::floor<std::chrono::seconds>(doubt.machine.utc)});
    return "The clock of the hall's computer shows " + shown + ", " + reason(doubt.why) +
           ". The hall goes on with its own time and its present day: set the computer's clock right, or "
           "confirm the time.";
}

std::string clockState(db::JournalClock& clock, time::WallOffset journalled)
{
    const auto doubt = clock.doubt(journalled);
    formats::JsonObject out;
    out.add("believed", !doubt);
    if (doubt) {
        out.add("why", word(doubt->why));
        out.add("detail", sentence(*doubt));
        out.add("machineAt", time::timestamp(doubt->machine));
        out.add("aheadSeconds", std::chrono::duration_cast<Seconds>(doubt->ahead).count());
    }
    return out.take();
}

} // namespace starqueue::hall
