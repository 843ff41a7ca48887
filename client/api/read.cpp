#include <client/api/read.h>

#include <QJsonArray>
#include <QJsonObject>

#include <type_traits>

namespace starqueue::client::api {

namespace {

template <typename T> constexpr bool kIsOptional = false;
template <typename T> constexpr bool kIsOptional<std::optional<T>> = true;
template <typename T> constexpr bool kIsList = false;
template <typename T> constexpr bool kIsList<QList<T>> = true;

void take(const QJsonValue& json, QString& value)
{
    value = json.toString();
}

void take(const QJsonValue& json, bool& value)
{
    value = json.toBool(value);
}

void take(const QJsonValue& json, int& value)
{
    value = json.toInt();
}

void take(const QJsonValue& json, qint64& value)
{
    value = json.toInteger();
}

/// A fraction may come, which QJsonValue::toInt() would take for no number at all.
void take(const QJsonValue& json, std::chrono::seconds& value)
{
    if (json.isDouble())
        value = std::chrono::seconds(static_cast<qint64>(json.toDouble()));
}

void take(const QJsonValue& json, QDateTime& value)
{
    value = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
}

void take(const QJsonValue& json, QTimeZone& value)
{
    value = QTimeZone(json.toString().toUtf8());
}

void take(const QJsonValue& json, MaySet& value)
{
    for (const QJsonValue word : json.toArray())
        value.insert(fromWord<May>(word.toString()));
    value.erase(May::Nothing);
}

template <typename T> void take(const QJsonValue& json, T& value);

template <typename T> bool isValid(const T& value)
{
    if constexpr (requires { value.valid(); })
        return value.valid();
    return true;
}

template <typename T> bool isGiven(const QJsonValue& json)
{
    if constexpr (std::is_same_v<T, int>)
        return json.isDouble();
    else
        return json.isObject();
}

template <typename T> void takeOptional(const QJsonValue& json, std::optional<T>& value)
{
    if (!isGiven<T>(json))
        return;
    take(json, value.emplace());
    if (!isValid(*value))
        value.reset();
}

template <typename T> void takeList(const QJsonValue& json, QList<T>& list)
{
    for (const QJsonValue item : json.toArray()) {
        T value;
        take(item, value);
        if (isValid(value))
            list.append(std::move(value));
    }
}

template <typename T> void takeObject(const QJsonObject& json, T& value)
{
    T::each(value, [&json](const char* name, auto& field) { take(json.value(QLatin1String(name)), field); });
    if constexpr (requires { value.complete(); })
        value.complete();
}

template <typename T> void take(const QJsonValue& json, T& value)
{
    if constexpr (std::is_enum_v<T>)
        value = fromWord<T>(json.toString());
    else if constexpr (kIsOptional<T>)
        takeOptional(json, value);
    else if constexpr (kIsList<T>)
        takeList(json, value);
    else
        takeObject(json.toObject(), value);
}

} // namespace

template <typename T> T read(const QJsonObject& json)
{
    T value;
    takeObject(json, value);
    return value;
}

template Board read(const QJsonObject&);
template Counter read(const QJsonObject&);
template HallNow read(const QJsonObject&);
template PrintJob read(const QJsonObject&);
template RatingSession read(const QJsonObject&);
template Service read(const QJsonObject&);
template Ticket read(const QJsonObject&);

Event readEvent(const QString& name, const QJsonObject& data)
{
    Event event;
    takeObject(data, event);
    event.name = fromWord<EventName>(name);
    return event;
}

} // namespace starqueue::client::api
