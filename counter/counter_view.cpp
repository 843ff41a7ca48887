#include <counter/counter_view.h>

#include <QHash>
#include <QJsonArray>

namespace starqueue::counter {

namespace {

CounterState readState(const QString& name)
{
    static const QHash<QString, CounterState> kStates{
        {"closed", CounterState::Closed},   {"open", CounterState::Open},
        {"paused", CounterState::Paused},   {"calling", CounterState::Calling},
        {"serving", CounterState::Serving},
    };
    return kStates.value(name, CounterState::Unknown);
}

QDateTime readInstant(const QJsonValue& json)
{
    return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
}

/// Seconds may come with a fraction, which QJsonValue::toInt() would take for no number at all.
int readSeconds(const QJsonValue& json)
{
    return static_cast<int>(json.toDouble());
}

NextUp readNext(const QJsonValue& json)
{
    return {.number = json["number"].toString(),
            .service = json["service"].toString(),
            .why = json["why"]["text"].toObject(),
            .stars = json["stars"].toInt(),
            .waitedSeconds = readSeconds(json["waitedSeconds"])};
}

} // namespace

Ticket readTicket(const QJsonObject& json)
{
    return {.id = json["id"].toString(),
            .number = json["number"].toString(),
            .service = json["service"].toString(),
            .serviceName = json["serviceName"].toObject(),
            .calledAt = readInstant(json["calledAt"]),
            .startedAt = readInstant(json["startedAt"]),
            .language = json["language"].toString(),
            .statutory = json["statutory"].toString(),
            .why = json["why"]["text"].toObject(),
            .stars = json["stars"].toInt(),
            .recalls = json["recalls"].toInt(),
            .recallsLeft = json["recallsLeft"].toInt(-1),
            .waitedSeconds = readSeconds(json["waitedSeconds"]),
            .keyContact = json["keyContact"].toBool(),
            .ratingInvited = json["rating"].isObject()};
}

CounterView readCounter(const QJsonObject& json)
{
    CounterView view{.id = json["id"].toString(),
                     .name = json["name"].toObject(),
                     .state = readState(json["state"].toString()),
                     .pauseReason = json["pauseReason"].toString(),
                     .clerk = json["clerk"].toString(),
                     .ticket = {},
                     .next = {},
                     .parked = {},
                     .dedicatedToStars = json["dedicatedToStars"].toInt(),
                     .waiting = json["waiting"].toInt(),
                     .waitingHere = json["waitingHere"].toInt(),
                     .servedToday = json["servedToday"].toInt(),
                     .meanServiceSeconds = readSeconds(json["meanServiceSeconds"]),
                     .paused = json["paused"].toBool(json["state"].toString() == QLatin1String("paused")),
                     .helpAsked = json["helpAsked"].toBool()};
    if (json["ticket"].isObject())
        view.ticket = readTicket(json["ticket"].toObject());
    if (json["next"].isObject())
        view.next = readNext(json["next"]);
    for (const QJsonValue parked : json["parked"].toArray())
        view.parked << readTicket(parked.toObject());
    return view;
}

} // namespace starqueue::counter
