#include <firmware-bridge/simulators/families/escpos_family.h>

namespace starqueue::simulators {

using namespace std::chrono_literals;
using WhenNotTaken = FamilySettings::WhenNotTaken;

void EscPosFamily::touch(Hand hand, SteadyTime now)
{
    tick(now);
    if (hand == Hand::PowerOff || hand == Hand::PowerOn)
        power(hand == Hand::PowerOn, now);
    else if (hand <= Hand::PaperLow)
        touchPaper(hand, now);
    else
        touchCause(hand, now);
    tick(now);
}

void EscPosFamily::touchPaper(Hand hand, SteadyTime now)
{
    switch (hand) {
    case Hand::OpenCover:
        m_is.coverError |= m_settings.coverIsError && m_operation && m_operation->begun && m_is.powered;
        m_is.coverOpen = true;
        return;
    case Hand::CloseCover:
        m_is.coverOpen = false;
        return;
    case Hand::TakePaperOut:
        return endOfPaper();
    case Hand::Refill:
        return refill(now);
    default:
        m_is.paperLow = true;
        return;
    }
}

void EscPosFamily::touchCause(Hand hand, SteadyTime now)
{
    switch (hand) {
    case Hand::JamCutter:
    case Hand::FreeCutter:
        m_is.cutterJammed = hand == Hand::JamCutter;
        m_is.cutterError &= m_is.cutterJammed || m_settings.errorsLatch;
        return;
    case Hand::JamPaper:
        m_is.paperJammed = true;
        m_is.jamError |= m_is.powered;
        return;
    case Hand::FreePaper:
        if (std::exchange(m_is.paperJammed, false))
            m_path.moveWaiting(Slip::Place::Ejected);
        m_is.jamError &= m_settings.errorsLatch;
        return;
    case Hand::PressFeed:
        m_is.feedPressed = true;
        m_feedUntil = now + m_settings.feedOffline;
        return;
    case Hand::HeatHead:
        m_is.headHot = true;
        m_hotUntil = now + m_settings.cools;
        return;
    case Hand::Break:
        m_is.broken = true;
        return;
    default:
        if (m_path.waiting() == Slip::Place::AtExit)
            m_path.moveWaiting(Slip::Place::Taken);
    }
}

void EscPosFamily::power(bool on, SteadyTime now)
{
    if (on == m_is.powered)
        return;
    clearBuffers();
    m_path.reset();
    m_splitter.reset();
    m_realTime.clear();
    m_output.clear();
    m_later.clear();
    m_is.powered = on;
    m_is.cutterError = m_is.jamError = m_is.coverError = m_is.awaitsFeed = m_is.feedPressed = false;
    m_is.motorOn = m_clearing = m_offlineMessage = m_timerOn = m_presenting = false;
    m_is.jamError = on && m_is.paperJammed;
    m_automatic = m_settings.automaticAtStart;
    m_fullMask = 0;
    m_booting = on;
    m_bootedAt = now + m_settings.boots;
    // What was cut goes on to the exit; nothing would ever move it otherwise, and no bit tells of it.
    if (on && m_settings.presenter == FamilySettings::Presenter::Citizen &&
        m_path.waiting() == Slip::Place::Inside)
        present(m_bootedAt, 0ms, WhenNotTaken::Hold);
}

void EscPosFamily::endOfPaper()
{
    m_is.paper = false;
    m_is.awaitsFeed = false;
    m_linesLeft = -1;
    m_eating |= m_settings.imageEatsOn && m_operation && m_operation->begun &&
                m_operation->command.name() == 'v' &&
                m_operation->command.kind == escpos::Command::Kind::Group;
}

// The begun line is in the printer's memory, not on the old roll.
void EscPosFamily::refill(SteadyTime now)
{
    m_linesLeft = -1;
    m_is.paperLow = false;
    if (m_is.paper)
        return;
    const bool waitsToBegin = m_operation && !m_operation->interrupted;
    if (m_path.tearOff())
        for (const escpos::Command& character : waitsToBegin ? m_operation->line : m_line)
            m_path.apply(character, now);
    m_is.paper = true;
    m_is.awaitsFeed = m_settings.feedAfterRefill && m_is.powered;
}

void EscPosFamily::passTime(SteadyTime now)
{
    if (m_booting && now >= m_bootedAt) {
        m_booting = false;
        m_lastStatus = automaticStatus(m_settings, m_is);
        if (m_settings.powerNotice)
            say(QByteArray("\x3B\x31\x00", 3));
        if (m_automatic != 0)
            say(m_lastStatus);
    }
    if (m_is.feedPressed && now >= m_feedUntil) {
        m_is.feedPressed = false;
        m_is.awaitsFeed = false;
        if (m_settings.presenter == FamilySettings::Presenter::Citizen)
            recover();
    }
    if (m_is.headHot && now >= m_hotUntil)
        m_is.headHot = false;
    followPresenter(now);
}

void EscPosFamily::followPresenter(SteadyTime now)
{
    if (m_presenting && now >= m_presentedAt) {
        m_presenting = false;
        m_path.moveWaiting(Slip::Place::AtExit);
        m_timerOn = m_notTakenWithin > 0ms && m_thenNotTaken != WhenNotTaken::Hold;
        m_notTakenAt = now + m_notTakenWithin;
    }
    if (m_timerOn && m_is.powered && m_is.ticketAtExit && now >= m_notTakenAt) {
        m_timerOn = false;
        m_path.moveWaiting(m_thenNotTaken == WhenNotTaken::Retract ? Slip::Place::Retracted
                                                                   : Slip::Place::Ejected);
    }
    m_is.ticketAtExit = m_path.waiting() == Slip::Place::AtExit;
    m_is.ticketInside = m_path.waiting() == Slip::Place::Inside;
}

void EscPosFamily::present(SteadyTime now, SteadyTime within, WhenNotTaken then)
{
    if (!m_path.waiting())
        return;
    m_presenting = true;
    m_presentedAt = now + m_settings.presents;
    m_notTakenWithin = within;
    m_thenNotTaken = then;
}

void EscPosFamily::commandPresenter(const escpos::Command& command, SteadyTime now)
{
    if (command.kind == escpos::Command::Kind::Kanji) { // FS P steps led then seconds
        const auto then = command.at(4) == 'R'   ? WhenNotTaken::Retract
                          : command.at(4) == 'E' ? WhenNotTaken::Eject
                                                 : WhenNotTaken::Hold;
        return present(now, SteadyTime(1000 * command.at(5)), then);
    }
    if (command.name() == 'R') {
        if (command.at(2) == 0x30)
            m_path.moveWaiting(Slip::Place::Retracted);
        else if (command.at(2) == 0x31)
            m_retractSeconds = command.at(3) & 0x0F;
        return followPresenter(now);
    }
    switch (command.at(2)) {
    case 2:
        m_path.moveWaiting(Slip::Place::Retracted);
        return followPresenter(now);
    case 3:
        return present(now, m_settings.takenWithin, m_settings.whenNotTaken);
    case 5:
        m_path.moveWaiting(Slip::Place::Ejected);
        return followPresenter(now);
    case 6:
        return say(ejectorStatus(m_is));
    case 0x20:
        return present(now, SteadyTime(1000 * command.at(4)), WhenNotTaken::Eject);
    default:
        return;
    }
}

// A ticket in the cutter's way, in a hand's or in the next one's: what sound() doesn't count, a presenter
// says.
bool EscPosFamily::sound() const
{
    return m_is.powered && !m_booting && m_is.paper && !m_is.coverOpen && !m_is.cutterJammed &&
           !m_is.paperJammed && !m_is.broken && !m_is.feedPressed && !m_is.headHot;
}

} // namespace starqueue::simulators
