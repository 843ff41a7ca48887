#include <firmware-bridge/printer/print_course.h>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;
using Verdict = PrintCourse::Verdict;

constexpr std::chrono::milliseconds kUnfitGrace = 2000ms;
constexpr std::chrono::milliseconds kPowerCut = 1200ms; ///< the shortest, with the start after it
constexpr std::chrono::milliseconds kHearsWithin = 2000ms;
constexpr std::chrono::milliseconds kPatience = 30s;   ///< with what passes by itself, or with silence
constexpr std::chrono::milliseconds kLateAnswer = 70s; ///< of a printer whose answers are late
constexpr int kLongestCommand = 256;                   ///< a QR code's text with its header

std::chrono::milliseconds wireTime(qsizetype bytes, int baud)
{
    return std::chrono::milliseconds(bytes * 10 * 1000 / std::max(baud, 300) + 1);
}

QByteArray presentCommand(const PresenterProfile& presenter)
{
    if (presenter.kind != PresenterProfile::Kind::Custom)
        return {};
    return QByteArrayLiteral("\x1D"
                             "e\x03") +
           static_cast<char>(presenter.presentSteps);
}

bool passes(const PrinterMonitor& monitor)
{
    using enum PrinterSign;
    return monitor.blocked() || (monitor.condition().hasAny({Feed, Cooling, WaitsForRecovery}) &&
                                 !monitor.condition().hasAny({CoverOpen, PaperOut, Broken}));
}

} // namespace

QByteArray completion()
{
    return QByteArray(kLongestCommand, '\0');
}

PrintCourse::PrintCourse(PrintTask task, const QByteArray& parting, PrintProof proof, const Scene& scene)
    : m_task(std::move(task)), m_ticket(parting + m_task.bytes), m_proof(proof), m_last(scene.now)
{
    if (asks())
        askHearing(scene);
    else
        send(scene);
}

Verdict PrintCourse::advance(const Scene& scene)
{
    if (!scene.monitor.silent())
        m_silentSince.reset();
    else if (!m_silentSince)
        m_silentSince = scene.now;
    const bool canPrint =
        !scene.monitor.blocked() && !scene.monitor.silent() && scene.monitor.condition().fitToPrint();
    if (canPrint)
        m_unfitSince.reset();
    else if (!m_unfitSince)
        m_unfitSince = scene.now;
    passTime(scene, canPrint);
    return m_begun ? supervise(scene) : hear(scene);
}

// The customer's hand may take as long as it takes: a ticket at the exit holds nothing up that it must not.
void PrintCourse::passTime(const Scene& scene, bool canPrint)
{
    const auto passed = scene.now - std::exchange(m_last, scene.now);
    const auto& condition = scene.monitor.condition();
    watchLine(scene.monitor, passed);
    const bool waitsForHand = condition.has(PrinterSign::TicketWaiting) && m_proof != PrintProof::Presenter &&
                              scene.profile.presenter.kind != PresenterProfile::Kind::None;
    if (!canPrint)
        m_held += passed;
    else if (waitsForHand)
        m_held = 0ms;
    else if (scene.now >= m_sentBy)
        m_fit += passed;
    if (m_begun && statusSays(scene))
        m_mostMisses = std::max(m_mostMisses, scene.monitor.misses());
}

// A printer without power holds the line up, too: what was sent before is lost, and the rest comes out and is
// confirmed. An error that waits for a command ends in no other way while none can pass.
void PrintCourse::watchLine(const PrinterMonitor& monitor, std::chrono::milliseconds passed)
{
    using enum PrinterSign;
    const PrinterCondition said = monitor.said();
    const bool isUnexplained =
        monitor.blocked() && (said.hasAny({Cutter, Jam, Presenter, Recoverable}) ||
                              !said.hasAny({CoverOpen, PaperOut, Feed, Cooling, WaitsForRecovery}));
    m_blocked = m_begun && isUnexplained ? m_blocked + passed : 0ms;
    m_wasCutOff = m_wasCutOff || m_blocked >= kPowerCut;
}

// Nothing of the ticket is sent yet: what keeps the printer from printing ends the course, unless it passes.
Verdict PrintCourse::hear(const Scene& scene)
{
    const auto& monitor = scene.monitor;
    const bool hears = scene.desk.provenSince(m_firstAsked, m_proof);
    if (hears && !monitor.suspects() && !m_unfitSince && scene.desk.settled(scene.now)) {
        send(scene);
        return Verdict::GoesOn;
    }
    // What holds it back, such as a sign that is to be said twice, may never be said.
    if (hears && scene.now - m_askedAt >= scene.profile.jobLife)
        return Verdict::Refused;
    const auto grace = passes(monitor) ? kPatience : kUnfitGrace;
    if (m_unfitSince && scene.now - *m_unfitSince >= grace)
        return Verdict::Refused;
    return m_unfitSince || hears ? Verdict::GoesOn : hearAgain(scene);
}

Verdict PrintCourse::hearAgain(const Scene& scene)
{
    if (scene.now - m_askedAt < kHearsWithin)
        return Verdict::GoesOn;
    const auto patience = scene.desk.late() ? kLateAnswer : kPatience;
    const auto enough = scene.desk.knows(m_proof) ? patience : scene.profile.confirmWithin;
    if (m_fit >= enough)
        return m_task.isAgain ? Verdict::Refused : Verdict::Again;
    askHearing(scene);
    return Verdict::GoesOn;
}

Verdict PrintCourse::supervise(const Scene& scene)
{
    watchExit(scene.monitor.condition());
    if (const Verdict proven = prove(scene); proven != Verdict::GoesOn)
        return proven;
    if (m_isLost && !m_unfitSince)
        return Verdict::Unknown;
    if (m_silentSince && statusSays(scene))
        return scene.now - *m_silentSince >= kPatience ? Verdict::Unknown : Verdict::GoesOn;
    if (m_askedAgain != 0 && scene.desk.passed(m_askedAgain, scene.now)) {
        scene.desk.close();
        return Verdict::Unknown; // what came after the ticket was answered
    }
    if (asks() && isToAskAgain(scene))
        askAgain(scene);
    return giveUpIfLong(scene);
}

void PrintCourse::watchExit(const PrinterCondition& condition)
{
    m_sawMoving = m_sawMoving || condition.has(PrinterSign::Moving);
    m_sawExitEmpty = m_sawExitEmpty || !condition.has(PrinterSign::TicketWaiting);
}

// Answers without an id stay apart.
bool PrintCourse::isToAskAgain(const Scene& scene) const
{
    const auto& monitor = scene.monitor;
    const bool isDue = m_fit >= scene.profile.confirmWithin * (m_asksAgain + 1);
    const bool isBack = monitor.unanswered() != m_unanswered && monitor.misses() == 0;
    return !m_unfitSince && (isDue || (isBack && scene.now - m_askedAt >= kHearsWithin));
}

Verdict PrintCourse::prove(const Scene& scene)
{
    if (m_proof == PrintProof::Presenter)
        return provePresented(scene);
    if (m_proof == PrintProof::None)
        return proveSent(scene);
    if (scene.desk.proven(m_asked))
        return m_isLost || m_wasCutOff ? Verdict::Unknown : Verdict::Printed;
    const bool isDue = scene.now - m_askedAt >= kHearsWithin;
    if (scene.desk.saidNoPaper(m_asked) && isDue && !m_unfitSince && !mayHaveLostPower()) {
        scene.output += scene.desk.ask(m_proof, scene.now); // the refilled printer says so anew
        m_asked = scene.desk.last();
        m_askedAt = scene.now;
    }
    return Verdict::GoesOn;
}

// The motor stands still and a ticket lies at the exit that wasn't there before. One that isn't seen there
// was pulled out in between, or a short power cut ended it: nobody knows.
Verdict PrintCourse::provePresented(const Scene& scene)
{
    const auto& condition = scene.monitor.condition();
    const bool isRound = scene.monitor.lastRoundBegan() >= m_sentBy && !scene.monitor.suspects();
    if (!isRound || m_unfitSince || condition.has(PrinterSign::Moving))
        return Verdict::GoesOn;
    if (condition.has(PrinterSign::TicketWaiting) && (m_sawMoving || m_sawExitEmpty))
        return mayHaveLostPower() ? Verdict::Unknown : Verdict::Printed;
    return m_fit < scene.profile.confirmWithin ? Verdict::GoesOn : Verdict::Unknown;
}

Verdict PrintCourse::proveSent(const Scene& scene) const
{
    if (scene.now < m_sentBy || scene.monitor.blocked())
        return Verdict::GoesOn;
    if (!statusSays(scene))
        return Verdict::Sent;
    const bool isRound = scene.monitor.lastRoundBegan() >= m_sentBy && !scene.monitor.suspects();
    if (!isRound || m_unfitSince)
        return Verdict::GoesOn;
    return mayHaveLostPower() ? Verdict::Unknown : Verdict::Sent;
}

Verdict PrintCourse::giveUpIfLong(const Scene& scene)
{
    if (m_fit >= scene.profile.jobLife)
        return m_mayClear ? Verdict::Clear : Verdict::Unknown;
    if (m_held < scene.profile.holdLife)
        return Verdict::GoesOn;
    if (scene.monitor.blocked())
        return Verdict::Unknown;
    return m_mayClear ? Verdict::Clear : Verdict::GoesOn;
}

void PrintCourse::send(const Scene& scene)
{
    m_begun = true;
    m_isLost = false;
    m_unanswered = scene.monitor.unanswered();
    m_fit = m_held = 0ms;
    scene.output += m_ticket + presentCommand(scene.profile.presenter);
    m_sentBy = scene.now + wireTime(scene.output.size(), scene.profile.baud);
    scene.output += scene.desk.ask(m_proof, scene.now);
    m_asked = scene.desk.last();
    m_askedAt = scene.now;
}

void PrintCourse::askHearing(const Scene& scene)
{
    scene.output += m_proof == PrintProof::Sensor ? scene.desk.askOnce(m_proof, scene.now)
                                                  : scene.desk.ask(m_proof, scene.now);
    if (m_firstAsked == 0)
        m_firstAsked = scene.desk.last();
    m_askedAt = scene.now;
}

// A command that was damaged on its way may wait for data that never come: from the second time on they come.
void PrintCourse::askAgain(const Scene& scene)
{
    m_unanswered = scene.monitor.unanswered();
    if (m_asksAgain++ > 0)
        scene.output += completion();
    scene.output += scene.desk.askOnce(m_proof, scene.now);
    m_askedAgain = scene.desk.last();
    m_askedAt = scene.now;
}

} // namespace starqueue::bridge
