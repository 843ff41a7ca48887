#include <gallery/scene_hall.h>

#include <gallery/scene.h>

#include <QTcpSocket>

namespace starqueue::gallery {

void SceneHall::change(const QJsonObject& patch)
{
    m_answers = mergePatch(m_answers, patch);
}

void SceneHall::tell(const QString& event, const QJsonObject& data)
{
    push(test::eventMessage(++m_seq, event.toUtf8(), data));
}

void SceneHall::answer(QTcpSocket* socket, const Request& request)
{
    const QByteArray where = request.where();
    if (where == "GET /events")
        return openStream(socket, ":\n\n");
    const auto found = m_answers.constFind(QString::fromUtf8(where));
    if (found == m_answers.constEnd()) {
        socket->write(test::jsonReply(404, QJsonObject{{"code", "not_found"}}));
        return;
    }
    if (found->toObject().value("silent").toBool())
        return;
    QJsonObject body = found->toObject().value("body").toObject();
    if (where == "GET /board")
        body.insert("seq", m_seq);
    socket->write(test::jsonReply(found->toObject().value("status").toInt(200), body));
}

} // namespace starqueue::gallery
