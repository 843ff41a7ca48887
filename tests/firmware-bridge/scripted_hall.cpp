#include <firmware-bridge/scripted_hall.h>

#include <firmware-bridge/steady_time.h>

#include <QDateTime>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace starqueue::bridge::test {

namespace {

QByteArray text(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray text(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

HallReply problem(int status, const QString& code)
{
    return {
        status,
        text(QJsonObject{
            {"type", "about:blank"}, {"title", code}, {"status", status}, {"detail", code}, {"code", code}})};
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

ScriptedHall::ScriptedHall()
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedHall::accept);
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
}

ScriptedHall::~ScriptedHall()
{
    for (const auto& socket : std::as_const(m_sockets))
        if (socket)
            socket->disconnect(this);
}

QUrl ScriptedHall::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void ScriptedHall::setDown(bool down)
{
    m_down = down;
    if (!down) {
        m_server.listen(QHostAddress::LocalHost, m_port);
        return;
    }
    m_server.close();
    const auto sockets = m_sockets;
    for (const auto& socket : sockets)
        if (socket)
            socket->abort();
}

QString ScriptedHall::addJob(const QString& number, const QString& kiosk, bool reprint)
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
    m_jobs[id] = QJsonObject{{"id", id},          {"state", "pending"}, {"ticket", id},
                             {"kiosk", kiosk},    {"reprint", reprint}, {"outcome", QJsonValue::Null},
                             {"content", content}};
    emitEvent("print_job_created", {{"job", id}, {"ticket", id}, {"kiosk", kiosk}, {"reprint", reprint}});
    return id;
}

void ScriptedHall::inviteRating(const QString& session, int token, const QString& counter, int windowSeconds)
{
    const QJsonObject json{{"session", session},
                           {"token", token},
                           {"ticket", "t" + session},
                           {"number", "A012"},
                           {"counter", counter},
                           {"windowSeconds", windowSeconds},
                           {"endsElapsed", elapsedNow() + windowSeconds * 1000},
                           {"state", "invited"}};
    openSessions.append(json);
    emitEvent("rating_invited", json);
}

void ScriptedHall::setCounter(const QString& counter, const QString& state, const QString& number)
{
    m_counters[counter] = QJsonObject{
        {"id", counter}, {"state", state}, {"number", number.isEmpty() ? QJsonValue() : QJsonValue(number)}};
    if (state == "calling")
        emitEvent("ticket_called",
                  {{"ticket", "1"}, {"number", number}, {"counter", counter}, {"recall", 0}});
    else
        emitEvent("service_started", {{"ticket", "1"}, {"number", number}, {"counter", counter}});
}

void ScriptedHall::emitEvent(const QString& name, QJsonObject data)
{
    data["seq"] = ++m_seq;
    data["at"] = utc(QDateTime::currentDateTimeUtc());
    const QByteArray frame =
        "event: " + name.toUtf8() + "\nid: " + QByteArray::number(m_seq) + "\ndata: " + text(data) + "\n\n";
    m_log.append({m_seq, frame});
    for (const auto& stream : m_streams)
        if (stream)
            stream->write(frame);
}

QStringList ScriptedHall::outcomes(const QString& number) const
{
    QStringList outcomes;
    for (const QJsonObject& job : m_jobs)
        if (job["content"].toObject()["number"].toString() == number)
            outcomes += job["outcome"].toString(job["state"].toString());
    return outcomes;
}

int ScriptedHall::count(const QString& method, const QString& pathPart) const
{
    int found = 0;
    for (const HallRequest& request : requests)
        found += request.method == method && request.path.contains(pathPart) ? 1 : 0;
    return found;
}

void ScriptedHall::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        m_sockets.append(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.erase(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedHall::read(QTcpSocket* socket)
{
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    const auto headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    qsizetype length = 0;
    const auto lines = buffer.left(headEnd).split('\n');
    for (const QByteArray& line : lines)
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    if (buffer.size() < headEnd + 4 + length)
        return;
    const auto words = lines.first().trimmed().split(' ');
    HallRequest request{QString::fromUtf8(words.value(0)),
                        QString::fromUtf8(words.value(1)).remove(QStringLiteral("/api/v1")),
                        QJsonDocument::fromJson(buffer.mid(headEnd + 4, length)).object()};
    buffer.remove(0, headEnd + 4 + length);
    serve(socket, request);
}

void ScriptedHall::serve(QTcpSocket* socket, const HallRequest& request)
{
    if (m_down)
        return socket->abort();
    requests.append(request);
    if (request.path.startsWith("/events"))
        return openStream(socket, request.path);
    HallReply answer;
    const auto forced = intercept ? intercept(request) : std::nullopt;
    if (forced && *forced == 0)
        return socket->abort();
    answer = forced ? problem(std::abs(*forced), *forced < 0 ? QString() : "scripted") : reply(request);
    socket->write("HTTP/1.1 " + QByteArray::number(answer.status) +
                  " X\r\nContent-Type: application/json\r\nContent-Length: " +
                  QByteArray::number(answer.body.size()) + "\r\n\r\n" + answer.body);
}

HallReply ScriptedHall::reply(const HallRequest& request)
{
    if (request.path == "/board")
        return {200, text(board())};
    if (request.path.startsWith("/print-jobs"))
        return jobReply(request);
    if (request.path == "/hall")
        return {200, text(QJsonObject{{"elapsed", elapsedNow()}})};
    if (request.path.startsWith("/rating-sessions?"))
        return {200, text(sessionsAsked(request.path))};
    if (request.path.startsWith("/rating-sessions/"))
        return {200, "{}"};
    if (request.path.endsWith("/rating"))
        return rate(request);
    if (request.path.startsWith("/devices/")) {
        m_devices[request.path.section('/', 2, 2)] = request.body;
        return {200, text(request.body)};
    }
    if (request.path.startsWith("/counters/"))
        return {200, "{}"};
    return problem(404, "not_found");
}

QJsonArray ScriptedHall::sessionsAsked(const QString& path) const
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

void ScriptedHall::endSession(const QString& session)
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

HallReply ScriptedHall::jobReply(const HallRequest& request)
{
    if (request.method == "GET") {
        const QString state = request.path.section("state=", 1);
        QJsonArray list;
        for (const QJsonObject& job : m_jobs)
            if (job["state"].toString() == state)
                list.append(job);
        return {200, text(list)};
    }
    QJsonObject& job = m_jobs[request.path.section('/', 2, 2)];
    if (request.path.endsWith("/take")) {
        if (job["state"] != "pending")
            return problem(409, "job_state");
        job["state"] = "taken";
        return {200, text(job)};
    }
    const QString outcome = request.body["outcome"].toString();
    if (job["state"] == "ended")
        return {200, text(job)};
    job["state"] = "ended";
    job["outcome"] = outcome;
    const QJsonObject ended = job;
    if (outcome != "printed" && outcome != "sent" && outcome != "dropped")
        addJob(ended["content"].toObject()["number"].toString(), ended["kiosk"].toString(),
               outcome == "unknown" || ended["reprint"].toBool());
    return {200, text(ended)};
}

HallReply ScriptedHall::rate(const HallRequest& request)
{
    const QJsonObject press = request.body["press"].toObject();
    const QString key = QStringLiteral("%1:%2:%3")
                            .arg(press["uid"].toString())
                            .arg(press["epoch"].toInt())
                            .arg(press["seq"].toInt());
    if (ratedKeys.contains(key)) {
        ++repeatedRatings;
        return {200, "{}"};
    }
    for (const QJsonObject& rated : std::as_const(ratings))
        if (rated["session"] == request.body["session"])
            return problem(409, "session_closed");
    ratedKeys += key;
    ratings += request.body;
    return {201, "{}"};
}

QJsonObject ScriptedHall::board() const
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

void ScriptedHall::openStream(QTcpSocket* socket, const QString& path)
{
    const qint64 after = path.section("after=", 1).toLongLong();
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\n");
    for (const auto& [seq, frame] : std::as_const(m_log))
        if (seq > after)
            socket->write(frame);
    m_streams.append(socket);
}

} // namespace starqueue::bridge::test
