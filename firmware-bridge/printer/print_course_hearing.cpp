#include <firmware-bridge/printer/print_course.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;
using Verdict = PrintCourse::Verdict;

constexpr std::chrono::milliseconds kUnfitGrace = 2000ms;
constexpr std::chrono::milliseconds kDeafAfter = 2000ms;    ///< what is in order, after the first question
constexpr std::chrono::milliseconds kFilledFor = 12s;       ///< then what clears it is tried
constexpr std::chrono::milliseconds kAnotherAfter = 4000ms; ///< a printer that was away, and says nothing

bool passes(const PrinterMonitor& monitor)
{
    using enum PrinterSign;
    return monitor.blocked() || (monitor.condition().hasAny({Feed, Cooling, WaitsForRecovery}) &&
                                 !monitor.condition().hasAny({CoverOpen, PaperOut, Broken}));
}

bool isAnswered(const ProofDesk& desk, ProofDesk::Serial first, std::initializer_list<PrintProof> ways)
{
    return std::any_of(ways.begin(), ways.end(),
                       [&desk, first](PrintProof proof) { return desk.reachedSince(first, proof); });
}

bool isSettled(const PrintCourse::Scene& scene, PrintProof proof)
{
    return proof != PrintProof::Sensor || scene.desk.settled(scene.now);
}

} // namespace

// Nothing of the ticket is sent yet: what keeps the printer from printing ends the course, unless it passes.
Verdict PrintCourse::hear(const Scene& scene)
{
    const auto& monitor = scene.monitor;
    if (m_filling.running() || m_filling.ended())
        return hearFilled(scene);
    const bool hears = m_task.partsFirst ? hasParted(scene.desk)
                                         : isAnswered(scene.desk, m_firstAsked, {m_hearing, m_proof});
    if (hears && !monitor.suspects() && !m_unfitSince && isSettled(scene, m_proof)) {
        if (m_task.partsFirst)
            m_parting.clear();
        send(scene);
        return Verdict::GoesOn;
    }
    return waitToHear(scene, hears);
}

Verdict PrintCourse::waitToHear(const Scene& scene, bool hears)
{
    // What holds it back, such as a sign that is to be said twice, may never be said.
    if (hears && scene.now - m_askedAt >= scene.profile.jobLife)
        return Verdict::Refused;
    if (isUnfitForLong(scene))
        return Verdict::Refused;
    return m_unfitSince || hears ? Verdict::GoesOn : hearAgain(scene);
}

bool PrintCourse::isUnfitForLong(const Scene& scene) const
{
    const auto grace = passes(scene.monitor) ? kPatience : kUnfitGrace;
    return m_unfitSince && scene.now - *m_unfitSince >= grace;
}

Verdict PrintCourse::hearFilled(const Scene& scene)
{
    const auto filled = m_filling.takeEnd();
    if (!filled)
        return isUnfitForLong(scene) ? Verdict::Refused : rouse(scene);
    if (*filled == CommandFilling::End::Answers)
        return Verdict::Anew;
    if (*filled == CommandFilling::End::Answered)
        return Verdict::GoesOn;
    return m_task.isAgain ? Verdict::Refused : Verdict::Again;
}

Verdict PrintCourse::hearAgain(const Scene& scene)
{
    if (scene.now - m_askedAt < kHearsWithin)
        return Verdict::GoesOn;
    if (isDeafInOrder(scene))
        return rouse(scene);
    const auto patience = scene.desk.late() ? kLateAnswer : kPatience;
    const auto enough = scene.desk.knows(m_proof) ? patience : scene.profile.confirmWithin;
    if (m_fit >= enough)
        return m_task.isAgain ? Verdict::Refused : Verdict::Again;
    askHearing(scene);
    return Verdict::GoesOn;
}

// It says of itself that it is well, and answered before what is answered in order, and doesn't now: the
// length of a command was damaged on the wire, and it takes all that comes for that command's data. One that
// was away may be another printer, and holds nothing; nor does one that was cleared, which would lose its
// late answers, too, each time.
bool PrintCourse::isDeafInOrder(const Scene& scene) const
{
    const bool isKnown = scene.desk.knows(m_proof) || scene.desk.knows(m_hearing);
    const bool isWell = !m_unfitSince && !m_silentSince && scene.monitor.misses() == 0;
    if (m_wasFilled || !isKnown || !isWell || scene.desk.late() || scene.monitor.mark().isEmpty())
        return false;
    if (m_begun && mayHaveLostPower())
        return scene.now - m_firstAskedAgainAt >= kAnotherAfter;
    return m_fit >= scene.profile.confirmWithin + kDeafAfter && scene.now - m_askedAt >= kHearsWithin;
}

// Zeros harm no printer that is only late with its answer; what clears its buffer may cost a ticket.
Verdict PrintCourse::rouse(const Scene& scene)
{
    if (!std::exchange(m_wasFilled, true)) {
        m_filling.begin(scene.profile.baud, CommandFilling::kWhileOthersWait, scene.now);
        m_rousedAt = scene.now;
    }
    const bool mayClear =
        m_mayClear && scene.profile.clear == ClearCommand::RealTime && scene.desk.knows(PrintProof::Sensor);
    const bool isDue = !m_begun || scene.now - m_rousedAt >= kFilledFor;
    return mayClear && isDue ? Verdict::Clear : Verdict::GoesOn;
}

void PrintCourse::askHearing(const Scene& scene)
{
    const bool isFirst = m_firstAsked == 0;
    if (m_task.partsFirst)
        askParted(scene);
    else if (isFirst && m_hearing == PrintProof::Sensor)
        scene.output += scene.desk.askOnce(m_hearing, scene.now);
    else
        scene.output += m_proof == PrintProof::Sensor ? scene.desk.askOnce(m_proof, scene.now)
                                                      : scene.desk.ask(m_proof, scene.now);
    if (isFirst)
        m_firstAsked = scene.desk.last();
    m_askedAt = scene.now;
}

// A printer without power for a moment loses a cut before the ticket, and prints the ticket behind the
// fragment: the cut is proved first, between two questions, of which that moment takes one at least. It is
// sent again only to a printer that answers, and not these, since each costs paper.
void PrintCourse::askParted(const Scene& scene)
{
    const bool isLost = m_afterParting != 0 && isAnswered(scene.desk, m_afterParting, {m_proof});
    scene.output += scene.desk.ask(m_proof, scene.now);
    if (m_parted != 0 && !isLost) {
        m_afterParting = m_afterParting == 0 ? scene.desk.last() : m_afterParting;
        return;
    }
    m_beforeParting = scene.desk.last();
    scene.output += m_parting.join() + scene.desk.ask(m_proof, scene.now);
    m_parted = scene.desk.last();
    m_afterParting = 0;
}

bool PrintCourse::hasParted(const ProofDesk& desk) const
{
    return desk.proven(m_beforeParting) && desk.proven(m_parted);
}

} // namespace starqueue::bridge
