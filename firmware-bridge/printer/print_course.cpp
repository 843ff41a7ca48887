#include <firmware-bridge/printer/print_course.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;
using Verdict = PrintCourse::Verdict;

constexpr std::chrono::milliseconds kPowerCut = 400ms;  ///< the shortest, with the start after it
constexpr std::chrono::milliseconds kPresents = 1200ms; ///< BUSY lasts as long while a ticket is put out
constexpr int kLongestMarked = 1024;                    ///< bytes of a ticket: longer ones are dots
constexpr int kLongestCommand = 256;                    ///< a QR code's text with its header

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

} // namespace

QByteArray completion()
{
    return QByteArray(kLongestCommand, '\0');
}

// One whose answers are late would be asked for a minute before each ticket.
PrintCourse::PrintCourse(PrintTask task, QByteArrayList parting, PrintProof proof, const Scene& scene)
    : m_task(std::move(task)), m_parting(std::move(parting)), m_proof(proof),
      m_hearing(proof == PrintProof::ProcessId && scene.desk.knows(PrintProof::Sensor) ? PrintProof::Sensor
                                                                                       : proof),
      m_last(scene.now), m_wasFilled(m_task.wasCleared)
{
    const bool isLate = scene.desk.late() && scene.desk.knows(m_proof) &&
                        scene.profile.presenter.kind == PresenterProfile::Kind::None;
    if (asks() && !isLate)
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
    if (canPrint)
        scene.output += m_filling.tick(scene.desk, scene.monitor.asks(), scene.now);
    return m_begun ? supervise(scene) : hear(scene);
}

// The customer's hand may take as long as it takes: a ticket at the exit holds nothing up that it must not.
void PrintCourse::passTime(const Scene& scene, bool canPrint)
{
    const auto passed = scene.now - std::exchange(m_last, scene.now);
    const auto& condition = scene.monitor.condition();
    watchLine(scene.monitor, scene.profile.presenter.kind != PresenterProfile::Kind::None, passed);
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
void PrintCourse::watchLine(const PrinterMonitor& monitor, bool hasPresenter,
                            std::chrono::milliseconds passed)
{
    using enum PrinterSign;
    const PrinterCondition said = monitor.said();
    const bool isUnexplained =
        monitor.blocked() && (said.hasAny({Cutter, Jam, Presenter, Recoverable}) ||
                              !said.hasAny({CoverOpen, PaperOut, Feed, Cooling, WaitsForRecovery}));
    m_blocked = m_begun && isUnexplained ? m_blocked + passed : 0ms;
    m_mostBlocked = std::max(m_mostBlocked, m_blocked);
    m_wasCutOff = m_wasCutOff || m_blocked >= (hasPresenter ? kPresents : kPowerCut);
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
    if (m_askedAgain != 0 && scene.desk.provenSince(m_askedAgain, m_proof))
        return proveLater(scene); // what came after the ticket was answered
    return m_wasFilled ? superviseFilling(scene) : askUntilGivenUp(scene);
}

Verdict PrintCourse::askUntilGivenUp(const Scene& scene)
{
    if (asks() && isToAskAgain(scene))
        askAgain(scene);
    if (m_askedAgain != 0 && isDeafInOrder(scene))
        return mayHaveLostPower() ? Verdict::Unknown : rouse(scene);
    return giveUpIfLong(scene);
}

Verdict PrintCourse::superviseFilling(const Scene& scene)
{
    const auto filled = m_filling.takeEnd();
    if (filled == CommandFilling::End::Answers)
        return Verdict::Unknown;
    m_isOddlySilent = m_isOddlySilent || filled == CommandFilling::End::Answered;
    if (m_filling.running() && !m_unfitSince) // else it waits for a printer that may never be well again
        return rouse(scene);
    return askUntilGivenUp(scene);
}

void PrintCourse::watchExit(const PrinterCondition& condition)
{
    m_sawMoving = m_sawMoving || condition.has(PrinterSign::Moving);
    m_sawExitEmpty = m_sawExitEmpty || !condition.has(PrinterSign::TicketWaiting);
}

bool PrintCourse::isToAskAgain(const Scene& scene) const
{
    const auto& monitor = scene.monitor;
    const auto patience = scene.desk.late() ? kLateAnswer : scene.profile.confirmWithin;
    const bool isDue = m_fit >= patience * (m_asksAgain + 1);
    const bool isBack = monitor.unanswered() != m_unanswered && monitor.misses() == 0;
    const bool isBroken = m_proof == PrintProof::Sensor && scene.desk.brokenSince(m_askedAt);
    return !m_unfitSince && (isDue || ((isBack || isBroken) && scene.now - m_askedAt >= kHearsWithin));
}

Verdict PrintCourse::prove(const Scene& scene)
{
    if (m_proof == PrintProof::Presenter)
        return provePresented(scene);
    if (m_proof == PrintProof::None)
        return proveSent(scene);
    if (scene.desk.proven(m_asked))
        return isOwnDoubtful(scene)      ? proveLater(scene)
               : m_isLost || m_wasCutOff ? Verdict::Unknown
                                         : printedIfWhole(scene);
    const bool isDue = scene.now - m_askedAt >= kHearsWithin;
    if (scene.desk.saidNoPaper(m_asked) && isDue && !m_unfitSince && !mayHaveLostPower()) {
        scene.output += scene.desk.ask(m_proof, scene.now); // the refilled printer says so anew
        m_asked = scene.desk.last();
        m_askedAt = scene.now;
        m_isAskedAnew = true;
    }
    return Verdict::GoesOn;
}

// In order: all before it was printed, if all came to the printer and its power wasn't cut in between.
Verdict PrintCourse::proveLater(const Scene& scene) const
{
    const bool isAllThere = scene.monitor.mark().size() > 0 && !isMarkMissing(scene);
    return isAllThere && !missedAny() && m_mostBlocked < kPowerCut ? Verdict::Printed : Verdict::Unknown;
}

Verdict PrintCourse::giveUpIfLong(const Scene& scene)
{
    if (m_fit >= scene.profile.jobLife)
        return m_mayClear ? Verdict::Clear : Verdict::Unknown;
    if (m_held < scene.profile.holdLife)
        return Verdict::GoesOn;
    if (scene.monitor.blocked())
        return Verdict::Unknown;
    if (m_mayClear)
        return Verdict::Clear;
    // Nobody sees any more what keeps it, or it keeps it for too long.
    return scene.monitor.silent() || m_held >= 2 * scene.profile.holdLife ? Verdict::Unknown
                                                                          : Verdict::GoesOn;
}

void PrintCourse::send(const Scene& scene)
{
    m_begun = true;
    m_wasFilled = false;
    m_isLost = false;
    m_unanswered = scene.monitor.unanswered();
    m_fit = m_held = 0ms;
    m_oddBefore = scene.odd;
    const MarkedTicket marked =
        withMarks(m_parting, m_task.ticket, transitQuestions(scene), scene.profile.baud);
    scene.output += marked.bytes + presentCommand(scene.profile.presenter);
    m_sentBy = scene.now + wireTime(scene.output.size(), scene.profile.baud);
    m_marks = marked.marks;
    scene.monitor.marksSent(m_marks, scene.now, m_sentBy);
    scene.output += scene.desk.ask(m_proof, scene.now);
    m_asked = scene.desk.last();
    m_askedAt = scene.now;
}

// What an earlier run sent would answer in their place, where the printer isn't asked first. And a ticket in
// dots takes seconds, in which the heartbeat has to find that the paper ends: it waits for no marks.
TransitQuestions PrintCourse::transitQuestions(const Scene& scene)
{
    const bool isBrief = m_task.ticket.bytes.size() <= kLongestMarked;
    TransitQuestions questions{.mark = asks() && isBrief ? scene.monitor.mark() : QByteArray()};
    if (questions.mark.isEmpty() || !scene.desk.knows(PrintProof::Sensor))
        return questions;
    questions.beforeCut = scene.desk.askWithin(scene.now);
    m_beforeCut = scene.desk.last();
    return questions;
}

// A command that was damaged on its way may wait for data that never come: from the second time on they come.
void PrintCourse::askAgain(const Scene& scene)
{
    m_unanswered = scene.monitor.unanswered();
    if (m_asksAgain++ > 0)
        scene.output += completion();
    scene.output += scene.desk.ask(m_proof, scene.now);
    m_askedAt = scene.now;
    if (m_askedAgain != 0)
        return;
    m_askedAgain = scene.desk.last();
    m_firstAskedAgainAt = scene.now;
}

} // namespace starqueue::bridge
