#include <firmware-bridge/printer/proof_desk.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kRemembered = 24;
constexpr int kSensorTimes = 3;
constexpr int kIdTimes = 3; ///< of each hundred, one or two may be damaged
constexpr std::chrono::milliseconds kTogether = 1000ms;
constexpr std::chrono::milliseconds kFollows = 400ms; ///< the rest of a row of answers is lost after that
/// Longer than a question takes to a printer that is ready, and its answer back.
constexpr std::chrono::milliseconds kSettles = 10s;
constexpr quint8 kNoPaperBits = 0x0C;
constexpr quint32 kSpread = 2654435761U;

} // namespace

void ProofDesk::lineOpened(SteadyTime now)
{
    m_lastId += static_cast<quint32>(now.count()) * kSpread >> 8;
}

QByteArray ProofDesk::ask(PrintProof proof, SteadyTime now)
{
    return ask(proof, proof == PrintProof::Sensor ? kSensorTimes : kIdTimes, now);
}

QByteArray ProofDesk::askOnce(PrintProof proof, SteadyTime now)
{
    return ask(proof, 1, now);
}

QByteArray ProofDesk::ask(PrintProof proof, int times, SteadyTime now)
{
    Asked asked{.serial = ++m_last, .proof = proof, .at = now};
    QByteArray bytes;
    for (int i = 0; i < times && proof == PrintProof::ProcessId; ++i) {
        asked.ids += processIdFor(++m_lastId);
        bytes += processIdRequest(asked.ids.back());
    }
    for (int i = 0; i < times && proof == PrintProof::Sensor; ++i) {
        ++asked.due;
        bytes += QByteArrayLiteral("\x1Dr\x01");
    }
    m_asked.push_back(asked);
    if (m_asked.size() > kRemembered)
        m_asked.pop_front();
    return bytes;
}

void ProofDesk::answered(const ProcessCompleted& completed)
{
    for (Asked& asked : m_asked) {
        if (!asked.ids.contains(completed.id))
            continue;
        asked.proven = true;
        m_knowsIds = true;
    }
}

void ProofDesk::answered(PaperSensorStatus status, SteadyTime now)
{
    m_sensorAnswer = now;
    const auto oldest =
        std::find_if(m_asked.begin(), m_asked.end(), [](const Asked& asked) { return asked.due > 0; });
    if (oldest == m_asked.end())
        return;
    --oldest->due;
    const bool isSame =
        oldest->equal > 0 && oldest->value == status.byte && now - oldest->answeredAt <= kTogether;
    oldest->equal = isSame ? oldest->equal + 1 : 1;
    oldest->value = status.byte;
    oldest->answeredAt = now;
    if (oldest->equal < 2)
        return;
    m_knowsSensor = true;
    oldest->noPaper = (status.byte & kNoPaperBits) != 0;
    oldest->proven = oldest->proven || !oldest->noPaper;
}

bool ProofDesk::proven(Serial serial) const
{
    const Asked* asked = find(serial);
    return asked && asked->proven;
}

bool ProofDesk::provenSince(Serial first) const
{
    return std::any_of(m_asked.begin(), m_asked.end(),
                       [first](const Asked& asked) { return asked.serial >= first && asked.proven; });
}

bool ProofDesk::saidNoPaper(Serial serial) const
{
    const Asked* asked = find(serial);
    return asked && asked->noPaper && !asked->proven;
}

bool ProofDesk::passed(Serial serial, SteadyTime now) const
{
    const Asked* asked = find(serial);
    if (!asked)
        return false;
    if (asked->proof == PrintProof::ProcessId)
        return asked->proven;
    return m_sensorAnswer >= asked->at && now - m_sensorAnswer >= kTogether;
}

bool ProofDesk::settled(SteadyTime now)
{
    bool isSettled = true;
    for (Asked& asked : m_asked) {
        const bool isRestLost = asked.equal >= 2 && now - asked.answeredAt >= kFollows;
        if (isRestLost || now - asked.at >= kSettles)
            asked.due = 0;
        isSettled = isSettled && asked.due == 0;
    }
    return isSettled;
}

bool ProofDesk::knows(PrintProof proof) const
{
    return (proof == PrintProof::ProcessId && m_knowsIds) || (proof == PrintProof::Sensor && m_knowsSensor);
}

const ProofDesk::Asked* ProofDesk::find(Serial serial) const
{
    const auto found = std::find_if(m_asked.begin(), m_asked.end(),
                                    [serial](const Asked& asked) { return asked.serial == serial; });
    return found == m_asked.end() ? nullptr : &*found;
}

} // namespace starqueue::bridge
