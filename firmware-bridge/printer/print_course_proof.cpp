#include <firmware-bridge/printer/print_course.h>

namespace starqueue::bridge {

using Verdict = PrintCourse::Verdict;

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

// A row bears no number: of one that was asked for when the printer was back, a part may come in its own's
// place.
bool PrintCourse::isOwnDoubtful(const Scene& scene) const
{
    const bool mayBeAnothers = m_proof == PrintProof::Sensor && m_askedAgain != 0 && missedAny();
    return m_isAskedAnew || (mayBeAnothers && !scene.silent.explains(MissingMarks::Most));
}

Verdict PrintCourse::printedIfWhole(const Scene& scene)
{
    if (isMarkMissing(scene) && (scene.midAnswer || scene.desk.midRow()))
        return Verdict::GoesOn;
    if (!isMarkMissing(scene))
        return Verdict::Printed;
    m_lacksOnly = 2 * scene.monitor.marksMissing() > m_marks ? MissingMarks::Most : MissingMarks::Some;
    return scene.silent.explains(m_lacksOnly) ? Verdict::Printed : Verdict::Unknown;
}

bool PrintCourse::isMarkMissing(const Scene& scene) const
{
    const bool isUnsure =
        m_beforeCut != 0 && !m_isAskedAnew && !scene.desk.answeredBefore(m_beforeCut, m_asked);
    return scene.monitor.marksMissing() + (isUnsure ? 1 : 0) > scene.odd - m_oddBefore;
}

} // namespace starqueue::bridge
