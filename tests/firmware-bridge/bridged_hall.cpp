#include <firmware-bridge/bridged_hall.h>

namespace starqueue::bridge::test {

BridgedHall::BridgedHall()
{
    m_wire.answerWith([this](const starqueue::test::ScriptedHall::Request& asked) {
        const QByteArray query = asked.query.isEmpty() ? QByteArray() : "?" + asked.query;
        const HallReply reply =
            answer({QString::fromUtf8(asked.verb), QString::fromUtf8(asked.path + query), asked.body});
        return starqueue::test::ScriptedHall::Reply{reply.status, reply.body};
    });
}

} // namespace starqueue::bridge::test
