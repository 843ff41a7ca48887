#include <support/scripted_hall.h>

#include <support/api_description.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTcpSocket>
#include <QTimer>

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace starqueue::test {

namespace {

constexpr char kEvents[] = "GET /events";

/// The description says that this request is answered so.
void expectDescribed(const QByteArray& where, int status, const QJsonValue& body)
{
    if (body.toObject().isEmpty() && body.toArray().isEmpty())
        return;
    const auto words = where.split(' ');
    const auto& description = ApiDescription::instance();
    const YAML::Node schema =
        description.answer(words.first().toLower().toStdString(), words.last().toStdString(), status);
    ASSERT_TRUE(schema.IsDefined()) << where.toStdString() << " isn't answered with " << status;
    EXPECT_EQ(description.faults(body, schema, where).join('\n').toStdString(), "");
}

void expectEvent(const QByteArray& name, const QJsonObject& data)
{
    const YAML::Node events = ApiDescription::instance().events();
    const YAML::Node event = events[name.toStdString()];
    ASSERT_TRUE(event.IsDefined()) << "there is no event " << name.toStdString();
    std::set<std::string> fields{"seq", "at"};
    for (const auto& part : event)
        if (part.second.IsMap()) // the list beside them names the audiences
            for (const auto& field : part.second)
                fields.insert(field.first.as<std::string>());
    for (const QString& field : data.keys())
        EXPECT_TRUE(fields.contains(field.toStdString()))
            << name.toStdString() << " has no " << field.toStdString();
}

} // namespace

ScriptedHall::~ScriptedHall()
{
    for (const Step& step : m_steps)
        ADD_FAILURE() << "nobody asked for " << step.where.toStdString();
}

void ScriptedHall::reply(const QByteArray& verb, const QByteArray& path, int status, const QJsonObject& body)
{
    expectDescribed(verb + " " + path, status, body);
    replyUndescribed(verb, path, status, body);
}

void ScriptedHall::replyUndescribed(const QByteArray& verb, const QByteArray& path, int status,
                                    const QJsonObject& body)
{
    m_steps.append({verb + " " + path, Kind::Reply, jsonReply(status, body)});
}

void ScriptedHall::cut(const QByteArray& verb, const QByteArray& path)
{
    m_steps.append({verb + " " + path, Kind::Cut, {}});
}

void ScriptedHall::ignore(const QByteArray& verb, const QByteArray& path)
{
    m_steps.append({verb + " " + path, Kind::Ignore, {}});
}

void ScriptedHall::stream(const QByteArray& bytes)
{
    m_steps.append({kEvents, Kind::Stream, bytes});
}

void ScriptedHall::streams(const QByteArray& bytes)
{
    m_everyStream = bytes;
}

void ScriptedHall::always(const QByteArray& verb, const QByteArray& path,
                          const std::function<QJsonObject()>& body)
{
    m_always.insert(verb + " " + path, body);
}

void ScriptedHall::answerWith(const std::function<Reply(const Request&)>& handler)
{
    m_handler = handler;
}

qint64 ScriptedHall::tell(const QByteArray& name, const QJsonObject& data)
{
    const QByteArray bytes = eventBytes(++m_seq, name, data);
    m_log.append({m_seq, bytes});
    push(bytes);
    return m_seq;
}

QList<ScriptedHall::Request> ScriptedHall::requests(const QByteArray& verb, const QByteArray& path) const
{
    QList<Request> found;
    for (const Request& request : m_requests) {
        if (request.verb == verb && request.path == path)
            found.append(request);
    }
    return found;
}

void ScriptedHall::answer(QTcpSocket* socket, const Request& request)
{
    m_requests.append(request);
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        if (m_steps.at(i).where == request.where()) {
            perform(socket, m_steps.takeAt(i));
            return;
        }
    }
    answerByItself(socket, request);
}

void ScriptedHall::answerByItself(QTcpSocket* socket, const Request& request)
{
    const QByteArray where = request.where();
    if (where == kEvents && (m_everyStream || m_handler)) {
        QByteArray bytes = m_everyStream.value_or(QByteArray());
        const qint64 after = request.query.mid(sizeof("after=") - 1).toLongLong();
        for (const auto& [seq, event] : std::as_const(m_log))
            bytes += seq > after ? event : QByteArray();
        openStream(socket, bytes);
        return;
    }
    const auto always = m_always.constFind(where);
    const Reply answer = always != m_always.constEnd() ? Reply{200, (*always)()}
                         : m_handler                   ? m_handler(request)
                                                       : Reply{404, QJsonObject{{"code", "not_found"}}};
    if (answer.status == 0)
        return socket->abort();
    expectDescribed(where, answer.status, answer.body);
    socket->write(jsonReply(answer.status, answer.body));
}

void ScriptedHall::perform(QTcpSocket* socket, const Step& step)
{
    switch (step.kind) {
    case Kind::Reply:
        socket->write(step.bytes);
        break;
    case Kind::Cut:
        socket->abort();
        break;
    case Kind::Ignore:
        break;
    case Kind::Stream:
        openStream(socket, step.bytes);
        break;
    }
}

QByteArray eventBytes(qint64 seq, const QByteArray& name, QJsonObject data)
{
    expectEvent(name, data);
    return eventMessage(seq, name, std::move(data));
}

bool eventually(const std::function<bool()>& condition)
{
    // Woken by a timer: processEvents() with a time would spin, and starve the network's thread.
    QTimer wake;
    wake.start(10ms);
    QElapsedTimer since;
    since.start();
    while (!condition()) {
        if (since.hasExpired(10'000))
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace starqueue::test
