#include <firmware-bridge/hall/hall_script.h>

#include <firmware-bridge/steady_time.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace starqueue::bridge::test {

using namespace Qt::StringLiterals;

namespace {

HallReply problem(int status, const QString& code)
{
    QJsonObject body{
        {"type", "about:blank"}, {"title", "Refused"}, {"status", status}, {"detail", "refused"}};
    if (!code.isEmpty())
        body["code"] = code;
    return {status, body};
}

/// Of a status that a test wants; empty: none.
QString codeOf(int status)
{
    switch (status) {
    case 404:
        return u"not_found"_s;
    case 409:
        return u"job_state"_s;
    case 401:
        return u"unauthorized"_s;
    case 408:
        return u"timeout"_s;
    case 422:
        return u"request_id_reused"_s;
    case 429:
        return u"limit_reached"_s;
    case 500:
        return u"internal"_s;
    case 503:
        return u"unavailable"_s;
    case 507:
        return u"storage_full"_s;
    default:
        return {};
    }
}

/// Ahead of every other clock, so that none is taken for the hall's elapsed time.
qint64 elapsedNow()
{
    return steadyNow().count() + 9'000'000'000;
}

bool isAsked(const QJsonObject& session, const QUrlQuery& query)
{
    return session["counter"].toString() == query.queryItemValue("counter") &&
           QString::number(session["token"].toInt()) == query.queryItemValue("token");
}

QString utc(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

QString HallScript::addJob(const QString& number, const QString& kiosk, bool reprint)
{
    const QString id = QString::number(++m_lastJob);
    const QJsonObject content{{"hall", "城西营业厅"},
                              {"number", number},
                              {"service", QJsonObject{{"zh", "账户业务"}, {"en", "Accounts"}}},
                              {"language", "zh"},
                              {"ahead", 6},
                              {"waitSeconds", QJsonObject{{"p10", 480}, {"p50", 660}, {"p90", 840}}},
                              {"localTime", "2026-11-22 10:24"},
                              {"statusUrl", "http://127.0.0.1:8470/t/abc"}};
    m_jobs[id] = QJsonObject{{"id", id},       {"state", "pending"}, {"ticket", id},
                             {"kiosk", kiosk}, {"reprint", reprint}, {"outcome", QJsonValue::Null},
                             {"wanted", true}, {"content", content}};
    emitEvent("print_job_created", {{"job", id}, {"ticket", id}, {"kiosk", kiosk}, {"reprint", reprint}});
    return id;
}

void HallScript::sendAway(const QString& job, const QString& event)
{
    QJsonObject& gone = m_jobs[job];
    gone["wanted"] = false;
    if (gone["state"] == "pending") {
        gone["state"] = "ended";
        gone["outcome"] = "dropped";
    }
    QJsonObject data{{"ticket", gone["ticket"]}, {"number", gone["content"].toObject()["number"]}};
    if (event == "ticket_called") {
        data.insert("counter", "3");
        data.insert("recall", 0);
    }
    if (!event.isEmpty())
        emitEvent(event, data);
}

void HallScript::inviteRating(const QString& session, int token, const QString& counter, int windowSeconds)
{
    QJsonObject json{{"session", session},
                     {"token", token},
                     {"ticket", "t" + session},
                     {"number", "A012"},
                     {"counter", counter},
                     {"windowSeconds", windowSeconds},
                     {"endsElapsed", elapsedNow() + windowSeconds * 1000}};
    emitEvent("rating_invited", json);
    json["state"] = "invited";
    openSessions.append(json);
}

void HallScript::setCounter(const QString& counter, const QString& state, const QString& number)
{
    m_counters[counter] = QJsonObject{{"id", counter},
                                      {"sign", counter},
                                      {"state", state},
                                      {"number", number.isEmpty() ? QJsonValue() : QJsonValue(number)}};
    if (state == "calling")
        emitEvent("ticket_called",
                  {{"ticket", "1"}, {"number", number}, {"counter", counter}, {"recall", 0}});
    else
        emitEvent("service_started", {{"ticket", "1"}, {"number", number}, {"counter", counter}});
}

void HallScript::emitEvent(const QString& name, const QJsonObject& data)
{
    ++m_seq;
    onEvent(name.toUtf8(), data);
}

QStringList HallScript::outcomes(const QString& number) const
{
    QStringList outcomes;
    for (const QJsonObject& job : m_jobs)
        if (job["content"].toObject()["number"].toString() == number)
            outcomes += job["outcome"].toString(job["state"].toString());
    return outcomes;
}

int HallScript::count(const QString& method, const QString& pathPart) const
{
    int found = 0;
    for (const HallRequest& request : requests)
        found += request.method == method && request.path.contains(pathPart) ? 1 : 0;
    return found;
}

HallReply HallScript::answer(const HallRequest& request)
{
    requests.append(request);
    const auto forced = intercept ? intercept(request) : std::nullopt;
    if (!forced)
        return answerByItself(request);
    if (*forced == 0)
        return {0};
    return problem(std::abs(*forced), codeOf(*forced));
}

HallReply HallScript::answerByItself(const HallRequest& request)
{
    if (request.path == "/board")
        return {200, board()};
    if (request.path.endsWith("/paper"))
        return answerPaper(request);
    if (request.path.startsWith("/print-jobs"))
        return answerJob(request);
    if (request.path == "/hall")
        return {200, QJsonObject{{"elapsed", elapsedNow()}}};
    if (request.path.startsWith("/rating-sessions?"))
        return {200, sessionsAsked(request.path)};
    if (request.path.startsWith("/rating-sessions/"))
        return {200};
    if (request.path.endsWith("/rating"))
        return rate(request);
    if (request.path.startsWith("/devices/") && !request.path.endsWith("/state")) {
        m_told[request.path] = request.body;
        return {200};
    }
    if (request.path.startsWith("/devices/")) {
        m_devices[request.path.section('/', 2, 2)] = request.body;
        QJsonObject device = request.body;
        device.remove("requestId");
        return {200, device};
    }
    if (request.path.startsWith("/counters/"))
        return {200};
    return problem(404, "not_found");
}

QJsonArray HallScript::sessionsAsked(const QString& path) const
{
    const QUrlQuery query(path.section('?', 1));
    QJsonArray asked;
    for (const QJsonValue session : openSessions)
        if (query.hasQueryItem("open") || isAsked(session.toObject(), query))
            asked.append(session);
    for (const QJsonValue session : endedSessions)
        if (!query.hasQueryItem("open") && isAsked(session.toObject(), query))
            asked.append(session);
    return asked;
}

void HallScript::endSession(const QString& session)
{
    for (qsizetype i = 0; i < openSessions.size(); ++i) {
        QJsonObject ended = openSessions.at(i).toObject();
        if (ended["session"] != session)
            continue;
        ended["state"] = "expired";
        endedSessions.append(ended);
        openSessions.removeAt(i);
        emitEvent("rating_expired", {{"session", session}, {"counter", ended["counter"]}});
        return;
    }
}

HallReply HallScript::answerPaper(const HallRequest& request)
{
    const QString id = request.path.section('/', 2, 2);
    if (m_jobs.value(id)["state"] != "ended")
        return problem(409, "job_state");
    m_papers[id] += request.body["event"].toString();
    return {200, m_jobs.value(id)};
}

HallReply HallScript::answerJob(const HallRequest& request)
{
    if (request.method == "GET") {
        const QString state = request.path.section("state=", 1);
        QJsonArray list;
        for (const QJsonObject& job : m_jobs)
            if (job["state"].toString() == state)
                list.append(job);
        return {200, list};
    }
    QJsonObject& job = m_jobs[request.path.section('/', 2, 2)];
    if (request.path.endsWith("/take")) {
        if (job["state"] != "pending")
            return problem(409, "job_state");
        job["state"] = "taken";
        return {200, job};
    }
    const QString outcome = request.body["outcome"].toString();
    if (job["state"] == "ended")
        return {200, job};
    job["state"] = "ended";
    job["outcome"] = outcome;
    const QJsonObject ended = job;
    if (ended["wanted"].toBool() && outcome != "printed" && outcome != "sent" && outcome != "dropped")
        addJob(ended["content"].toObject()["number"].toString(), ended["kiosk"].toString(),
               outcome == "unknown" || ended["reprint"].toBool());
    return {200, ended};
}

HallReply HallScript::rate(const HallRequest& request)
{
    const QJsonObject press = request.body["press"].toObject();
    const QString key =
        u"%1:%2:%3"_s.arg(press["uid"].toString()).arg(press["epoch"].toInt()).arg(press["seq"].toInt());
    if (ratedKeys.contains(key)) {
        ++repeatedRatings;
        return {200};
    }
    for (const QJsonObject& rated : std::as_const(ratings))
        if (rated["session"] == request.body["session"])
            return problem(409, "session_closed");
    ratedKeys += key;
    ratings += request.body;
    return {201};
}

QJsonObject HallScript::board() const
{
    QJsonArray counters;
    QJsonArray calls;
    for (const QJsonObject& counter : m_counters) {
        counters.append(counter);
        if (!counter["number"].isNull())
            calls.append(QJsonObject{{"ticket", "1"},
                                     {"number", counter["number"]},
                                     {"counter", counter["id"]},
                                     {"recalls", 0},
                                     {"state", counter["state"] == "calling" ? "called" : "serving"}});
    }
    return {{"seq", m_seq},
            {"at", utc(QDateTime::currentDateTimeUtc())},
            {"counters", counters},
            {"calls", calls}};
}

} // namespace starqueue::bridge::test
