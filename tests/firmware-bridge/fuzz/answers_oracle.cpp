#include <firmware-bridge/fuzz/answers_oracle.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

const QByteArray kAskId("\x1D(H\x06\x00\x30\x30", 7);
const QByteArray kAskSensor("\x1Dr");
constexpr qsizetype kIdBytes = 4;
constexpr int kSensorFixed = 0x90;                     ///< bits that its answer hasn't
constexpr std::chrono::milliseconds kWithinBlock{100}; ///< a longer gap ends one

} // namespace

void AnswersOracle::jobBegins()
{
    m_ids.clear();
    m_heard.clear();
    m_heardAt.clear();
    m_sensorAsked = false;
}

void AnswersOracle::sent(const QByteArray& bytes)
{
    for (qsizetype at = bytes.indexOf(kAskId); at >= 0; at = bytes.indexOf(kAskId, at + 1))
        m_ids.push_back(bytes.mid(at + kAskId.size(), kIdBytes));
    if (bytes.contains(kAskSensor) && !std::exchange(m_sensorAsked, true))
        m_heardBeforeSensor = m_heard.size();
    m_sensorQuestions += static_cast<int>(bytes.count(kAskSensor));
    for (qsizetype at = bytes.indexOf("\x10\x04"); at >= 0 && at + 2 < bytes.size();
         at = bytes.indexOf("\x10\x04", at + 1))
        m_questions += bytes[at + 2];
}

void AnswersOracle::heard(const QByteArray& bytes, SteadyTime now)
{
    m_heard += bytes;
    m_heardAt.resize(static_cast<std::size_t>(m_heard.size()), now);
}

bool AnswersOracle::mayBePrinted() const
{
    const bool idCame = std::any_of(m_ids.begin(), m_ids.end(), [this](const QByteArray& id) {
        return m_heard.contains("7\"" + id + '\0');
    });
    return idCame || (m_sensorAsked && sensorAnswered());
}

bool AnswersOracle::blockBeginsAt(qsizetype at) const
{
    const auto second = static_cast<unsigned char>(at + 1 < m_heard.size() ? m_heard[at + 1] : 0);
    switch (static_cast<unsigned char>(m_heard[at])) {
    case 0x37:
    case 0x3D:
        return second >= 0x20 && second <= 0x25;
    case 0x3B:
        return second == 0x30 || second == 0x31;
    case 0x5F:
        return second >= 0x20 && second < 0x7F;
    case 0x10:
        return second == 0x0F;
    case 0xFF:
        return second == 0x13;
    default:
        return false;
    }
}

// Its NUL; none within its time: the head alone.
qsizetype AnswersOracle::endOfBlock(qsizetype at) const
{
    for (qsizetype end = at + 2; end < m_heard.size(); ++end) {
        const auto gap =
            m_heardAt[static_cast<std::size_t>(end)] - m_heardAt[static_cast<std::size_t>(end - 1)];
        if (gap >= kWithinBlock)
            break;
        if (m_heard[end] == 0)
            return end;
    }
    return at;
}

// A byte outside of the makers' blocks that could be the answer.
bool AnswersOracle::sensorAnswered() const
{
    for (qsizetype at = m_heardBeforeSensor; at < m_heard.size(); ++at) {
        const qsizetype end = blockBeginsAt(at) ? endOfBlock(at) : at;
        if (end == at && (m_heard[at] & kSensorFixed) == 0)
            return true;
        at = end;
    }
    return false;
}

} // namespace starqueue::bridge
