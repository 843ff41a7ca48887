#include <firmware-bridge/printer/contact/proof_desk.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kRemembered = 48; ///< more than are asked in the minute that an answer may take
constexpr int kShortestRow = 4;         ///< longer than what is left of damaged automatic status
constexpr int kRowStep = 2;             ///< a row together with a single answer is no other row
constexpr int kRows = 6;
constexpr int kIdTimes = 3;                            ///< of each hundred, one or two may be damaged
constexpr std::chrono::milliseconds kTogether = 150ms; ///< less than lies between two questions
/// An answer to an earlier run of this program may come so long after the line was opened.
constexpr std::chrono::milliseconds kSettles = 10s;
constexpr std::chrono::milliseconds kOfAnEarlierRun = 1s; ///< and is followed by the rest within that
constexpr std::chrono::milliseconds kLate = 5s;           ///< such a printer's answers may be much later
constexpr std::chrono::milliseconds kLatest = 65s;        ///< one that hasn't come by then is lost
constexpr std::chrono::milliseconds kPiecesWithin = 10s;  ///< the second piece of a row after the first
constexpr quint8 kDamagedStatus = 0x02;                   ///< 12, "well", with its fixed bit flipped
constexpr quint8 kNoPaperBits = 0x0C;
constexpr quint32 kSpread = 2654435761U;

} // namespace

void ProofDesk::lineOpened(SteadyTime now)
{
    m_openedAt = now;
    m_row.clear();
    m_lastId += static_cast<quint32>(now.count()) * kSpread >> 8;
    m_length = static_cast<int>(m_lastId % kRows);
}

QByteArray ProofDesk::ask(PrintProof proof, SteadyTime now)
{
    return ask(proof, proof == PrintProof::Sensor ? lengthOfRow(now) : kIdTimes, now);
}

QByteArray ProofDesk::askOnce(PrintProof proof, SteadyTime now)
{
    return ask(proof, 1, now);
}

// The printer has said that it hears: what was asked for that has had its answer, or won't have one.
QByteArray ProofDesk::askWithin(SteadyTime now)
{
    endRow(now);
    for (Asked& asked : m_asked)
        asked.passed = asked.passed || asked.times == 1;
    return askOnce(PrintProof::Sensor, now);
}

QByteArray ProofDesk::ask(PrintProof proof, int times, SteadyTime now)
{
    Asked asked{.serial = ++m_last, .proof = proof, .at = now};
    QByteArray bytes;
    for (int i = 0; i < times && proof == PrintProof::ProcessId; ++i) {
        asked.ids += processIdFor(++m_lastId);
        bytes += processIdRequest(asked.ids.back());
    }
    if (proof == PrintProof::Sensor) {
        asked.times = times;
        bytes = QByteArrayLiteral("\x1Dr\x01").repeated(times);
    }
    m_asked.push_back(asked);
    if (m_asked.size() > kRemembered)
        m_asked.pop_front();
    return bytes;
}

// One that no other row has whose answers may still come.
int ProofDesk::lengthOfRow(SteadyTime now)
{
    for (int tried = 0; tried < kRows; ++tried) {
        m_length = (m_length + 1) % kRows;
        const int length = kShortestRow + kRowStep * m_length;
        const bool isFree = std::none_of(m_asked.begin(), m_asked.end(), [&](const Asked& asked) {
            return asked.times == length && isDue(asked, now);
        });
        if (isFree)
            break;
    }
    return kShortestRow + kRowStep * m_length;
}

bool ProofDesk::isDue(const Asked& asked, SteadyTime now) const
{
    return asked.times > 1 && !asked.passed && now - asked.at < kLatest;
}

void ProofDesk::answered(const ProcessCompleted& completed, SteadyTime now)
{
    for (Asked& asked : m_asked) {
        if (!asked.ids.contains(completed.id))
            continue;
        m_isLate = isLateNow(asked, now);
        asked.proven = true;
        m_knowsIds = true;
    }
}

void ProofDesk::answered(PaperSensorStatus status, SteadyTime now)
{
    tick(now);
    if (m_row.isEmpty()) {
        m_rowBegan = now;
        m_rowAfter = m_last;
    }
    m_row += static_cast<char>(status.byte);
    m_sensorAnswer = now;
    m_oddAnswers += status.byte == kDamagedStatus ? 1 : 0;
    for (Asked& asked : m_asked)
        asked.proven = asked.proven || asked.times == 1;
}

void ProofDesk::tick(SteadyTime now)
{
    if (now - m_sensorAnswer >= kTogether)
        endRow(now);
}

void ProofDesk::interrupted(SteadyTime now)
{
    endRow(now);
}

// Where a row came in two pieces, the second alone may be as long as another.
void ProofDesk::endRow(SteadyTime now)
{
    if (m_row.isEmpty())
        return;
    if (now - m_brokenAt >= kPiecesWithin)
        m_broken = 0;
    const auto inPieces = m_broken > 0 ? rowsOf(m_broken + m_row.size()) : std::nullopt;
    const auto whole = rowsOf(m_row.size());
    if (inPieces && (!whole || inPieces->first < whole->first))
        answeredRows(*inPieces, false, now);
    else if (whole)
        answeredRows(*whole, true, now);
    else if (!passSingles())
        breakRow(now);
    m_row.clear();
}

// Answers come in the order of their questions. What held several rows up, and single ones between them, lets
// them go together.
std::optional<ProofDesk::Rows> ProofDesk::rowsOf(qsizetype answers) const
{
    for (std::size_t first = 0; first < m_asked.size(); ++first) {
        if (!mayBeAnswered(m_asked[first]))
            continue;
        qsizetype rows = 0;
        qsizetype all = 0;
        for (std::size_t last = first; last < m_asked.size() && rows < answers; ++last) {
            if (!mayBeAnswered(m_asked[last]))
                continue;
            rows += m_asked[last].times > 1 ? m_asked[last].times : 0;
            all += m_asked[last].times;
            if (rows > 0 && (rows == answers || all == answers))
                return Rows{first, last, rows != answers};
        }
    }
    return std::nullopt;
}

bool ProofDesk::mayBeAnswered(const Asked& asked) const
{
    return asked.times > 0 && !asked.passed && asked.serial <= m_rowAfter && m_rowBegan - asked.at < kLatest;
}

/// Whether the answers were to questions that were asked once each.
bool ProofDesk::passSingles()
{
    const auto isSingle = [this](const Asked& asked) { return asked.times == 1 && mayBeAnswered(asked); };
    const auto due = std::count_if(m_asked.begin(), m_asked.end(), isSingle);
    if (due < m_row.size())
        return false;
    auto left = m_row.size();
    for (Asked& asked : m_asked) {
        if (left == 0 || !isSingle(asked))
            continue;
        asked.passed = asked.answered = true;
        --left;
    }
    return true;
}

void ProofDesk::answeredRows(Rows rows, bool isWhole, SteadyTime now)
{
    const bool noPaper = mostSayNoPaper();
    m_broken = 0;
    m_knowsSensor = true;
    m_isLate = isLateNow(m_asked[rows.last], now);
    for (std::size_t i = 0; i <= rows.last; ++i) {
        Asked& asked = m_asked[i];
        asked.answered = asked.answered || (i >= rows.first && rows.withSingles && !asked.passed);
        asked.passed = true;
        if (i < rows.first || asked.times < 2 || asked.proven || !isWhole)
            continue;
        asked.noPaper = noPaper;
        asked.proven = !noPaper;
    }
    if (!isWhole)
        m_brokenAt = now;
}

void ProofDesk::breakRow(SteadyTime now)
{
    if (m_row.size() > 1) {
        m_brokenAt = now;
        m_broken += m_row.size();
    }
}

bool ProofDesk::isLateNow(const Asked& asked, SteadyTime now) const
{
    return now - asked.at >= kLate && m_heldAt < asked.at;
}

bool ProofDesk::mostSayNoPaper() const
{
    const auto without = std::count_if(m_row.begin(), m_row.end(), [](char answer) {
        return (static_cast<quint8>(answer) & kNoPaperBits) != 0;
    });
    return 2 * without >= m_row.size();
}

bool ProofDesk::proven(Serial serial) const
{
    const Asked* asked = find(serial);
    return asked && asked->proven;
}

bool ProofDesk::provenSince(Serial first, PrintProof proof) const
{
    return std::any_of(m_asked.begin(), m_asked.end(), [first, proof](const Asked& asked) {
        return asked.serial >= first && asked.proof == proof && asked.proven && asked.times != 1;
    });
}

bool ProofDesk::reachedSince(Serial first, PrintProof proof) const
{
    return std::any_of(m_asked.begin(), m_asked.end(), [first, proof](const Asked& asked) {
        return asked.serial >= first && asked.proof == proof && asked.proven;
    });
}

// An answer that isn't a row's is wherever ids are asked for.
bool ProofDesk::answeredBefore(Serial within, Serial next) const
{
    const Asked* single = find(within);
    const Asked* proof = find(next);
    return single && proof && (proof->times > 0 ? single->answered : single->proven);
}

bool ProofDesk::saidNoPaper(Serial serial) const
{
    const Asked* asked = find(serial);
    return asked && asked->noPaper && !asked->proven;
}

bool ProofDesk::settled(SteadyTime now) const
{
    return now - m_openedAt >= kSettles || m_sensorAnswer <= m_openedAt ||
           now - m_sensorAnswer >= kOfAnEarlierRun;
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
