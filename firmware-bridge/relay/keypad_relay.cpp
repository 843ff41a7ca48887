#include <firmware-bridge/relay/keypad_relay.h>

#include <firmware-bridge/relay/keypad_keys.h>

#include <QLoggingCategory>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcKeypad, "bridge.keypad")

} // namespace

KeypadRelay::KeypadRelay(client::HallClient& hall, QObject* parent) : QObject(parent), m_hall(hall) {}

void KeypadRelay::setKeypad(const QString& keypad, const QString& counter)
{
    m_counters.insert(keypad, counter);
}

void KeypadRelay::clearKeypads()
{
    m_counters.clear();
}

void KeypadRelay::onPressed(const PressReport& press)
{
    if (!knows(press.device) || m_inFlight.contains(keypadRequestId(press.uid, press.epoch, press.seq)))
        return;
    if (!press.ageTenths || *press.ageTenths * kTenth > kExpiry)
        return drop(press, u"is older than 2 s"_s);
    const client::api::May step = keypadStep(press.value);
    if (step == client::api::May::Nothing)
        return drop(press, u"has no meaning"_s);
    send(press, step, *press.ageTenths * kTenth);
}

void KeypadRelay::drop(const PressReport& press, const QString& why)
{
    const int dropped = ++m_dropped[press.device];
    qCWarning(lcKeypad) << "key" << press.value << "on" << press.device << why
                        << "- dropped so far:" << dropped;
    emit acknowledgeRequested(press.device, press.epoch, press.seq);
    emit pressDropped(press.device, dropped);
}

void KeypadRelay::send(const PressReport& press, client::api::May step, std::chrono::milliseconds age)
{
    const QUuid request = keypadRequestId(press.uid, press.epoch, press.seq);
    m_inFlight.insert(request);
    const auto command =
        client::api::atCounter(m_counters.value(press.device), {.step = step, .requestId = request});
    m_hall.send(
        command, this,
        [this, press, request, path = command.path](const client::Answer& answer) {
            m_inFlight.remove(request);
            if (answer.unreachable())
                return drop(press, u"got no decision within 2 s"_s);
            qCInfo(lcKeypad) << press.device << path << "answered" << answer.status << answer.code;
            emit acknowledgeRequested(press.device, press.epoch, press.seq);
        },
        std::max(kExpiry - age, kTenth));
}

} // namespace starqueue::bridge
