#pragma once

#include <support/loopback_hall.h>

#include <QJsonObject>

namespace starqueue::gallery {

/// A hall on the loopback that gives a scene's answers to whoever asks. Lives on one thread.
///
/// An answer is found by "VERB /path" (below /api/v1, without query): {"status": 201, "body": {…}}, or
/// {"silent": true} for a request that is never answered. GET /events opens a stream; all else gets 404.
class SceneHall : public test::LoopbackHall
{
    Q_OBJECT

public:
    explicit SceneHall(QJsonObject answers) : m_answers(std::move(answers)) {}

    /// Answers from now on as `patch` (RFC 7396) changes them; tell it with an event.
    void change(const QJsonObject& patch);
    /// Sends an event to everybody who listens.
    void tell(const QString& event, const QJsonObject& data);

private:
    void answer(QTcpSocket* socket, const Request& request) override;

    QJsonObject m_answers;
    qint64 m_seq = 1;
};

} // namespace starqueue::gallery
