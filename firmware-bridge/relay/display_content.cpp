#include <firmware-bridge/relay/display_content.h>

#include <client/calls/call_schedule.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

using namespace Qt::StringLiterals;
using client::api::CounterState;
using Mode = DisplayContent::Mode;

/// A call blinks as long as on the hall's screen, from when it was made: full seconds that are left of it.
int blinkSeconds(std::chrono::milliseconds age)
{
    using client::CallSchedule;
    const auto left = std::chrono::ceil<std::chrono::seconds>(CallSchedule::kBlink - age);
    return static_cast<int>(std::max(left, std::chrono::seconds{0}).count());
}

template <typename Item> Item findBy(const QList<Item>& list, QString Item::*key, const QString& value)
{
    const auto found = std::find_if(list.begin(), list.end(),
                                    [key, &value](const Item& item) { return item.*key == value; });
    return found == list.end() ? Item() : *found;
}

Mode modeOf(CounterState state, bool started)
{
    switch (state) {
    case CounterState::Serving:
        return Mode::Serving;
    case CounterState::Calling:
        return started ? Mode::Serving : Mode::Calling;
    case CounterState::Paused:
        return Mode::Paused;
    case CounterState::Open:
        return Mode::Idle;
    case CounterState::Closed:
    case CounterState::Unknown:
        break;
    }
    return Mode::Blank;
}

QString textFor(Mode mode)
{
    switch (mode) {
    case Mode::Calling:
        return u"请到窗口"_s;
    case Mode::Serving:
        return u"办理中"_s;
    case Mode::Paused:
        return u"暂停服务"_s;
    default:
        return {};
    }
}

/// A sign that is a number, as a display takes it; 0 for any other: the 3 of "3B" would send people
/// elsewhere.
int counterNumber(const QString& sign)
{
    return sign.toUShort();
}

/// A sign that is no number stands in the text, if it stands there whole.
QString textOfCall(const QString& sign)
{
    const bool inText = !sign.isEmpty() && counterNumber(sign) == 0 && fitsDisplayText(sign);
    return inText ? sign : textFor(Mode::Calling);
}

} // namespace

DisplayContent contentFromBoard(const client::api::Board& board, const QString& counter)
{
    using client::api::BoardCounter;
    using client::api::Call;
    const BoardCounter at = findBy(board.counters, &BoardCounter::id, counter);
    const Call call = findBy(board.calls, &Call::number, at.number);
    DisplayContent content;
    content.mode = modeOf(at.state, call.state == client::api::TicketState::Serving);
    content.text = textFor(content.mode);
    content.counter = content.mode == Mode::Blank ? 0 : counterNumber(at.sign);
    if (content.mode == Mode::Calling) {
        content = contentOfCall(at.number, at.sign, call.recalls);
        content.blinkSeconds = blinkSeconds(client::ageOf(call, board.at));
    }
    if (content.mode == Mode::Serving)
        content.number = at.number;
    return content;
}

DisplayContent contentOfCall(const QString& number, const QString& sign, int recall)
{
    DisplayContent content;
    content.mode = Mode::Calling;
    content.number = number;
    content.counter = counterNumber(sign);
    content.recall = recall > 0;
    content.blinkSeconds = blinkSeconds({});
    content.text = textOfCall(sign);
    return content;
}

QString signOf(const client::api::Board& board, const QString& counter)
{
    return findBy(board.counters, &client::api::BoardCounter::id, counter).sign;
}

} // namespace starqueue::bridge
