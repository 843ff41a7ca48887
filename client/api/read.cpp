#include <client/api/read.h>

#include <client/api/json.h>

#include <time/timestamp.h>

#include <type_traits>
#include <utility>

namespace starqueue::client::api {

namespace {

template <typename T> constexpr bool kIsOptional = false;
template <typename T> constexpr bool kIsOptional<std::optional<T>> = true;
template <typename T> constexpr bool kIsList = false;
template <typename T> constexpr bool kIsList<QList<T>> = true;

/// Valid as long as `text`.
std::string_view bytesOf(const QByteArray& text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

void take(Json json, QString& value)
{
    const std::string_view text = json.text();
    value = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void take(Json json, bool& value)
{
    value = json.flag().value_or(value);
}

void take(Json json, qint64& value)
{
    value = json.integer().value_or(0);
}

void take(Json json, int& value)
{
    const std::int64_t integer = json.integer().value_or(0);
    value = std::in_range<int>(integer) ? static_cast<int>(integer) : 0;
}

/// A fraction may come.
void take(Json json, std::chrono::seconds& value)
{
    if (const auto number = json.number())
        value = std::chrono::seconds(static_cast<qint64>(*number));
}

void take(Json json, QDateTime& value)
{
    const auto at = time::parseTimestamp(json.text()); // as the hall writes it; Qt takes twenty times as long
    if (at) {
        value = QDateTime::fromMSecsSinceEpoch(at->utc.time_since_epoch().count(), Qt::UTC);
        return;
    }
    QString text;
    take(json, text);
    value = QDateTime::fromString(text, Qt::ISODateWithMs);
}

void take(Json json, QTimeZone& value)
{
    const std::string_view text = json.text();
    value = QTimeZone(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
}

template <typename Enum> Enum wordIn(Json json)
{
    return formats::withWord<Enum>(json.text()).value_or(Enum{});
}

void take(Json json, MaySet& value)
{
    json.each([&value](Json word) { value.insert(wordIn<May>(word)); });
    value.erase(May::Nothing);
}

template <typename T> void take(Json json, T& value);

template <typename T> bool isValid(const T& value)
{
    if constexpr (requires { value.valid(); })
        return value.valid();
    return true;
}

template <typename T> bool isGiven(Json json)
{
    if constexpr (std::is_same_v<T, int>)
        return json.isNumber();
    else
        return json.isObject();
}

template <typename T> void takeOptional(Json json, std::optional<T>& value)
{
    if (!isGiven<T>(json))
        return;
    take(json, value.emplace());
    if (!isValid(*value))
        value.reset();
}

template <typename T> void takeList(Json json, QList<T>& list)
{
    json.each([&list](Json item) {
        T value;
        take(item, value);
        if (isValid(value))
            list.append(std::move(value));
    });
}

template <typename T> void takeObject(Json json, T& value)
{
    T::each(value, [fields = Json::Fields(json)](std::string_view name, auto& field) mutable {
        take(fields[name], field);
    });
    if constexpr (requires { value.complete(); })
        value.complete();
}

template <typename T> void take(Json json, T& value)
{
    if constexpr (std::is_enum_v<T>)
        value = wordIn<T>(json);
    else if constexpr (kIsOptional<T>)
        takeOptional(json, value);
    else if constexpr (kIsList<T>)
        takeList(json, value);
    else
        takeObject(json, value);
}

} // namespace

template <typename T> T read(const QByteArray& json)
{
    T value;
    takeObject(Json::parsed(bytesOf(json)), value);
    return value;
}

template <typename T> QList<T> readList(const QByteArray& json)
{
    QList<T> list;
    Json::parsed(bytesOf(json)).each([&list](Json item) { takeObject(item, list.emplaceBack()); });
    return list;
}

template Board read(const QByteArray&);
template Counter read(const QByteArray&);
template HallNow read(const QByteArray&);
template PrintJob read(const QByteArray&);
template Problem read(const QByteArray&);
template RatingSession read(const QByteArray&);
template Service read(const QByteArray&);
template Ticket read(const QByteArray&);
template QList<PrintJob> readList(const QByteArray&);
template QList<RatingSession> readList(const QByteArray&);

std::optional<Event> readEvent(const QString& name, const QByteArray& data)
{
    const Json json = Json::parsed(bytesOf(data));
    if (!json.isObject())
        return std::nullopt;
    Event event;
    takeObject(json, event);
    event.name = fromWord<EventName>(name);
    return event;
}

} // namespace starqueue::client::api
