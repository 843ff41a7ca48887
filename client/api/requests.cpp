#include <client/api/requests.h>

#include <QUrl>

#include <type_traits>

namespace starqueue::client::api {

using namespace Qt::StringLiterals;

namespace {

template <typename T> QJsonObject written(const T& value);

template <typename T> QJsonValue put(const T& value)
{
    if constexpr (std::is_same_v<T, QUuid>)
        return value.isNull() ? QJsonValue() : value.toString(QUuid::WithoutBraces);
    else if constexpr (std::is_same_v<T, QString>)
        return value.isEmpty() ? QJsonValue() : value;
    else if constexpr (std::is_enum_v<T>)
        return put(toWord(value));
    else if constexpr (requires { value.has_value(); })
        return value ? put(*value) : QJsonValue();
    else if constexpr (std::is_arithmetic_v<T>)
        return value;
    else
        return written(value);
}

template <typename T> QJsonObject written(const T& value)
{
    QJsonObject json;
    T::each(value, [&json](const char* name, const auto& field) {
        if (const QJsonValue text = put(field); !text.isNull())
            json.insert(QLatin1String(name), text);
    });
    return json;
}

/// `id` as one element of a path.
QString element(const QString& id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

Command post(const QString& path, const QJsonObject& body = {})
{
    return {"POST", path, body};
}

} // namespace

Command issueTicket(const IssueRequest& request)
{
    return post(u"/tickets"_s, written(request));
}

Command postponeTicket(const QString& ticket)
{
    return post(u"/tickets/%1/postpone"_s.arg(element(ticket)));
}

Command forgoPaper(const QString& ticket)
{
    return post(u"/tickets/%1/paperless"_s.arg(element(ticket)));
}

Command atCounter(const QString& counter, const CounterRequest& request)
{
    return post(counterPath(counter) + u'/' + toWord(request.step), written(request));
}

Command takePrintJob(const QString& job)
{
    return post(u"/print-jobs/%1/take"_s.arg(element(job)));
}

Command endPrintJob(const QString& job, PrintOutcome outcome)
{
    return post(u"/print-jobs/%1/result"_s.arg(element(job)), {{u"outcome"_s, toWord(outcome)}});
}

Command reportPaper(const QString& job, PaperEvent event)
{
    return post(u"/print-jobs/%1/paper"_s.arg(element(job)), {{u"event"_s, toWord(event)}});
}

Command ratingArmed(const QString& session)
{
    return post(u"/rating-sessions/%1/armed"_s.arg(element(session)));
}

Command ratingFailed(const QString& session, const QString& reason)
{
    return post(u"/rating-sessions/%1/failed"_s.arg(element(session)), {{u"reason"_s, reason}});
}

Command rate(const QString& ticket, const RatingPress& press)
{
    return post(u"/tickets/%1/rating"_s.arg(element(ticket)), written(press));
}

Command reportDevice(const QString& device, const DeviceReport& report)
{
    return {"PUT", u"/devices/%1/state"_s.arg(element(device)), written(report)};
}

Command endDeviceTest(const QString& device, TestOutcome outcome, const QString& fault)
{
    QJsonObject body{{u"outcome"_s, toWord(outcome)}};
    if (!fault.isEmpty())
        body.insert(u"fault"_s, fault);
    return post(u"/devices/%1/test-result"_s.arg(element(device)), body);
}

Command sendWireJournal(const QString& device, const QString& journal)
{
    return {"PUT", u"/devices/%1/journal"_s.arg(element(device)), {{u"journal"_s, journal}}};
}

QString boardPath()
{
    return u"/board"_s;
}

QString counterPath(const QString& counter)
{
    return u"/counters/"_s + element(counter);
}

QString printJobsPath(PrintJobState state)
{
    return u"/print-jobs?state="_s + toWord(state);
}

QString hallPath()
{
    return u"/hall"_s;
}

QString ratingSessionsPath(const QString& counter, int token)
{
    return u"/rating-sessions?counter=%1&token=%2"_s.arg(element(counter)).arg(token);
}

QString openRatingSessionsPath()
{
    return u"/rating-sessions?open"_s;
}

} // namespace starqueue::client::api
