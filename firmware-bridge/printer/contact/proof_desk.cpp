#include <firmware-bridge/printer/contact/proof_desk.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kRemembered = 48; ///< more than are asked in the minute that an answer may take
constexpr int kSensorTimes = 3;
constexpr int kIdTimes = 3;                            ///< of each hundred, one or two may be damaged
constexpr std::chrono::milliseconds kTogether = 500ms; ///< less than lies between two questions
constexpr std::chrono::milliseconds kFollows = 400ms;  ///< the rest of a row of answers is lost after that
/// Longer than a question takes to a printer that is ready, and its answer back.
constexpr std::chrono::milliseconds kSettles = 10s;
constexpr std::chrono::milliseconds kLate = 5s;    ///< such a printer's answers may be much later
constexpr std::chrono::milliseconds kLatest = 65s; ///< one that hasn't come by then is lost
/// Answers to an earlier run of this program may come after the first of its own.
constexpr std::chrono::milliseconds kOfAnEarlierRun = 1s;
constexpr quint8 kNoPaperBits = 0x0C;
constexpr quint32 kSpread = 2654435761U;

} // namespace

void ProofDesk::lineOpened(SteadyTime now)
{
    m_openedAt = now;
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
    for (int i = 0; i < times && proof == PrintProof::Sensor; ++i)
        bytes += QByteArrayLiteral("\x1Dr\x01");
    if (proof == PrintProof::Sensor) {
        asked.times = times;
        m_due.insert(m_due.end(), static_cast<std::size_t>(times), {asked.serial, now});
    }
    if (asked.times > 1) {
        m_equal = 0;
        m_rowAskedAt = now;
        m_rowIsOpen = true;
    }
    m_asked.push_back(asked);
    if (m_asked.size() > kRemembered)
        m_asked.pop_front();
    return bytes;
}

void ProofDesk::answered(const ProcessCompleted& completed, SteadyTime now)
{
    for (Asked& asked : m_asked) {
        if (!asked.ids.contains(completed.id))
            continue;
        m_isLate = now - asked.at >= kLate;
        asked.proven = true;
        m_knowsIds = true;
    }
}

void ProofDesk::answered(PaperSensorStatus status, SteadyTime now)
{
    while (!m_due.empty() && now - m_due.front().at >= kLatest)
        m_due.pop_front();
    if (!m_due.empty()) { // the oldest one's answer may be lost: only the latest one's age proves that it's
                          // late
        m_isLate = now - m_due.back().at >= kLate || (m_isLate && now - m_due.front().at >= kLate);
        m_due.pop_front();
    }
    const bool isSame = m_equal > 0 && m_value == status.byte && now - m_sensorAnswer <= kTogether;
    m_equal = isSame ? m_equal + 1 : 1;
    m_value = status.byte;
    m_sensorAnswer = now;
    for (Asked& asked : m_asked)
        asked.proven = asked.proven || asked.times == 1;
    if (m_equal >= 2)
        provedBySensor((status.byte & kNoPaperBits) != 0);
}

void ProofDesk::provedBySensor(bool noPaper)
{
    const auto latest =
        std::find_if(m_asked.rbegin(), m_asked.rend(), [](const Asked& asked) { return asked.times > 1; });
    if (latest == m_asked.rend())
        return;
    m_knowsSensor = true;
    m_rowIsOpen = false;
    latest->noPaper = noPaper;
    latest->proven = latest->proven || !noPaper;
}

bool ProofDesk::proven(Serial serial) const
{
    const Asked* asked = find(serial);
    return asked && asked->proven;
}

bool ProofDesk::provenSince(Serial first, PrintProof proof) const
{
    return std::any_of(m_asked.begin(), m_asked.end(), [first, proof](const Asked& asked) {
        return asked.serial >= first && asked.proof == proof && asked.proven;
    });
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
    if (m_isLate && isStillDue(serial, now))
        return false; // what came was asked before
    return m_sensorAnswer >= asked->at && now - m_sensorAnswer >= kTogether;
}

bool ProofDesk::settled(SteadyTime now) const
{
    if (now - m_openedAt < kSettles && m_sensorAnswer > m_openedAt)
        return now - m_sensorAnswer >= kOfAnEarlierRun;
    if (m_due.empty())
        return true;
    const bool mayRowCome = m_rowIsOpen && now - m_rowAskedAt < (m_isLate ? kLatest : kSettles);
    return !mayRowCome && now - m_sensorAnswer >= kFollows;
}

// Answers come in the order of their questions.
bool ProofDesk::isStillDue(Serial serial, SteadyTime now) const
{
    return std::any_of(m_due.begin(), m_due.end(), [serial, now](const Due& due) {
        return due.serial <= serial && now - due.at < kLatest;
    });
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
