#include <display/board.h>

#include <QJsonArray>
#include <QRegularExpression>

namespace starqueue::display {

namespace {

Name readName(const QJsonValue& json)
{
    const QString zh = json["zh"].toString();
    const QString en = json["en"].toString();
    return {zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en};
}

Call readCall(const QJsonValue& json)
{
    return {.ticket = json["ticket"].toString(),
            .number = json["number"].toString(),
            .counter = readName(json["counterName"]),
            .at = QDateTime::fromString(json["at"].toString(), Qt::ISODateWithMs),
            .recalls = json["recalls"].toInt(),
            .expected = json["state"].toString() == QLatin1String("called")};
}

ServiceWait readService(const QJsonValue& json)
{
    const int waiting = json["waiting"].toInt();
    return {.name = readName(json["name"]),
            .open = json["open"].toBool(),
            .waiting = waiting,
            .ahead = json["ahead"].toInt(waiting),
            .wait = json["waitSeconds"].toObject()};
}

} // namespace

Board readBoard(const QJsonObject& json)
{
    Board board;
    board.hallName = json["hall"]["name"].toString();
    board.at = QDateTime::fromString(json["at"].toString(), Qt::ISODateWithMs);
    board.zone = QTimeZone(json["hall"]["timeZone"].toString().toUtf8());
    board.dayOpen = json["dayOpen"].toBool();
    for (const QJsonValue call : json["calls"].toArray()) {
        if (!call["number"].toString().isEmpty())
            board.calls << readCall(call);
    }
    for (const QJsonValue service : json["services"].toArray())
        board.services << readService(service);
    for (const QJsonValue message : json["messages"].toArray())
        board.messages << readName(message["text"]);
    return board;
}

CounterSign counterSign(const QString& name)
{
    static const QRegularExpression kFigure(QStringLiteral("^(.*?)\\s*(\\d{1,3})\\s*(.*)$"));
    const auto match = kFigure.match(name.trimmed());
    if (!match.hasMatch())
        return {name.trimmed(), {}, {}};
    return {match.captured(1), match.captured(2), match.captured(3)};
}

} // namespace starqueue::display
