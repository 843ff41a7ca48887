#include <firmware-bridge/fuzz/answers_oracle.h>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

namespace {

constexpr std::size_t kIdsOfTicket = 3;      ///< each question bears three; later ones are asked later
constexpr unsigned char kSensorFixed = 0x90; ///< bits that its answer hasn't
constexpr unsigned char kNoPaper = 0x0C;
constexpr int kFewestAnswers = 3;                      ///< that say "paper": most of a row
constexpr std::chrono::milliseconds kWithinBlock{100}; ///< a longer gap ends one
constexpr std::size_t kLongestNested = 64;
constexpr unsigned char kAtExit = 0x20; ///< in the third byte of Custom's full status

unsigned char valueOf(char byte)
{
    return static_cast<unsigned char>(byte);
}

bool isRealTimeOrFlow(unsigned char byte)
{
    return (byte & 0x93) == 0x12 || byte == 0x11 || byte == 0x13;
}

bool beginsStatus(unsigned char byte)
{
    return (byte & 0x93) == 0x10;
}

} // namespace

void AnswersOracle::sent(const SentCommand& command)
{
    using enum SentCommand::Kind;
    switch (command.kind) {
    case Ticket:
        m_ticket = std::clamp<int>(command.number, 0, kTickets);
        ++m_copies.at(static_cast<std::size_t>(m_ticket));
        m_ids.clear();
        m_heard.clear();
        m_heardAt.clear();
        m_sensorAsked = m_lostPower = false;
        return;
    case ProcessId:
        m_asksTwice = std::find(m_ids.begin(), m_ids.end(), command.id) != m_ids.end();
        return m_ids.push_back(command.id);
    case Sensor:
        if (!std::exchange(m_sensorAsked, true))
            m_heardBeforeSensor = m_heard.size();
        return;
    case Status:
    case Clear:
        return;
    }
}

void AnswersOracle::heard(QByteArrayView bytes, SteadyTime now)
{
    m_heard.append(bytes.data(), static_cast<std::size_t>(bytes.size()));
    m_heardAt.resize(m_heard.size(), now);
}

AnswersOracle::Proof AnswersOracle::proofOf(int ticket) const
{
    if (ticket != m_ticket || m_lostPower)
        return Proof::None;
    const auto came = std::find_if(m_ids.begin(), m_ids.end(), [this](const Id& id) { return idCame(id); });
    if (came != m_ids.end())
        return came - m_ids.begin() < static_cast<std::ptrdiff_t>(kIdsOfTicket) ? Proof::ProcessId
                                                                                : Proof::LaterProcessId;
    if (m_sensorAsked && sensorAnswered())
        return Proof::Sensor;
    return liesAtExit() ? Proof::Presenter : Proof::None;
}

bool AnswersOracle::idCame(const Id& id) const
{
    for (std::size_t at = m_heard.find('7'); at != std::string::npos; at = m_heard.find('7', at + 1))
        if (isBlockOfId(at, id))
            return true;
    return false;
}

// What the printer says at once may stand within it; of what begins automatic status, any rest may.
bool AnswersOracle::isBlockOfId(std::size_t at, const Id& id) const
{
    const std::array<char, 7> block{'7', '"', id[0], id[1], id[2], id[3], '\0'};
    std::size_t matched = 1;
    bool isStatusWithin = false;
    for (std::size_t i = at + 1; i < std::min(m_heard.size(), at + kLongestNested); ++i) {
        const unsigned char byte = valueOf(m_heard[i]);
        if (m_heard[i] == block.at(matched)) {
            if (++matched == block.size())
                return true;
            continue;
        }
        isStatusWithin = isStatusWithin || beginsStatus(byte);
        if (!isStatusWithin && !isRealTimeOrFlow(byte))
            return false;
    }
    return false;
}

bool AnswersOracle::blockBeginsAt(std::size_t at) const
{
    const unsigned char second = at + 1 < m_heard.size() ? valueOf(m_heard[at + 1]) : 0;
    switch (valueOf(m_heard[at])) {
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

// Its NUL; none within its time: the head alone. Of a process id not beyond its seven bytes.
std::size_t AnswersOracle::endOfBlock(std::size_t at) const
{
    constexpr std::size_t kIdBlock = 7;
    const bool isId = m_heard.compare(at, 2, "7\"") == 0;
    for (std::size_t end = at + 2; end < m_heard.size(); ++end) {
        if (m_heardAt[end] - m_heardAt[end - 1] >= kWithinBlock)
            break;
        if (m_heard[end] == 0 || (isId && end + 1 == at + kIdBlock))
            return end;
    }
    return at;
}

// Bytes outside of the makers' blocks that could be the answers of one row.
bool AnswersOracle::sensorAnswered() const
{
    int answers = 0;
    for (std::size_t at = m_heardBeforeSensor; at < m_heard.size(); ++at) {
        const std::size_t end = blockBeginsAt(at) ? endOfBlock(at) : at;
        if (end == at && (valueOf(m_heard[at]) & (kSensorFixed | kNoPaper)) == 0)
            ++answers;
        at = end;
    }
    return answers >= kFewestAnswers;
}

// 10 0F and four bytes, of which the first says it; what is said at once may stand before the 0F.
bool AnswersOracle::liesAtExit() const
{
    for (std::size_t at = m_heard.find('\x10'); at != std::string::npos; at = m_heard.find('\x10', at + 1)) {
        std::size_t mark = at + 1;
        while (mark < m_heard.size() && isRealTimeOrFlow(valueOf(m_heard[mark])))
            ++mark;
        if (mark + 1 < m_heard.size() && m_heard[mark] == '\x0F' &&
            (valueOf(m_heard[mark + 1]) & kAtExit) != 0)
            return true;
    }
    return false;
}

} // namespace starqueue::bridge
