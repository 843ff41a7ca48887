#include <firmware-bridge/relay/keypad_keys.h>

#include <firmware-bridge/field_devices/field_reports.h>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

/// Namespace of keypad requests, made once at random.
const QUuid kKeypadNamespace(u"{6d1f0c0e-8f8e-4c6a-9a61-3f1a5b3f0e57}"_s);

} // namespace

client::api::May keypadStep(int key)
{
    using client::api::May;
    switch (key) {
    case 1:
        return May::Next;
    case 2:
        return May::Recall;
    case 3:
        return May::Start;
    case 4:
        return May::Finish;
    case 5:
        return May::NoShow;
    case 6:
        return May::Help;
    default:
        return May::Nothing;
    }
}

QUuid keypadRequestId(quint32 uid, int epoch, int seq)
{
    return QUuid::createUuidV5(kKeypadNamespace, u"%1:%2:%3"_s.arg(uidText(uid)).arg(epoch).arg(seq));
}

} // namespace starqueue::bridge
