#include <firmware-bridge/relay/hall_words.h>

#include <QJsonArray>

namespace starqueue::bridge {

namespace {

using Mode = DisplayContent::Mode;

constexpr int kBlinkSeconds = 10;

/// Namespace of keypad requests, made once at random.
const QUuid kKeypadNamespace(QStringLiteral("{6d1f0c0e-8f8e-4c6a-9a61-3f1a5b3f0e57}"));

std::optional<WaitRange> waitFrom(const QJsonValue& value)
{
    const QJsonObject wait = value.toObject();
    if (!wait.value(QLatin1String("p90")).isDouble())
        return std::nullopt;
    return WaitRange{wait.value(QLatin1String("p10")).toInt(), wait.value(QLatin1String("p90")).toInt()};
}

QString inLanguage(const QJsonValue& name, PrintedTicket::Language language)
{
    if (name.isString())
        return name.toString();
    const bool chinese = language == PrintedTicket::Language::Chinese;
    return name.toObject().value(chinese ? QLatin1String("zh") : QLatin1String("en")).toString();
}

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

} // namespace

PrintedTicket ticketFromJob(const QJsonObject& job)
{
    const QJsonObject content = job.value(QLatin1String("content")).toObject();
    PrintedTicket ticket;
    ticket.language = content.value(QLatin1String("language")).toString() == QLatin1String("en")
                          ? PrintedTicket::Language::English
                          : PrintedTicket::Language::Chinese;
    ticket.hall = content.value(QLatin1String("hall")).toString();
    ticket.number = content.value(QLatin1String("number")).toString();
    ticket.service = inLanguage(content.value(QLatin1String("service")), ticket.language);
    ticket.ahead = content.value(QLatin1String("ahead")).toInt();
    ticket.wait = waitFrom(content.value(QLatin1String("waitSeconds")));
    ticket.localTime = content.value(QLatin1String("localTime")).toString();
    ticket.statusUrl = content.value(QLatin1String("statusUrl")).toString();
    ticket.reprint = job.value(QLatin1String("reprint")).toBool();
    return ticket;
}

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

int counterNumber(const QString& counter)
{
    QString digits;
    for (const QChar character : counter)
        if (character.isDigit())
            digits += character;
    return digits.toUShort();
}

QString keypadCommand(int key)
{
    switch (key) {
    case 1:
        return QStringLiteral("next");
    case 2:
        return QStringLiteral("recall");
    case 3:
        return QStringLiteral("start");
    case 4:
        return QStringLiteral("finish");
    case 5:
        return QStringLiteral("no-show");
    case 6:
        return QStringLiteral("help");
    default:
        return {};
    }
}

QUuid keypadRequestId(quint32 uid, int epoch, int seq)
{
    return QUuid::createUuidV5(kKeypadNamespace,
                               QStringLiteral("%1:%2:%3").arg(uidText(uid)).arg(epoch).arg(seq));
}

QString uidText(quint32 uid)
{
    return QStringLiteral("%1").arg(uid, 8, 16, QLatin1Char('0')).toUpper();
}

} // namespace starqueue::bridge
