#include <firmware-bridge/relay/display_content.h>

#include <QJsonArray>

namespace starqueue::bridge {

namespace {

using Mode = DisplayContent::Mode;

constexpr int kBlinkSeconds = 10;

QJsonObject findBy(const QJsonArray& list, const char* key, const QString& value)
{
    for (const QJsonValue entry : list)
        if (entry.toObject().value(QLatin1String(key)).toString() == value)
            return entry.toObject();
    return {};
}

Mode modeOf(const QString& state, bool started)
{
    if (state == QLatin1String("serving"))
        return Mode::Serving;
    if (state == QLatin1String("calling"))
        return started ? Mode::Serving : Mode::Calling;
    if (state == QLatin1String("paused"))
        return Mode::Paused;
    return state == QLatin1String("open") ? Mode::Idle : Mode::Blank;
}

QString textFor(Mode mode)
{
    switch (mode) {
    case Mode::Calling:
        return QStringLiteral("请到窗口");
    case Mode::Serving:
        return QStringLiteral("办理中");
    case Mode::Paused:
        return QStringLiteral("暂停服务");
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

DisplayContent contentFromBoard(const QJsonObject& board, const QString& counter)
{
    const QJsonObject at = findBy(board.value(QLatin1String("counters")).toArray(), "id", counter);
    const QString number = at.value(QLatin1String("number")).toString();
    const QJsonObject call = findBy(board.value(QLatin1String("calls")).toArray(), "number", number);
    const bool started = call.value(QLatin1String("state")).toString() == QLatin1String("serving");
    DisplayContent content;
    content.mode = modeOf(at.value(QLatin1String("state")).toString(), started);
    content.text = textFor(content.mode);
    content.counter = content.mode == Mode::Blank ? 0 : counterNumber(counter);
    if (content.mode == Mode::Calling)
        return contentOfCall(number, counter, call.value(QLatin1String("recalls")).toInt());
    if (content.mode == Mode::Serving)
        content.number = number;
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
