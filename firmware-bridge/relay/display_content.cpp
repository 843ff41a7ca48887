#include <firmware-bridge/relay/display_content.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

using namespace Qt::StringLiterals;
using client::api::CounterState;
using Mode = DisplayContent::Mode;

constexpr int kBlinkSeconds = 10;

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

/// Digits of a counter's id as the number that a display takes; 0 when there are none.
int counterNumber(const QString& counter)
{
    QString digits;
    for (const QChar character : counter)
        if (character.isDigit())
            digits += character;
    return digits.toUShort();
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
    content.counter = content.mode == Mode::Blank ? 0 : counterNumber(counter);
    if (content.mode == Mode::Calling)
        return contentOfCall(at.number, counter, call.recalls);
    if (content.mode == Mode::Serving)
        content.number = at.number;
    return content;
}

DisplayContent contentOfCall(const QString& number, const QString& counter, int recall)
{
    DisplayContent content;
    content.mode = Mode::Calling;
    content.number = number;
    content.counter = counterNumber(counter);
    content.recall = recall > 0;
    content.blinkSeconds = kBlinkSeconds;
    content.text = textFor(content.mode);
    return content;
}

} // namespace starqueue::bridge
